import type { Locale } from '../model/locale.ts';
import { cardinalWord } from '../text/cardinals.ts';
import { asValue } from '../text/number-forms.ts';
import type { Slot } from './slots.ts';

/** A number to write, and what stands where it is to be written. */
export type NumberToWrite = {
  readonly value: number;
  /** How the source writes it: that says how many decimals there are. */
  readonly source: string;
  readonly slot: Extract<Slot, { readonly kind: 'number' }>;
  readonly translation: string;
  /** Whether it counts nothing: a day, a year. */
  readonly uncounted: boolean;
};

/**
 * Writes a number where another one stood, in the form that stood there: its digits, and its mark between thousands or none; in words
 * where words stood, as far as the language's newspapers write them out.
 *
 * @returns undefined where the words around it may have to change with it: where the language has another plural for it
 */
export function writeNumber(
  { value, source, slot, translation, uncounted }: NumberToWrite,
  locale: Locale,
): string | undefined {
  const plural = new Intl.PluralRules(locale);
  const isCount = !uncounted && !standsAlone(slot, translation);
  if (isCount && plural.select(value) !== plural.select(slot.value)) return undefined;
  if (slot.inWords)
    return inWords(value, slot, translation, locale) ?? inDigits(value, source, slot, translation, locale);
  return inDigits(value, source, slot, translation, locale);
}

/** A score, a share, a time: nothing is inflected for it. */
function standsAlone({ start, end }: NumberToWrite['slot'], text: string): boolean {
  return (
    /^[\s\u00a0\u202f]?[%:]|^[-–:]\p{Nd}/u.test(text.slice(end)) || /\p{Nd}[-–:]$/u.test(text.slice(0, start))
  );
}

function inWords(
  value: number,
  slot: NumberToWrite['slot'],
  text: string,
  locale: Locale,
): string | undefined {
  const word = cardinalWord(value, locale, beginsSentence(slot, text));
  return word !== undefined && /^\p{Lu}/u.test(slot.text)
    ? word.slice(0, 1).toLocaleUpperCase(locale) + word.slice(1)
    : word;
}

function beginsSentence({ start }: NumberToWrite['slot'], text: string): boolean {
  return !/[\p{L}\p{Nd}]/u.test(text.slice(0, start));
}

function inDigits(
  value: number,
  source: string,
  slot: NumberToWrite['slot'],
  text: string,
  locale: Locale,
): string | undefined {
  // No sentence begins with digits where words stood.
  if (slot.inWords && beginsSentence(slot, text)) return undefined;
  const { text: was, value: old } = slot;
  const isLatin = slot.inWords || /[0-9]/u.test(was);
  const decimals = asValue(value) === asValue(Math.trunc(value)) ? 0 : decimalsOf(source);
  const mark = Math.abs(old) >= 1000 ? (/\d(\D)\p{Nd}{3}(?!\p{Nd})/u.exec(was)?.[1] ?? '') : undefined;
  const parts = new Intl.NumberFormat(locale, {
    ...(isLatin && { numberingSystem: 'latn' }),
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: mark === undefined ? (isGrouped(source) ? 'auto' : false) : mark !== '',
  }).formatToParts(value);
  return parts.map((part) => (part.type === 'group' ? (mark ?? part.value) : part.value)).join('');
}

function decimalsOf(written: string): number {
  return /[.,٫](\p{Nd}+)$/u.exec(written)?.[1]?.length ?? 0;
}

/** Years and the like are written without marks. */
function isGrouped(written: string): boolean {
  return /\p{Nd}\D\p{Nd}{3}(?!\p{Nd})/u.test(written) || /\p{Nd}{5}/u.test(written);
}
