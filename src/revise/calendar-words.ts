import { type Locale, languageOf } from '../model/locale.ts';
import type { Span } from '../model/span.ts';

/** A month or a day of the week: `month 9` in the style `month of a day` is October behind its day. */
export type CalendarWord = {
  /** What it means, whatever the language: `month 9` (from 0), `weekday 0` (Sunday). */
  readonly key: string;
  /** In which of the ways a locale has for it. */
  readonly style: string;
};

type CalendarWords = {
  readonly said: ReadonlyMap<string, string>;
  readonly meant: ReadonlyMap<string, CalendarWord>;
  readonly pattern: RegExp;
};

/** The months and days of the week in a text, as `Intl` has them. Where a language writes them with a capital, another word may be meant without. */
export function calendarWordsIn(text: string, locale: Locale): (Span & CalendarWord)[] {
  const { meant, pattern } = wordsOf(locale);
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: word, index: start }) => {
    const found = meant.get(word.toLocaleLowerCase(locale));
    if (!found || (capitalised.has(languageOf(locale)) && !/^\p{Lu}/u.test(word))) return [];
    return [{ start, end: start + word.length, ...found }];
  });
}

/** `may` and `march` are no months. */
const capitalised = new Set(['en', 'de']);

/**
 * Another month or day in place of one, in its style and with its capital.
 *
 * @param before what stands before it: it may have to be another with another day
 * @returns undefined where its gender or a preposition would have to change with it
 */
export function calendarWordFor(
  key: string,
  { style, word, before }: { readonly style: string; readonly word: string; readonly before: string },
  locale: Locale,
): string | undefined {
  const said = wordsOf(locale).said.get(`${style} ${key}`);
  if (said === undefined || !agrees(languageOf(locale), word, said, before)) return undefined;
  return /^\p{Lu}/u.test(word) ? said.slice(0, 1).toLocaleUpperCase(locale) + said.slice(1) : said;
}

function agrees(language: string, word: string, said: string, before: string): boolean {
  // The days of the working week are feminine, the others are not.
  if (language === 'pt') return word.endsWith('-feira') === said.endsWith('-feira');
  if (language !== 'ru' || !russianDays.includes(word.toLowerCase())) return true;
  return /(?:^|\s)(?:в|на)\s$/iu.test(before) && !said.startsWith('вт');
}

/** As they are said behind `в` and `на`, Sunday first. */
const russianDays = ['воскресенье', 'понедельник', 'вторник', 'среду', 'четверг', 'пятницу', 'субботу'];

const known = new Map<Locale, CalendarWords>();

function wordsOf(locale: Locale): CalendarWords {
  const found = known.get(locale) ?? readCalendar(locale);
  known.set(locale, found);
  return found;
}

/** Some languages inflect a month that has a day before it. */
const styles = {
  'month of a day': { part: 'month', options: { month: 'long', day: 'numeric' } },
  month: { part: 'month', options: { month: 'long' } },
  weekday: { part: 'weekday', options: { weekday: 'long' } },
} as const;

function readCalendar(locale: Locale): CalendarWords {
  const said = new Map<string, string>();
  const meant = new Map<string, CalendarWord>();
  const isRussian = languageOf(locale) === 'ru';
  const add = (key: string, style: string, word: string): void => {
    said.set(`${style} ${key}`, word);
    const folded = word.toLocaleLowerCase(locale);
    if (!meant.has(folded)) meant.set(folded, { key, style });
  };
  for (const [style, { part, options }] of Object.entries(styles)) {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', numberingSystem: 'latn' });
    for (let number = 0; number < (part === 'month' ? 12 : 7); number += 1) {
      // The first of January 2023 was a Sunday.
      const day =
        part === 'month' ? new Date(Date.UTC(2023, number, 1)) : new Date(Date.UTC(2023, 0, 1 + number));
      const word = format.formatToParts(day).find(({ type }) => type === part)?.value ?? '';
      if (!isRussian || part === 'month') add(`${part} ${number}`, style, word);
      // `сентября` is `в сентябре`.
      if (isRussian && style === 'month of a day')
        add(`month ${number}`, 'month in', `${word.slice(0, -1)}е`);
      if (isRussian && part === 'weekday') add(`weekday ${number}`, style, russianDays[number] ?? word);
    }
  }
  const words = [...meant.keys()].sort((left, right) => right.length - left.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}])(?:${words.join('|')})(?![\\p{L}\\p{M}])`, 'giu');
  return { said, meant, pattern };
}
