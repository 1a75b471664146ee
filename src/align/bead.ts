import type { Locale } from '../model/locale.ts';

/** A text as the alignment sees it: its sentences in reading order, in one language. */
export type Side = { readonly locale: Locale; readonly sentences: readonly string[] };

/** A run of sentences by their places in a {@link Side}: `start` is inside, `end` is the first one outside. It may be empty. */
export type Run = { readonly start: number; readonly end: number };

/** Sentences that say the same in both languages. One side is empty where the other has something of its own. */
export type Bead = {
  readonly source: Run;
  readonly target: Run;
  /** 0 to 1: how likely it is that just these sentences belong together, given the two texts. */
  readonly confidence: number;
};

/** How many sentences of each side a bead joins, and how often translators do that, of all beads. */
export type Shape = { readonly source: number; readonly target: number; readonly share: number };

/**
 * The beads that are tried. The shares are of the order that Gale and Church (1993) counted in the Canadian Hansard for beads of up to
 * two sentences; those of larger ones fall off by an order of magnitude with each sentence. 2-2 and 3-3 are also what sentences
 * that changed places look like.
 */
export const shapes: readonly Shape[] = (
  [
    [1, 1, 0.9],
    [1, 0, 0.01],
    [0, 1, 0.01],
    [2, 1, 0.03],
    [1, 2, 0.03],
    [2, 2, 0.01],
    [3, 1, 0.003],
    [1, 3, 0.003],
    [3, 2, 0.001],
    [2, 3, 0.001],
    [3, 3, 0.001],
    [4, 1, 0.0003],
    [1, 4, 0.0003],
  ] as const
).map(([source, target, share]) => ({ source, target, share }));

/** No bead has more sentences than this on one side. */
export const longestRun = Math.max(...shapes.flatMap(({ source, target }) => [source, target]));

/** `1-2`: how a bead is written. */
export function shapeOf({ source, target }: Bead): string {
  return `${source.end - source.start}-${target.end - target.start}`;
}
