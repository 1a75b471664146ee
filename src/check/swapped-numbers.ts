import type { Segment } from '../model/dispatch.ts';
import type { Locale } from '../model/locale.ts';
import { type CountedThings, countedThings, kinds } from '../text/counted-things.ts';
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
    const source = sourceSaid(unit.segment, sides.source.numbers, context.source);
    if (!kinds.some((kind) => new Set(source.flatMap(({ of }) => of[kind] ?? [])).size > 1)) return [];
    const target = saidOf(sides.text, sides.target.numbers, context.target);
    return swapsOf(source, new Map(target.map((one) => [one.value, one]))).map(
      ([first, second, { number }]): Finding => {
        return {
          message: `“${first.number.text}” and “${second.number.text}” of the source have changed places in the target`,
          source: { start: first.number.start, end: first.number.end },
          target: { start: number.start, end: number.end },
        };
      },
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

/** What the numbers of a sentence are said of; looked for once for all the locales it goes into. */
function sourceSaid(segment: Segment, numbers: readonly NumberMention[], locale: Locale): readonly Said[] {
  const said = found.get(segment) ?? saidOf(segment.text, numbers, locale);
  found.set(segment, said);
  return said;
}

const found = new WeakMap<Segment, readonly Said[]>();

function saidOf(text: string, numbers: readonly NumberMention[], locale: Locale): readonly Said[] {
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
  return [...said.values()].filter(({ value }) => !twice.has(value));
}

/** Two numbers of the source that have changed places, and where the first one stands in the target. */
type Swap = readonly [one: Said, other: Said, there: Said];

/** In a time that grows with the numbers, for a line may have thousands. */
function swapsOf(source: readonly Said[], there: ReadonlyMap<string, Said>): readonly Swap[] {
  const swaps = new Map<string, Swap>();
  for (const kind of kinds) {
    const waiting = new Map<string, Said>();
    for (const one of source) {
      const other = there.get(one.value);
      const [here, said] = [one.of[kind], other?.of[kind]];
      if (!other || here === undefined || said === undefined || here === said) continue;
      const partner = waiting.get(`${said} ${here}`);
      const far = partner && there.get(partner.value);
      if (partner && far && (kind !== 'course' || (isSpan(partner, one) && isSpan(far, other)))) {
        swaps.set(partner.value, [partner, one, far]);
        waiting.delete(`${said} ${here}`);
      } else waiting.set(`${here} ${said}`, one);
    }
  }
  return [...swaps.values()];
}

/** `de 10 % à 15 %`: the two ends stand side by side, with little between them. */
function isSpan(one: Said, other: Said): boolean {
  const [first, second] = one.place < other.place ? [one, other] : [other, one];
  return second.place - first.place === 1 && second.number.start - first.number.end <= mostBetween;
}

/** In characters: ` millions d’euros à `. */
const mostBetween = 24;
