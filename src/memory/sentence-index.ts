import { type Locale, languageOf } from '../model/locale.ts';
import type { Match } from '../model/match.ts';
import type { MemoryEntry } from './entry.ts';
import { lengthWindow, longestCompared, lowestThreshold, prefixOf, shareEnough } from './prefix-filter.ts';
import { type Candidate, rankMatches } from './rank.ts';
import { isStranger, readSentence, type Sentence } from './sentence.ts';
import type { MemoryQuery } from './store.ts';
import type { TokenOrder } from './token-order.ts';

/** What a store has to give so that sentences can be found in it: an inverted index over their rarest tokens. */
export type SentenceIndex = {
  readonly order: TokenOrder;
  /** The sentences that {@link indexedTokens} lists under a token, of a length within the window (in tokens). */
  withToken(token: number, window: { shortest: number; longest: number }): Iterable<number>;
  /** One of them, and the language it is in. */
  sentence(id: number): { readonly language: Locale; readonly sentence: Sentence };
  /** Its translations, in any order: at least those that serve a target. */
  entriesOf(id: number, target: Locale): Iterable<MemoryEntry>;
};

/** The tokens under which a sentence is to be listed in an index. */
export function indexedTokens(sentence: Sentence): number[] {
  return prefixOf(sentence, reach(sentence, lowestThreshold));
}

/** Finds all that matches a query: what every store's `find` does. */
export function findMatches(index: SentenceIndex, query: MemoryQuery): readonly Match[] {
  const threshold = Math.min(100, Math.max(lowestThreshold, query.threshold));
  const sentence = readSentence(query.text, index.order);
  return rankMatches({ ...query, threshold }, sentence, candidates(index, query, sentence, threshold));
}

function* candidates(
  index: SentenceIndex,
  query: MemoryQuery,
  sentence: Sentence,
  threshold: number,
): Generator<Candidate> {
  const language = languageOf(query.source);
  const least = reach(sentence, threshold);
  const window = lengthWindow(sentence.tokens.length, least);
  const seen = new Set<number>();
  for (const token of prefixOf(sentence, least)) {
    if (isStranger(token)) continue;
    for (const id of index.withToken(token, window)) {
      if (seen.has(id)) continue;
      seen.add(id);
      const found = index.sentence(id);
      if (found.language !== language || !shareEnough(sentence, found.sentence, least)) continue;
      yield { sentence: found.sentence, entries: () => index.entriesOf(id, query.target) };
    }
  }
}

/** What is too long to be compared is looked for only where it is exact. */
function reach(sentence: Sentence, threshold: number): number {
  return sentence.tokens.length > longestCompared ? 100 : threshold;
}
