import { withoutAccents } from '../text/fold.ts';

/** Months without accents, with the days they have; an abbreviation is the beginning of one. */
const months = [
  ['janvier', 31],
  ['fevrier', 29],
  ['mars', 31],
  ['avril', 30],
  ['mai', 31],
  ['juin', 30],
  ['juillet', 31],
  ['aout', 31],
  ['septembre', 30],
  ['octobre', 31],
  ['novembre', 30],
  ['decembre', 31],
] as const;

/** The source of a regular expression, in small letters, for a month: in full or abbreviated, with its accents or without, without its full stop. */
export const monthPattern =
  'janvier|janv|jan|f[ée]vrier|f[ée]vr?|mars|avril|avr|mai|juin|juillet|juill?|ao[ûu]t?|septembre|sept|sep|octobre|oct|novembre|nov|d[ée]cembre|d[ée]c';

/**
 * @param day `21`, `1er`
 * @param month a name that {@link monthPattern} matches
 * @returns `2020-10-21`, or `--10-21` without a year; undefined for a day that the month does not have
 */
export function isoDate(day: string, month: string, year: string | undefined): string | undefined {
  const at = monthIndex(month);
  const number = Number.parseInt(day, 10);
  if (number < 1 || number > daysOf(at, year)) return undefined;
  return `${year ?? '-'}-${twoDigits(at + 1)}-${twoDigits(number)}`;
}

function monthIndex(month: string): number {
  const plain = withoutAccents(month).toLowerCase();
  return months.findIndex(([name]) => name.startsWith(plain));
}

function daysOf(month: number, year: string | undefined): number {
  const [, days] = months[month] ?? ['', 0];
  return month === 1 && year !== undefined && !isLeap(Number(year)) ? 28 : days;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
