import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexedWords } from '../../src/memory/indexed-words.ts';
import { withoutAccents } from '../../src/text/fold.ts';
import { wordingOf } from '../../src/text/wording.ts';

describe('indexedWords', () => {
  it.each([
    ['L’Azerbaïdjan, à 14h30 : « Étrangères »', 'l azerbaidjan a 14 h30 etrangeres'],
    ['30.000 m² et ½ kg', '30 000 m ² et ½ kg'],
    ['ГОРОД Йошкар-Ола', 'город иошкар ола'],
    ['ΣΟΦΟΣ', 'σοφος'],
    ['أُكْتوبر 2020', 'اكتوبر 2020'],
    ['日本語', '日本語'],
    [' …! ', ''],
    ['', ''],
  ])('%j', (text, words) => {
    expect(indexedWords(text)).toBe(words);
  });

  it('is the same for every typing of a text, and says what folding the whole of it says', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'aéEÉœßİıΣσς½²Ⅷ9٣й’- \u00a0\u0301\u0327\u200d'),
      fc.integer({ min: 0, max: 0x2100 }).map((code) => String.fromCharCode(code)),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        const text = units.join('');
        const letters = (of: string) => of.match(/[\p{L}\p{N}]/gu)?.join('') ?? '';
        const whole = withoutAccents(wordingOf(text)).toLowerCase();
        expect(letters(indexedWords(text))).toBe(letters(whole));
        expect(indexedWords(text.normalize('NFD'))).toBe(indexedWords(text));
        // A letter that is not read unit by unit has the whole text read another way: the words must not tell.
        expect(indexedWords(`${text} 日`)).toBe(`${indexedWords(text)} 日`.trim());
      }),
      { numRuns: 300 },
    );
  });
});
