import type { DatabaseSync } from 'node:sqlite';
import { concordanceOf, wordsIn } from '../memory/concordance.ts';
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
  const words = wordsIn(text)
    .split(' ')
    .filter((word) => plainWord.test(word));
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

/** Words in Latin, Greek, Cyrillic and Arabic letters, which FTS5 is sure to cut as we do; others are looked for in every text. */
const plainWord = /^(?:[[a-z\u00df-\u024f\u0370-\u052f\u0620-\u064a]&&\p{L}]|[0-9])+$/v;

function indexWords(database: DatabaseSync): void {
  const newest = optionalNumberIn(database.prepare('SELECT max(id) AS id FROM entry').get(), 'id') ?? 0;
  const isThere = hasWords(database);
  const done = isThere ? numberIn(database.prepare('SELECT last FROM words_done').get(), 'last') : 0;
  if (isThere && done >= newest) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(tables);
    const insert = database.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
    const texts = database.prepare(
      `SELECT entry.id, coalesce(source_text, text) AS source_text, target_text
       FROM entry JOIN sentence ON sentence.id = entry.sentence WHERE entry.id > ? ORDER BY entry.id`,
    );
    for (const row of texts.iterate(done)) {
      insert.run(
        numberIn(row, 'id'),
        wordsIn(`${textIn(row, 'source_text')}\n${textIn(row, 'target_text')}`),
      );
    }
    database.prepare('UPDATE words_done SET last = ?').run(newest);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

const tables = `
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    text, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 0');
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
