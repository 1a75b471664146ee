import type { Clues } from './clues.ts';
import { postingsOf } from './postings.ts';

/** A sentence of each side that very probably belong together. */
export type Anchor = { readonly source: number; readonly target: number };

/** A key that is rarer than this on both sides tells where a sentence belongs. */
const mostUses = 3;

/**
 * Finds pairs of sentences that share what is rare in both texts, and of them the heaviest chain that rises on both sides, so that what
 * crosses it drops out. The cost is that of sorting the keys.
 */
export function anchorsOf(source: Clues, target: Clues): Anchor[] {
  const candidates = candidatesOf(source, target);
  const best = new Float64Array(candidates.length);
  const before = new Int32Array(candidates.length).fill(-1);
  const ends = heaviestBelow(target.lengths.length);
  let waiting: number[] = [];
  const settle = (): void => {
    for (const at of waiting) ends.put(candidates[at]?.target ?? 0, at, best[at] ?? 0);
    waiting = [];
  };
  candidates.forEach((candidate, at) => {
    if (candidate.source !== candidates[at - 1]?.source) settle();
    const last = ends.below(candidate.target);
    before[at] = last;
    best[at] = candidate.weight + (last < 0 ? 0 : (best[last] ?? 0));
    waiting.push(at);
  });
  let at = -1;
  for (let each = 0; each < best.length; each += 1) if (at < 0 || (best[each] ?? 0) > (best[at] ?? 0)) at = each;
  const chain: Anchor[] = [];
  while (at >= 0) {
    const candidate = candidates[at];
    if (candidate) chain.push({ source: candidate.source, target: candidate.target });
    at = before[at] ?? -1;
  }
  return chain.reverse();
}

type Candidate = Anchor & { readonly weight: number };

function candidatesOf(source: Clues, target: Clues): Candidate[] {
  const [left, right] = [postingsOf(source), postingsOf(target)];
  const size = Math.min(source.lengths.length, target.lengths.length) + 1;
  const columns = target.lengths.length;
  const weights = new Map<number, number>();
  for (const key of left.keys) {
    const [from, into] = [left.cluesWith(key), right.cluesWith(key)];
    if (into.length === 0 || from.length > mostUses || into.length > mostUses) continue;
    const weight = Math.log(size / Math.max(from.length, into.length));
    for (const one of from) {
      for (const other of into) {
        const pair = (left.sentenceOf[one] ?? 0) * columns + (right.sentenceOf[other] ?? 0);
        weights.set(pair, (weights.get(pair) ?? 0) + weight);
      }
    }
  }
  // As much as one key that stands once on each side, or two that stand here and there.
  const enough = Math.log(size) - 0.001;
  return Array.from(weights, ([pair, weight]) => ({
    source: Math.floor(pair / columns),
    target: pair % columns,
    weight,
  }))
    .filter(({ weight }) => weight >= enough)
    .sort((one, other) => one.source - other.source || one.target - other.target);
}

/** Remembers which chain that ends below a place is the heaviest: a binary indexed tree (Fenwick 1994) of maxima. */
function heaviestBelow(size: number) {
  const heaviest = new Int32Array(size + 1).fill(-1);
  const weights = new Float64Array(size + 1).fill(-1);
  return {
    put(place: number, chain: number, weight: number): void {
      for (let at = place + 1; at <= size; at += at & -at) {
        if (weight <= (weights[at] ?? 0)) continue;
        weights[at] = weight;
        heaviest[at] = chain;
      }
    },
    below(place: number): number {
      let [found, weight] = [-1, -1];
      for (let at = place; at > 0; at -= at & -at) {
        if ((weights[at] ?? 0) <= weight) continue;
        weight = weights[at] ?? 0;
        found = heaviest[at] ?? -1;
      }
      return found;
    },
  };
}
