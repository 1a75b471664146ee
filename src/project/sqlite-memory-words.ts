import type { DatabaseSync } from 'node:sqlite';
import { concordanceOf } from '../memory/concordance.ts';
import { indexedWords } from '../memory/indexed-words.ts';
import type { ConcordanceHit, ConcordanceQuery } from '../memory/store.ts';
import { type EntryReader, filesIn } from './sqlite-memory-entries.ts';
import { numberIn, optionalNumberIn, textIn } from './sqlite-memory-rows.ts';

/**
 * The entries that hold some words, by file. An index of words (FTS5) tells where to look, and the texts decide. It is made when
 * somebody first looks words up, and grows with the memory from then on: a run that translates has no use for it.
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
  indexWords(database);
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

/** How many entries are indexed until it is told again. */
const toldEach = 5000;

/**
 * Indexes the words of all entries that are newer than those whose words are.
 *
 * @param tell told now and then how many of them are done
 */
export function indexWords(database: DatabaseSync, tell: (done: number) => void = () => {}): void {
  const newest = lastEntry(database);
  const isThere = hasWords(database);
  const before = isThere ? numberIn(database.prepare('SELECT last FROM words_done').get(), 'last') : 0;
  if (isThere && before >= newest) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(tables);
    const insert = database.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
    const texts = database.prepare(
      `SELECT entry.id, coalesce(source_text, text) AS source_text, target_text
       FROM entry JOIN sentence ON sentence.id = entry.sentence WHERE entry.id > ? ORDER BY entry.id`,
    );
    let done = 0;
    for (const row of texts.iterate(before)) {
      const text = `${textIn(row, 'source_text')}\n${textIn(row, 'target_text')}`;
      insert.run(numberIn(row, 'id'), indexedWords(text));
      done += 1;
      if (done % toldEach === 0) tell(done);
    }
    database.prepare('UPDATE words_done SET last = ?').run(newest);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function lastEntry(database: DatabaseSync): number {
  return optionalNumberIn(database.prepare('SELECT max(id) AS id FROM entry').get(), 'id') ?? 0;
}

/**
 * What is indexed has blanks between its words and nothing else besides letters and numbers, and is folded: the plainest way of cutting
 * it up will do. FTS5 writes what it has gathered when it is as large as `hashsize`, in bytes, and merges what it wrote when there are
 * `automerge` pieces: the more of both, the less is merged twice.
 */
const tables = `
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
  INSERT INTO words (words, rank) VALUES ('hashsize', 8388608);
  INSERT INTO words (words, rank) VALUES ('automerge', 16);
  CREATE TABLE IF NOT EXISTS words_done (last INTEGER NOT NULL);
  INSERT INTO words_done SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM words_done);
`;

function hasWords(database: DatabaseSync): boolean {
  return database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'words_done'`).get() !== undefined;
}

/** Takes entries that are dropped out of the index of words, where there is one. */
export function forgetWords(database: DatabaseSync, first: number, last: number): void {
  if (hasWords(database)) database.prepare('DELETE FROM words WHERE rowid BETWEEN ? AND ?').run(first, last);
}
