import type { Sentence } from './sentence.ts';

/**
 * The filters that find every sentence of at least a given similarity without comparing all of them.
 *
 * Two sentences of m and n tokens, m ≤ n, that are t % similar are at most n − ⌈t·n⌉ edits apart, so as bags they share at least
 * ⌈t·n⌉ tokens, and m is at least ⌈t·n⌉. Of two bags in one order that share k tokens, the first n − k + 1 of each have one in
 * common (the prefix filter; Chaudhuri, Ganti and Kaushik 2006, Bayardo, Ma and Srikant 2007).
 */

/** Thresholds below this one are not indexed: two sentences that share less than half are no help to anybody. */
export const lowestThreshold = 50;

/** Longer texts are no sentences: they are found where they are exact and never compared. In tokens. */
export const longestCompared = 1000;

/** The tokens, rarest first and each once, of which a sentence shares one with every other that is `threshold` % similar. */
export function prefixOf(sentence: Sentence, threshold: number): number[] {
  const { byRarity } = sentence;
  const length = byRarity.length - leastShared(byRarity.length, threshold) + 1;
  return [...new Set(byRarity.subarray(0, Math.max(1, length)))];
}

/** The lengths, in tokens, that a sentence of `threshold` % similarity to one of `length` tokens can have. */
export function lengthWindow(length: number, threshold: number): { shortest: number; longest: number } {
  return {
    shortest: leastShared(length, threshold),
    longest: Math.floor((length * 100) / threshold + rounding),
  };
}

/** Whether two sentences have enough tokens in common, wherever they stand, to be `threshold` % similar. */
export function shareEnough(left: Sentence, right: Sentence, threshold: number): boolean {
  const [ours, theirs] = [left.byRarity, right.byRarity];
  let shared = 0;
  let at = 0;
  for (const token of ours) {
    while (at < theirs.length && (theirs[at] ?? 0) > token) at += 1;
    if (at === theirs.length) break;
    if (theirs[at] === token) {
      shared += 1;
      at += 1;
    }
  }
  return shared >= leastShared(Math.max(ours.length, theirs.length), threshold);
}

function leastShared(length: number, threshold: number): number {
  return Math.ceil((length * threshold) / 100 - rounding);
}

/** Keeps a quotient that is whole but for the last bit on the side of one candidate too many. */
const rounding = 1e-9;
