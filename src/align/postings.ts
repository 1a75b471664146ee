import type { Clue, Clues } from './clues.ts';

/** Where each key stands on one side. */
export type Postings = {
  /** The numbers of the clues that have a key, rising. */
  readonly cluesWith: (key: number) => readonly number[];
  /** In how many sentences a clue of the other side could find its like. */
  readonly sentencesWith: (clue: Clue) => number;
  /** The sentence of each clue. */
  readonly sentenceOf: Int32Array;
};

export function postingsOf({ all, starts }: Clues): Postings {
  const sentenceOf = new Int32Array(all.length);
  for (let sentence = 0; sentence + 1 < starts.length; sentence += 1)
    sentenceOf.fill(sentence, starts[sentence], starts[sentence + 1]);
  const byKey = new Map<number, number[]>();
  for (const [at, { keys }] of all.entries()) {
    for (const key of keys) {
      const known = byKey.get(key);
      if (known) known.push(at);
      else byKey.set(key, [at]);
    }
  }
  return {
    cluesWith: (key) => byKey.get(key) ?? none,
    sentencesWith: ({ keys }) => keys.reduce((sum, key) => sum + (byKey.get(key)?.length ?? 0), 0),
    sentenceOf,
  };
}

const none: readonly number[] = [];

/** The first place in a rising list whose place is not below `least`. */
export function firstFrom(
  list: readonly number[],
  least: number,
  placeOf: (entry: number) => number,
): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(list[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
