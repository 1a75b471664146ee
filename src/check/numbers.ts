import type { Segment } from '../model/dispatch.ts';
import { isDateline, textOf } from '../model/draft.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { numberLexicon } from '../text/number-words.ts';
import { isExpressed, type NumberMention, readNumbers, valuesOf } from '../text/numbers.ts';
import { type CheckContext, defineCheck, shared } from './check.ts';

export const numberMissing = defineCheck({
  id: 'number-missing',
  severity: 'error',
  describe: 'A number of the source has no number of the same value in the target.',
  find(unit, context) {
    const numbers = numbersOf(unit, context);
    if (!numbers) return [];
    const values = valuesOf(numbers.target);
    return numbers.source
      .filter((number) => isCompared(number, context) && !isExpressed(number, values))
      .map(({ text, start, end }) => ({
        message: `“${text}” of the source has no equal in the target`,
        source: { start, end },
      }));
  },
});

export const numberExtra = defineCheck({
  id: 'number-extra',
  severity: 'warning',
  describe: 'A number of the target has no number of the same value in the source.',
  find(unit, context) {
    const numbers = numbersOf(unit, context);
    if (!numbers) return [];
    const values = valuesOf(numbers.source);
    return numbers.target
      .filter((number) => isCompared(number, context) && !isExpressed(number, values))
      .filter((number) => !isConversion(number, numbers.text))
      .map(({ text, start, end }) => ({
        message: `“${text}” of the target has no equal in the source`,
        target: { start, end },
      }));
  },
});

type Numbers = {
  readonly source: readonly NumberMention[];
  readonly target: readonly NumberMention[];
  readonly text: string;
};

/** The numbers of both sides; none for a dateline that the house table wrote, which may leave the year out. */
const numbersOf = shared((unit, { source, target }): Numbers | undefined => {
  const text = textOf(unit.target);
  if (text === undefined || (isDateline(unit) && unit.target.state === 'drafted')) return undefined;
  if (!/\p{Nd}/u.test(unit.segment.text) && !/\p{Nd}/u.test(text)) return undefined;
  return { source: sourceNumbers(unit.segment, source), target: readNumbers(text, target), text };
});

/** The numbers of a sentence; read once for all the locales it goes into. */
function sourceNumbers(segment: Segment, locale: Locale): readonly NumberMention[] {
  const numbers = foundNumbers.get(segment) ?? readNumbers(segment.text, locale);
  foundNumbers.set(segment, numbers);
  return numbers;
}

const foundNumbers = new WeakMap<Segment, readonly NumberMention[]>();

/**
 * Whether a number has to have its equal on the other side. Words and digits in names never do. Arabic says one and two by the
 * form of the noun; and where a language has no table of number words, small and scaled numbers may be said in such.
 */
function isCompared(number: NumberMention, { source, target }: CheckContext): boolean {
  if (number.kind !== 'digits') return false;
  const value = Number(number.readings[0]?.[0]);
  if ([source, target].some((locale) => languageOf(locale) === 'ar')) return value !== 1 && value !== 2;
  if (numberLexicon(source) && numberLexicon(target)) return true;
  return number.scale === 1 && !(Number.isInteger(value) && value <= 100);
}

/** `(six miles)`, `(25.000 Dollar)`: what a desk adds in brackets for its readers. */
function isConversion({ start, end }: NumberMention, text: string): boolean {
  const from = Math.max(0, start - longestBracket);
  const around = text.slice(from, end + longestBracket);
  const open = around.lastIndexOf('(', start - from);
  const close = around.indexOf(')', end - from);
  if (open === -1 || close === -1 || close - open > longestBracket) return false;
  const inside = around.slice(open + 1, close);
  return !/[()]/u.test(inside) && measures.test(inside);
}

/** In characters, with its first bracket. */
const longestBracket = 60;

const measures =
  /[$€£¥°]|\b(?:miles?|feet|foot|ft|inch(?:es)?|yards?|acres?|pounds?|lbs?|gallons?|dollars?|euros?|kilomet|met(?:er|re)s?\b|kilos?|km|kg|meilen|meile|millas?|milhas?|dólares|hectares?)|ميل|أميال|دولار|يورو|كيلو|كلم/iu;
