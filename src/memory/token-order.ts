import { compareText } from '../text/compare.ts';

/**
 * The order of rarity over all tokens of an index. A token's number, from 1, is its place in it, and a higher number is a rarer
 * token. The order is frozen: a number never changes while the index lives, for the postings rest on it. Tokens that come later
 * get numbers behind all others, so the order stays right (the filters hold for any fixed order) and only grows a little less apt.
 */
export type TokenOrder = {
  numberOf(token: string): number | undefined;
};

/**
 * The version of everything an index is made with: how texts are folded, cut into tokens, ordered and filtered. An index of another
 * version is thrown away.
 */
export const indexVersion = 1;

/** The order in which tokens that are new to an index get their numbers: the commonest first, equals by their letters. */
export function byFrequency(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .sort(([left, often], [right, seldom]) => seldom - often || compareText(left, right))
    .map(([token]) => token);
}

/** Counts tokens into `counts`. */
export function countTokens(counts: Map<string, number>, tokens: Iterable<string>): void {
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
}
