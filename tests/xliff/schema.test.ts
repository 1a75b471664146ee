import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { describe, expect, it } from 'vitest';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { attributeOf, childrenOf, type XmlElement } from '../../src/xml/node.ts';
import { readXml } from '../../src/xml/read.ts';
import { draft } from './arbitrary-draft.ts';
import { exampleDraft } from './example-draft.ts';

const schemas = fileURLToPath(new URL('../../../shared/xliff/2.1/', import.meta.url));
const missing = !existsSync(schemas);

/** What the OASIS schema of XLIFF 2.1, modules included, says against a document; nothing where it is valid. */
function problemsIn(xml: string, validator: XsdValidator): string {
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return '';
  } catch (error) {
    return String(error);
  } finally {
    document.dispose();
  }
}

function openSchema(): XsdValidator {
  xmlRegisterFsInputProviders();
  const driver = `${schemas}schemas/driver.xsd`;
  return XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(driver), { url: driver }));
}

describe.skipIf(missing)(
  'the OASIS schema of XLIFF 2.1 (skipped where ../shared/xliff/2.1 is missing)',
  () => {
    it('can tell valid files of the OASIS suite from invalid ones', () => {
      const validator = openSchema();
      const suite = (path: string): string => readFileSync(`${schemas}suite/${path}`, 'utf8');
      expect(problemsIn(suite('invalid/bad_GroupWithoutId.xlf'), validator)).toContain('id');
      expect(problemsIn(suite('valid/allExtensions.xlf'), validator)).toBe('');
    });

    it('accepts the example', () => {
      expect(problemsIn(writeMaster(exampleDraft()), openSchema())).toBe('');
    });

    it('accepts the master of every draft', () => {
      const validator = openSchema();
      fc.assert(
        fc.property(draft, (any) => {
          expect(problemsIn(writeMaster(any), validator)).toBe('');
        }),
      );
    });
  },
);

describe('what no schema catches, in the master of every draft', () => {
  const everyElement = (root: XmlElement): XmlElement[] => [root, ...childrenOf(root).flatMap(everyElement)];
  const named = (root: XmlElement, ...names: string[]): XmlElement[] =>
    everyElement(root).filter(({ local }) => names.includes(local));
  const holds = (claim: (root: XmlElement) => void): void =>
    fc.assert(
      fc.property(draft, (any) => {
        claim(readXml(writeMaster(any)));
      }),
    );

  it('gives each segment a state, and a subState only with a prefix', () => {
    holds((root) => {
      for (const segment of named(root, 'segment')) {
        expect(attributeOf(segment, 'state')).toMatch(/^(initial|translated|reviewed|final)$/);
        expect(attributeOf(segment, 'subState') ?? 'depeche:none').toMatch(/^depeche:[a-z]+$/);
      }
    });
  });

  it('gives files, groups, units, segments and blanks ids that are unique in the document', () => {
    holds((root) => {
      const all = named(root, 'group', 'unit', 'segment', 'ignorable');
      const ids = all.map((element) => attributeOf(element, 'id'));
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it('points glossary and matches at what is in the same unit', () => {
    holds((root) => {
      for (const unit of named(root, 'unit')) {
        const inText = childrenOf(unit, 'segment').flatMap(everyElement);
        const ids = new Set(inText.map((element) => attributeOf(element, 'id')));
        for (const entry of named(unit, 'glossEntry', 'match')) {
          expect(ids).toContain(attributeOf(entry, 'ref')?.replace(/^#/, ''));
        }
        for (const entry of named(unit, 'glossEntry'))
          expect(childrenOf(entry, 'translation')).toHaveLength(1);
      }
    });
  });

  it('marks in the target only what it marks in the source, and nothing twice', () => {
    holds((root) => {
      for (const unit of named(root, 'unit')) {
        const marksIn = (name: string): (string | undefined)[] =>
          childrenOf(unit, 'segment')
            .flatMap((segment) => childrenOf(segment, name))
            .flatMap((text) => named(text, 'mrk'))
            .map((mark) => attributeOf(mark, 'id'));
        const source = marksIn('source');
        const target = marksIn('target');
        expect(new Set(source).size).toBe(source.length);
        expect(new Set(target).size).toBe(target.length);
        for (const id of target) expect(source).toContain(id);
      }
    });
  });
});
