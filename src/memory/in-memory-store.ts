import { languageOf } from '../model/locale.ts';
import { compareText } from '../text/compare.ts';
import { wordingOf } from '../text/wording.ts';
import { concordanceOf } from './concordance.ts';
import { belongsInMemory, type MemoryEntry } from './entry.ts';
import { foldedTokens, type Sentence, sentenceOf } from './sentence.ts';
import { findMatches, indexedTokens, type SentenceIndex } from './sentence-index.ts';
import type { ConcordanceHit, MemoryCount, MemoryStore } from './store.ts';
import { byFrequency, countTokens } from './token-order.ts';

type Indexed = { readonly language: string; readonly sentence: Sentence; readonly entries: MemoryEntry[] };

/** A memory that lives as long as the run: for batches, for browsers, and for tests. */
export function createInMemoryStore(entries: Iterable<MemoryEntry>): MemoryStore {
  const kept = [...entries].filter(belongsInMemory).sort((left, right) => compareText(left.from, right.from));
  const index = indexOf(kept);
  return {
    async find(query) {
      return findMatches(index, query);
    },
    async concordance(query) {
      const hits: ConcordanceHit[] = [];
      const test = concordanceOf(query);
      for (const entry of kept) {
        if (hits.length >= query.limit) break;
        const hit = test(entry);
        if (hit) hits.push(hit);
      }
      return hits;
    },
    async *entries() {
      yield* kept;
    },
    async stats() {
      return countsOf(kept);
    },
  };
}

function indexOf(entries: readonly MemoryEntry[]): SentenceIndex {
  const groups = new Map<string, { language: string; wording: string; entries: MemoryEntry[] }>();
  for (const entry of entries) {
    const language = languageOf(entry.source);
    const wording = wordingOf(entry.sourceText);
    const key = `${language} ${wording}`;
    const group = groups.get(key) ?? { language, wording, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  const counts = new Map<string, number>();
  for (const { wording } of groups.values()) countTokens(counts, foldedTokens(wording));
  const numbers = new Map(byFrequency(counts).map((token, place) => [token, place + 1]));

  const indexed: Indexed[] = [];
  const postings = new Map<number, number[]>();
  for (const { language, wording, entries: translations } of groups.values()) {
    const tokens = Int32Array.from(foldedTokens(wording), (token) => numbers.get(token) ?? 0);
    const sentence = sentenceOf(wording, tokens);
    for (const token of indexedTokens(sentence)) {
      const posting = postings.get(token);
      if (posting) posting.push(indexed.length);
      else postings.set(token, [indexed.length]);
    }
    indexed.push({ language, sentence, entries: translations });
  }
  const at = (id: number): Indexed => {
    const found = indexed[id];
    if (!found) throw new RangeError(`no sentence ${id} in the memory`);
    return found;
  };
  return {
    order: { numberOf: (token) => numbers.get(token) },
    withToken: (token, { shortest, longest }) =>
      (postings.get(token) ?? []).filter((id) => {
        const { length } = at(id).sentence.tokens;
        return length >= shortest && length <= longest;
      }),
    sentence: at,
    entriesOf: (id) => at(id).entries,
  };
}

function countsOf(entries: readonly MemoryEntry[]): MemoryCount[] {
  const counts = new Map<string, { from: string; source: string; target: string; entries: number }>();
  for (const { from, source, target } of entries) {
    const key = JSON.stringify([from, source, target]);
    const count = counts.get(key) ?? { from, source, target, entries: 0 };
    count.entries += 1;
    counts.set(key, count);
  }
  return [...counts.values()].sort(
    (left, right) =>
      compareText(left.from, right.from) ||
      compareText(left.source, right.source) ||
      compareText(left.target, right.target),
  );
}
