import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { indexVersion } from '../memory/token-order.ts';
import { DepecheError } from '../model/errors.ts';

/** “dpch”: marks the file as ours. */
const applicationId = 0x64706368;
/** The version of the tables below; together with the version of what the memory room puts into them. */
const schemaVersion = 3;
const version = schemaVersion * 1000 + indexVersion;

/**
 * A sentence is one wording in one language, `tokens` its tokens by their numbers in the frozen order of rarity (`token.number`). Sentences
 * are indexed in blocks that never change; a posting is known by token and block. The entries of a file stand together, from
 * `first` to `last`, and a file is known to be unchanged by its hash. What repeats (languages, people, provenance) is a label.
 * No id is ever used again, so what still names a sentence or an entry that is gone finds nothing.
 */
const tables = `
  CREATE TABLE label (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
  CREATE TABLE file (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL);
  CREATE TABLE token (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
  CREATE TABLE block (
    id INTEGER PRIMARY KEY AUTOINCREMENT, language TEXT NOT NULL, size INTEGER NOT NULL, dead INTEGER NOT NULL,
    sentences BLOB NOT NULL, facts BLOB NOT NULL);
  CREATE TABLE posting (id INTEGER PRIMARY KEY, list BLOB NOT NULL);
  CREATE TABLE sentence (
    id INTEGER PRIMARY KEY AUTOINCREMENT, hash INTEGER NOT NULL, language INTEGER NOT NULL, block INTEGER NOT NULL,
    text TEXT NOT NULL, tokens BLOB NOT NULL);
  CREATE INDEX sentence_hash ON sentence (hash);
  CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT, file INTEGER NOT NULL, sentence INTEGER NOT NULL, source INTEGER NOT NULL,
    target INTEGER NOT NULL, source_text TEXT, target_text TEXT NOT NULL, previous BLOB, next BLOB,
    provenance INTEGER NOT NULL, approved_by INTEGER, approved_at BLOB);
  CREATE INDEX entry_sentence ON entry (sentence);
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${version};
`;

/** In KiB. */
export const cacheForReading = 'PRAGMA cache_size = -65536';

/** Up to this size, in bytes, a file is checked from end to end when it is opened: it costs a few milliseconds. */
const checkedSize = 16 * 1024 * 1024;

/**
 * Opens the database of a memory index and makes it where there is none. A file that is damaged, of another version, or no index at
 * all is thrown away: everything in it can be read again from the files it was made of.
 *
 * @throws DepecheError `unwritable` where the place cannot be written to
 */
export function openDatabase(path: string): DatabaseSync {
  return guarded(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    const found = openSound(path);
    if (!found) for (const file of [path, `${path}-journal`]) rmSync(file, { force: true });
    const database = found ?? connect(path);
    database.exec(`PRAGMA synchronous = OFF; ${cacheForReading}`);
    if (!found) database.exec(`BEGIN; ${tables} COMMIT`);
    return database;
  });
}

/** Runs work on the file of the index and tells what went wrong in words of ours. */
export function guarded<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof DepecheError) throw error.place.file === undefined ? error.in(path) : error;
    if (!(error instanceof Error) || !('errcode' in error || 'syscall' in error)) throw error;
    const reason = error.message;
    const damaged = isDamage(error);
    throw new DepecheError(
      damaged ? 'unreadable' : 'unwritable',
      damaged
        ? `the index of the memory is damaged (${reason}): delete it, the next run makes it anew`
        : `the index of the memory cannot be kept here (${reason}): make the folder writable, or free some space`,
      { cause: error, place: { file: path } },
    );
  }
}

/** The index at a path, or undefined where there is none that can be trusted. */
function openSound(path: string): DatabaseSync | undefined {
  const database = connect(path);
  try {
    if (isSound(database)) return database;
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  database.close();
  return undefined;
}

function connect(path: string): DatabaseSync {
  return new DatabaseSync(path, { timeout: 60_000 });
}

function isSound(database: DatabaseSync): boolean {
  const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  if (pragma('application_id') !== applicationId || pragma('user_version') !== version) return false;
  const size = Number(pragma('page_count')) * Number(pragma('page_size'));
  return size > checkedSize || pragma('quick_check') === 'ok';
}

/** SQLITE_CORRUPT and SQLITE_NOTADB, by their numbers in the C interface of SQLite. */
function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return code === 11 || code === 26;
}
