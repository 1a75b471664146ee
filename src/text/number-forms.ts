import type { Locale } from '../model/locale.ts';

/** All values that have to be there together: `21/10/2020` is a day, a month and a year. */
export type Reading = readonly string[];

/** What digits and their marks can mean. */
export type DigitForm = {
  /** As one quantity; more than one only where the locale does not say which of two marks groups thousands. */
  readonly quantities: readonly number[];
  /** As something else: a clock time, a date, numbers side by side, the very same signs. */
  readonly readings: readonly Reading[];
  /** Values that stand in it, as 3 and 1 in `3:1`: they answer for numbers of the other side, but not for this one. */
  readonly parts?: readonly string[];
  /** The hour, where it may be a clock time. */
  readonly hour?: number;
};

const blank = ' \\u00a0\\u2007\\u2009\\u202f';

/**
 * One written number with its separators; a date in digits and `14h30` are one as well. It has two groups and must stand first in a
 * pattern. Every branch is bounded or linear.
 */
export const digitPattern = [
  '(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}([./-])\\d{1,2}\\1(?:\\d{4}|\\d{2}))(?!\\d)',
  '\\d{1,2}/\\d{1,2}(?![\\d/])',
  `\\d{1,2}[${blank}]?[hH](?:[${blank}]?\\d{2})?(?![\\p{L}\\d])`,
  `\\d{1,3}(?:([${blank}.,'’٬])\\d{3})(?:\\2\\d{3})*(?!\\d)(?:[.,٫]\\d+)?`,
  '\\d+(?:[.,:٫٬]\\d+)*',
].join('|');

const groupedPattern = new RegExp(`^\\d{1,3}(?:[${blank}.,'’٬]\\d{3})+(?:[.,٫]\\d+)?$`, 'u');

/** Arabic-Indic and Persian digits as ASCII ones, one unit for one. */
export function withAsciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 15));
}

/** A number as a name among values: rounded, so that 2.3 × 10⁶ is 2300000. */
export function asValue(quantity: number): string {
  return String(Number.isSafeInteger(quantity) ? quantity : Number(quantity.toPrecision(12)));
}

/** Two numbers side by side, as in a score, whichever comes first: Arabic copy has both orders. */
export function pairOf(a: number, b: number): string {
  return `${asValue(Math.min(a, b))}&${asValue(Math.max(a, b))}`;
}

/**
 * Reads digits that {@link digitPattern} found.
 *
 * @param before and after: some of the text on both sides, for `années 80`, `14 heures`, `1430 GMT`
 */
export function readDigits(written: string, before: string, after: string, locale: Locale): DigitForm {
  const parts = written.split(/\D+/u).filter((part) => part !== '');
  const [first = '', second = '', third = ''] = parts;
  if (/^\d+$/u.test(written)) return wholeNumber(written, before, after);
  const hour = Number(first);
  if (/[hH]/u.test(written)) return { quantities: [], readings: clock(hour, second), hour };
  if (parts.length === 3 && /^(?:\d{4}-.*|\d{1,2}([./-])\d{1,2}\1\d+)$/u.test(written)) {
    return { quantities: [], readings: date(first, second, third) };
  }
  if (written.includes('/'))
    return {
      quantities: [],
      readings: [plain(parts), [pairOf(Number(first), Number(second))], ...dayAndMonth(first, second)],
    };
  if (groupedPattern.test(written)) return groupedNumber(written, locale);
  if (parts.length !== 2) return { quantities: [], readings: [plain(parts)] };
  if (written.includes(':')) {
    const times = clockLike(first, second);
    const readings = [[pairOf(Number(first), Number(second))], ...times];
    return { quantities: [], readings, ...(times.length === 0 ? { parts: plain(parts) } : { hour }) };
  }
  const times = clockLike(first, second);
  const dates = written.includes('.') ? dayAndMonth(first, second) : [];
  const isTime = times.length > 0 && hourBehind.test(after);
  return {
    quantities: [Number(`${first}.${second}`)],
    readings: [...times, ...dates],
    ...(isTime && { hour }),
  };
}

function wholeNumber(written: string, before: string, after: string): DigitForm {
  const number = Number(written);
  const readings: Reading[] = [];
  const isHour = number <= 72 && hourBehind.test(after);
  if (isHour) readings.push(...clock(number, ''));
  if (/^\d{4}$/u.test(written) && zoneBehind.test(after)) {
    readings.push(...clockLike(written.slice(0, 2), written.slice(2)));
  }
  if (number % 10 === 0 && (decadeBefore.test(before) || decadeBehind.test(after))) {
    if (number < 100) readings.push([asValue(1900 + number)]);
    else if (number < 2100) readings.push([asValue(number % 100)]);
  }
  const century = /((?:1|2)\d)\d\d[-\u2010-\u2015/]$/u.exec(before)?.[1];
  if (century !== undefined && written.length === 2) readings.push([century + written]);
  return { quantities: [number], readings, ...(isHour && { hour: number }) };
}

const hourBehind =
  /^[\s\u00a0\u2011-]?(?:heures?|uhr|horas?|hours?|hrs?|hs|stunden|час|ساعة|[ap]\.?\s?m\b|o['’]clock|de la (?:mañana|tarde|noche)|da (?:manhã|tarde|noite)|ore\b|d(?:i sera|i notte|i mattina|el mattino|el pomeriggio)|вечера|утра)/iu;
const zoneBehind = /^\s?(?:gmt|utc|h\b|hours|hrs)/iu;
const decadeBefore =
  /(?:années|décennie|años|década de|anos|anni|jahren?|decade of the|العقد|أعوام|سنوات|ال)\s*['’]?$/iu;
const decadeBehind = /^(?:['’]?s|er|ern|[-\u2011](?:е|х|м|ми))(?!\p{L})/iu;

function groupedNumber(written: string, locale: Locale): DigitForm {
  const marks = written.replace(/\d/gu, '');
  const [mark = ''] = marks;
  if (marks.length > 1 || /[\s'’٬]/u.test(mark)) {
    const whole = marks.endsWith(mark) ? written : written.slice(0, written.lastIndexOf(marks.slice(-1)));
    const fraction = written.slice(whole.length + 1);
    const quantity = Number(`${whole.replace(/\D/gu, '')}.${fraction}`);
    // `le 21 300 personnes`: a plain blank may as well stand between two numbers
    return { quantities: [quantity], readings: mark === ' ' ? [plain(written.split(/\D/u))] : [] };
  }
  const thousands = Number(written.replace(mark, ''));
  const decimal = Number(written.replace(mark, '.'));
  if (written.startsWith('0')) return { quantities: [decimal], readings: [] };
  const same: Reading = [`=${written}`];
  const decimalMark = decimalMarkOf(locale);
  if (decimalMark !== undefined)
    return { quantities: [mark === decimalMark ? decimal : thousands], readings: [same] };
  return { quantities: written.endsWith('000') ? [thousands] : [thousands, decimal], readings: [same] };
}

/** The decimal mark of a locale from CLDR. Arabic copy with European digits is written both ways, so it has none of its own. */
function decimalMarkOf(locale: Locale): string | undefined {
  if (/^ar\b/u.test(locale)) return undefined;
  let found = decimalMarks.get(locale);
  if (found === undefined) {
    const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(0.5);
    found = parts.find((part) => part.type === 'decimal')?.value ?? '.';
    decimalMarks.set(locale, found);
  }
  return found;
}

/** Begun with what CLDR says of the languages of the house: asking `Intl` for each takes longer than reading all their numbers. */
const decimalMarks = new Map<Locale, string>([
  ['en', '.'],
  ['fr', ','],
  ['de', ','],
  ['es', ','],
  ['pt', ','],
  ['ru', ','],
  ['it', ','],
]);

/**
 * Clock times are told apart within twelve hours only: `14h30` is `2:30` too, for Arabic and Spanish say the half of the day in
 * words. Hours that are a whole number of days are read as days as well.
 */
function clock(hour: number, minute: string): Reading[] {
  const time = `${hour % 12}:${minute === '' ? '00' : minute}`;
  const said = (hours: number) => [Number(minute) === 0 ? asValue(hours) : pairOf(hours, Number(minute))];
  const spoken = hour > 12 && hour < 24 ? [said(hour - 12)] : [];
  const days = hour > 0 && hour % 24 === 0 && Number(minute) === 0 ? [said(hour / 24)] : [];
  return [[time], said(hour), ...spoken, ...days];
}

function clockLike(hour: string, minute: string): Reading[] {
  const valid = hour.length <= 2 && minute.length === 2 && Number(hour) <= 24 && Number(minute) < 60;
  return valid ? clock(Number(hour), minute) : [];
}

function dayAndMonth(a: string, b: string): Reading[] {
  if (a.length > 2 || b.length > 2) return [];
  return [monthOf(a, b), monthOf(b, a)].filter((reading) => reading !== undefined);
}

function monthOf(day: string, month: string): Reading | undefined {
  const valid = Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
  return valid ? [asValue(Number(day)), `m${Number(month)}`] : undefined;
}

function date(a: string, b: string, c: string): Reading[] {
  const [year, day, month] = a.length === 4 ? [a, c, b] : [c, a, b];
  const years = year.length === 2 ? [year, `20${year}`, `19${year}`] : [year];
  return years.flatMap((each) => [
    plain([each, day, month]),
    ...dayAndMonth(day, month).map((reading) => [...reading, asValue(Number(each))]),
  ]);
}

function plain(parts: readonly string[]): Reading {
  return parts.map((part) => asValue(Number(part)));
}
