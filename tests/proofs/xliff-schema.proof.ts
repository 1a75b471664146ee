import { describe, expect, it } from 'vitest';
import { validateXliff } from '../../src/xliff/validate/validate-xliff.ts';
import { readXml } from '../../src/xml/read.ts';
import { serializeXml } from '../../src/xml/serialize.ts';
import { coreExamples } from '../xliff-validator/core-examples.ts';
import { richExample12, richExample21 } from '../xliff-validator/examples.ts';
import { itsExamples } from '../xliff-validator/its-examples.ts';
import { minimalFile } from '../xliff-validator/minimal-file.ts';
import { moduleExamples } from '../xliff-validator/module-examples.ts';
import { damaged, type Mutation } from '../xliff-validator/mutations.ts';
import { schemaAt, schemasAreThere } from '../xliff-validator/schemas.ts';
import { suiteFiles } from '../xliff-validator/suite.ts';

const values = ['', ' ', 'x', 'yes', '0', '-1', '1.5', '100.1', 'a b', 'a:b', '#', '%', 'preserve', '*'];
/** More than any element of these documents has, but for their roots. */
const attributesEach = 12;

const attributeDamages = Array.from({ length: attributesEach }, (_, attribute) => [
  { deed: 'drop attribute', attribute, value: '' } as const,
  ...values.map((value) => ({ deed: 'set attribute', attribute, value }) as const),
]).flat();
const elementDamages = ['remove element', 'double element', 'add text', 'empty element'] as const;

/** Every one of these damages to every element of a document. */
function* everyDamage(elements: number): Generator<Mutation> {
  for (let at = 0; at < elements; at += 1) {
    for (const damage of attributeDamages) yield { at, to: 0, ...damage };
    for (const deed of elementDamages) yield { at, to: 0, deed, attribute: 0, value: 'lost' };
  }
}

/** @returns how many damaged documents there were, and how many of them the schema rejects */
function rejectsAll(
  documents: readonly string[],
  problemsIn: (xml: string) => string,
): { readonly damaged: number; readonly rejected: number } {
  const seen = new Set<string>();
  let rejected = 0;
  for (const text of documents) {
    const tree = readXml(text.replace(/^\ufeff/u, ''));
    const elements = text.match(/<[A-Za-z]/gu)?.length ?? 0;
    for (const mutation of everyDamage(elements)) {
      const xml = serializeXml(damaged(tree, mutation));
      if (seen.has(xml)) continue;
      seen.add(xml);
      const problems = problemsIn(xml);
      if (problems === '') continue;
      rejected += 1;
      if (validateXliff(xml, { limit: 1 }).length === 0) expect.fail(`${problems}\n${xml}`);
    }
  }
  return { damaged: seen.size, rejected };
}

describe.skipIf(!schemasAreThere)(
  'every single damage that a schema sees (skipped where ../shared/xliff is missing)',
  () => {
    it('is found in files of 2.0 and 2.1, with every module', () => {
      const minimal = [...coreExamples, ...moduleExamples, ...itsExamples].map(([, parts]) =>
        minimalFile(parts),
      );
      const documents = [richExample21, ...minimal, ...suiteFiles('valid').values()];
      const counts = rejectsAll(documents, schemaAt('2.1/schemas/driver.xsd'));
      console.info(`2.x: ${counts.damaged} damaged files, ${counts.rejected} rejected by the schema`);
      expect(counts.rejected).toBeGreaterThan(10_000);
    });

    it('is found in files of 1.2', () => {
      const counts = rejectsAll([richExample12], schemaAt('1.2/strict.xsd'));
      console.info(`1.2: ${counts.damaged} damaged files, ${counts.rejected} rejected by the schema`);
      expect(counts.rejected).toBeGreaterThan(200);
    });
  },
);
