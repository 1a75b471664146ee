import { type Locale, languageOf } from '../model/locale.ts';
import { compareText } from '../text/compare.ts';
import { wordingOf } from '../text/wording.ts';
import { concordanceOf } from './concordance.ts';
import { belongsInMemory, type MemoryEntry } from './entry.ts';
import { buildBlock } from './sentence-block.ts';
import { findMatches, type OpenBlock, type SentenceIndex } from './sentence-index.ts';
import type { ConcordanceHit, MemoryCount, MemoryStore } from './store.ts';
import { readTokens, type TokenLists, type TokenOrder } from './token-order.ts';

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

/** Groups the entries by language and wording, and indexes the wordings of each language in one block. */
function indexOf(entries: readonly MemoryEntry[]): SentenceIndex {
  const languages = new Map<Locale, Map<string, MemoryEntry[]>>();
  for (const entry of entries) {
    const language = languageOf(entry.source);
    const groups = languages.get(language) ?? new Map<string, MemoryEntry[]>();
    languages.set(language, groups);
    const wording = wordingOf(entry.sourceText);
    const group = groups.get(wording);
    if (group) group.push(entry);
    else groups.set(wording, [entry]);
  }
  const none: TokenOrder = { numberOf: () => undefined };
  const read = readTokens(wordingsIn(languages.values()), none, 0);
  const numbers = new Map(read.fresh.map((token, place) => [token, place + 1]));
  const blocks = new Map<Locale, OpenBlock>();
  let first = 0;
  for (const [language, groups] of languages) {
    const offsets = read.offsets.subarray(first, first + groups.size + 1);
    blocks.set(language, openBlock({ tokens: read.tokens, offsets }, [...groups.values()]));
    first += groups.size;
  }
  return {
    order: { numberOf: (token) => numbers.get(token) },
    blocks(language) {
      const block = blocks.get(language);
      return block ? [block] : [];
    },
  };
}

function* wordingsIn(languages: Iterable<ReadonlyMap<string, unknown>>): Generator<string> {
  for (const groups of languages) yield* groups.keys();
}

function openBlock(lists: TokenLists, groups: readonly (readonly MemoryEntry[])[]): OpenBlock {
  const block = buildBlock(lists);
  return {
    facts: block.facts,
    postings: block.postings,
    candidate(place) {
      const sentence = block.order[place] ?? 0;
      const group = groups[sentence] ?? [];
      return {
        tokens: lists.tokens.subarray(lists.offsets[sentence], lists.offsets[sentence + 1]),
        wording: () => wordingOf(group[0]?.sourceText ?? ''),
        entries: () => group,
      };
    },
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
