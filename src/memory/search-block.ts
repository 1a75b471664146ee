import { leastShared, longestSharing, mostEdits } from './prefix-filter.ts';
import { isStranger } from './sentence.ts';
import { factsEach, type Postings, type SentenceBlock } from './sentence-block.ts';
import { bitCount, signatureHalf } from './signature.ts';

/** What is looked for in a block. */
export type Search = {
  readonly length: number;
  /** A rare token of the query, and how many of its tokens are rarer; the rarest first. */
  readonly prefix: readonly { readonly token: number; readonly rank: number }[];
  readonly threshold: number;
  readonly low: number;
  readonly high: number;
};

/** Makes a search for all that is `threshold` % similar to some tokens. */
export function searchFor(tokens: Int32Array, threshold: number): Search {
  const { length } = tokens;
  const byRarity = tokens.slice().sort().reverse();
  const last = mostEdits(length, threshold);
  const prefix: { token: number; rank: number }[] = [];
  for (let rank = 0; rank <= last; rank += 1) {
    const token = byRarity[rank] ?? 0;
    if (!isStranger(token) && (rank === 0 || token !== byRarity[rank - 1])) prefix.push({ token, rank });
  }
  return {
    length,
    prefix,
    threshold,
    low: signatureHalf('low', tokens, 0, length),
    high: signatureHalf('high', tokens, 0, length),
  };
}

/**
 * The places of a block at which something similar may stand: all that is similar enough, each once, and very little besides.
 *
 * Under each rare token of the query stand the sentences that have it among their rare ones. Most are ruled out by their length, by how
 * few tokens are left behind that one in either sentence, and by their signatures; no sentence is touched for that.
 */
export function placesIn(block: SentenceBlock, search: Search): ReadonlySet<number> {
  const found = new Set<number>();
  const { length, threshold } = search;
  const shortest = leastShared(length, threshold);
  const bounds = boundsFrom(search, shortest);
  const first = firstOfLength(block.facts, shortest);
  for (const { token, rank } of search.prefix) {
    const postings = block.postings(token);
    if (!postings) continue;
    const longest = longestSharing(length - rank, threshold);
    const behind = firstOfLength(block.facts, longest + 1);
    scan(
      block.facts,
      postings,
      lowerBound(postings, first),
      lowerBound(postings, behind),
      bounds,
      search,
      found,
    );
  }
  return found;
}

/** What a sentence has to keep to so that it can be similar enough, by its length less the shortest one's. */
type Bounds = { readonly shortest: number; readonly ranks: Int32Array; readonly flips: Int32Array };

function boundsFrom({ length, threshold }: Search, shortest: number): Bounds {
  const count = Math.max(0, longestSharing(length, threshold) - shortest + 1);
  const ranks = new Int32Array(count);
  const flips = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const other = shortest + at;
    const longer = Math.max(length, other);
    ranks[at] = other - leastShared(longer, threshold);
    flips[at] = 2 * mostEdits(longer, threshold) - Math.abs(length - other);
  }
  return { shortest, ranks, flips };
}

function scan(
  facts: Int32Array,
  { places, ranks }: Postings,
  start: number,
  end: number,
  bounds: Bounds,
  { low, high }: Search,
  found: Set<number>,
): void {
  for (let at = start; at < end; at += 1) {
    const place = places[at] ?? 0;
    const fact = place * factsEach;
    const kind = (facts[fact] ?? 0) - bounds.shortest;
    if ((ranks[at] ?? 0) > (bounds.ranks[kind] ?? -1)) continue;
    const flips = bitCount((facts[fact + 1] ?? 0) ^ low) + bitCount((facts[fact + 2] ?? 0) ^ high);
    if (flips <= (bounds.flips[kind] ?? -1)) found.add(place);
  }
}

/** The first place at which a sentence of at least this length stands. */
function firstOfLength(facts: Int32Array, length: number): number {
  let from = 0;
  let to = facts.length / factsEach;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((facts[middle * factsEach] ?? 0) < length) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Where in the postings the places from `place` on begin. */
function lowerBound({ places, start, end }: Postings, place: number): number {
  let from = start;
  let to = end;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((places[middle] ?? 0) < place) from = middle + 1;
    else to = middle;
  }
  return from;
}
