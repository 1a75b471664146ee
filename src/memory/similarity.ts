import { levenshtein } from './levenshtein.ts';

/** What a match loses, in points, beside what its words cost it. */
export const penalties = {
  /** Not the same numbers: the words may be right, the fact is another. */
  numbersDiffer: 2,
  /** The memory translates the same source otherwise, too. */
  rivalTranslation: 1,
} as const;

/** A fuzzy match is never taken for an exact one, even where only case or marks differ. */
const highestFuzzy = 99;

/**
 * How alike two sentences are, token by token: 100 × (1 − distance ÷ longer length), rounded down to whole points.
 *
 * @param left, right tokens as numbers, case folded
 * @returns 0 to 100
 */
export function similarity(left: Int32Array, right: Int32Array): number {
  const longer = Math.max(left.length, right.length);
  return longer === 0 ? 100 : Math.floor((100 * (longer - levenshtein(left, right))) / longer);
}

/** The score of a sentence that is not exact, without regard to how the memory translates it. */
export function fuzzyScore(alike: number, query: string, found: string): number {
  const score = Math.min(alike, highestFuzzy);
  return numbersOf(query) === numbersOf(found) ? score : score - penalties.numbersDiffer;
}

/** The numbers of a wording, in any order: a translator cares which they are, not where they stand. */
function numbersOf(wording: string): string {
  return (wording.match(/\p{Nd}+(?:[.,:]\p{Nd}+)*/gu) ?? []).sort().join(' ');
}
