import type { DatabaseSync } from 'node:sqlite';
import { belongsInMemory, type MemoryEntry } from '../memory/entry.ts';
import { tidyBlocks } from './sqlite-memory-blocks.ts';
import { numberIn, textIn } from './sqlite-memory-rows.ts';
import { cacheForReading } from './sqlite-memory-schema.ts';
import { forgetWords } from './sqlite-memory-words.ts';
import { memoryWriter } from './sqlite-memory-writer.ts';

/** A file that entries are read from: a TMX file or a master. */
export type MemoryFile = {
  /** Its path in the project: what its entries are `from`. */
  readonly name: string;
  /** Changes when its content does. */
  readonly hash: string;
  /** Reads it; called only where it has changed. */
  readonly entries: () => Iterable<MemoryEntry>;
  /** Tells its hash once it has been read, where it is written while it is read; `hash` is of no use then. */
  readonly hashOnceRead?: () => string;
};

/** What a sync did, in files: `read` anew, `kept` as they were, `dropped` because they are gone. */
export type SyncReport = { readonly read: number; readonly kept: number; readonly dropped: number };

/** What is to be done to bring the index up to the files. */
export type SyncPlan = { readonly changed: readonly MemoryFile[]; readonly gone: readonly string[] };

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

/**
 * Carries a plan out, in one transaction; another process may have done so in the meantime. Some are read before the index is locked, so
 * that files of the usual size keep nobody waiting; what is longer is read while it is written, and never as a whole.
 */
export function applySync(database: DatabaseSync, plan: SyncPlan): void {
  const reading = readingsOf(plan.changed);
  const ahead: Reading[] = [];
  while (ahead.length < mostAhead) {
    const next = reading.next();
    if (next.done === true) break;
    ahead.push(next.value);
  }
  // In KiB. All that is written goes through the cache, and what is written at its end needs no more than this.
  database.exec('PRAGMA cache_size = -24576');
  database.exec('BEGIN IMMEDIATE');
  try {
    const touched = dropFiles(database, [...plan.gone, ...plan.changed.map((file) => file.name)]);
    writeFilesOf(database, plan.changed, chained(ahead.reverse(), reading));
    dropOrphans(database, touched);
    tidyBlocks(database);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  } finally {
    database.exec(cacheForReading);
  }
}

/** How many entries are read before the index is locked. */
const mostAhead = 8192;

/** First those of a stack, which is emptied, then the rest. */
function* chained(stack: Reading[], rest: Iterable<Reading>): Generator<Reading> {
  for (let next = stack.pop(); next; next = stack.pop()) yield next;
  yield* rest;
}

/** An entry, and which of the files that are read it comes from. */
type Reading = { readonly file: number; readonly entry: MemoryEntry };

function* readingsOf(files: readonly MemoryFile[]): Generator<Reading, undefined> {
  for (const [file, { entries }] of files.entries()) {
    for (const entry of entries()) if (belongsInMemory(entry)) yield { file, entry };
  }
}

function writeFilesOf(
  database: DatabaseSync,
  files: readonly MemoryFile[],
  readings: Iterable<Reading>,
): void {
  const insert = database.prepare(
    `INSERT INTO file (name, hash, first, last) VALUES (?, ?, ${Number.MAX_SAFE_INTEGER}, 0)`,
  );
  const ids = files.map(({ name, hash }) => Number(insert.run(name, hash).lastInsertRowid));
  const writer = memoryWriter(database);
  for (const { file, entry } of readings) writer.add(ids[file] ?? 0, entry);
  writer.flush();
  const settle = database.prepare('UPDATE file SET hash = ? WHERE id = ?');
  for (const [at, { hashOnceRead }] of files.entries()) {
    if (hashOnceRead) settle.run(hashOnceRead(), ids[at] ?? 0);
  }
}

/** Takes files out with their entries, and tells which sentences these were translations of. */
function dropFiles(database: DatabaseSync, names: readonly string[]): ReadonlySet<number> {
  const fileNamed = database.prepare('SELECT id, first, last FROM file WHERE name = ?');
  const sentences = database.prepare('SELECT sentence FROM entry WHERE id BETWEEN ? AND ?');
  const dropEntries = database.prepare('DELETE FROM entry WHERE id BETWEEN ? AND ?');
  const dropFile = database.prepare('DELETE FROM file WHERE id = ?');
  const touched = new Set<number>();
  for (const name of names) {
    const row = fileNamed.get(name);
    if (!row) continue;
    const [first, last] = [numberIn(row, 'first'), numberIn(row, 'last')];
    for (const entry of sentences.iterate(first, last)) touched.add(numberIn(entry, 'sentence'));
    dropEntries.run(first, last);
    forgetWords(database, first, last);
    dropFile.run(numberIn(row, 'id'));
  }
  return touched;
}

/**
 * Drops the sentences that nobody translates any more. Their blocks still list them, and find nothing; a block is made anew when that
 * is true of half of it. Tokens keep their numbers for good.
 */
function dropOrphans(database: DatabaseSync, touched: ReadonlySet<number>): void {
  const orphan = database.prepare(
    `DELETE FROM sentence WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM entry WHERE sentence = ?1) RETURNING block`,
  );
  const died = database.prepare('UPDATE block SET dead = dead + ? WHERE id = ?');
  const dead = new Map<number, number>();
  for (const id of touched) {
    const row = orphan.get(id);
    if (!row) continue;
    const block = numberIn(row, 'block');
    dead.set(block, (dead.get(block) ?? 0) + 1);
  }
  for (const [block, count] of dead) died.run(count, block);
}
