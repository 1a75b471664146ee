import type { DatabaseSync } from 'node:sqlite';
import { DepecheError } from '../model/errors.ts';

/** A SQLite file of ours that is never replaced or repaired: it holds money. */
export type DurableFormat = {
  /** What it is called in messages: `journal of paid answers`. */
  readonly name: string;
  /** The format of the file, in its `user_version`. */
  readonly version: number;
  /** The SQL that makes its tables. */
  readonly schema: string;
  /** The SQL that makes each earlier version that is still read the next one: what it holds is kept. */
  readonly upgrades?: ReadonlyMap<number, string>;
  /** What a person loses who begins a new one. */
  readonly loss: string;
};

export type DurableDatabase = {
  readonly database: DatabaseSync;
  /** Runs work on the database; what SQLite throws becomes an error of ours. */
  guarded<Result>(work: () => Result): Result;
  /** Runs work as one transaction that no other process writes into. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
};

/** Milliseconds to wait for another process that writes. */
const busyTimeout = 10_000;

/**
 * Opens such a file. What a transaction has written survives kill -9 and a loss of power (WAL, `synchronous` FULL), and several processes may
 * share the file.
 *
 * Where SQLite is still experimental Node prints a warning as it is loaded (24.21 prints none); the flag
 * `--disable-warning=ExperimentalWarning` silences it.
 *
 * @param file made where there is none; its folder must be there
 * @throws DepecheError `invalid` for a damaged or foreign file, `unwritable` for a place that cannot be written to or is full
 */
export async function openDurableDatabase(file: string, format: DurableFormat): Promise<DurableDatabase> {
  const { DatabaseSync } = await import('node:sqlite');
  const guarded = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw databaseError(error, file, format);
    }
  };
  const database = guarded(() => new DatabaseSync(file, { timeout: busyTimeout }));
  try {
    guarded(() => prepare(database, file, format));
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    database,
    guarded,
    transaction: (work) =>
      guarded(() => {
        database.exec('BEGIN IMMEDIATE');
        try {
          const result = work();
          database.exec('COMMIT');
          return result;
        } catch (error) {
          if (database.isTransaction) database.exec('ROLLBACK');
          throw error;
        }
      }),
    close() {
      if (database.isOpen) guarded(() => database.close());
    },
  };
}

/** Looks before it touches: a file that is not ours stays as it is, byte for byte. */
function prepare(database: DatabaseSync, file: string, format: DurableFormat): void {
  if (isOurs(database, file, format)) {
    database.exec(durable);
    return;
  }
  database.exec(durable);
  database.exec('BEGIN IMMEDIATE');
  // Another process may have made it in the meantime.
  if (!isOurs(database, file, format)) {
    const steps = versionOf(database) === 0 ? [format.schema] : upgradesOf(format, versionOf(database));
    database.exec(`${steps.join('; ')}; PRAGMA user_version = ${format.version};`);
  }
  database.exec('COMMIT');
}

/** The steps from an earlier version to this one; none where there is no way. */
function upgradesOf({ version, upgrades = new Map() }: DurableFormat, from: number): readonly string[] {
  const steps = Array.from({ length: version - from }, (_, at) => upgrades.get(from + at));
  return steps.every((step) => step !== undefined) ? steps : [];
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version);
}

const durable = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL';

/** False for what may become one: an empty database, and one of an earlier version. */
function isOurs(database: DatabaseSync, file: string, format: DurableFormat): boolean {
  const { version, name } = format;
  const found = versionOf(database);
  if (found === version) return true;
  if (found > 0 && found < version && upgradesOf(format, found).length > 0) return false;
  const isEmpty = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.tables === 0;
  if (found === 0 && isEmpty) return false;
  const what = found > version ? 'written by a later version of depeche' : `no ${name} of depeche`;
  throw new DepecheError('invalid', `this SQLite file is ${what}; it was left as it is`, { place: { file } });
}

/** What the primary result codes of SQLite mean for the file: https://www.sqlite.org/rescode.html */
function databaseError(error: unknown, file: string, { name, loss }: DurableFormat): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  const fail = (code: 'invalid' | 'unwritable', message: string) =>
    new DepecheError(code, message, { cause: error, place: { file } });
  switch (error.errcode & 0xff) {
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return fail(
        'invalid',
        `the ${name} is damaged; it was left as it is. Rescue what it holds with \`sqlite3 FILE .recover\`, ` +
          `or move it away to begin a new one: then ${loss}`,
      );
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return fail('unwritable', `another run is writing to the ${name}; try again when it has ended`);
    case 13: // SQLITE_FULL
      return fail(
        'unwritable',
        `the disk is full: nothing can be written to the ${name}, so nothing more is bought; make room and run again`,
      );
    default:
      return fail('unwritable', `the ${name} cannot be read or written: ${error.message}`);
  }
}
