import { leastShared, lowestThreshold, reachOf } from './prefix-filter.ts';
import { signatureHalf } from './signature.ts';
import type { TokenLists } from './token-order.ts';

/**
 * Sentences of one language that are indexed together, ordered by their length in tokens. A sentence is known by its place in that
 * order, so a window of lengths is a stretch of places. A block never changes.
 */
export type SentenceBlock = {
  /** For each place {@link factsEach} numbers: the length of the sentence, and the two halves of its signature. */
  readonly facts: Int32Array;
  /** Which sentences have a token among their rarest ones. */
  postings(token: number): Postings | undefined;
};

/** How many numbers a block keeps of each sentence beside its tokens. */
export const factsEach = 3;

/** The sentences that are listed under a token: those from `start` up to `end` in lists that may hold more. */
export type Postings = {
  /** Their places, ascending. */
  readonly places: Int32Array | Uint16Array;
  /** How many rarer tokens each of them has; 255 stands for more as well. */
  readonly ranks: Uint8Array;
  readonly start: number;
  readonly end: number;
};

/** A block as it is made: everything in a few long lists. */
export type BuiltBlock = SentenceBlock & {
  /** For each place which of the sentences stands there, as they were given. */
  readonly order: Int32Array;
  /** The tokens that have postings. */
  tokens(): Iterable<number>;
};

/** Indexes sentences: each is listed under as many of its rarest tokens as it takes to find it at the lowest threshold. */
export function buildBlock(lists: TokenLists): BuiltBlock {
  const order = byLength(lists);
  const { tokens, offsets } = lists;
  const facts = new Int32Array(order.length * factsEach);
  let total = 0;
  let longest = 0;
  for (const sentence of order) {
    const length = (offsets[sentence + 1] ?? 0) - (offsets[sentence] ?? 0);
    total += Math.max(1, length);
    longest = Math.max(longest, length);
  }
  const listed = {
    tokens: new Int32Array(total),
    ranks: new Uint8Array(total),
    ends: new Int32Array(order.length),
  };
  const sorted = new Int32Array(longest);
  let highest = 0;
  let filled = 0;
  for (let place = 0; place < order.length; place += 1) {
    const start = offsets[order[place] ?? 0] ?? 0;
    const end = offsets[(order[place] ?? 0) + 1] ?? 0;
    const length = end - start;
    facts[place * factsEach] = length;
    facts[place * factsEach + 1] = signatureHalf('low', tokens, start, end);
    facts[place * factsEach + 2] = signatureHalf('high', tokens, start, end);
    const rising = sorted.subarray(0, length);
    rising.set(tokens.subarray(start, end));
    rising.sort();
    highest = Math.max(highest, rising[length - 1] ?? 0);
    const last = length - leastShared(length, reachOf(length, lowestThreshold));
    for (let rank = 0; rank <= last; rank += 1) {
      const token = rising[length - 1 - rank] ?? 0;
      if (rank > 0 && token === rising[length - rank]) continue;
      listed.tokens[filled] = token;
      listed.ranks[filled] = Math.min(rank, 255);
      filled += 1;
    }
    listed.ends[place] = filled;
  }
  return { facts, order, ...inverted(listed, filled, highest) };
}

/** From the tokens of each sentence to the sentences of each token. */
function inverted(
  listed: { readonly tokens: Int32Array; readonly ranks: Uint8Array; readonly ends: Int32Array },
  total: number,
  highest: number,
): Pick<BuiltBlock, 'postings' | 'tokens'> {
  const starts = new Int32Array(highest + 2);
  for (let at = 0; at < total; at += 1) {
    const next = (listed.tokens[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let token = 1; token < starts.length; token += 1) {
    starts[token] = (starts[token] ?? 0) + (starts[token - 1] ?? 0);
  }
  const places = new Int32Array(total);
  const ranks = new Uint8Array(total);
  const next = starts.slice();
  let at = 0;
  for (let place = 0; place < listed.ends.length; place += 1) {
    for (const end = listed.ends[place] ?? 0; at < end; at += 1) {
      const token = listed.tokens[at] ?? 0;
      const slot = next[token] ?? 0;
      places[slot] = place;
      ranks[slot] = listed.ranks[at] ?? 0;
      next[token] = slot + 1;
    }
  }
  const postings = (token: number): Postings | undefined => {
    const [start, end] = [starts[token] ?? 0, starts[token + 1] ?? 0];
    return token <= highest && end > start ? { places, ranks, start, end } : undefined;
  };
  return {
    postings,
    *tokens() {
      for (let token = 0; token <= highest; token += 1) {
        if ((starts[token + 1] ?? 0) > (starts[token] ?? 0)) yield token;
      }
    },
  };
}

/** The sentences by their lengths; those of one length as they came. */
function byLength({ offsets }: TokenLists): Int32Array {
  const lengths = Int32Array.from(
    { length: offsets.length - 1 },
    (_, at) => (offsets[at + 1] ?? 0) - (offsets[at] ?? 0),
  );
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  const next = new Map<number, number>();
  let start = 0;
  for (const length of Int32Array.from(counts.keys()).sort()) {
    next.set(length, start);
    start += counts.get(length) ?? 0;
  }
  const order = new Int32Array(lengths.length);
  for (const [at, length] of lengths.entries()) {
    const place = next.get(length) ?? 0;
    order[place] = at;
    next.set(length, place + 1);
  }
  return order;
}
