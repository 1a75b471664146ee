import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributedQuotations, quotationsIn } from '../../src/termbase/quotations.ts';
import { house } from './house.ts';

describe('quotationsIn', () => {
  it.each([
    ['fr', '« Nous ne partirons pas », dit-il.', ['Nous ne partirons pas']],
    [
      'fr',
      '«\u00a0Oui, nous partons.\u00a0» Puis : « Non, restez là ! »',
      ['Oui, nous partons', 'Non, restez là !'],
    ],
    ['fr', '« Il m’a dit “va-t-en vite d’ici” hier »', ['Il m’a dit “va-t-en vite d’ici” hier']],
    ['de', '„Wir bleiben hier“, sagte er.', ['Wir bleiben hier']],
    ['en', '“We are staying here,” he said.', ['We are staying here']],
    ['es', '«Nos quedamos aquí», dijo.', ['Nos quedamos aquí']],
    ['fr', 'Le film « Le Pont » et un « oui »', []],
    ['fr', '« Une phrase qui ne finit pas', []],
  ])('%s: %s', (locale, text, words) => {
    const found = quotationsIn(text, locale);
    expect(found.map((one) => one.words)).toEqual(words);
    for (const { start, end, words: own } of found) expect(text.slice(start, end)).toBe(own);
  });

  it('never overlaps and always points at its words, whatever the marks', () => {
    const pieces = fc.array(fc.constantFrom('«', '»', '“', '”', '"', ' a ', 'bc de ', '. ', 'fr,'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(pieces, fc.constantFrom('fr', 'de', 'en'), (parts, locale) => {
        const text = parts.join('');
        let from = 0;
        for (const { start, end, words } of quotationsIn(text, locale)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(text.slice(start, end)).toBe(words);
          from = end;
        }
      }),
    );
  });
});

describe('attributedQuotations', () => {
  const speakers = (...sentences: string[]) =>
    attributedQuotations(sentences, 'fr', house).map((found) => found.map(({ speaker }) => speaker));

  it('takes the one person outside of the marks, in the sentence or beside it', () => {
    expect(speakers('« Nous ne partirons pas », dit Lavrov.', 'Sergueï Lavrov dort.')).toEqual([
      ['lavrov'],
      [],
    ]);
    expect(speakers('« Sergueï Lavrov ne part pas », dit Ilham Aliev.')).toEqual([['ilham-aliev']]);
    expect(speakers('Sergueï Lavrov parle.', '« Nous ne partirons pas. »')).toEqual([[], ['lavrov']]);
    expect(speakers('« Nous ne partirons pas. »', 'Ainsi parle Sergueï Lavrov.')).toEqual([['lavrov'], []]);
  });

  it('takes nobody where two are named, or none', () => {
    expect(speakers('« Nous ne partirons pas », disent Sergueï Lavrov et Ilham Aliev.')).toEqual([
      [undefined],
    ]);
    expect(speakers('« Nous ne partirons pas », dit-on à Moscou.')).toEqual([[undefined]]);
  });
});
