import { compareText } from '../text/compare.ts';
import { createNumberList } from './number-list.ts';
import { foldedTokens } from './sentence.ts';

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
export const indexVersion = 2;

/** Sentences as the numbers of their tokens, all in one list. */
export type TokenLists = {
  readonly tokens: Int32Array;
  /** Where each sentence begins in it; one more says where the last one ends. */
  readonly offsets: Int32Array;
};

/**
 * Reads wordings as numbers. Tokens that the order does not know get the next numbers: the commonest of them first, equals by their
 * letters.
 *
 * @param size how many tokens the order knows
 * @returns besides the sentences, the tokens that are new, in the order of their numbers
 */
export function readTokens(
  wordings: Iterable<string>,
  order: TokenOrder,
  size: number,
): TokenLists & { readonly fresh: readonly string[] } {
  const list = createNumberList();
  const offsets = createNumberList();
  const met = new Map<string, number>();
  const counts = createNumberList();
  for (const wording of wordings) {
    offsets.push(list.length);
    for (const token of foldedTokens(wording)) {
      let number = order.numberOf(token) ?? met.get(token);
      if (number === undefined) {
        number = size + met.size + 1;
        met.set(token, number);
        counts.push(0);
      }
      if (number > size) counts.add(number - size - 1, 1);
      list.push(number);
    }
  }
  offsets.push(list.length);
  const often = counts.toArray();
  const countOf = (number: number) => often[number - size - 1] ?? 0;
  const fresh = [...met].sort(
    ([left, one], [right, other]) => countOf(other) - countOf(one) || compareText(left, right),
  );
  const settled = new Int32Array(fresh.length);
  for (const [place, [, number]] of fresh.entries()) settled[number - size - 1] = size + place + 1;
  const tokens = list.toArray();
  for (let at = 0; at < tokens.length; at += 1) {
    const number = tokens[at] ?? 0;
    if (number > size) tokens[at] = settled[number - size - 1] ?? 0;
  }
  return { tokens, offsets: offsets.toArray(), fresh: fresh.map(([token]) => token) };
}
