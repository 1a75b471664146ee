import type { DatabaseSync } from 'node:sqlite';
import type { MemoryEntry } from '../memory/entry.ts';
import { createNumberList } from '../memory/number-list.ts';
import { readTokens } from '../memory/token-order.ts';
import { languageOf } from '../model/locale.ts';
import { wordingOf } from '../text/wording.ts';
import { writeBlock } from './sqlite-memory-blocks.ts';
import { nextId, numberIn, packTokens, textIn } from './sqlite-memory-rows.ts';
import { tokenNumbers } from './sqlite-memory-tokens.ts';

/** How many sentences make a block. Only the numbers of their tokens are kept until there are as many. */
export const blockSize = 32_768;

/** A sentence of the index, with what it has as its text. */
export type KnownSentence = { readonly id: number; readonly text: string };

/** Writes sentences into an index, many at a time. */
export type SentenceWriter = {
  /** What an entry is a translation of: a sentence that the index has, or a new one, which is written later. */
  sentenceOf(entry: MemoryEntry): KnownSentence;
  /** Writes those that are new. */
  write(): void;
  /** Writes the last blocks. */
  finish(): void;
};

type Fresh = KnownSentence & { readonly language: string; readonly wording: string; readonly hash: number };

/** @param database in a transaction */
export function sentenceWriter(database: DatabaseSync, label: (text: string) => number): SentenceWriter {
  const order = tokenNumbers(database);
  const blocks = blockGatherer(database);
  const known = database.prepare('SELECT id, language, text FROM sentence WHERE hash = ?');
  const insert = database.prepare(
    'INSERT INTO sentence (id, hash, language, block, text, tokens) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const filter = isEmpty(database) ? hashFilter() : undefined;
  const fresh = new Map<string, Fresh>();
  let next = nextId(database, 'sentence');
  return {
    sentenceOf({ source, sourceText }) {
      const language = languageOf(source);
      const wording = wordingOf(sourceText);
      const key = `${language} ${wording}`;
      const already = fresh.get(key);
      if (already) return already;
      const hash = hashOf(key);
      const row = (filter?.isNew(hash) === true ? [] : known.all(hash)).find(
        (one) => numberIn(one, 'language') === label(language) && wordingOf(textIn(one, 'text')) === wording,
      );
      if (row) return { id: numberIn(row, 'id'), text: textIn(row, 'text') };
      const sentence = { id: next, text: sourceText, language, wording, hash };
      next += 1;
      fresh.set(key, sentence);
      return sentence;
    },
    write() {
      const sentences = [...fresh.values()];
      const wordings = sentences.map(({ wording }) => wording);
      const lists = readTokens(wordings, order, order.size());
      order.learn(lists.fresh);
      for (const [at, { id, hash, language, text }] of sentences.entries()) {
        const tokens = lists.tokens.subarray(lists.offsets[at], lists.offsets[at + 1]);
        const block = blocks.add(language, id, tokens);
        insert.run(id, hash, label(language), block, text, packTokens(tokens));
      }
      fresh.clear();
    },
    finish: blocks.finish,
  };
}

/** Gathers the sentences of each language and writes a block when there are enough of them. */
function blockGatherer(database: DatabaseSync) {
  type Gathered = Record<'ids' | 'tokens' | 'offsets', ReturnType<typeof createNumberList>> & {
    readonly block: number;
  };
  const gathered = new Map<string, Gathered>();
  let next = nextId(database, 'block');
  const write = (language: string, { block, ids, tokens, offsets }: Gathered): void => {
    offsets.push(tokens.length);
    const lists = { tokens: tokens.toArray(), offsets: offsets.toArray() };
    writeBlock(database, block, language, lists, ids.toArray());
    gathered.delete(language);
  };
  return {
    /** @returns the block it is going to be in */
    add(language: string, id: number, numbers: Int32Array): number {
      let into = gathered.get(language);
      if (!into) {
        into = {
          block: next,
          ids: createNumberList(),
          tokens: createNumberList(),
          offsets: createNumberList(),
        };
        next += 1;
        gathered.set(language, into);
      }
      into.ids.push(id);
      into.offsets.push(into.tokens.length);
      for (const number of numbers) into.tokens.push(number);
      if (into.ids.length >= blockSize) write(language, into);
      return into.block;
    },
    finish(): void {
      for (const [language, rest] of [...gathered]) write(language, rest);
    },
  };
}

function isEmpty(database: DatabaseSync): boolean {
  return database.prepare('SELECT 1 FROM sentence LIMIT 1').get() === undefined;
}

/**
 * Tells for sure of most hashes that an index which was empty has none such: nearly every sentence of a large memory is new. One bit
 * for each of 16 million values; where two hashes share it, the index is asked.
 */
function hashFilter(): { isNew(hash: number): boolean } {
  const bits = new Uint8Array(2 ** 21);
  return {
    isNew(hash) {
      const at = (hash & 0xff_ffff) >>> 3;
      const bit = 1 << (hash & 7);
      const byte = bits[at] ?? 0;
      bits[at] = byte | bit;
      return (byte & bit) === 0;
    },
  };
}

/** FNV-1a over UTF-16 units: it only has to bring the same texts together; the texts themselves decide. */
function hashOf(text: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
  return hash >>> 0;
}
