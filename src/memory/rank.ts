import type { Match } from '../model/match.ts';
import { compareText } from '../text/compare.ts';
import { wordingOf } from '../text/wording.ts';
import { type MemoryEntry, servesTarget } from './entry.ts';
import { longestCompared } from './prefix-filter.ts';
import type { Sentence } from './sentence.ts';
import { fuzzyScore, penalties, similarity } from './similarity.ts';
import type { MemoryQuery } from './store.ts';

/** A sentence of an index that may match, and what gives its translations if it does. */
export type Candidate = { readonly sentence: Sentence; entries(): Iterable<MemoryEntry> };

type Found = Match & { readonly at: string; readonly wanted: boolean };

/**
 * Turns candidates into matches: the one place where kinds, scores and order are decided, whatever the store.
 *
 * @param sentence the text of the query, made ready with the order of the index that the candidates come from
 * @param candidates at least every sentence that reaches the threshold, each once; others do no harm
 */
export function rankMatches(
  query: MemoryQuery,
  sentence: Sentence,
  candidates: Iterable<Candidate>,
): readonly Match[] {
  const found: Found[] = [];
  for (const candidate of candidates) {
    const exact = candidate.sentence.wording === sentence.wording;
    const score = exact ? 100 : scoreOf(sentence, candidate.sentence);
    if (score < query.threshold && !exact) continue;
    found.push(...translationsOf(query, candidate, exact, score));
  }
  return found
    .filter((match) => match.kind !== 'fuzzy' || match.score >= query.threshold)
    .sort(byRank)
    .slice(0, query.limit)
    .map(({ at: _, wanted: __, ...match }) => match);
}

function scoreOf(query: Sentence, found: Sentence): number {
  if (Math.max(query.tokens.length, found.tokens.length) > longestCompared) return 0;
  return fuzzyScore(similarity(query.tokens, found.tokens), query.wording, found.wording);
}

/** The translations of one sentence, each once with the best there is to say for it, penalised where they contradict each other. */
function translationsOf(query: MemoryQuery, candidate: Candidate, exact: boolean, score: number): Found[] {
  const best = new Map<string, Found>();
  for (const entry of candidate.entries()) {
    if (!servesTarget(entry.target, query.target)) continue;
    const match: Found = {
      kind: exact ? exactKind(query, entry) : 'fuzzy',
      score,
      source: entry.sourceText,
      target: entry.targetText,
      provenance: entry.provenance,
      from: entry.from,
      at: entry.at ?? '',
      wanted: entry.target === query.target,
    };
    const wording = wordingOf(entry.targetText);
    const rival = best.get(wording);
    if (!rival || byRank(match, rival) < 0) best.set(wording, match);
  }
  const matches = [...best.values()];
  const contested = kinds.filter(
    (_, rank) => matches.filter((match) => kinds.indexOf(match.kind) <= rank).length > 1,
  );
  return matches.map((match) =>
    contested.includes(match.kind) ? { ...match, score: match.score - penalties.rivalTranslation } : match,
  );
}

/** Exact between the same neighbours, beside one of them, or by itself. An edge of the dispatch matches an edge. */
function exactKind(query: MemoryQuery, entry: MemoryEntry): 'ice' | 'context' | 'exact' {
  if (entry.previous === undefined && entry.next === undefined) return 'exact';
  const before = sameNeighbour(entry.previous, query.previous);
  const behind = sameNeighbour(entry.next, query.next);
  if (before && behind) return 'ice';
  return before || behind ? 'context' : 'exact';
}

function sameNeighbour(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return left === right || wordingOf(left) === wordingOf(right);
}

const kinds: readonly Match['kind'][] = ['ice', 'context', 'exact', 'repetition', 'fuzzy'];

/** Best first, the latest first among equals, and where nothing tells them apart by their letters: never by chance. */
function byRank(left: Found, right: Found): number {
  return (
    kinds.indexOf(left.kind) - kinds.indexOf(right.kind) ||
    right.score - left.score ||
    Number(right.wanted) - Number(left.wanted) ||
    compareText(right.at, left.at) ||
    compareText(left.source, right.source) ||
    compareText(left.target, right.target) ||
    compareText(left.from, right.from) ||
    compareText(JSON.stringify(left.provenance), JSON.stringify(right.provenance))
  );
}
