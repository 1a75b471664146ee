import { describe, expect, it } from 'vitest';
import { xmlStream } from '../../src/xml/stream.ts';

function read(pieces: readonly string[], doctype?: (declaration: string) => void): string[] {
  const names: string[] = [];
  const stream = xmlStream({
    open: ({ name }) => names.push(name),
    close: () => {},
    text: () => {},
    ...(doctype && { doctype }),
  });
  for (const piece of pieces) stream.write(piece);
  stream.end();
  return names;
}

describe('what comes before the root', () => {
  const long = `<!-- ${'<!DOCTYPE a> '.repeat(500)} -->`;

  it('may be long, and may speak of a document type in a comment', () => {
    expect(read([`${long}<a><!-- <!DOCTYPE b> --><b/></a>`])).toEqual(['a', 'b']);
  });

  it('is refused for a document type, wherever the pieces are cut', () => {
    const xml = `${long}\n<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`;
    for (const cut of [1, 7, 6515, xml.indexOf('DOCTYPE a [') + 3, xml.length - 3]) {
      expect(() => read([xml.slice(0, cut), xml.slice(cut)])).toThrow('DOCTYPE');
    }
  });

  it('hands a document type, once, to those who ask for it', () => {
    const found: string[] = [];
    expect(read([long, '<!DOCTYPE a SYSTEM "a.d', 'td"><a/>'], (one) => found.push(one))).toEqual(['a']);
    expect(found).toEqual([' a SYSTEM "a.dtd"']);
  });

  it('lets errors of the handler through', () => {
    const stream = xmlStream({
      open: () => {
        throw new RangeError('a fault of ours');
      },
      close: () => {},
      text: () => {},
    });
    expect(() => stream.write('<a/>')).toThrow(RangeError);
  });
});
