import type { Clues } from './clues.ts';

/** A sentence of each side that very probably belong together. */
export type Anchor = { readonly source: number; readonly target: number };

/** A key that is rarer than this on both sides tells where a sentence belongs. */
const mostUses = 3;
/** What a pair has to share, in the logarithm of the odds: as much as a key that is met once in a thousand sentences, or two in thirty. */
const enough = Math.log(1000) - 0.001;
/** Shorter stretches between two anchors need no more of them; and what is rare is counted anew in each stretch so many times. */
const longStretch = 30;
const deepest = 5;

/**
 * Finds pairs of sentences that share what is rare in both texts, and of them the heaviest chain that rises on both sides, so that what
 * crosses it drops out; then the same between two anchors of the chain, where other things are rare. The cost is that of sorting.
 */
export function anchorsOf(source: Clues, target: Clues): Anchor[] {
  const whole = { sources: [0, source.lengths.length], targets: [0, target.lengths.length] } as const;
  return anchorsIn(whole, source, target, 1);
}

/** Part of both texts: from the first sentence to behind the last one. */
type Stretch = { readonly sources: readonly [number, number]; readonly targets: readonly [number, number] };

function anchorsIn(stretch: Stretch, source: Clues, target: Clues, depth: number): Anchor[] {
  const [from, to] = [stretch.sources, stretch.targets];
  if (Math.min(from[1] - from[0], to[1] - to[0]) < longStretch) return [];
  const chain = heaviestChain(candidatesOf(stretch, source, target), to);
  if (chain.length === 0 || depth === deepest) return chain;
  const found: Anchor[] = [];
  let [fromSource, fromTarget] = [from[0], to[0]];
  for (const anchor of [...chain, undefined]) {
    const [endSource, endTarget] = anchor ? [anchor.source, anchor.target] : [from[1], to[1]];
    const between: Stretch = { sources: [fromSource, endSource], targets: [fromTarget, endTarget] };
    found.push(...anchorsIn(between, source, target, depth + 1));
    if (!anchor) break;
    found.push(anchor);
    [fromSource, fromTarget] = [anchor.source + 1, anchor.target + 1];
  }
  return found;
}

type Candidate = Anchor & { readonly weight: number };

function heaviestChain(candidates: readonly Candidate[], [first, end]: Stretch['targets']): Anchor[] {
  const best = new Float64Array(candidates.length);
  const before = new Int32Array(candidates.length).fill(-1);
  const ends = heaviestBelow(end - first);
  let waiting: number[] = [];
  const settle = (): void => {
    for (const at of waiting) ends.put((candidates[at]?.target ?? first) - first, at, best[at] ?? 0);
    waiting = [];
  };
  candidates.forEach((candidate, at) => {
    if (candidate.source !== candidates[at - 1]?.source) settle();
    const last = ends.below(candidate.target - first);
    before[at] = last;
    best[at] = candidate.weight + (last < 0 ? 0 : (best[last] ?? 0));
    waiting.push(at);
  });
  let at = -1;
  for (let each = 0; each < best.length; each += 1)
    if (at < 0 || (best[each] ?? 0) > (best[at] ?? 0)) at = each;
  const chain: Anchor[] = [];
  while (at >= 0) {
    const candidate = candidates[at];
    if (candidate) chain.push({ source: candidate.source, target: candidate.target });
    at = before[at] ?? -1;
  }
  return chain.reverse();
}

function candidatesOf({ sources, targets }: Stretch, source: Clues, target: Clues): Candidate[] {
  const [left, right] = [usesIn(source, sources), usesIn(target, targets)];
  const size = Math.min(sources[1] - sources[0], targets[1] - targets[0]) + 1;
  const columns = target.lengths.length;
  const weights = new Map<number, number>();
  for (const [key, from] of left) {
    const into = right.get(key) ?? [];
    if (into.length === 0 || from.length > mostUses || into.length > mostUses) continue;
    const weight = Math.log(size / Math.max(from.length, into.length));
    for (const one of from) {
      for (const other of into) {
        const pair = one * columns + other;
        weights.set(pair, (weights.get(pair) ?? 0) + weight);
      }
    }
  }
  return Array.from(weights, ([pair, weight]) => ({
    source: Math.floor(pair / columns),
    target: pair % columns,
    weight,
  }))
    .filter(({ weight }) => weight >= enough)
    .sort((one, other) => one.source - other.source || one.target - other.target);
}

/** The sentences of a stretch that each key stands in; of keys that are not rare, no more than show that. */
function usesIn(
  { all, starts }: Clues,
  [first, end]: readonly [number, number],
): ReadonlyMap<number, number[]> {
  const uses = new Map<number, number[]>();
  for (let sentence = first; sentence < end; sentence += 1) {
    for (let at = starts[sentence] ?? 0; at < (starts[sentence + 1] ?? 0); at += 1) {
      for (const key of all[at]?.keys ?? []) {
        const known = uses.get(key);
        if (!known) uses.set(key, [sentence]);
        else if (known.length <= mostUses && known.at(-1) !== sentence) known.push(sentence);
      }
    }
  }
  return uses;
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
