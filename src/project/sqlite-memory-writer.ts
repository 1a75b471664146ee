import type { DatabaseSync } from 'node:sqlite';
import type { MemoryEntry } from '../memory/entry.ts';
import { readTokens, type TokenOrder } from '../memory/token-order.ts';
import { languageOf } from '../model/locale.ts';
import { wordingOf } from '../text/wording.ts';
import { writeBlock } from './sqlite-memory-blocks.ts';
import { entryWriter } from './sqlite-memory-entries.ts';
import { numberIn, optionalNumberIn, packTokens, textIn } from './sqlite-memory-rows.ts';

/** How many entries are gathered before they are indexed together: what an import of any size keeps in memory. */
export const batchSize = 32_768;

/** Writes entries into an index, many at a time. */
export type MemoryWriter = {
  /** @param file the id of its file; the entries of a file come one after the other */
  add(file: number, entry: MemoryEntry): void;
  /** Writes what was gathered. */
  flush(): void;
};

type Fresh = {
  readonly language: string;
  readonly wording: string;
  readonly text: string;
  readonly hash: number;
};
type Known = { readonly id: number; readonly text: string };
/** A sentence that the index has, or one of this batch that it is to get, by its place among those. */
type Waiting = { readonly file: number; readonly entry: MemoryEntry; readonly sentence: Known | number };

/** @param database in a transaction: what is kept here besides is right only if it is not rolled back */
export function memoryWriter(database: DatabaseSync): MemoryWriter {
  const label = labeller(database);
  const order = tokenNumbers(database);
  const writeEntries = entryWriter(database, label);
  const spans = database.prepare('UPDATE file SET first = min(first, ?), last = max(last, ?) WHERE id = ?');
  const known = database.prepare('SELECT id, language, text FROM sentence WHERE hash = ?');
  /** The hashes of an index that is made from nothing are all known here, as long as there are not too many of them. */
  let hashes = isEmpty(database) ? new Set<number>() : undefined;
  const waiting: Waiting[] = [];
  const fresh: Fresh[] = [];
  const met = new Map<string, Known | number>();

  const sentenceOf = (entry: MemoryEntry): Known | number => {
    const language = languageOf(entry.source);
    const wording = wordingOf(entry.sourceText);
    const key = `${language} ${wording}`;
    const already = met.get(key);
    if (already !== undefined) return already;
    const hash = hashOf(key);
    const row = (hashes?.has(hash) === false ? [] : known.all(hash)).find(
      (one) => numberIn(one, 'language') === label(language) && wordingOf(textIn(one, 'text')) === wording,
    );
    const sentence = row ? { id: numberIn(row, 'id'), text: textIn(row, 'text') } : fresh.length;
    if (!row) fresh.push({ language, wording, text: entry.sourceText, hash });
    if (hashes && hashes.size < mostKept) hashes.add(hash);
    else hashes = undefined;
    met.set(key, sentence);
    return sentence;
  };

  const flush = (): void => {
    const ids = writeSentences(database, order, label, fresh);
    const rows = waiting.map(({ file, entry, sentence }) =>
      typeof sentence === 'number'
        ? { file, entry, sentence: ids[sentence] ?? 0, sentenceText: fresh[sentence]?.text ?? '' }
        : { file, entry, sentence: sentence.id, sentenceText: sentence.text },
    );
    const last = writeEntries(rows);
    const first = last - rows.length + 1;
    const ofFile = new Map<number, { first: number; last: number }>();
    for (const [place, { file }] of rows.entries()) {
      const span = ofFile.get(file);
      ofFile.set(file, { first: span?.first ?? first + place, last: first + place });
    }
    for (const [file, span] of ofFile) spans.run(span.first, span.last, file);
    waiting.length = 0;
    fresh.length = 0;
    met.clear();
  };

  return {
    add(file, entry) {
      waiting.push({ file, entry, sentence: sentenceOf(entry) });
      if (waiting.length >= batchSize) flush();
    },
    flush,
  };
}

function isEmpty(database: DatabaseSync): boolean {
  return database.prepare('SELECT 1 FROM sentence LIMIT 1').get() === undefined;
}

/** Numbers their new tokens, indexes them in a block for each language, and returns their ids. */
function writeSentences(
  database: DatabaseSync,
  order: TokenOrder & { size(): number; learn(fresh: readonly string[]): void },
  label: (text: string) => number,
  fresh: readonly Fresh[],
): Int32Array {
  const lists = readTokens(
    fresh.map(({ wording }) => wording),
    order,
    order.size(),
  );
  order.learn(lists.fresh);
  const first = nextId(database, 'sentence');
  const ids = Int32Array.from(fresh, (_, at) => first + at);
  const blocks = new Int32Array(fresh.length);
  for (const [language, members] of Map.groupBy(fresh.keys(), (at) => fresh[at]?.language ?? '')) {
    const block = writeBlock(database, language, lists, ids, Int32Array.from(members));
    for (const at of members) blocks[at] = block;
  }
  const insert = database.prepare(
    'INSERT INTO sentence (id, hash, language, block, text, tokens) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const [at, { hash, language, text }] of fresh.entries()) {
    const tokens = lists.tokens.subarray(lists.offsets[at], lists.offsets[at + 1]);
    insert.run(first + at, hash, label(language), blocks[at] ?? 0, text, packTokens(tokens));
  }
  return ids;
}

function nextId(database: DatabaseSync, table: string): number {
  const row = database.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').get(table);
  return row ? numberIn(row, 'seq') + 1 : 1;
}

function labeller(database: DatabaseSync): (text: string) => number {
  const ids = new Map<string, number>();
  const find = database.prepare('SELECT id FROM label WHERE text = ?');
  const insert = database.prepare('INSERT INTO label (text) VALUES (?)');
  return (text) => {
    let id = ids.get(text);
    if (id === undefined) {
      const row = find.get(text);
      id = row ? numberIn(row, 'id') : Number(insert.run(text).lastInsertRowid);
      if (ids.size > mostKept) ids.clear();
      ids.set(text, id);
    }
    return id;
  };
}

/** Tokens and labels that were looked up are kept up to this many, so that no memory is too large to be read. */
const mostKept = 500_000;

function tokenNumbers(database: DatabaseSync) {
  const numbers = new Map<string, number>();
  const find = database.prepare('SELECT number FROM token WHERE text = ?');
  const insert = database.prepare('INSERT INTO token (number, text) VALUES (?, ?)');
  let size = optionalNumberIn(database.prepare('SELECT max(number) AS size FROM token').get(), 'size') ?? 0;
  return {
    size: () => size,
    numberOf(token: string): number | undefined {
      const known = numbers.get(token);
      if (known !== undefined) return known;
      const row = find.get(token);
      if (!row) return undefined;
      const number = numberIn(row, 'number');
      numbers.set(token, number);
      return number;
    },
    learn(fresh: readonly string[]): void {
      if (numbers.size > mostKept) numbers.clear();
      for (const token of fresh) {
        size += 1;
        insert.run(size, token);
        numbers.set(token, size);
      }
    },
  };
}

/** FNV-1a over UTF-16 units: it only has to bring the same texts together; the texts themselves decide. */
function hashOf(text: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
  return hash >>> 0;
}
