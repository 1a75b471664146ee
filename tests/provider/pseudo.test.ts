import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pseudoText } from '../../src/provider/pseudo.ts';

const kept = fc.constantFrom(
  '{{count}}',
  '{{ a name }}',
  '$t(common.key)',
  'https://example.org/a?b=c#d',
  'desk@example.org',
  '30.000',
  '3,4',
  '14h30',
  'G20',
);
const words = fc.constantFrom('le', 'ministre', 'réfugiés', 'Karabakh,', '«', '»', 'Москва', 'مرحبا', '🙂');

describe('pseudoText', () => {
  it('accents, lengthens and brackets', () => {
    expect(pseudoText('Bonjour tout le monde')).toMatch(/^\[Ɓ.+\]$/u);
    expect(pseudoText('Bonjour')).not.toContain('B');
  });

  it('keeps placeables, addresses and numbers, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(kept, words), { maxLength: 30 }), (pieces) => {
        const result = pseudoText(pieces.join(' '));
        let at = 0;
        for (const piece of pieces.filter((one) => /[{$@\d]|:\/\//u.test(one))) {
          at = result.indexOf(piece, at) + piece.length;
          expect(at).toBeGreaterThanOrEqual(piece.length);
        }
      }),
    );
  });

  it('keeps a placeable that an elision leads into', () => {
    expect(pseudoText("d'{{country}}")).toContain('{{country}}');
  });

  it('adds about 30 % of the letters of running text', () => {
    const text = 'Le ministre des Affaires étrangères a été reçu par son homologue dans la capitale russe';
    const letters = [...text.replace(/\P{L}/gu, '')].length;
    const grown = [...pseudoText(text)].length - [...text].length - '[]'.length;
    expect(grown / letters).toBeGreaterThan(0.25);
    expect(grown / letters).toBeLessThan(0.36);
  });

  it('leaves other scripts as they are and brings in no mark of direction', () => {
    const arabic = 'وصل الوزير إلى موسكو';
    const result = pseudoText(arabic);
    expect(result).toContain(arabic);
    expect(result).not.toMatch(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u);
    expect(result.slice(arabic.length + 1)).toMatch(/^ ~+\]$/u);
  });

  it('gives the same text each time, and never the source', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(pseudoText(text)).toBe(pseudoText(text));
        expect(pseudoText(text)).not.toBe(text);
      }),
    );
  });

  it.each(['{{', '$t(', 'a', '{{ '])('takes linear time on a megabyte of %j', (piece) => {
    // At a cost that grows with the square this takes minutes, and the runner gives up.
    pseudoText(piece.repeat(1_000_000 / piece.length));
  });
});
