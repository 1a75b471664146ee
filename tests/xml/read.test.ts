import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DepecheError } from '../../src/model/errors.ts';
import { attributeOf, childrenOf, textIn } from '../../src/xml/node.ts';
import { readXml } from '../../src/xml/read.ts';
import { xmlStream } from '../../src/xml/stream.ts';

function refusal(text: string): DepecheError {
  try {
    readXml(text);
  } catch (error) {
    if (error instanceof DepecheError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('readXml', () => {
  it('resolves namespaces, of elements and of attributes', () => {
    const root = readXml('<a xmlns="urn:a" xmlns:b="urn:b" id="1" b:id="2"><b:c/><c/></a>');
    expect(root).toMatchObject({ name: 'a', local: 'a', uri: 'urn:a' });
    expect(attributeOf(root, 'id')).toBe('1');
    expect(attributeOf(root, 'id', 'urn:b')).toBe('2');
    expect(attributeOf(root, 'xmlns')).toBeUndefined();
    expect(childrenOf(root, 'c').map(({ uri }) => uri)).toEqual(['urn:b', 'urn:a']);
    expect(childrenOf(root, 'c', 'urn:a').map(({ name }) => name)).toEqual(['c']);
  });

  it('keeps the text under an element in order, references and CDATA read', () => {
    const root = readXml(
      '<a> one <b>&lt;two&#62;</b><!-- no --><?no no?><![CDATA[ & ]]>&amp;&apos;&quot; </a>',
    );
    expect(textIn(root)).toBe(' one <two> & &\'" ');
  });

  it('reads line ends as the standard says, and keeps those that are written as references', () => {
    expect(textIn(readXml('<a>1\r\n2\r3\n4&#13;&#10;5</a>'))).toBe('1\n2\n3\n4\r\n5');
    expect(attributeOf(readXml('<a b="1&#10;2\t3"/>'), 'b')).toBe('1\n2 3');
  });

  it('passes over a byte order mark', () => {
    expect(readXml('\ufeff<?xml version="1.0"?><a/>').name).toBe('a');
  });

  it('knows where each element begins: its line, and its column where its name does not end the line', () => {
    const root = readXml('<?xml version="1.0"?>\r\n<a>\n  <b\n    c="d"\n  /><e>é😀</e><f/>\n</a>');
    const places = [root, ...childrenOf(root)].map(({ name, line, column }) => [name, line, column]);
    expect(places).toEqual([
      ['a', 2, 1],
      ['b', 3, 1],
      ['e', 5, 5],
      ['f', 5, 14],
    ]);
  });

  it.each([
    ['an element that is not closed', '<a><b></a>'],
    ['a document cut short', '<a><b/>'],
    ['text alone', 'words'],
    ['nothing', ''],
    ['two roots', '<a/><b/>'],
    ['an entity of its own', '<a>&nbsp;</a>'],
    ['a raw < in an attribute', '<a b="<"/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute twice by way of namespaces', '<a xmlns:x="urn:a" xmlns:y="urn:a" x:b="1" y:b="2"/>'],
    ['a prefix that means nothing', '<x:a/>'],
    ['a control character', '<a>\u0001</a>'],
    ['a control character as a reference', '<a>&#1;</a>'],
    ['half a surrogate pair as a reference', '<a>&#xD800;</a>'],
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY b "c">]><a/>'],
    ['marks of a merge', '<a>\n<<<<<<< ours\n<b/>\n=======\n>>>>>>> theirs\n</a>'],
  ])('refuses %s, and says where', (_, text) => {
    const error = refusal(text);
    expect(error.code).toBe('invalid');
    expect(error.place).toEqual({ line: expect.any(Number), column: expect.any(Number) });
  });

  it('names the line of what is not well-formed', () => {
    expect(refusal('<a>\n  <b>\n  </c>\n</a>').place.line).toBe(3);
  });

  it('refuses nesting that is no document, without reading on', () => {
    expect(refusal('<a>'.repeat(200_000)).message).toMatch(/nested more than 64 deep/);
  });

  it('can be told to pass over a DOCTYPE, whose entities stay unknown', () => {
    expect(readXml('<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx/>', { doctype: 'skip' }).name).toBe('tmx');
    const bomb = '<!DOCTYPE a [<!ENTITY b "cccccccc">]><a>&b;</a>';
    expect(() => readXml(bomb, { doctype: 'skip' })).toThrow(DepecheError);
  });

  it('refuses whatever it cannot read with an error of ours', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<b c="d">',
      '</b>',
      '<!--',
      '-->',
      '&lt;',
      '&',
      '<',
      ']]>',
      'x',
      '\r',
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        try {
          readXml(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(DepecheError);
        }
      }),
    );
  });
});

describe('xmlStream', () => {
  it('gives the same whatever the pieces, and where a text is cut', () => {
    const document = '<a b="é&amp;">one\r\n<c/>two 😀<![CDATA[<three>]]>&#13;</a>';
    const eventsOf = (pieces: readonly string[]): string => {
      let events = '';
      const stream = xmlStream({
        open: ({ name, attributes }) => (events += `(${name}${attributes.map(({ value }) => value)}`),
        close: (name) => (events += `${name})`),
        text: (text) => (events += text),
      });
      for (const piece of pieces) stream.write(piece);
      stream.end();
      return events;
    };
    const whole = eventsOf([document]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(document.length)), (cuts) => {
        const edges = [0, ...cuts.sort((left, right) => left - right), document.length];
        const pieces = edges.slice(1).map((end, at) => document.slice(edges[at], end));
        expect(eventsOf(pieces)).toBe(whole);
      }),
    );
  });
});
