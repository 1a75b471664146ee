import type { Segment } from '../model/dispatch.ts';
import { isDateline, textOf } from '../model/draft.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { numberLexicon } from '../text/number-words.ts';
import { type NumberMention, readNumbers } from '../text/numbers.ts';
import { type CheckContext, defineCheck, type Finding, shared } from './check.ts';
import {
  isMistaken,
  isSaid,
  type NumberSide,
  numberSide,
  repeatedNumbers,
  reversedScores,
} from './number-comparison.ts';

export const numberMissing = defineCheck({
  id: 'number-missing',
  family: 'numbers',
  severity: 'error',
  describe: 'A number of the source has no number of the same value in the target.',
  example: {
    locale: 'en',
    source: 'Une guerre ayant fait 30.000 morts.',
    target: 'A war that killed 3,000 people.',
    note: '30.000 is thirty thousand in French',
  },
  find(unit, context) {
    const sides = sidesOf(unit, context);
    if (!sides) return [];
    const { source, target, text } = sides;
    const missing = source.numbers.filter(
      (number) =>
        (isCompared(number, context) &&
          !isSaid(number, target, { strict: isTable(context) && !isArabic(context) })) ||
        (isTable(context) && isMistaken(number, target)),
    );
    const reversed = isArabic(context) ? [] : reversedScores(unit.segment.text, text);
    return [
      ...missing.map(
        ({ text: written, start, end, kind }): Finding => ({
          message: `“${written}” of the source has no equal in the target`,
          ...(kind === 'words' && { severity: 'warning' }),
          source: { start, end },
        }),
      ),
      ...reversed.map(
        ({ start, end }): Finding => ({
          message: `“${unit.segment.text.slice(start, end)}” of the source stands the other way round in the target`,
          severity: 'warning',
          source: { start, end },
        }),
      ),
    ];
  },
});

export const numberExtra = defineCheck({
  id: 'number-extra',
  family: 'numbers',
  severity: 'warning',
  describe: 'A number of the target has no number of the same value in the source.',
  example: {
    locale: 'es',
    source: 'En octobre.',
    target: 'En octubre de 2020.',
    note: 'the source gives no year',
  },
  find(unit, context) {
    const sides = sidesOf(unit, context);
    if (!sides) return [];
    const { source, target, text } = sides;
    const repeated = isArabic(context) ? none : repeatedNumbers(target, source);
    return target.numbers
      .filter(
        (number) =>
          repeated.has(number) ||
          (isCompared(number, context) && !isSaid(number, source, { strict: false })) ||
          (number.kind === 'words' && number.asked && isTable(context) && isMistaken(number, source)),
      )
      .filter((number) => !isConversion(number, text))
      .map(({ text: written, start, end }) => ({
        message: `“${written}” of the target has no equal in the source`,
        target: { start, end },
      }));
  },
});

const none: ReadonlySet<NumberMention> = new Set();

type Sides = { readonly source: NumberSide; readonly target: NumberSide; readonly text: string };

/** The numbers of both sides, read once for all checks; none for a dateline that the house table wrote, which may leave the year out. */
export const sidesOf = shared((unit, { source, target }): Sides | undefined => {
  const text = textOf(unit.target);
  if (text === undefined || (isDateline(unit) && unit.target.state === 'drafted')) return undefined;
  return { source: sourceNumbers(unit.segment, source), target: numberSide(readNumbers(text, target)), text };
});

/** The numbers of a sentence; read once for all the locales it goes into. */
function sourceNumbers(segment: Segment, locale: Locale): NumberSide {
  const side = foundNumbers.get(segment) ?? numberSide(readNumbers(segment.text, locale));
  foundNumbers.set(segment, side);
  return side;
}

const foundNumbers = new WeakMap<Segment, NumberSide>();

/**
 * Whether a number has to have its equal on the other side. Digits in names never do, words only where they are nothing but a number
 * and both languages have a table. Arabic says one and two by the form of the noun; and where a language has no table of number
 * words, small and scaled numbers may be said in such.
 */
function isCompared(number: NumberMention, context: CheckContext): boolean {
  if (number.kind === 'name' || number.rival !== undefined) return false;
  if (number.kind === 'words') return number.asked && isTable(context) && !isArabic(context);
  const value = Number(number.readings[0]?.[0]);
  if (isArabic(context)) return value !== 1 && value !== 2;
  if (isTable(context)) return true;
  return number.scale === 1 && !(Number.isInteger(value) && value <= 100);
}

function isArabic({ source, target }: CheckContext): boolean {
  return [source, target].some((locale) => languageOf(locale) === 'ar');
}

function isTable({ source, target }: CheckContext): boolean {
  return numberLexicon(source) !== undefined && numberLexicon(target) !== undefined;
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
  /[$€£¥°]|\b(?:miles?|feet|foot|ft|mph|inch(?:es)?|yards?|acres?|pounds?|lbs?|gallons?|dollars?|euros?|kilomet|met(?:er|re)s?\b|kilos?|km|kg|meilen|meile|millas?|milhas?|dólares|hectares?)|ميل|أميال|دولار|يورو|كيلو|كلم/iu;
