import type { Account, Ledger } from '../provider/ledger.ts';
import { type DurableFormat, openDurableDatabase } from './durable-database.ts';

const format: DurableFormat = {
  name: 'ledger of what was spent',
  version: 1,
  schema: `CREATE TABLE spendings (
    month TEXT NOT NULL, provider TEXT NOT NULL, run TEXT NOT NULL,
    requests INTEGER NOT NULL, characters INTEGER NOT NULL, answered INTEGER NOT NULL,
    PRIMARY KEY (month, provider, run)
  ) STRICT, WITHOUT ROWID`,
  loss: 'the budget of this month begins anew',
};

/**
 * The ledger as a SQLite file (see `durable-database.ts`), for several runs at the same time: a booking looks at the total of the month
 * and adds to it in one transaction.
 *
 * @param file made where there is none; its folder must be there
 * @throws DepecheError `invalid` for a damaged or foreign file, `unwritable` for a place that cannot be written to or is full
 */
export async function openSqliteLedger(file: string): Promise<Ledger> {
  const { database, guarded, transaction, close } = await openDurableDatabase(file, format);
  const sum = database.prepare(
    'SELECT coalesce(sum(characters), 0) AS total FROM spendings WHERE month = ? AND provider = ?',
  );
  const add = database.prepare(
    `INSERT INTO spendings (month, provider, run, requests, characters, answered) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (month, provider, run) DO UPDATE SET requests = requests + excluded.requests,
       characters = characters + excluded.characters, answered = answered + excluded.answered`,
  );
  const select = database.prepare(
    'SELECT month, provider, run, requests, characters, answered FROM spendings ORDER BY month, provider, run',
  );
  const totalOf = (provider: string, month: string): number => Number(sum.get(month, provider)?.total);
  const change = ({ month, provider, run }: Account, requests: number, booked: number, answered: number) =>
    void add.run(month, provider, run, requests, booked, answered);
  return {
    async book(account, characters, limit) {
      return transaction(() => {
        const total = totalOf(account.provider, account.month);
        if (total + characters > limit) return { booked: false, total };
        change(account, 1, characters, 0);
        return { booked: true, total: total + characters };
      });
    },
    async settle(account, characters, outcome) {
      if (outcome === 'answered') transaction(() => change(account, 0, 0, characters));
      else transaction(() => change(account, 0, -characters, 0));
    },
    total: async (provider, month) => guarded(() => totalOf(provider, month)),
    async spendings() {
      return guarded(() => select.all()).map((row) => ({
        month: String(row.month),
        provider: String(row.provider),
        run: String(row.run),
        requests: Number(row.requests),
        characters: Number(row.characters),
        answered: Number(row.answered),
      }));
    },
    close: async () => close(),
  };
}
