import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { XmlElement, XmlNode } from '../../src/xml/node.ts';
import { readXml } from '../../src/xml/read.ts';
import { serializeXml } from '../../src/xml/serialize.ts';
import { isXmlText } from '../../src/xml/write.ts';
import { contentOf, type TreeContent } from './tree-content.ts';

const rewritten = (xml: string): TreeContent => contentOf(readXml(serializeXml(readXml(xml))));

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).filter(isXmlText);
const node = fc.letrec<{ element: XmlElement; child: XmlNode }>((tie) => ({
  element: fc
    .record({
      prefix: fc.constantFrom('', 'a', 'b'),
      uri: fc.constantFrom('urn:one', 'urn:two'),
      attributes: fc.uniqueArray(fc.constantFrom('x', 'y', 'xml:lang'), { maxLength: 3 }),
      value: text,
      children: fc.array(tie('child'), { maxLength: 3 }),
    })
    .map(({ prefix, uri, attributes, value, children }) => ({
      kind: 'element' as const,
      name: prefix === '' ? 'e' : `${prefix}:e`,
      local: 'e',
      uri,
      line: 1,
      column: 1,
      attributes: attributes.map((name) => ({
        name,
        local: name.split(':').at(-1) ?? name,
        uri: name === 'xml:lang' ? 'http://www.w3.org/XML/1998/namespace' : '',
        value,
      })),
      children,
    })),
  child: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    text.map((value) => ({ kind: 'text' as const, text: value })),
    tie('element'),
  ),
})).element;

describe('serializeXml', () => {
  it('keeps names, prefixes, namespaces, attributes, blanks and text', () => {
    const xml =
      '<a xmlns="urn:a" xmlns:b="urn:b" b:x="1"> <b:c xml:space="preserve">\n\t&lt;&amp;</b:c><d xmlns=""/><e xmlns="urn:e" b:y="&quot;&#10;"/></a>';
    expect(rewritten(xml)).toEqual(contentOf(readXml(xml)));
  });

  it('declares a namespace anew where a prefix changes its meaning', () => {
    const xml = '<p:a xmlns:p="urn:one"><p:a xmlns:p="urn:two" p:b="1"/><p:c/></p:a>';
    expect(rewritten(xml)).toEqual(contentOf(readXml(xml)));
  });

  it('gives back every tree', () => {
    fc.assert(
      fc.property(node, (tree) => {
        expect(contentOf(readXml(serializeXml(tree)))).toEqual(contentOf(tree));
      }),
    );
  });
});
