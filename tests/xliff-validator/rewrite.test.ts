import { describe, expect, it } from 'vitest';
import { validateXliff } from '../../src/xliff/validate/validate-xliff.ts';
import { textIn, type XmlElement } from '../../src/xml/node.ts';
import { readXml } from '../../src/xml/read.ts';
import { serializeXml } from '../../src/xml/serialize.ts';
import { contentOf } from '../xml/tree-content.ts';
import { suiteFiles, suiteIsThere } from './suite.ts';

/** What is to be translated, and what it was translated to, without marks and codes. */
function textsIn(root: XmlElement): string[] {
  const found: string[] = [];
  const walk = (element: XmlElement): void => {
    if (element.local === 'source' || element.local === 'target') found.push(textIn(element));
    for (const child of element.children) if (child.kind === 'element') walk(child);
  };
  walk(root);
  return found;
}

describe.skipIf(!suiteIsThere)(
  'the in-out files of the OASIS suite (skipped where ../shared/xliff/2.1/suite is missing)',
  () => {
    it.each([...suiteFiles('in-out'), ...suiteFiles('valid')])(
      '%s is read and written back to equal content, valid again',
      (_name, text) => {
        const read = readXml(text);
        const written = serializeXml(read);
        const again = readXml(written);
        expect(contentOf(again)).toEqual(contentOf(read));
        expect(textsIn(again)).toEqual(textsIn(read));
        expect(validateXliff(written)).toEqual([]);
      },
    );
  },
);
