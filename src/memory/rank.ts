import type { Locale } from '../model/locale.ts';
import type { Match } from '../model/match.ts';
import { compareText } from '../text/compare.ts';
import { wordingOf } from '../text/wording.ts';
import { type MemoryEntry, servesTarget } from './entry.ts';
import { factPenalty, penalties } from './penalties.ts';
import { longestCompared } from './prefix-filter.ts';
import type { Sentence } from './sentence.ts';
import { highestFuzzy, similarityTo } from './similarity.ts';
import type { MemoryQuery } from './store.ts';

/** A sentence of an index that may match, and what gives its wording and its translations if it does. */
export type Candidate = {
  readonly tokens: Int32Array;
  wording(): string;
  /** At least those that serve a target. */
  entries(target: Locale): Iterable<MemoryEntry>;
};

type Found = Match & { readonly at: string; readonly wanted: boolean };

/** A candidate that reaches the threshold of a query, whatever language it is wanted in. */
export type ScoredCandidate = {
  readonly candidate: Candidate;
  readonly exact: boolean;
  readonly score: number;
};

/**
 * The candidates that reach the threshold, the best first.
 *
 * @param sentence the text of the query, made ready with the order of the index that the candidates come from
 * @param candidates at least every sentence that reaches the threshold, each once; others do no harm
 */
export function scoreCandidates(
  query: Pick<MemoryQuery, 'source' | 'threshold'>,
  sentence: Sentence,
  candidates: Iterable<Candidate>,
): readonly ScoredCandidate[] {
  const alike = similarityTo(sentence.tokens, query.threshold);
  const penalty = factPenalty(sentence.wording, query.source);
  const isLong = sentence.tokens.length > longestCompared;
  const scored: ScoredCandidate[] = [];
  for (const candidate of candidates) {
    const points = alike(candidate.tokens);
    if (points < query.threshold && !isLong) continue;
    const wording = candidate.wording();
    const exact = wording === sentence.wording;
    const score = exact ? 100 : Math.min(points, highestFuzzy) - penalty(wording);
    if (score >= query.threshold || exact) scored.push({ candidate, exact, score });
  }
  return scored.sort((left, right) => right.score - left.score);
}

/** Turns candidates into matches: the one place where kinds, scores and order are decided, whatever the store. */
export function rankMatches(query: MemoryQuery, scored: readonly ScoredCandidate[]): readonly Match[] {
  const found: Found[] = [];
  for (const { candidate, exact, score } of scored) {
    // What comes now can only be worse: its translations need not be read.
    if (found.filter((match) => match.score > score || match.kind !== 'fuzzy').length >= query.limit) break;
    const translations = translationsOf(query, candidate, exact, score);
    found.push(...translations.filter((match) => match.kind !== 'fuzzy' || match.score >= query.threshold));
  }
  return found
    .sort(byRank)
    .slice(0, query.limit)
    .map(({ at: _, wanted: __, ...match }) => match);
}

/** The translations of one sentence, each once with the best there is to say for it, penalised where they contradict each other. */
function translationsOf(query: MemoryQuery, candidate: Candidate, exact: boolean, score: number): Found[] {
  const best = new Map<string, Found>();
  for (const entry of candidate.entries(query.target)) {
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
