import { type Locale, languageOf } from '../model/locale.ts';
import type { Span } from '../model/span.ts';

/** A day in digits: `21/10/2020`. */
export type WrittenDate = { readonly day: number; readonly month: number; readonly year: number };

/** Reads a day in digits with a year of four, the day first, or the year. */
export function readWrittenDate(written: string): WrittenDate | undefined {
  const [, first = '', , second = '', third = ''] =
    /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})$/u.exec(written) ?? [];
  const date =
    first.length === 4
      ? { year: Number(first), month: Number(second), day: Number(third) }
      : { day: Number(first), month: Number(second), year: Number(third) };
  const isDay = date.day >= 1 && date.day <= 31 && date.month >= 1 && date.month <= 12;
  return isDay && date.year > 999 ? date : undefined;
}

type DatePlace = Span & { write(date: WrittenDate): string };

const inDigits = /(?<![\d./-])(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?![\d]|[./-]\d)/gu;

/**
 * The places in a translation that say a day in digits. In English the month may stand first, so a day that could be read either way
 * is not found there.
 */
export function placesOfDate(text: string, date: WrittenDate, locale: Locale): DatePlace[] {
  const monthFirst = languageOf(locale) === 'en';
  const orders: readonly (readonly (keyof WrittenDate)[])[] = [
    ...(monthFirst && date.day <= 12 ? [] : [['day', 'month', 'year'] as const]),
    ...(monthFirst && date.day > 12 ? [['month', 'day', 'year'] as const] : []),
    ['year', 'month', 'day'],
  ];
  return Array.from(text.matchAll(inDigits)).flatMap((match): DatePlace[] => {
    const [whole, first = '', mark = '', second = '', third = ''] = match;
    const parts = [first, second, third];
    const order = orders.find((names) => names.every((name, place) => Number(parts[place]) === date[name]));
    if (!order) return [];
    const write = (other: WrittenDate) =>
      order.map((name, place) => String(other[name]).padStart(parts[place]?.length ?? 0, '0')).join(mark);
    return [{ start: match.index, end: match.index + whole.length, write }];
  });
}
