import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffText, wordDiff } from '../../src/text/word-diff.ts';

const told = (earlier: string, later: string) => diffText(wordDiff(earlier, later));

describe('a word-level diff', () => {
  it.each([
    ['Il y a 12 morts.', 'Il y a 12 morts.', 'Il y a 12 morts.'],
    ['Il y a 12 morts.', 'Il y a 17 morts.', 'Il y a [-12-] {+17+} morts.'],
    ['Il y a 12 morts.', 'Il y a au moins 12 morts.', 'Il y a {+au moins+} 12 morts.'],
    ['Il y a déjà 12 morts.', 'Il y a 12 morts.', 'Il y a [-déjà-] 12 morts.'],
    ['Un, deux.', 'Trois, quatre.', '[-Un, deux-] {+Trois, quatre+}.'],
    ['L’armée avance.', "L'armée recule.", "L'armée [-avance-] {+recule+}."],
    ['', 'Neuf.', '{+Neuf.+}'],
    ['Vieux.', '', '[-Vieux.-]'],
  ])('of %j and %j', (earlier, later, expected) => expect(told(earlier, later)).toBe(expected));

  const words = fc.array(fc.constantFrom('le', 'la', 'mort', '12', ',', '«', 'l’eau', ' '), {
    maxLength: 30,
  });
  const text = words.map((all) => all.join(' '));

  it('gives back both texts, and is no longer than to take one away and put the other there', () => {
    fc.assert(
      fc.property(text, text, (earlier, later) => {
        const parts = wordDiff(earlier, later);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        const squeezed = (some: string) => some.replace(/\s+/gu, '');
        expect(without('removed')).toBe(later);
        expect(squeezed(without('added'))).toBe(squeezed(earlier));
        parts.forEach((part, at) => {
          expect(part.text).not.toBe('');
          expect(part.kind).not.toBe(parts[at + 1]?.kind);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('leaves every word alone that both texts have in a row', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('ajout', 'neuf'), text, (before, word, after) => {
        const parts = wordDiff(`${before} ${after}`, `${before} ${word} ${after}`);
        // Blanks alone are no words.
        const words = (kind: string) =>
          parts
            .flatMap((part) => (part.kind === kind ? part.text.trim().split(/\s+/u) : []))
            .filter((one) => one !== '');
        expect([words('removed'), words('added')]).toEqual([[], [word]]);
      }),
      { numRuns: 300 },
    );
  });

  it('of two long texts with nothing in common does not take the square of their length', () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join(' ');
    expect(wordDiff(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
