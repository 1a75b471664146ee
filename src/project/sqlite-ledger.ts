import type { Account, Amount, Ledger, Spending } from '../provider/ledger.ts';
import { type DurableFormat, openDurableDatabase } from './durable-database.ts';

const format: DurableFormat = {
  name: 'ledger of what was spent',
  version: 2,
  schema: `CREATE TABLE spendings (
    month TEXT NOT NULL, provider TEXT NOT NULL, run TEXT NOT NULL,
    requests INTEGER NOT NULL, characters INTEGER NOT NULL, answered INTEGER NOT NULL,
    cost INTEGER NOT NULL DEFAULT 0, paid INTEGER NOT NULL DEFAULT 0,
    input INTEGER NOT NULL DEFAULT 0, output INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (month, provider, run)
  ) STRICT, WITHOUT ROWID`,
  // A run of the version before that has it open goes on: it names its columns.
  upgrades: new Map([
    [
      1,
      ['cost', 'paid', 'input', 'output']
        .map((column) => `ALTER TABLE spendings ADD COLUMN ${column} INTEGER NOT NULL DEFAULT 0`)
        .join('; '),
    ],
  ]),
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
    `SELECT coalesce(sum(characters), 0) AS characters, coalesce(sum(cost), 0) AS cost
       FROM spendings WHERE month = ? AND provider = ?`,
  );
  const add = database.prepare(
    `INSERT INTO spendings (month, provider, run, requests, characters, answered, cost, paid, input, output)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (month, provider, run) DO UPDATE SET requests = requests + excluded.requests,
       characters = characters + excluded.characters, answered = answered + excluded.answered,
       cost = cost + excluded.cost, paid = paid + excluded.paid,
       input = input + excluded.input, output = output + excluded.output`,
  );
  const select = database.prepare(
    `SELECT month, provider, run, requests, characters, answered, cost, paid, input, output
       FROM spendings ORDER BY month, provider, run`,
  );
  const totalOf = (provider: string, month: string): Amount => {
    const row = sum.get(month, provider);
    return { characters: Number(row?.characters), cost: Number(row?.cost) };
  };
  const change = (account: Account, by: Partial<Omit<Spending, keyof Account>>): Amount => {
    const { month, provider, run } = account;
    const { requests = 0, characters = 0, answered = 0, cost = 0, paid = 0, input = 0, output = 0 } = by;
    add.run(month, provider, run, requests, characters, answered, cost, paid, input, output);
    return totalOf(provider, month);
  };
  return {
    async book(account, { characters, cost }, limit) {
      return transaction(() => {
        const total = totalOf(account.provider, account.month);
        const fits = total.characters + characters <= limit.characters && total.cost + cost <= limit.cost;
        return fits
          ? { booked: true, total: change(account, { requests: 1, characters, cost }) }
          : { booked: false, total };
      });
    },
    correct: async (account, by) => transaction(() => change(account, by)),
    total: async (provider, month) => guarded(() => totalOf(provider, month)),
    async spendings() {
      return guarded(() => select.all()).map((row) => ({
        month: String(row.month),
        provider: String(row.provider),
        run: String(row.run),
        requests: Number(row.requests),
        characters: Number(row.characters),
        answered: Number(row.answered),
        cost: Number(row.cost),
        paid: Number(row.paid),
        input: Number(row.input),
        output: Number(row.output),
      }));
    },
    close: async () => close(),
  };
}
