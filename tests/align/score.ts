import { type AlignOptions, align } from '../../src/align/align.ts';
import type { Bead } from '../../src/align/bead.ts';
import type { Gold } from './disturbed.ts';

/** How many beads there are in the gold, how many were found, and how many of those are right: both sides alike, strictly. */
export type Score = {
  readonly gold: number;
  readonly found: number;
  readonly right: number;
  /** Whether each bead found was right, with its confidence. */
  readonly judged: readonly { readonly confidence: number; readonly isRight: boolean }[];
};

export function scoreOf(gold: Gold, options: AlignOptions = {}): Score {
  const wanted = new Set(gold.beads.map(({ source, target }) => `${source}|${target}`));
  const judged = align(gold.source, gold.target, options).map((bead) => ({
    confidence: bead.confidence,
    isRight: wanted.has(nameOf(bead)),
  }));
  return {
    gold: gold.beads.length,
    found: judged.length,
    right: judged.filter(({ isRight }) => isRight).length,
    judged,
  };
}

export function sumOf(scores: readonly Score[]): Score {
  const total = (of: (score: Score) => number) => scores.reduce((all, score) => all + of(score), 0);
  return {
    gold: total(({ gold }) => gold),
    found: total(({ found }) => found),
    right: total(({ right }) => right),
    judged: scores.flatMap(({ judged }) => judged),
  };
}

export function f1Of({ gold, found, right }: Score): number {
  return (2 * right) / (gold + found);
}

export function nameOf({ source, target }: Bead): string {
  const numbers = ({ start, end }: Bead['source']) =>
    Array.from({ length: end - start }, (_, at) => start + at);
  return `${numbers(source)}|${numbers(target)}`;
}
