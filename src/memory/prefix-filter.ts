/**
 * The bounds that find every sentence of at least a given similarity without comparing all of them.
 *
 * Two sentences of m and n tokens, m ≤ n, that are t % similar are at most n − ⌈t·n⌉ edits apart, so as bags they share at least
 * ⌈t·n⌉ tokens, and m is at least ⌈t·n⌉. Of two bags in one order that share k tokens, the first n − k + 1 of each have one in
 * common (the prefix filter; Chaudhuri, Ganti and Kaushik 2006, Bayardo, Ma and Srikant 2007). And from the first token they share
 * each of them still has to have k tokens left (the positional filter; Xiao, Wang, Lin and Yu 2008).
 */

/** Thresholds below this one are not indexed: two sentences that share less than half are no help to anybody. */
export const lowestThreshold = 50;

/** Longer texts are no sentences: they are found where they are exact and never compared. In tokens. */
export const longestCompared = 1000;

/** How many of `length` tokens a sentence shares at least with one that is no longer and `threshold` % similar. */
export function leastShared(length: number, threshold: number): number {
  return Math.ceil((length * threshold) / 100 - rounding);
}

/** How long, in tokens, a sentence can be that shares as many tokens as `shared` says and is `threshold` % similar. */
export function longestSharing(shared: number, threshold: number): number {
  return Math.floor((shared * 100) / threshold + rounding);
}

/** How many edits two sentences can be apart, the longer of which has `length` tokens, to be `threshold` % similar. */
export function mostEdits(length: number, threshold: number): number {
  return length - leastShared(length, threshold);
}

/** The least similarity that is looked for around a sentence: what is too long to be compared is found where it is exact. */
export function reachOf(length: number, threshold: number): number {
  return length > longestCompared ? 100 : threshold;
}

/** Keeps a quotient that is whole but for the last bit on the side of one candidate too many. */
const rounding = 1e-9;
