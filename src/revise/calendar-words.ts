import type { Locale } from '../model/locale.ts';

/** A month or a day of the week: `month 10 long 0` is October written out. */
export type CalendarWord = {
  /** What it means, whatever the language: `month 9` (from 0), `weekday 0` (Sunday). */
  readonly key: string;
  /** In which of the ways a locale has for it. */
  readonly style: string;
};

/** The months and days of the week of a locale, as `Intl` has them. */
export type CalendarWords = {
  find(word: string): CalendarWord | undefined;
  /** Another month or day in the same style, with a capital where `like` has one. */
  say(key: string, style: string, like: string): string | undefined;
};

const known = new Map<Locale, CalendarWords>();

export function calendarWords(locale: Locale): CalendarWords {
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
  for (const [style, { part, options }] of Object.entries(styles)) {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', numberingSystem: 'latn' });
    for (let number = 0; number < (part === 'month' ? 12 : 7); number += 1) {
      // The first of January 2023 was a Sunday.
      const day =
        part === 'month' ? new Date(Date.UTC(2023, number, 1)) : new Date(Date.UTC(2023, 0, 1 + number));
      const word = format.formatToParts(day).find(({ type }) => type === part)?.value ?? '';
      const key = `${part} ${number}`;
      said.set(`${style} ${key}`, word);
      if (!meant.has(word.toLocaleLowerCase(locale)))
        meant.set(word.toLocaleLowerCase(locale), { key, style });
    }
  }
  return {
    find: (word) => meant.get(word.toLocaleLowerCase(locale)),
    say(key, style, like) {
      const word = said.get(`${style} ${key}`);
      if (word === undefined) return undefined;
      return /^\p{Lu}/u.test(like) ? word.slice(0, 1).toLocaleUpperCase(locale) + word.slice(1) : word;
    },
  };
}
