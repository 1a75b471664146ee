import { isDateline } from '../model/draft.ts';
import type { Locale } from '../model/locale.ts';
import { type Concept, isAccepted, type Term } from './concept.ts';
import type { TermMatch } from './match.ts';
import { isWrong, type Reading } from './reading.ts';
import { isAllCapitals } from './spelling.ts';
import { preferredIn, termsIn } from './termbase.ts';

/** A rendering, and what of its name it says: where a dispatch says a name in full and in short, its translation may do so too. */
export type SaidAs = { readonly rendering: TermMatch; readonly shape: 'any' | 'long' | 'short' };

/** The renderings of a draft, the dateline left out, each with its shape. */
export function saidIn(readings: readonly Reading[]): readonly SaidAs[] {
  const body = readings.filter(({ unit }) => !isDateline(unit));
  const mentions = Map.groupBy(
    body.flatMap((reading) => reading.mentions),
    ({ concept }) => concept.id,
  );
  const varied = new Set(
    [...mentions].flatMap(([concept, own]) => (inBothShapes(own.map(({ term }) => term)) ? [concept] : [])),
  );
  return body.flatMap(({ renderings }) =>
    renderings.map((rendering): SaidAs => {
      const { concept, term } = rendering;
      return { rendering, shape: varied.has(concept.id) ? (isAbbreviation(term) ? 'short' : 'long') : 'any' };
    }),
  );
}

/**
 * The share of the oftenest accepted term among all renderings of one concept, 0 to 1; 1 where there are none. Where the dispatch itself
 * says the name in full and in short, of each of the two.
 */
export function consistencyOf(said: readonly SaidAs[]): number {
  if (said.length === 0) return 1;
  const right = said.filter(({ rendering }) => !isWrong(rendering));
  const counts = Map.groupBy(right, ({ rendering, shape }) => `${shape} ${rendering.term.text}`);
  const most = new Map<string, number>();
  for (const group of counts.values()) {
    const shape = group[0]?.shape ?? 'any';
    most.set(shape, Math.max(most.get(shape) ?? 0, group.length));
  }
  return [...most.values()].reduce((sum, count) => sum + count, 0) / said.length;
}

/** A word in capitals, with or without stops, or single letters as Arabic spells an abbreviation out: `أ ف ب`. */
export function isAbbreviation({ text }: Term): boolean {
  return (isAllCapitals(text) && !text.includes(' ')) || /^\p{L}(?:[ .]+\p{L})+\.?$/u.test(text);
}

function inBothShapes(terms: readonly Term[]): boolean {
  return new Set(terms.map(isAbbreviation)).size > 1;
}

/**
 * The preferred term of a concept in a locale; where a text says its name in full and the house prefers it in short, or the other way round, the
 * first accepted term that is like it: else `OSCE (Organisation …)` would be `OSCE (OSCE)`.
 */
export function preferredLike(term: Term, concept: Concept, locale: Locale): Term | undefined {
  const preferred = preferredIn(concept, locale);
  const isShort = isAbbreviation(term);
  if (!preferred || isAbbreviation(preferred) === isShort) return preferred;
  const alike = termsIn(concept, locale).find(
    (other) => isAccepted(other) && isAbbreviation(other) === isShort,
  );
  return alike ?? preferred;
}
