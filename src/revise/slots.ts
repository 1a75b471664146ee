import type { Locale } from '../model/locale.ts';
import type { Span } from '../model/span.ts';
import { frameBefore } from '../termbase/articles/frame-before.ts';
import { findTerms, type TermMatch } from '../termbase/match.ts';
import type { Termbase } from '../termbase/termbase.ts';
import { cardinalValue } from '../text/cardinals.ts';
import { digitPattern, readDigits, withAsciiDigits } from '../text/number-forms.ts';
import { numberLexicon } from '../text/number-words.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { wordingOf } from '../text/wording.ts';
import { type CalendarWord, calendarWordsIn } from './calendar-words.ts';
import { type ClockTime, readClockTime } from './clock-times.ts';
import { readWrittenDate, type WrittenDate } from './written-dates.ts';

/**
 * A place in a sentence at which another fact can stand: a number, a time, a day in digits, a month or a day of the week, a name of the
 * termbase. `digits` are those that are nothing of this: nothing can be put in their place.
 */
export type Slot = Span & { readonly text: string } & (
    | NumberSlot
    | { readonly kind: 'time'; readonly time: ClockTime }
    | { readonly kind: 'date'; readonly date: WrittenDate }
    | { readonly kind: 'digits' }
    | { readonly kind: 'calendar'; readonly word: CalendarWord }
    | { readonly kind: 'name'; readonly match: TermMatch }
  );

type NumberSlot = {
  readonly kind: 'number';
  readonly value: number;
  /** What the words behind it make of it: 1000000 of `2,5 millions`, else 1. */
  readonly scale: number;
  readonly inWords: boolean;
  /** Whether it numbers a day or a year, and counts nothing. */
  readonly ofCalendar: boolean;
};

/** The slots of a text in reading order. */
export function slotsIn(text: string, locale: Locale, termbase: Termbase): Slot[] {
  const names = findTerms(termbase, text, locale).map(
    (match): Slot => ({ ...spanOf(match, text), kind: 'name', match }),
  );
  const calendar = calendarWordsIn(text, locale).map(
    ({ start, end, ...word }): Slot => ({ ...spanOf({ start, end }, text), kind: 'calendar', word }),
  );
  const slots = [...names];
  for (const slot of [...calendar, ...numbersIn(text, locale), ...cardinalsIn(text, locale)]) {
    if (!slots.some((other) => slot.start < other.end && other.start < slot.end)) slots.push(slot);
  }
  return slots.sort((left, right) => left.start - right.start);
}

/**
 * What of a text stands between its slots: two sentences with the same frame differ in their facts alone. An article or a preposition
 * that takes another shape before another name (`de Moscou`, `d’Erevan`) is the same.
 */
export function frameOf(text: string, slots: readonly Slot[], locale: Locale): readonly string[] {
  let at = 0;
  const frame = slots.map(({ start, end, kind }) => {
    const before = kind === 'name' ? frameBefore(text, start, locale) : undefined;
    const between =
      before && before.start >= at
        ? `${text.slice(at, before.start)}.${before.frame}`
        : text.slice(at, start);
    at = end;
    return `${wordingOf(`.${between}.`)} ${kind}`;
  });
  return [...frame, wordingOf(`.${text.slice(at)}.`)];
}

/** Whether two slots say the same. */
export function isSameFact(left: Slot, right: Slot): boolean {
  if (left.kind === 'number' && right.kind === 'number') return left.value === right.value;
  if (left.kind === 'time' && right.kind === 'time')
    return left.time.hour === right.time.hour && left.time.minute === right.time.minute;
  if (left.kind === 'calendar' && right.kind === 'calendar') return left.word.key === right.word.key;
  if (left.kind === 'name' && right.kind === 'name') return left.match.concept.id === right.match.concept.id;
  return left.kind === right.kind && left.text === right.text;
}

const digits = new RegExp(digitPattern, 'gu');

function numbersIn(text: string, locale: Locale): Slot[] {
  const ascii = withAsciiDigits(text);
  return Array.from(ascii.matchAll(digits)).flatMap(({ 0: written, index: start }): Slot[] => {
    // A score: the numbers on both sides of its mark are two.
    const [, home, away] = /^(\d{1,2}):(\d)$/u.exec(written) ?? [];
    if (home === undefined || away === undefined) return [slotAt(ascii, { written, start }, text, locale)];
    const after = start + home.length + 1;
    return [
      slotAt(ascii, { written: home, start }, text, locale),
      slotAt(ascii, { written: away, start: after }, text, locale),
    ];
  });
}

function slotAt(
  ascii: string,
  { written, start }: { readonly written: string; readonly start: number },
  text: string,
  locale: Locale,
): Slot {
  const [before, after] = [ascii.slice(0, start), ascii.slice(start + written.length)];
  const time = readClockTime(written);
  const end = start + written.length;
  if (time) return { ...spanOf({ start, end }, text), kind: 'time', time };
  const date = readWrittenDate(written);
  if (date) return { ...spanOf({ start, end }, text), kind: 'date', date };
  const { quantities } = readDigits(written, before, after, locale);
  const [value] = quantities;
  if (value === undefined || quantities.length > 1)
    return { ...spanOf({ start, end }, text), kind: 'digits' };
  const first = value === 1 ? (/^\s?ers?(?!\p{L})/u.exec(after)?.[0].length ?? 0) : 0;
  return {
    ...spanOf({ start, end: end + first }, text),
    kind: 'number',
    value,
    scale: scaleBehind(after, locale),
    inWords: false,
    ofCalendar: isOfCalendar(written, before, after.slice(first), locale),
  };
}

/** `21 octobre`, `October 21`; and `depuis 2014`, whose four digits are no count. */
function isOfCalendar(written: string, before: string, after: string, locale: Locale): boolean {
  const isMonth = (word: string | undefined) =>
    word !== undefined && calendarWordsIn(word, locale).some(({ key }) => key.startsWith('month'));
  if (isMonth(/^\.?[\s\u00a0](?:de\s)?(\p{L}+)/u.exec(after)?.[1])) return true;
  if (isMonth(/(\p{L}+)(?:\sde)?[\s\u00a0]$/u.exec(before)?.[1])) return true;
  return /^(?:1[89]|20)\d\d$/u.test(written) && yearBefore.test(before);
}

const yearBefore =
  /(?:^|[^\p{L}])(?:en|depuis|dès|fin|début|avant|après|de|jusqu['’]en|l['’]année|l['’]an|\d{4}[-–])\s?$/iu;

/** What the words behind a number multiply it by: `mil milhões` is two of them. */
function scaleBehind(after: string, locale: Locale): number {
  const lexicon = numberLexicon(locale);
  let scale = 1;
  for (const [, word = ''] of after.slice(0, 40).matchAll(/[\s\u00a0\u202f]?(\p{L}+\.?)/guy)) {
    const sense = lexicon?.find(word.replace(/\.$/u, '')).find(({ kind }) => kind === 'scale');
    if (sense?.kind !== 'scale') break;
    scale *= sense.value;
  }
  return scale;
}

/** Numbers that one word says; what stands beside another word for a number is a part of it (`vingt-deux`, `deux cents`). */
function cardinalsIn(text: string, locale: Locale): Slot[] {
  const tokens = tokenize(text);
  const isNumber = (token: Token | undefined) =>
    token !== undefined &&
    (numberLexicon(locale)?.find(token.text) ?? []).some(
      (sense) => sense.kind === 'value' && sense.asked === 'always',
    );
  return tokens.flatMap((token, at): Slot[] => {
    const value = token.kind === 'word' ? cardinalValue(token.text, locale) : undefined;
    if (value === undefined) return [];
    const beside = [tokens[at - 1], tokens[at + 1]].map((next, side) =>
      next?.text === '-' ? tokens[side === 0 ? at - 2 : at + 2] : next,
    );
    if (beside.some(isNumber)) return [];
    const scale = scaleBehind(text.slice(token.end), locale);
    return [{ ...spanOf(token, text), kind: 'number', value, scale, inWords: true, ofCalendar: false }];
  });
}

function spanOf({ start, end }: Span, text: string) {
  return { start, end, text: text.slice(start, end) };
}
