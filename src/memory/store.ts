import type { Locale } from '../model/locale.ts';
import type { Match } from '../model/match.ts';
import type { Span } from '../model/span.ts';
import type { MemoryEntry } from './entry.ts';

/** One sentence looked up in the memory. */
export type MemoryQuery = {
  readonly source: Locale;
  readonly target: Locale;
  readonly text: string;
  /** The source text before it; none: it is the first of its dispatch. */
  readonly previous?: string;
  /** The source text behind it; none: it is the last. */
  readonly next?: string;
  /** The least score of a fuzzy match, 0 to 100; below 50 is taken as 50. */
  readonly threshold: number;
  /** How many matches are wanted at most. */
  readonly limit: number;
};

/** Words that a person looks up in the memory. */
export type ConcordanceQuery = {
  /** One or more words, found beside each other in either language whatever their case and accents; the last may be a beginning. */
  readonly text: string;
  readonly source?: Locale;
  readonly target?: Locale;
  readonly limit: number;
};

/** An entry in which the words were found, and where in each of its texts. */
export type ConcordanceHit = {
  readonly entry: MemoryEntry;
  readonly inSource: readonly Span[];
  readonly inTarget: readonly Span[];
};

/** How many entries of a language pair come from one file. */
export type MemoryCount = {
  readonly from: string;
  readonly source: Locale;
  readonly target: Locale;
  readonly entries: number;
};

/**
 * A translation memory, wherever it is kept. Every store finds the same matches with the same scores in the same order: that is
 * what `rank.ts` is for, and one suite of tests holds all stores to it.
 *
 * Only entries that `belongsInMemory` (entry.ts) are kept. Source texts of one language match whatever their regions; targets by
 * `servesTarget`.
 */
export type MemoryStore = {
  /**
   * All there is for a sentence: ice, context and exact matches, then fuzzy ones of at least the threshold, best first. One
   * translation of one source is listed once. Nothing is left out but by the limit.
   */
  find(query: MemoryQuery): Promise<readonly Match[]>;
  /** The entries that hold some words, in the order of {@link entries}. */
  concordance(query: ConcordanceQuery): Promise<readonly ConcordanceHit[]>;
  /** Every entry, ordered by file and within it as the file has them. */
  entries(): AsyncIterable<MemoryEntry>;
  /** Ordered by file, source and target. */
  stats(): Promise<readonly MemoryCount[]>;
};
