import type { DatabaseSync } from 'node:sqlite';
import { concordanceOf } from '../memory/concordance.ts';
import { indexedWords } from '../memory/indexed-words.ts';
import type { ConcordanceHit, ConcordanceQuery } from '../memory/store.ts';
import { type EntryReader, filesIn } from './sqlite-memory-entries.ts';
import { numberIn, optionalNumberIn, textIn } from './sqlite-memory-rows.ts';

/**
 * The entries that hold some words, by file. An index of words (FTS5) tells where to look, and the texts decide. Many entries are put
 * into it as they are written ({@link indexNewWords}); the last few when somebody looks words up, for a run that translates has no use for it.
 */
export function concordanceIn(
  database: DatabaseSync,
  entries: EntryReader,
  query: ConcordanceQuery,
): readonly ConcordanceHit[] {
  const hits: ConcordanceHit[] = [];
  const test = concordanceOf(query);
  for (const entry of candidates(database, entries, query)) {
    if (hits.length >= query.limit) break;
    const hit = test(entry);
    if (hit) hits.push(hit);
  }
  return hits;
}

function* candidates(database: DatabaseSync, entries: EntryReader, { text, limit }: ConcordanceQuery) {
  const words = indexedWords(text)
    .split(' ')
    .filter((word) => word !== '');
  if (limit === 0) return;
  if (words.length === 0) {
    for (const { entry } of entries.all()) yield entry;
    return;
  }
  if (wordsWaiting(database) > 0) indexInTransaction(database);
  const match = words
    .map((word, at) => (at === words.length - 1 ? `"${word}" *` : `"${word}"`))
    .join(' AND ');
  const found = database.prepare('SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?');
  for (const { first, last } of filesIn(database)) {
    for (const row of found.iterate(match, first, last)) {
      const entry = entries.byId(numberIn(row, 'rowid'));
      if (entry) yield entry;
    }
  }
}

function indexInTransaction(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    indexNewWords(database);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Indexes the words of all entries that are newer than those whose words are. The database is in a transaction. */
export function indexNewWords(database: DatabaseSync): void {
  if (!hasWords(database)) database.exec(tables);
  const insert = database.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
  const texts = database.prepare(
    `SELECT entry.id, coalesce(source_text, text) AS source_text, target_text
     FROM entry JOIN sentence ON sentence.id = entry.sentence WHERE entry.id > ? ORDER BY entry.id`,
  );
  for (const row of texts.iterate(lastIndexed(database))) {
    insert.run(
      numberIn(row, 'id'),
      indexedWords(`${textIn(row, 'source_text')}\n${textIn(row, 'target_text')}`),
    );
  }
  database.prepare('UPDATE words_done SET last = ?').run(lastEntry(database));
}

/** How many entries, at most, have to be indexed before words can be looked up. */
function wordsWaiting(database: DatabaseSync): number {
  return lastEntry(database) - (hasWords(database) ? lastIndexed(database) : 0);
}

function lastEntry(database: DatabaseSync): number {
  return optionalNumberIn(database.prepare('SELECT max(id) AS id FROM entry').get(), 'id') ?? 0;
}

function lastIndexed(database: DatabaseSync): number {
  return numberIn(database.prepare('SELECT last FROM words_done').get(), 'last');
}

/**
 * What is indexed has blanks between its words and nothing else besides letters and numbers, and is folded: the plainest way of cutting
 * it up will do. FTS5 writes what it has gathered when it is as large as `hashsize`, in bytes, and has the less to merge the more that is.
 */
const tables = `
  CREATE VIRTUAL TABLE words USING fts5 (
    text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
  INSERT INTO words (words, rank) VALUES ('hashsize', 8388608);
  CREATE TABLE words_done (last INTEGER NOT NULL);
  INSERT INTO words_done VALUES (0);
`;

function hasWords(database: DatabaseSync): boolean {
  return database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'words_done'`).get() !== undefined;
}

/** Takes entries that are dropped out of the index of words, where there is one. */
export function forgetWords(database: DatabaseSync, first: number, last: number): void {
  if (hasWords(database)) database.prepare('DELETE FROM words WHERE rowid BETWEEN ? AND ?').run(first, last);
}
