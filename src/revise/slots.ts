import type { Locale } from '../model/locale.ts';
import type { Span } from '../model/span.ts';
import { frameBefore } from '../termbase/articles/frame-before.ts';
import { findTerms, type TermMatch } from '../termbase/match.ts';
import type { Termbase } from '../termbase/termbase.ts';
import { digitPattern, readDigits, withAsciiDigits } from '../text/number-forms.ts';
import { tokenize } from '../text/tokens.ts';
import { wordingOf } from '../text/wording.ts';
import { type CalendarWord, calendarWords } from './calendar-words.ts';

/**
 * A place in a sentence at which another fact can stand: a number in digits, a month or a day of the week, a name of the termbase.
 * `digits` are those that are no plain number (`14h30`, `21/10/2020`): nothing can be put in their place.
 */
export type Slot = Span & { readonly text: string } & (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'digits' }
    | { readonly kind: 'calendar'; readonly word: CalendarWord }
    | { readonly kind: 'name'; readonly match: TermMatch }
  );

/** The slots of a text in reading order. */
export function slotsIn(text: string, locale: Locale, termbase: Termbase): Slot[] {
  const names = findTerms(termbase, text, locale).map(
    (match): Slot => ({ ...spanOf(match, text), kind: 'name', match }),
  );
  const others = [...numbersIn(text, locale), ...calendarIn(text, locale)];
  const free = others.filter((slot) => !names.some((name) => slot.start < name.end && name.start < slot.end));
  return [...names, ...free].sort((left, right) => left.start - right.start);
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
  if (left.kind === 'calendar' && right.kind === 'calendar') return left.word.key === right.word.key;
  if (left.kind === 'name' && right.kind === 'name') return left.match.concept.id === right.match.concept.id;
  return left.kind === right.kind && left.text === right.text;
}

const digits = new RegExp(digitPattern, 'gu');

function numbersIn(text: string, locale: Locale): Slot[] {
  const ascii = withAsciiDigits(text);
  return Array.from(ascii.matchAll(digits), ({ 0: written, index: start }): Slot => {
    const span = { start, end: start + written.length };
    const { quantities } = readDigits(written, ascii.slice(0, start), ascii.slice(span.end), locale);
    const [value] = quantities;
    return value === undefined || quantities.length > 1
      ? { ...spanOf(span, text), kind: 'digits' }
      : { ...spanOf(span, text), kind: 'number', value };
  });
}

function calendarIn(text: string, locale: Locale): Slot[] {
  const words = calendarWords(locale);
  return tokenize(text).flatMap((token): Slot[] => {
    const word = words.find(token.text);
    return word ? [{ ...spanOf(token, text), kind: 'calendar', word }] : [];
  });
}

function spanOf({ start, end }: Span, text: string) {
  return { start, end, text: text.slice(start, end) };
}
