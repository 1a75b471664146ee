import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXliff } from '../../src/xliff/validate/validate-xliff.ts';
import { readXml } from '../../src/xml/read.ts';
import { serializeXml } from '../../src/xml/serialize.ts';
import { coreExamples } from './core-examples.ts';
import { richExample12, richExample21 } from './examples.ts';
import { itsExamples } from './its-examples.ts';
import { minimalFile } from './minimal-file.ts';
import { moduleExamples } from './module-examples.ts';
import { damaged, mutation } from './mutations.ts';
import { schemaAt, schemasAreThere } from './schemas.ts';
import { suiteFiles } from './suite.ts';

const runs = Number(process.env.DEPECHE_SCHEMA_RUNS ?? 400);
const schema21 = schemaAt('2.1/schemas/driver.xsd');
const schema12 = schemaAt('1.2/strict.xsd');

/** Whatever the schema rejects among damaged copies of these documents, the validator rejects too. */
function holdsFor(documents: readonly string[], problemsIn: (xml: string) => string): void {
  const trees = documents.map((text) => readXml(text));
  let rejected = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...trees),
      fc.array(mutation, { minLength: 1, maxLength: 2 }),
      (tree, mutations) => {
        const xml = serializeXml(mutations.reduce(damaged, tree));
        const problems = problemsIn(xml);
        if (problems === '') return;
        rejected += 1;
        expect(validateXliff(xml), `${problems}\n${xml}`).not.toEqual([]);
      },
    ),
    { numRuns: runs },
  );
  expect(rejected).toBeGreaterThan(runs / 10);
}

const locales = fileURLToPath(new URL('../../locales/', import.meta.url));
const masters = readdirSync(locales, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.xlf'))
  .slice(0, 3)
  .map((name) => readFileSync(`${locales}${name}`, 'utf8'));

describe.skipIf(!schemasAreThere)('against the schemas (skipped where ../shared/xliff is missing)', () => {
  it('rejects what the schema of 2.1 rejects in damaged masters', () => {
    holdsFor(masters, schema21);
  });

  it('rejects what the schema of 2.1 rejects in damaged files with every module', () => {
    const examples = [...coreExamples, ...moduleExamples, ...itsExamples].map(([, parts]) =>
      minimalFile(parts),
    );
    const documents = [richExample21, ...examples, ...suiteFiles('valid').values()].map((text) =>
      text.replace(/^\ufeff/u, ''),
    );
    holdsFor(documents, schema21);
  });

  it('accepts, as the schemas do, the examples with everything in them', () => {
    expect(schema21(richExample21)).toBe('');
    expect(schema12(richExample12)).toBe('');
    expect(validateXliff(richExample21)).toEqual([]);
    expect(validateXliff(richExample12)).toEqual([]);
  });

  it.each([...coreExamples, ...moduleExamples, ...itsExamples])(
    'accepts, as the schema of 2.1 does: %s',
    (_name, parts) => {
      expect(schema21(minimalFile(parts))).toBe('');
    },
  );

  it('rejects what the strict schema of 1.2 rejects in damaged files', () => {
    holdsFor([richExample12], schema12);
  });
});
