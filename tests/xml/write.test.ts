import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeOf, childrenOf, textIn } from '../../src/xml/node.ts';
import { readXml } from '../../src/xml/read.ts';
import { block, document, element, isXmlText } from '../../src/xml/write.ts';

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\r\n',
        '\r',
        '\n',
        '\t',
        ']]>',
        '<!--',
        '&lt;',
        '"',
        "'",
        '\u0085',
        '\u2028',
        '\ufffd',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }).filter(isXmlText),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

describe('a document that is written', () => {
  it('gives back every text and attribute when it is read', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, value) => {
        const root = readXml(document(element('a', { b: value }, [text, element('c', {}, text)])));
        expect(attributeOf(root, 'b')).toBe(value);
        expect(textIn(root)).toBe(text + text);
        expect(childrenOf(root, 'c').map(textIn)).toEqual([text]);
      }),
    );
  });

  it('indents structure and leaves every line break in a text alone', () => {
    const text = element('text', {}, 'one\n  two');
    expect(document(block('root', {}, [block('group', { id: 1 }, [text]), undefined]))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<root>\n  <group id="1">\n    <text>one\n  two</text>\n  </group>\n</root>\n',
    );
  });

  it('leaves out what is not there', () => {
    expect(element('a', { b: undefined, c: 0, d: '' }).lines).toEqual(['<a c="0" d=""/>']);
    expect(block('a', {}, [undefined]).lines).toEqual(['<a/>']);
  });

  it('has its document type before the root', () => {
    expect(document(element('tmx', {}), '<!DOCTYPE tmx SYSTEM "tmx14.dtd">')).toMatch(
      /\?>\n<!DOCTYPE .*>\n<tmx\/>\n$/,
    );
  });
});

describe('text that XML cannot hold', () => {
  it.each(['\u0000', '\u000b', '\u001f', '\ud800', '\udc00', '\ufffe', '\uffff'])(
    '%j is refused by name',
    (character) => {
      expect(isXmlText(`a${character}b`)).toBe(false);
      const name = `U\\+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      expect(() => element('a', {}, `x${character}`)).toThrow(new RegExp(name));
      expect(() => element('a', { b: character })).toThrow(new RegExp(name));
    },
  );

  it('is not what any script or emoji is made of', () => {
    expect(isXmlText('é Карабах الدوحة 東京 😀\t\r\n\u0085\u202f')).toBe(true);
  });
});
