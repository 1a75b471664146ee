import type { DatabaseSync } from 'node:sqlite';
import { belongsInMemory, type MemoryEntry } from '../memory/entry.ts';
import { foldedTokens, sentenceOf } from '../memory/sentence.ts';
import { indexedTokens } from '../memory/sentence-index.ts';
import { byFrequency, countTokens } from '../memory/token-order.ts';
import { languageOf } from '../model/locale.ts';
import { wordingOf } from '../text/wording.ts';
import { bytesOf, entryColumns, numberIn, textIn, tokensIn, valuesOf } from './sqlite-memory-rows.ts';

/** A file that entries are read from: a TMX file or a master. */
export type MemoryFile = {
  /** Its path in the project: what its entries are `from`. */
  readonly name: string;
  /** Changes when its content does. */
  readonly hash: string;
  /** Reads it; called only where it has changed. */
  readonly entries: () => Iterable<MemoryEntry>;
};

/** What a sync did, in files: `read` anew, `kept` as they were, `dropped` because they are gone. */
export type SyncReport = { readonly read: number; readonly kept: number; readonly dropped: number };

/** What is to be done to bring the index up to the files. */
export type SyncPlan = { readonly changed: readonly MemoryFile[]; readonly gone: readonly string[] };

/** An entry on its way into the index. */
export type Reading = { readonly entry: MemoryEntry; readonly language: string; readonly wording: string };

/** Compares the files with the index, by name and hash; of several with one name the last one counts. */
export function planSync(database: DatabaseSync, files: readonly MemoryFile[]): SyncPlan & SyncReport {
  const rows = database.prepare('SELECT name, hash FROM file').all();
  const known = new Map(rows.map((row) => [textIn(row, 'name'), textIn(row, 'hash')]));
  const named = new Map(files.map((file) => [file.name, file]));
  const changed = [...named.values()].filter((file) => known.get(file.name) !== file.hash);
  const gone = [...known.keys()].filter((name) => !named.has(name));
  return {
    changed,
    gone,
    read: changed.length,
    kept: named.size - changed.length,
    dropped: gone.length,
  };
}

export function readingsOf(file: MemoryFile): Reading[] {
  return Array.from(file.entries())
    .filter(belongsInMemory)
    .map((entry) => ({
      entry,
      language: languageOf(entry.source),
      wording: wordingOf(entry.sourceText),
    }));
}

/** Carries a plan out, in one transaction; another process may have done so in the meantime. */
export function applySync(
  database: DatabaseSync,
  plan: SyncPlan,
  readings: readonly { readonly file: MemoryFile; readonly readings: readonly Reading[] }[],
): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    dropFiles(database, [...plan.gone, ...plan.changed.map((file) => file.name)]);
    const numbers = numberTokens(
      database,
      readings.flatMap((part) => part.readings.map((reading) => reading.wording)),
    );
    const write = entryWriter(database, numbers);
    const insert = database.prepare('INSERT INTO file (name, hash) VALUES (?, ?)');
    for (const { file, readings: entries } of readings) {
      const id = insert.run(file.name, file.hash).lastInsertRowid;
      for (const reading of entries) write(Number(id), reading);
    }
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Takes files out with their entries, and the sentences that nobody translates any more. Tokens keep their numbers for good. */
function dropFiles(database: DatabaseSync, names: readonly string[]): void {
  const fileNamed = database.prepare('SELECT id FROM file WHERE name = ?');
  const sentences = database.prepare('SELECT DISTINCT sentence FROM entry WHERE file = ?');
  const dropEntries = database.prepare('DELETE FROM entry WHERE file = ?');
  const dropFile = database.prepare('DELETE FROM file WHERE id = ?');
  const touched = new Set<number>();
  for (const name of names) {
    const row = fileNamed.get(name);
    if (!row) continue;
    const id = numberIn(row, 'id');
    for (const sentence of sentences.all(id)) touched.add(numberIn(sentence, 'sentence'));
    dropEntries.run(id);
    dropFile.run(id);
  }
  const orphan = database.prepare(
    'SELECT wording, tokens FROM sentence WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM entry WHERE sentence = ?1)',
  );
  const dropSentence = database.prepare('DELETE FROM sentence WHERE id = ?');
  const dropPosting = database.prepare('DELETE FROM posting WHERE token = ? AND length = ? AND sentence = ?');
  for (const id of touched) {
    const row = orphan.get(id);
    if (!row) continue;
    const sentence = sentenceOf(textIn(row, 'wording'), tokensIn(row, 'tokens'));
    for (const token of indexedTokens(sentence)) dropPosting.run(token, sentence.tokens.length, id);
    dropSentence.run(id);
  }
}

/** Gives numbers to the tokens that are new, behind those that have one, and returns the numbers of all. */
function numberTokens(database: DatabaseSync, wordings: readonly string[]): Map<string, number> {
  const rows = database.prepare('SELECT number, text FROM token').all();
  const numbers = new Map(rows.map((row) => [textIn(row, 'text'), numberIn(row, 'number')]));
  const counts = new Map<string, number>();
  for (const wording of new Set(wordings)) {
    countTokens(
      counts,
      foldedTokens(wording).filter((token) => !numbers.has(token)),
    );
  }
  const insert = database.prepare('INSERT INTO token (number, text) VALUES (?, ?)');
  for (const token of byFrequency(counts)) {
    const number = numbers.size + 1;
    insert.run(number, token);
    numbers.set(token, number);
  }
  return numbers;
}

/** Makes what writes an entry, and its sentence where it is the first to translate it. */
function entryWriter(
  database: DatabaseSync,
  numbers: ReadonlyMap<string, number>,
): (file: number, reading: Reading) => void {
  const known = database.prepare(
    `SELECT id FROM posting JOIN sentence ON id = sentence
     WHERE token = ? AND length = ? AND language = ? AND wording = ?`,
  );
  const insertSentence = database.prepare(
    'INSERT INTO sentence (language, wording, tokens) VALUES (?, ?, ?)',
  );
  const insertPosting = database.prepare('INSERT INTO posting (token, length, sentence) VALUES (?, ?, ?)');
  const columns = ['file', 'sentence', ...entryColumns];
  const insertEntry = database.prepare(
    `INSERT INTO entry (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const idOf = ({ language, wording }: Reading): number => {
    const tokens = Int32Array.from(foldedTokens(wording), (token) => numbers.get(token) ?? 0);
    const sentence = sentenceOf(wording, tokens);
    const row = known.get(sentence.byRarity[0] ?? 0, tokens.length, language, wording);
    if (row) return numberIn(row, 'id');
    const id = Number(insertSentence.run(language, wording, bytesOf(tokens)).lastInsertRowid);
    for (const token of indexedTokens(sentence)) insertPosting.run(token, tokens.length, id);
    return id;
  };
  /** Most sentences come once for each target language. */
  const ids = new Map<string, number>();
  return (file, reading) => {
    const key = `${reading.language} ${reading.wording}`;
    const sentence = ids.get(key) ?? idOf(reading);
    ids.set(key, sentence);
    insertEntry.run(file, sentence, ...valuesOf(reading.entry));
  };
}
