import { distanceFrom, levenshtein } from './levenshtein.ts';
import { longestCompared, mostEdits } from './prefix-filter.ts';

/** A fuzzy match is never taken for an exact one, even where only case or marks differ. */
export const highestFuzzy = 99;

/**
 * How alike two sentences are, token by token: 100 × (1 − distance ÷ longer length), rounded down to whole points.
 *
 * @param left, right tokens as numbers, case folded
 * @returns 0 to 100
 */
export function similarity(left: Int32Array, right: Int32Array): number {
  return points(levenshtein(left, right), Math.max(left.length, right.length));
}

/** The similarity of one sentence to many, where it is at least `threshold`; 0 where it is not, or where one is too long to be compared. */
export function similarityTo(sentence: Int32Array, threshold: number): (found: Int32Array) => number {
  if (sentence.length > longestCompared) return () => 0;
  const distance = distanceFrom(sentence);
  return (found) => {
    const longer = Math.max(sentence.length, found.length);
    if (longer > longestCompared) return 0;
    const most = mostEdits(longer, threshold);
    const edits = distance(found, most);
    return edits > most ? 0 : points(edits, longer);
  };
}

function points(edits: number, longer: number): number {
  return longer === 0 ? 100 : Math.floor((100 * (longer - edits)) / longer);
}
