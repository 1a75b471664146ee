import { type Locale, languageOf } from '../model/locale.ts';
import type { Match } from '../model/match.ts';
import { remembered } from '../text/remembered.ts';
import { lowestThreshold, reachOf } from './prefix-filter.ts';
import { type Candidate, rankMatches, type ScoredCandidate, scoreCandidates } from './rank.ts';
import { placesIn, searchFor } from './search-block.ts';
import { readSentence } from './sentence.ts';
import type { SentenceBlock } from './sentence-block.ts';
import type { MemoryQuery } from './store.ts';
import type { TokenOrder } from './token-order.ts';

/** What a store has to give so that sentences can be found in it. */
export type SentenceIndex = {
  readonly order: TokenOrder;
  /** The blocks of a language. */
  blocks(language: Locale): Iterable<OpenBlock>;
};

/** A block whose sentences can be read. */
export type OpenBlock = SentenceBlock & {
  /** The sentence at a place; undefined where nobody translates it any more. */
  candidate(place: number): Candidate | undefined;
};

/** Finds all that matches a query: what every store's `find` does. */
export function findMatches(index: SentenceIndex, query: MemoryQuery): readonly Match[] {
  const threshold = Math.min(100, Math.max(lowestThreshold, query.threshold));
  return rankMatches({ ...query, threshold }, sentencesLike(index, { ...query, threshold }));
}

/** The sentences that are similar enough. They are kept for a while: a dispatch is looked up again for each of its locales. */
function sentencesLike(index: SentenceIndex, query: MemoryQuery): readonly ScoredCandidate[] {
  const kept = keptSentences.get(index) ?? new Map<string, readonly ScoredCandidate[]>();
  keptSentences.set(index, kept);
  const key = `${query.threshold} ${query.source}\n${query.text}`;
  return remembered(kept, key, () => search(index, query));
}

const keptSentences = new WeakMap<SentenceIndex, Map<string, readonly ScoredCandidate[]>>();

function search(index: SentenceIndex, query: MemoryQuery): readonly ScoredCandidate[] {
  const { threshold } = query;
  const sentence = readSentence(query.text, index.order);
  const least = reachOf(sentence.tokens.length, threshold);
  const wanted = searchFor(sentence.tokens, least);
  const candidates: Candidate[] = [];
  for (const block of index.blocks(languageOf(query.source))) {
    for (const place of placesIn(block, wanted)) {
      const candidate = block.candidate(place);
      if (candidate) candidates.push(candidate);
    }
  }
  return scoreCandidates(query, sentence, candidates);
}
