import type { Locale } from '../model/locale.ts';
import { asValue } from '../text/number-forms.ts';

/**
 * Writes a number where another one stood, in the form that stood there: its digits, and its mark between thousands or none.
 *
 * @param value what to write, and `source`, how the source writes it: that says how many decimals there are
 * @param was what stood there, and its `old` value
 * @returns undefined where the words around it may have to change with it: where the language has another plural for it
 */
export function writeNumber(
  value: number,
  source: string,
  was: string,
  old: number,
  locale: Locale,
): string | undefined {
  const plural = new Intl.PluralRules(locale);
  if (plural.select(value) !== plural.select(old)) return undefined;
  const isLatin = /[0-9]/u.test(was);
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
