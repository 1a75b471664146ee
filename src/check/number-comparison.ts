import type { Span } from '../model/span.ts';
import { convert } from '../text/measures.ts';
import { asValue } from '../text/number-forms.ts';
import { isExpressed, type NumberMention, valuesOf } from '../text/numbers.ts';

/** Numbers of one side of a unit, and what they say, in the shape in which the other side asks for it. */
export type NumberSide = {
  readonly numbers: readonly NumberMention[];
  readonly values: ReadonlySet<string>;
  /** For each value the mentions that have it, one of each kind of measure, half and sign. */
  readonly byValue: ReadonlyMap<string, readonly NumberMention[]>;
  /** In how many mentions a value stands. */
  readonly times: ReadonlyMap<string, number>;
  /** `48 hour`, and what it is in other measures: `2 day`. */
  readonly measured: ReadonlySet<string>;
  readonly converted: ReadonlySet<string>;
  readonly rivals: ReadonlySet<string>;
};

export function numberSide(numbers: readonly NumberMention[]): NumberSide {
  const byValue = new Map<string, Map<string, NumberMention>>();
  const times = new Map<string, number>();
  const measured = new Set<string>();
  const converted = new Set<string>();
  const rivals = new Set<string>();
  for (const number of numbers) {
    const { readings, measure, half, negative, sharesMeasure, rival } = number;
    if (rival !== undefined) rivals.add(rival);
    for (const value of new Set(readings.flat())) times.set(value, (times.get(value) ?? 0) + 1);
    const said = [principal(number), measure?.name, half, negative, sharesMeasure].join(' ');
    for (const value of singleValues(number)) {
      const known = byValue.get(value) ?? new Map<string, NumberMention>();
      byValue.set(value, known.has(said) ? known : known.set(said, number));
    }
    const quantity = Number(principal(number));
    if (!measure || Number.isNaN(quantity)) continue;
    measured.add(`${quantity} ${measure.name}`);
    for (const { value, name } of convert(quantity, measure.name)) converted.add(`${asValue(value)} ${name}`);
  }
  const candidates = new Map([...byValue].map(([value, known]) => [value, [...known.values()]] as const));
  return { numbers, values: valuesOf(numbers), byValue: candidates, times, measured, converted, rivals };
}

/**
 * Whether the other side says this number: its value, and with it its measure, its half of the day and its sign.
 *
 * @param strict whether the other side has to name a measure; else it must only name no other one
 */
export function isSaid(number: NumberMention, other: NumberSide, { strict }: { strict: boolean }): boolean {
  if (!isExpressed(number, other.values)) return isConverted(number, other);
  const same = singleValues(number).flatMap((value) => other.byValue.get(value) ?? []);
  return same.length === 0 || same.some((candidate) => agree(number, candidate, strict));
}

/** Whether a name that may be mistaken (A320, a weekday) has its rival on the other side, and not itself. */
export function isMistaken(number: NumberMention, other: NumberSide): boolean {
  if (number.rival === undefined || isExpressed(number, other.values)) return false;
  return other.rivals.has(number.rival);
}

/** The values it has by itself, and not with a neighbour (`1&20`). */
function singleValues({ readings }: NumberMention): string[] {
  return [...new Set(readings.flatMap((reading) => (reading.length === 1 ? reading : [])))].filter(
    (value) => !value.includes('&'),
  );
}

/** What a mention is first of all: 20 for `20 heures`, nothing for a date or a score. */
function principal({ readings }: NumberMention): string | undefined {
  const [first = []] = readings;
  return first.length === 1 ? first[0] : undefined;
}

function agree(number: NumberMention, candidate: NumberMention, strict: boolean): boolean {
  if (number.half && candidate.half && number.half !== candidate.half) return false;
  if (principal(number) !== principal(candidate)) return true;
  const [mine, its] = [number.measure, candidate.measure];
  if (mine && its && mine.name !== its.name) return false;
  if (strict && mine?.kept && !its && !candidate.sharesMeasure) return false;
  return mine?.name !== 'degree' || number.negative === candidate.negative;
}

/** `48 heures` as `two days`, whichever side says which. */
function isConverted(number: NumberMention, { measured, converted }: NumberSide): boolean {
  const quantity = Number(principal(number));
  const { measure } = number;
  if (!measure || Number.isNaN(quantity)) return false;
  return (
    converted.has(`${quantity} ${measure.name}`) ||
    convert(quantity, measure.name).some(({ value, name }) => measured.has(`${asValue(value)} ${name}`))
  );
}

/** Numbers in digits that the target has more often than the source: `12 morts` as `12 dead and 12 injured`. */
export function repeatedNumbers(target: NumberSide, source: NumberSide): ReadonlySet<NumberMention> {
  const seen = new Map<string, number>();
  const repeated = new Set<NumberMention>();
  for (const number of target.numbers) {
    const value = principal(number);
    if (number.kind !== 'digits' || value === undefined || !/^\d+(?:\.\d+)?$/u.test(value)) continue;
    const times = (seen.get(value) ?? 0) + 1;
    seen.set(value, times);
    const there = source.times.get(value) ?? 0;
    if (times > there && there > 0) repeated.add(number);
  }
  return repeated;
}

/** A score as it is written: the first number, the second. */
type Score = Span & { readonly score: string; readonly reversed: string };

/** Scores of the source that stand in the target the other way round, though nobody is said to lose there. */
export function reversedScores(source: string, target: string): Span[] {
  if (defeat.test(target)) return [];
  const [scores, others] = [scoresOf(source), scoresOf(target)];
  const written = new Set(others.map(({ score }) => score));
  return scores.filter(({ score, reversed }) => !written.has(score) && written.has(reversed));
}

function scoresOf(text: string): Score[] {
  return [...text.matchAll(scorePattern)].map(({ 0: found, 1: a = '', 2: b = '', index: start }) => ({
    start,
    end: start + found.length,
    score: `${Number(a)}-${Number(b)}`,
    reversed: `${Number(b)}-${Number(a)}`,
  }));
}

const scorePattern =
  /(?<![\d.,:/-])(\d{1,3})(?:[-\u2010-\u2013:]| (?:à|to|a|bis|zu) )(\d{1,3})(?![\d:]|[.,/-]\d)/gu;

/** A loser's score is told from his side in German, Russian and Spanish: `unterlag 1:3`. */
const defeat =
  /\b(?:lost|los(?:es?|ing|s)|beaten|defeat|went down|verl(?:or|ier)|unterl(?:ag|eg|ieg)|niederlage|geschlagen geben|perd|pierd|derrota|cay[óe]|inclin)|проигр|пораж|уступ/iu;
