import type { DatabaseSync } from 'node:sqlite';
import { DepecheError } from '../model/errors.ts';
import type { Journal } from '../provider/journal.ts';

/** The format of the file, in its `user_version`. */
const format = 1;

/** Milliseconds to wait for another process that writes. */
const busyTimeout = 10_000;

/**
 * The journal of paid answers as a SQLite file. What `record` has resolved survives kill -9 and a loss of power (WAL, `synchronous`
 * FULL), and several processes may share the file. It is never replaced or repaired here: it holds money.
 *
 * Where SQLite is still experimental Node prints a warning as it is loaded (24.21 prints none); the flag
 * `--disable-warning=ExperimentalWarning` silences it.
 *
 * @param file made where there is none; its folder must be there
 * @throws DepecheError `invalid` for a damaged or foreign file, `unwritable` for a place that cannot be written to or is full
 */
export async function openSqliteJournal(file: string): Promise<Journal> {
  const { DatabaseSync } = await import('node:sqlite');
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw journalError(error, file);
    }
  };
  const database = guarded(() => new DatabaseSync(file, { timeout: busyTimeout }));
  try {
    guarded(() => prepare(database, file));
  } catch (error) {
    database.close();
    throw error;
  }
  const select = database.prepare(
    'SELECT key, answer FROM answers WHERE key IN (SELECT value FROM json_each(?))',
  );
  const insert = database.prepare(
    'INSERT INTO answers (key, answer) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET answer = excluded.answer',
  );
  return {
    async lookUp(keys) {
      const rows = guarded(() => select.all(JSON.stringify(keys)));
      return new Map(rows.map(({ key, answer }) => [String(key), String(answer)]));
    },
    async record(entries) {
      if (entries.length === 0) return;
      guarded(() => {
        database.exec('BEGIN IMMEDIATE');
        try {
          for (const { key, answer } of entries) insert.run(key, answer);
          database.exec('COMMIT');
        } catch (error) {
          if (database.isTransaction) database.exec('ROLLBACK');
          throw error;
        }
      });
    },
    async close() {
      if (database.isOpen) guarded(() => database.close());
    },
  };
}

/** Looks before it touches: a file that is no journal of ours stays as it is, byte for byte. */
function prepare(database: DatabaseSync, file: string): void {
  if (isJournal(database, file)) {
    database.exec(durable);
    return;
  }
  database.exec(durable);
  database.exec('BEGIN IMMEDIATE');
  // Another process may have made it in the meantime.
  if (!isJournal(database, file)) {
    database.exec(`
      CREATE TABLE answers (key TEXT PRIMARY KEY, answer TEXT NOT NULL) STRICT, WITHOUT ROWID;
      PRAGMA user_version = ${format};
    `);
  }
  database.exec('COMMIT');
}

const durable = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL';

/** False for an empty database, which may become one. */
function isJournal(database: DatabaseSync, file: string): boolean {
  const found = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (found === format) return true;
  const isEmpty = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.tables === 0;
  if (found === 0 && isEmpty) return false;
  const what = found > format ? 'written by a later version of depeche' : 'no journal of depeche';
  throw new DepecheError('invalid', `this SQLite file is ${what}; it was left as it is`, { place: { file } });
}

/** What the primary result codes of SQLite mean for the file: https://www.sqlite.org/rescode.html */
function journalError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  const fail = (code: 'invalid' | 'unwritable', message: string) =>
    new DepecheError(code, message, { cause: error, place: { file } });
  switch (error.errcode & 0xff) {
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return fail(
        'invalid',
        'the journal of paid answers is damaged; it was left as it is. Rescue what it holds with `sqlite3 FILE .recover`, ' +
          'or move it away to begin a new one: then the answers in it are paid for again',
      );
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return fail(
        'unwritable',
        'another run is writing to the journal of paid answers; try again when it has ended',
      );
    case 13: // SQLITE_FULL
      return fail(
        'unwritable',
        'the disk is full: paid answers cannot be recorded, so nothing more is bought; make room and run again',
      );
    default:
      return fail('unwritable', `the journal of paid answers cannot be read or written: ${error.message}`);
  }
}
