import { describe, expect, it } from 'vitest';
import { DepecheError } from '../../src/model/errors.ts';
import { attributeOf, childrenOf, textIn, type XmlElement } from '../../src/xml/node.ts';
import { readXml, type XmlSource } from '../../src/xml/read.ts';

/** Reads a document whose `unit` elements are its parts. */
function read(source: XmlSource, maxHeld = 100) {
  const parts: { readonly part: XmlElement; readonly around: readonly string[] }[] = [];
  const root = readXml(source, {
    parts: {
      isPart: ({ local }) => local === 'unit',
      part: (part, around) => parts.push({ part, around: around.map(({ name }) => name) }),
      maxHeld,
    },
  });
  return { root, parts };
}

function refusal(source: XmlSource, maxHeld?: number): string {
  try {
    read(source, maxHeld);
  } catch (error) {
    if (error instanceof DepecheError) return error.message;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('a document in parts', () => {
  const xml =
    '<a>1<g id="g"><unit id="u1">one<b/></unit>2<unit id="u2"><unit id="in">two</unit></unit></g><unit id="u3"/></a>';

  it('hands over each part whole and in order, with the elements it stands in', () => {
    const { parts } = read(xml);
    expect(parts.map(({ part }) => [attributeOf(part, 'id'), textIn(part)])).toEqual([
      ['u1', 'one'],
      ['u2', 'two'],
      ['u3', ''],
    ]);
    expect(parts.map(({ around }) => around.join('/'))).toEqual(['a/g', 'a/g', 'a']);
    expect(parts.flatMap(({ part }) => childrenOf(part)).map(({ name }) => name)).toEqual(['b', 'unit']);
  });

  it('leaves them out of the tree, and nothing else', () => {
    const { root } = read(xml);
    expect(textIn(root)).toBe('12');
    expect(childrenOf(root).map((child) => [child.name, child.children.length])).toEqual([['g', 1]]);
  });

  it('is the same whatever the pieces', () => {
    expect(read(Array.from(xml))).toEqual(read(xml));
  });

  it('holds no more than it may: in one part, and outside of all', () => {
    const unit = '<unit a="1"><b>2</b></unit>';
    expect(read(`<a>${unit.repeat(50)}</a>`, 5).parts).toHaveLength(50);
    expect(refusal(`<a>${unit.replace('<b>', '<c/><b>')}</a>`, 5)).toMatch(/more than 5 elements/u);
    expect(refusal(`<a>${'<c/>'.repeat(3)}${unit}</a>`, 5)).toMatch(/more than 5 elements/u);
    expect(refusal('<a b="" c="" d=""/>', 3)).toMatch(/more than 3 elements/u);
  });
});

describe('a tag, a text or a comment', () => {
  const long = 'mot '.repeat(2.5 * 1024 * 1024);

  it.each([
    ['an attribute', `<a b="${long}"/>`],
    ['a text', `<a>${long}</a>`],
    ['a comment', `<a><!--${long}--></a>`],
    ['a comment before the root', `<!--${long}--><a/>`],
    ['a CDATA section', `<a><![CDATA[${long}]]></a>`],
    ['a processing instruction', `<a><?b ${long}?></a>`],
    ['references', `<a>${'&lt;'.repeat(2.5 * 1024 * 1024)}</a>`],
  ])('%s of ten million characters is refused', (_name, xml) => {
    expect(refusal(xml)).toBe('a tag, a text or a comment of more than 8 million characters');
  });

  it('may be as long together as the document', () => {
    const half = long.slice(0, long.length / 2);
    expect(textIn(readXml(`<a>${half}<b/>${half}<b c="${half}"/></a>`))).toBe(long);
  });
});
