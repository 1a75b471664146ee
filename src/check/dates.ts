import { isDateline } from '../model/draft.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { defineTextCheck, type Finding, type Place, placesOf } from './check.ts';

export const dateFormat = defineTextCheck({
  id: 'date-format',
  family: 'numbers',
  severity: 'warning',
  describe:
    'A date of the target is not written as its language writes dates: the case of the month, the stop or the word beside the day, slashes or stops.',
  example: {
    locale: 'de',
    source: 'Le 21 octobre 2020.',
    target: 'Am 21 Oktober 2020.',
    note: 'German writes 21. Oktober',
  },
  find({ text, to, unit }) {
    if (isDateline(unit) || !/\d/u.test(text)) return [];
    const rules = [...(dateRules.get(to) ?? []), ...(dateRules.get(languageOf(to)) ?? [])];
    return rules.flatMap((rule) => findingsOf(rule, text, to));
  },
});

export const timeFormat = defineTextCheck({
  id: 'time-format',
  family: 'numbers',
  severity: 'warning',
  describe: 'A clock time of the target is written as another language writes it.',
  example: {
    locale: 'en',
    source: 'À 14h30.',
    target: 'At 14h30.',
    note: 'English writes 2:30 pm, or 14:30',
  },
  find({ text, to, unit }) {
    if (isDateline(unit) || !/\d/u.test(text)) return [];
    const language = languageOf(to);
    return (timeRules.get(language) ?? []).flatMap((rule) => findingsOf(rule, text, to));
  },
});

type Rule = {
  readonly pattern: RegExp;
  /** What is found in every such place, and hardly elsewhere: a pattern with classes of Unicode takes long to make. */
  readonly hint?: RegExp;
  readonly say: string;
  readonly keep?: (place: Place, text: string) => boolean;
};

function findingsOf({ pattern, hint, say, keep }: Rule, text: string, to: Locale): Finding[] {
  if (hint && !hint.test(text)) return [];
  return placesOf(text, pattern, (place) => keep?.(place, text) ?? true).map(({ found, at }) => ({
    message: `“${found}”: ${say} in ${to}`,
    target: at,
  }));
}

const months = {
  fr: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  en: 'january|february|march|april|june|july|august|september|october|november|december',
  de: 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember',
  es: 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  pt: 'janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro',
  it: 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre',
  ru: 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
} as const;

function capitalised(names: string): string {
  return names
    .split('|')
    .map((name) => name.slice(0, 1).toUpperCase() + name.slice(1))
    .join('|');
}

const day = String.raw`(?<![\d.,/])\d{1,2}`;

function smallMonth(names: string, between: string): Rule {
  return {
    pattern: new RegExp(`${day}(?:º|°|er)?${between}(?:${capitalised(names)})(?!\\p{L})`, 'gu'),
    say: 'the month is written small',
    keep: ({ at }, text) => !streets.test(text.slice(Math.max(0, at.start - 24), at.start)),
  };
}

/** `avenue du 8 Mai`, `Plaza 25 de Mayo`: streets, places and feasts have a capital. */
const streets =
  /(?:rue|place|avenue|boulevard|square|pont|quai|stade|lycée|calle|plaza|avenida|paseo|estadio|rua|praça|ponte|via|piazza|corso|viale|улиц\p{L}{1,2}|площад\p{L}{1,2})\s(?:\p{L}{1,3}\s?['’]?\s?){0,2}$/iu;

const slashes: Rule = {
  pattern: /(?<![\d/])\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})(?![\d/])/gu,
  say: 'a date in digits has stops',
};
const stops: Rule = {
  pattern: /(?<![\d.])(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d{2}(?![\d.]\d)/gu,
  say: 'a date in digits has slashes',
};
const blank = '[ \\u00a0]';

const dateRules = new Map<Locale, readonly Rule[]>([
  [
    'fr',
    [
      smallMonth(months.fr, blank),
      {
        pattern: new RegExp(`(?<![\\d.,/-])1${blank}(?:${months.fr})(?!\\p{L})`, 'gu'),
        say: 'the first of a month is 1er',
      },
    ],
  ],
  [
    'en',
    [
      {
        pattern: new RegExp(
          `${day}(?:st|nd|rd|th)?${blank}(?:of${blank})?(?:${months.en})(?!\\p{L})|(?<!\\p{L})(?:${months.en.replace('|march', '')})${blank}\\d{1,2}(?![\\d\\p{L}])`,
          'gu',
        ),
        say: 'the month has a capital',
      },
      stops,
    ],
  ],
  [
    'en-US',
    [
      {
        pattern: /(?<![\d/])(?:1[3-9]|2\d|3[01])\/(?:0?[1-9]|1[0-2])\/\d{4}(?![\d/])/gu,
        say: 'the month stands before the day',
      },
    ],
  ],
  [
    'de',
    [
      {
        pattern: new RegExp(`${day}${blank}(?:${months.de})(?!\\p{L})`, 'gu'),
        say: 'the day has a stop behind it',
      },
      slashes,
    ],
  ],
  [
    'es',
    [
      smallMonth(months.es, `${blank}de${blank}`),
      {
        pattern: new RegExp(`${day}${blank}(?:${months.es})(?!\\p{L})`, 'giu'),
        say: '“de” stands before the month',
      },
    ],
  ],
  [
    'pt',
    [
      smallMonth(months.pt, `${blank}de${blank}`),
      {
        pattern: new RegExp(`${day}${blank}(?:${months.pt})(?!\\p{L})`, 'giu'),
        say: '“de” stands before the month',
      },
    ],
  ],
  ['it', [smallMonth(months.it, blank)]],
  ['ru', [smallMonth(months.ru, blank), slashes]],
]);

const hourSign: Rule = {
  pattern: /(?<![\p{L}\d.,])(?:[01]?\d|2[0-4])[ \u00a0]?[hH][ \u00a0]?[0-5]\d(?![\p{L}\d])/gu,
  hint: /\d[ \u00a0]?[hH][ \u00a0]?\d/u,
  say: 'hours and minutes have no h between them',
};
const halfOfDay: Rule = {
  pattern: /(?<![\p{L}\d.,])(?:0?\d|1[0-2])(?:[:.][0-5]\d)?[ \u00a0]?[ap]\.?m\b\.?/giu,
  hint: /\d[ \u00a0]?[ap]\.?m/iu,
  say: 'hours are counted to 24',
};

const timeRules = new Map<string, readonly Rule[]>([
  ['en', [hourSign]],
  ['de', [hourSign, halfOfDay]],
  ['it', [hourSign, halfOfDay]],
  ['ru', [hourSign, halfOfDay]],
  ['ar', [hourSign]],
  ['fr', [halfOfDay]],
  ['pt', [halfOfDay]],
]);
