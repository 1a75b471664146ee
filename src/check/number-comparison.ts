import type { Span } from '../model/span.ts';
import { matchesOf } from '../text/matches.ts';
import { convert } from '../text/measures.ts';
import { asValue } from '../text/number-forms.ts';
import { isExpressed, type NumberMention, valuesOf } from '../text/numbers.ts';

/** Numbers of one side of a unit, and what they say, in the shape in which the other side asks for it. */
export type NumberSide = {
  readonly numbers: readonly NumberMention[];
  readonly values: ReadonlySet<string>;
  readonly rivals: ReadonlySet<string>;
  /** Made when it is first asked for: most sentences have no measures. */
  readonly measures: () => Measures;
};

type Measures = {
  /** For each value the mentions that have it, one of each kind of measure, half and sign. */
  readonly byValue: ReadonlyMap<string, readonly NumberMention[]>;
  /** `48 hour`, and what it is in other measures: `2 day`. */
  readonly measured: ReadonlySet<string>;
  readonly converted: ReadonlySet<string>;
};

export function numberSide(numbers: readonly NumberMention[]): NumberSide {
  const rivals = new Set<string>();
  for (const { rival } of numbers) if (rival !== undefined) rivals.add(rival);
  let measures: Measures | undefined;
  return {
    numbers,
    values: valuesOf(numbers),
    rivals,
    measures: () => {
      measures ??= measuresOf(numbers);
      return measures;
    },
  };
}

function measuresOf(numbers: readonly NumberMention[]): Measures {
  const byValue = new Map<string, Map<string, NumberMention>>();
  const measured = new Set<string>();
  const converted = new Set<string>();
  for (const number of numbers) {
    const { measure, half, negative, sharesMeasure } = number;
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
  return { byValue: candidates, measured, converted };
}

/**
 * Whether the other side says this number: its value, and with it its measure, its half of the day and its sign.
 *
 * @param strict whether the other side has to name a measure; else it must only name no other one
 */
export function isSaid(number: NumberMention, other: NumberSide, { strict }: { strict: boolean }): boolean {
  if (!isExpressed(number, other.values)) return isConverted(number, other);
  if (!number.measure && !number.half) return true;
  if (other.numbers.length <= few) return agreesWithOne(number, other.numbers, strict);
  const { byValue } = other.measures();
  return agreesWithOne(
    number,
    singleValues(number).flatMap((value) => byValue.get(value) ?? []),
    strict,
  );
}

/** As many numbers are looked through faster than put in order. */
const few = 12;

function agreesWithOne(number: NumberMention, others: readonly NumberMention[], strict: boolean): boolean {
  const first = principal(number);
  if (
    others.some((other) => first !== undefined && first === principal(other) && agree(number, other, strict))
  )
    return true;
  const values = singleValues(number);
  const same = others.filter((other) => singleValues(other).some((value) => values.includes(value)));
  return same.length === 0 || same.some((other) => agree(number, other, strict));
}

/** Whether a name that may be mistaken (A320, a weekday) has its rival on the other side, and not itself. */
export function isMistaken(number: NumberMention, other: NumberSide): boolean {
  if (number.rival === undefined || isExpressed(number, other.values)) return false;
  return other.rivals.has(number.rival);
}

/** The values it has by itself, and not with a neighbour (`1&20`). */
function singleValues({ readings }: NumberMention): string[] {
  const values: string[] = [];
  for (const [value, second] of readings) {
    const isSingle = value !== undefined && second === undefined && !value.includes('&');
    if (isSingle && !values.includes(value)) values.push(value);
  }
  return values;
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
  const isHalf = mine?.name === 'percent' && isShare(candidate);
  if (strict && mine?.kept && !its && !candidate.sharesMeasure && !isHalf) return false;
  return mine?.name !== 'degree' || number.negative === candidate.negative;
}

/** `half` is 50 % without saying so. */
function isShare({ kind, readings }: NumberMention): boolean {
  return kind === 'words' && readings.some(([value = '']) => /^(?:0\.25|0\.5|0\.75|1\/3)$/u.test(value));
}

/** `48 heures` as `two days`, whichever side says which. */
function isConverted(number: NumberMention, other: NumberSide): boolean {
  const quantity = Number(principal(number));
  const { measure } = number;
  if (!measure || Number.isNaN(quantity)) return false;
  const { measured, converted } = other.measures();
  return (
    converted.has(`${quantity} ${measure.name}`) ||
    convert(quantity, measure.name).some(({ value, name }) => measured.has(`${asValue(value)} ${name}`))
  );
}

/** Numbers in digits that the target has more often than the source: `12 morts` as `12 dead and 12 injured`. */
export function repeatedNumbers(target: NumberSide, source: NumberSide): ReadonlySet<NumberMention> {
  const seen = new Set<string>();
  const again = target.numbers.filter((number) => {
    const value = principal(number);
    if (number.kind !== 'digits' || value === undefined || !/^\d+(?:\.\d+)?$/u.test(value)) return false;
    return seen.has(value) || !seen.add(value);
  });
  if (again.length === 0) return nothing;
  const left = new Map<string, number>();
  for (const { readings } of source.numbers)
    for (const value of new Set(readings.flat())) left.set(value, (left.get(value) ?? 0) + 1);
  return new Set(
    again.filter((number) => {
      const value = principal(number) ?? '';
      const times = (left.get(value) ?? 0) - 1;
      left.set(value, times);
      return times === 0;
    }),
  );
}

const nothing: ReadonlySet<NumberMention> = new Set();

/** A score as it is written: the first number, the second. */
type Score = Span & { readonly score: string; readonly reversed: string };

/** Scores of the source that stand in the target the other way round, though nobody is said to lose there. */
export function reversedScores(source: string, target: string): Span[] {
  const scores = scoresOf(source);
  if (scores.length === 0 || defeat.test(target)) return [];
  const others = scoresOf(target);
  const written = new Set(others.map(({ score }) => score));
  return scores.filter(({ score, reversed }) => !written.has(score) && written.has(reversed));
}

function scoresOf(text: string): Score[] {
  return matchesOf(text, scorePattern).map(({ 0: found, 1: a = '', 2: b = '', index: start }) => ({
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
  /\b(?:lost|los(?:es?|ing|s)|beaten|defeat|went down|verl(?:or|ier)|unterl(?:ag|eg|ieg)|niederlage|geschlagen geben|perd|pierd|derrota|sconfi|battut|cay[óe]|inclin)|проигр|пораж|уступ/iu;
