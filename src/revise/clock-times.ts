import { type Locale, languageOf } from '../model/locale.ts';
import type { Span } from '../model/span.ts';

/** A time of the day as copy says it: `14h30`, `18h`. `exact` where minutes are written, be they none. */
export type ClockTime = { readonly hour: number; readonly minute: number; readonly exact: boolean };

/** Reads a time in the form of the wire: `14h30`, `14 h 30`, `18h`, `14:30`. */
export function readClockTime(written: string): ClockTime | undefined {
  const [, hour, minute] = /^(\d{1,2})\s?[hH:]\s?(\d{2})?$/u.exec(written) ?? [];
  if (hour === undefined || (minute === undefined && written.includes(':'))) return undefined;
  const time = { hour: Number(hour), minute: Number(minute ?? 0), exact: minute !== undefined };
  return time.hour < 24 && time.minute < 60 ? time : undefined;
}

/** A place in a text at which a time stands, and how another one is written there. */
type TimePlace = Span & { write(time: ClockTime): string | undefined };

const half = String.raw`(?<blank>[\s\u00a0]?)(?<half>[aApP])(?<dot>\.?)(?<m>[mM])(?:(?<=\.[mM])\.)?(?!\p{L})`;
const hours = String.raw`(?:Uhr|h(?:eures?|oras?)?|hours|hs|hrs)(?!\p{L})`;

/**
 * The places in a translation that say a time, whatever its manner: `2:30 p.m.`, `14.30 Uhr`, `18 Uhr`, `14h30`, `0612 GMT`. Noon and
 * midnight are said in words, and not found.
 */
export function placesOfTime(text: string, time: ClockTime, locale: Locale): TimePlace[] {
  const { hour, minute } = time;
  const minutes = String(minute).padStart(2, '0');
  const bare = String.raw`(?<![\d.,:/-])(?<zero>0?)${hour}`;
  const twelve = String.raw`(?<![\d.,:/-])0?${hour % 12 || 12}`;
  const patterns: readonly (readonly [pattern: string, manner: Manner])[] = [
    [`${twelve}(?<mark>[:.])${minutes}${half}`, 'half'],
    ...(minute === 0 ? ([[`${twelve}${half}`, 'half']] as const) : []),
    [String.raw`(?<![\d])${String(hour).padStart(2, '0')}${minutes}(?=\s?(?:GMT|UTC))`, 'run'],
    [
      String.raw`${bare}(?<mark>[:.h])${minutes}(?!\d|[.,:]\d|${half.replaceAll(/\?<\w+>/gu, '?:')})`,
      'marked',
    ],
    ...(minute === 0 ? ([[String.raw`${bare}(?=(?<unit>[\s\u00a0]?${hours}))`, 'whole']] as const) : []),
  ];
  const places: TimePlace[] = [];
  for (const [pattern, manner] of patterns) {
    for (const match of text.matchAll(new RegExp(pattern, 'gu'))) {
      const span = { start: match.index, end: match.index + match[0].length };
      const groups = match.groups ?? {};
      const isAfternoon = hour >= 12;
      if (manner === 'half' && /p/iu.test(groups.half ?? '') !== isAfternoon) continue;
      if (places.some((place) => span.start < place.end && place.start < span.end)) continue;
      places.push({ ...span, write: (other) => writers[manner](other, groups, locale) });
    }
  }
  return places;
}

type Manner = 'half' | 'run' | 'marked' | 'whole';
type Groups = Readonly<Record<string, string | undefined>>;

const writers = {
  half({ hour, minute, exact }, { mark = ':', blank = '', half: letter = '', dot = '', m = '' }) {
    // What is twelve in the morning or in the afternoon is said in words.
    if (hour % 12 === 0) return undefined;
    const isCapital = letter === letter.toUpperCase();
    const other = hour < 12 ? 'a' : 'p';
    const suffix = `${isCapital ? other.toUpperCase() : other}${dot}${m}${dot}`;
    return `${hour % 12}${exact || minute > 0 ? mark + twoDigits(minute) : ''}${blank}${suffix}`;
  },
  run: ({ hour, minute }) => twoDigits(hour) + twoDigits(minute),
  marked({ hour, minute, exact }, { mark = ':', zero = '' }) {
    const written = zero === '' ? String(hour) : twoDigits(hour);
    if (mark === 'h' && !exact) return `${written}h`;
    return written + mark + twoDigits(minute);
  },
  whole({ hour, minute }, { zero = '', unit = '' }, locale) {
    const written = zero === '' ? String(hour) : twoDigits(hour);
    if (minute === 0) return written;
    // The minutes would stand behind the unit (`20h15`), which is no part of the place.
    if (unit === 'h') return undefined;
    return written + (languageOf(locale) === 'de' ? '.' : ':') + twoDigits(minute);
  },
} as const satisfies Record<Manner, (time: ClockTime, groups: Groups, locale: Locale) => string | undefined>;

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
