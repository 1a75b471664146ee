import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { indexVersion } from '../memory/token-order.ts';
import { DepecheError } from '../model/errors.ts';

/** “dpch”: marks the file as ours. */
const applicationId = 0x64706368;
/** The version of the tables below; together with the version of what the memory room puts into them. */
const schemaVersion = 1;
const version = schemaVersion * 1000 + indexVersion;

/**
 * A sentence is one wording in one language, its `tokens` numbers of the frozen order of rarity (`token.number`); `posting` lists it
 * under its rarest ones. Everything hangs on `file`, by whose hash a file is known to be unchanged.
 */
const tables = `
  CREATE TABLE file (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, hash TEXT NOT NULL);
  CREATE TABLE token (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
  CREATE TABLE sentence (
    id INTEGER PRIMARY KEY, language TEXT NOT NULL, wording TEXT NOT NULL, tokens BLOB NOT NULL);
  CREATE TABLE posting (
    token INTEGER NOT NULL, length INTEGER NOT NULL, sentence INTEGER NOT NULL,
    PRIMARY KEY (token, length, sentence)) WITHOUT ROWID;
  CREATE TABLE entry (
    id INTEGER PRIMARY KEY, file INTEGER NOT NULL, sentence INTEGER NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL,
    source_text TEXT NOT NULL, target_text TEXT NOT NULL, previous TEXT, next TEXT,
    provenance TEXT NOT NULL, approved_by TEXT, approved_at TEXT);
  CREATE INDEX entry_sentence ON entry (sentence);
  CREATE INDEX entry_file ON entry (file);
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${version};
`;

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
    database.exec('PRAGMA synchronous = OFF');
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
  return new DatabaseSync(path, { timeout: 10_000 });
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
