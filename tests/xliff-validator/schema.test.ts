import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { describe, expect, it } from 'vitest';
import { validateXliff } from '../../src/xliff/validate/validate-xliff.ts';
import { readXml } from '../../src/xml/read.ts';
import { serializeXml } from '../../src/xml/serialize.ts';
import { richExample12, richExample21 } from './examples.ts';
import { damaged, mutation } from './mutations.ts';
import { suiteFiles } from './suite.ts';

const shared = fileURLToPath(new URL('../../../shared/xliff/', import.meta.url));
const missing = !existsSync(shared);
const runs = Number(process.env.DEPECHE_SCHEMA_RUNS ?? 400);

/** What a schema says against a document; nothing where it is valid. */
function schemaAt(path: string): (xml: string) => string {
  xmlRegisterFsInputProviders();
  const url = `${shared}${path}`;
  const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(url), { url }));
  return (xml) => {
    let document: XmlDocument | undefined;
    try {
      document = XmlDocument.fromString(xml);
      validator.validate(document);
      return '';
    } catch (error) {
      return String(error);
    } finally {
      document?.dispose();
    }
  };
}

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

describe.skipIf(missing)('against the schemas (skipped where ../shared/xliff is missing)', () => {
  it('rejects what the schema of 2.1 rejects in damaged masters', () => {
    holdsFor(masters, schemaAt('2.1/schemas/driver.xsd'));
  });

  it('rejects what the schema of 2.1 rejects in damaged files with every module', () => {
    const documents = [richExample21, ...suiteFiles('valid').values()].map((text) =>
      text.replace(/^\ufeff/u, ''),
    );
    holdsFor(documents, schemaAt('2.1/schemas/driver.xsd'));
  });

  it('accepts, as the schemas do, the examples with everything in them', () => {
    expect(schemaAt('2.1/schemas/driver.xsd')(richExample21)).toBe('');
    expect(schemaAt('1.2/strict.xsd')(richExample12)).toBe('');
    expect(validateXliff(richExample21)).toEqual([]);
    expect(validateXliff(richExample12)).toEqual([]);
  });

  it('rejects what the strict schema of 1.2 rejects in damaged files', () => {
    holdsFor([richExample12], schemaAt('1.2/strict.xsd'));
  });
});
