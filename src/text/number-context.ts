import { type Locale, languageOf } from '../model/locale.ts';
import { dayHalfOf } from './day-halves.ts';
import { readKnockoutRounds } from './knockout-rounds.ts';
import { measureAt } from './measures.ts';
import { asValue, pairOf, type Reading } from './number-forms.ts';
import type { NumberMention } from './numbers.ts';

/** Adds what the words around say of numbers: measures, halves of the day, signs, the names they are part of. */
export function withContext(
  mentions: readonly NumberMention[],
  text: string,
  locale: Locale,
): NumberMention[] {
  const language = languageOf(locale);
  const described = withRounds(mentions, text, locale).map((mention) => describe(mention, text, language));
  const shared = withShares(described, text);
  if (!shared.some(({ measure }) => measure)) return shared;
  return shared.map((mention, index, all) => {
    const neighbours = [
      [all[index - 1], mention],
      [mention, all[index + 1]],
    ] as const;
    const sharesMeasure = neighbours.some(
      ([a, b]) => a && b && (a.measure ?? b.measure) !== undefined && glue.test(text.slice(a.end, b.start)),
    );
    return sharesMeasure ? { ...mention, sharesMeasure } : mention;
  });
}

/** What may stand between numbers of one measure: `10 bis zu 12 %`, `un 10 y un 12%`, `3, 4 et 5 %`, `10% para 15%`. */
const glue = /^[\s%€$£(]{0,3}(?:[-,/\u2010-\u2015]|(?:\s?\p{L}{1,4}){1,2})?[\s€$£]{0,3}$/u;

function describe(mention: NumberMention, text: string, language: string): NumberMention {
  const before = text.slice(Math.max(0, mention.start - 24), mention.start);
  const after = text.slice(mention.end, mention.end + 40);
  const measure = measureAt(before, after) ?? measureInside(mention, text);
  const half = mention.hour === undefined ? undefined : dayHalfOf(mention.hour, before, after, language);
  const rival = mention.rival ?? rivalOf(mention, before);
  return {
    ...mention,
    readings:
      halfHint.test(after) && halfBehind.test(after) ? withHalf(mention, measure?.name) : mention.readings,
    ...(measure && { measure }),
    ...(half && { half }),
    ...(rival !== undefined && { rival }),
    negative:
      (minusHint.test(before) && minusBefore.test(before)) ||
      (degreeHint.test(after) && belowZero.test(after)),
    asked: mention.asked && !isName(mention, before, after, language),
  };
}

/** In `30 m` the short scale that was read is the measure. */
function measureInside({ kind, scale, start, end, text: written }: NumberMention, text: string) {
  if (kind !== 'digits' || scale === 1) return undefined;
  const digits = /^[\d.,]*/u.exec(written)?.[0].length ?? 0;
  return measureAt('', text.slice(start + digits, end + 12));
}

/** What the expressions below begin or end with, without classes of Unicode: few numbers have it, and most need not ask on. Words that come to those come to these. */
const halfHint = /^\s\S+\s(?:et|and|y|e)\s/iu;
const minusHint = /(?:[-\u2010-\u2015\u2212]|[sсo] )$/iu;
const degreeHint = /^\s?(?:°|deg|gra|гра)/iu;

/** `deux ans et demi`, `two years and a half`. */
const halfBehind = /^\s\p{L}+\s(?:et demie?|and a half|y medi[oa]|e mei[oa]|e mezz[oa])(?!\p{L})/iu;

function withHalf({ readings }: NumberMention, measure: string | undefined): readonly Reading[] {
  const quantity = Number(readings[0]?.[0]);
  if (!Number.isInteger(quantity)) return readings;
  const times = measure === 'hour' ? [[`${quantity % 12}:30`], [pairOf(quantity, 30)]] : [];
  return [[asValue(quantity + 0.5)], ...times];
}

const minusBefore =
  /(?:(?:^|[\s(])[-\u2212\u2010-\u2015]|(?<!\b(?:au|du|en|le|ou|pas|al|lo|ao|o|a|pelo|por) )(?<![\p{L}])(?:moins|minus|menos|meno|минус) )$/iu;
const belowZero =
  /^\s?(?:°\s?c?|degr[ée]+s?|grad|grad[io]|grados|graus|градус\p{L}*)\s(?:celsius\s)?(?:below zero|below freezing|sous zéro|en dessous de zéro|au-dessous de zéro|unter null|bajo cero|abaixo de zero|negativos|sotto (?:lo )?zero|мороза|ниже нуля)/iu;

/** `A320`: `a`; a weekday. */
function rivalOf({ kind, readings }: NumberMention, before: string): string | undefined {
  if (kind === 'name') return /(\p{Lu}\p{L}{0,20})[-\u2010\u2011]?$/u.exec(before)?.[1]?.toLowerCase();
  const isWeekday = kind === 'words' && readings.some(([value = '']) => /^w\d$/u.test(value));
  return isWeekday ? 'weekday' : undefined;
}

/** A number word with a capital inside a sentence (`les Six Nations`), or before another capital (`Trois-Rivières`), is a name. */
function isName(
  { kind, text, readings }: NumberMention,
  before: string,
  after: string,
  language: string,
): boolean {
  if (kind !== 'words' || language === 'de' || !/^\p{Lu}\p{Ll}/u.test(text)) return false;
  if (/^[-\u2010\u2011]\p{Lu}/u.test(after)) return true;
  return insideSentence.test(before) && !readings.some(([value = '']) => /^[mw]\d/u.test(value));
}

const insideSentence = /[\p{L}\p{N},;]['’]?\s?$/u;

/** Numbers inside the name of a round belong to it: `round of 16`, `octavos de final`. */
function withRounds(mentions: readonly NumberMention[], text: string, locale: Locale): NumberMention[] {
  const rounds = readKnockoutRounds(text, locale);
  if (rounds.length === 0) return [...mentions];
  const outside = mentions.filter(
    ({ start, end }) => !rounds.some((round) => start < round.end && end > round.start),
  );
  const named = rounds.map(
    ({ start, end, value }): NumberMention => ({
      start,
      end,
      text: text.slice(start, end),
      readings: [[value]],
      parts: [],
      kind: 'name',
      asked: false,
      rival: 'round',
      scale: 1,
      sharesMeasure: false,
      negative: false,
    }),
  );
  return [...outside, ...named].sort((a, b) => a.start - b.start);
}

/** `trois quarts` are 0.75, and 75 of a hundred. */
function withShares(mentions: readonly NumberMention[], text: string): NumberMention[] {
  return mentions.map((mention, index) => {
    const combined = [index - 1, index].flatMap((at) => {
      const [count, share] = [mentions[at], mentions[at + 1]];
      const part = share?.kind === 'words' ? partOf(share) : undefined;
      if (!count || !share || part === undefined || count.kind === 'name') return [];
      if (!/^[\s-]$/u.test(text.slice(count.end, share.start))) return [];
      const value = Number(count.readings[0]?.[0]) * part;
      return Number.isFinite(value) ? [[asValue(value)], [asValue(value * 100)]] : [];
    });
    return combined.length === 0 ? mention : { ...mention, readings: [...mention.readings, ...combined] };
  });
}

function partOf({ readings }: NumberMention): number | undefined {
  const values = new Set(readings.map(([value]) => value));
  if (values.has('1/3')) return 1 / 3;
  return values.has('0.25') ? 1 / 4 : undefined;
}
