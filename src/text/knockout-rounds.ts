import { type Locale, languageOf } from '../model/locale.ts';
import type { Span } from '../model/span.ts';

/** A round of a cup: `r8` for `1/8 de finale`, `Achtelfinale`, `round of 16`. */
export type KnockoutRound = Span & { readonly value: string };

/** The knock-out rounds that a text names, in order. The final itself is none. */
export function readKnockoutRounds(text: string, locale: Locale): KnockoutRound[] {
  if (!hint.test(text)) return [];
  const pattern = patterns.get(languageOf(locale)) ?? inDigits;
  return [...text.matchAll(pattern)].map(({ 0: found, index: start, groups = {} }) => {
    const [name = '', written] = Object.entries(groups).find(([, part]) => part !== undefined) ?? [];
    return { start, end: start + found.length, value: name === 'digits' ? `r${written}` : name };
  });
}

/** Something of each name below: most copy has none of it, and an expression that is never run is never made. A name that comes to them comes to this. */
const hint =
  /1\/\d|emi-?fin|[lb]final|d[ei] final|quarter|meias?-fina|last (?:e|1|3|s|t)|round of|avos|уфинал|ьфинал/iu;

const digits = '1/(?<digits>2|4|8|16|32)(?!\\d)';
const inDigits = new RegExp(digits, 'gu');

const patterns: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      [
        'fr',
        '(?<r2>demi-finale)|(?<r4>quarts? de finale)|(?<r8>huitièmes? de finale)|(?<r16>seizièmes? de finale)',
      ],
      [
        'en',
        '(?<r2>semi-?final)|(?<r4>quarter-?final|last eight)|(?<r8>(?:round of|last) (?:16|sixteen))|(?<r16>(?:round of|last) (?:32|thirty-two))',
      ],
      ['de', '(?<r2>halbfinal)|(?<r4>viertelfinal)|(?<r8>achtelfinal)|(?<r16>sechzehntelfinal)'],
      [
        'es',
        '(?<r2>semifinal)|(?<r4>cuartos(?= de final))|(?<r8>octavos(?= de final))|(?<r16>dieciseisavos)',
      ],
      [
        'pt',
        '(?<r2>semifina|meias?-fina)|(?<r4>quart[ao]s(?= de final))|(?<r8>oitav[ao]s(?= de final))|(?<r16>dezesseis avos)',
      ],
      [
        'it',
        '(?<r2>semifinal)|(?<r4>quart[io](?= di finale))|(?<r8>ottav[io](?= di finale))|(?<r16>sedicesim[io](?= di finale))',
      ],
      ['ru', '(?<r2>полуфинал)|(?<r4>четвертьфинал)'],
    ] as const
  ).map(([language, words]) => [language, new RegExp(`${digits}|${words}`, 'giu')]),
);
