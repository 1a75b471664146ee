import type { Journal } from '../provider/journal.ts';
import { type DurableFormat, openDurableDatabase } from './durable-database.ts';

const format: DurableFormat = {
  name: 'journal of paid answers',
  version: 1,
  schema: 'CREATE TABLE answers (key TEXT PRIMARY KEY, answer TEXT NOT NULL) STRICT, WITHOUT ROWID',
  loss: 'the answers in it are paid for again',
};

/**
 * The journal of paid answers as a SQLite file (see `durable-database.ts`): what `record` has resolved survives kill -9 and a loss of power.
 *
 * @param file made where there is none; its folder must be there
 * @throws DepecheError `invalid` for a damaged or foreign file, `unwritable` for a place that cannot be written to or is full
 */
export async function openSqliteJournal(file: string): Promise<Journal> {
  const { database, guarded, transaction, close } = await openDurableDatabase(file, format);
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
      transaction(() => {
        for (const { key, answer } of entries) insert.run(key, answer);
      });
    },
    close: async () => close(),
  };
}
