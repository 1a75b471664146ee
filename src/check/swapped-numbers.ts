import { type CountedThings, countedThings, type ThingKind } from '../text/counted-things.ts';
import type { NumberMention } from '../text/numbers.ts';
import { defineCheck, type Finding } from './check.ts';
import { sidesOf } from './numbers.ts';

export const numberSwapped = defineCheck({
  id: 'number-swapped',
  family: 'numbers',
  severity: 'error',
  describe:
    'Two right numbers of the source have changed places in the target: each is said of what the other one counts.',
  example: {
    locale: 'en',
    source: 'L’attentat a fait 12 morts et 30 blessés.',
    target: 'The attack left 30 dead and 12 injured.',
    note: '12 people died',
  },
  find(unit, context) {
    const sides = sidesOf(unit, context);
    if (!sides || sides.source.numbers.length < 2 || sides.target.numbers.length < 2) return [];
    const source = saidOf(unit.segment.text, sides.source.numbers, context.source);
    const target = saidOf(sides.text, sides.target.numbers, context.target);
    const both = [...source.values()].filter(({ value }) => target.has(value));
    return both.flatMap((one, at) =>
      both.slice(at + 1).flatMap((other): Finding[] => {
        const [here, there] = [target.get(one.value), target.get(other.value)];
        if (!here || !there || !isSwapped([one, other], [here, there])) return [];
        const { start, end } = one.number;
        return [
          {
            message: `“${one.number.text}” and “${other.number.text}” of the source have changed places in the target`,
            source: { start, end },
            target: { start: here.number.start, end: here.number.end },
          },
        ];
      }),
    );
  },
});

/** A number that its side has once, and what it is said of. */
type Said = {
  readonly value: string;
  readonly number: NumberMention;
  /** Its place among the numbers. */
  readonly place: number;
  readonly of: CountedThings;
};

function saidOf(text: string, numbers: readonly NumberMention[], locale: string): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>();
  const twice = new Set<string>();
  for (const [place, number] of numbers.entries()) {
    const [first = []] = number.readings;
    const [value = ''] = first;
    if (number.kind === 'name' || first.length !== 1 || !/^\d+(?:\.\d+)?$/u.test(value)) continue;
    if (said.has(value)) twice.add(value);
    const around = { start: numbers[place - 1]?.end ?? 0, end: numbers[place + 1]?.start ?? text.length };
    said.set(value, { value, number, place, of: countedThings(text, number, around, locale) });
  }
  for (const value of twice) said.delete(value);
  return said;
}

type Pair = readonly [one: Said, other: Said];

/** Whether each of two numbers is said there of what the other one is said of here. */
function isSwapped(here: Pair, there: Pair): boolean {
  return (['fate', 'people', 'course'] as const).some((kind) => {
    if (kind === 'course' && !(isSpan(here) && isSpan(there))) return false;
    const [a, b] = thingsOf(here, kind);
    const [c, d] = thingsOf(there, kind);
    return a !== undefined && b !== undefined && a !== b && a === d && b === c;
  });
}

function thingsOf([one, other]: Pair, kind: ThingKind): readonly [string | undefined, string | undefined] {
  return [one.of[kind], other.of[kind]];
}

/** `de 10 % à 15 %`: the two ends stand side by side, with little between them. */
function isSpan([one, other]: Pair): boolean {
  const [first, second] = one.place < other.place ? [one, other] : [other, one];
  return second.place - first.place === 1 && second.number.start - first.number.end <= mostBetween;
}

/** In characters: ` millions d’euros à `. */
const mostBetween = 24;
