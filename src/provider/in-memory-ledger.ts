import { compareText } from '../text/compare.ts';
import { type Account, type Amount, type Ledger, nothingSpent, type Spending } from './ledger.ts';

/**
 * A ledger that lasts as long as the process: for tests, and to reckon what a run would spend.
 *
 * @param before what was spent already
 */
export function createInMemoryLedger(before: readonly Spending[] = []): Ledger {
  const lines = new Map(before.map((line) => [keyOf(line), line]));
  const totalOf = (provider: string, month: string): Amount =>
    [...lines.values()]
      .filter((line) => line.provider === provider && line.month === month)
      .reduce(
        (sum, { characters, cost }) => ({ characters: sum.characters + characters, cost: sum.cost + cost }),
        nothingSpent,
      );
  const add = (account: Account, change: Partial<Omit<Spending, keyof Account>>): Amount => {
    const line = lines.get(keyOf(account));
    const sum = (count: keyof typeof emptyLine) => (line?.[count] ?? 0) + (change[count] ?? 0);
    lines.set(keyOf(account), {
      ...account,
      requests: sum('requests'),
      characters: sum('characters'),
      answered: sum('answered'),
      cost: sum('cost'),
      paid: sum('paid'),
      input: sum('input'),
      output: sum('output'),
    });
    return totalOf(account.provider, account.month);
  };
  return {
    async book(account, { characters, cost }, limit) {
      const total = totalOf(account.provider, account.month);
      const fits = total.characters + characters <= limit.characters && total.cost + cost <= limit.cost;
      return fits
        ? { booked: true, total: add(account, { requests: 1, characters, cost }) }
        : { booked: false, total };
    },
    correct: async (account, change) => add(account, change),
    total: async (provider, month) => totalOf(provider, month),
    spendings: async () => [...lines.values()].sort((a, b) => compareText(keyOf(a), keyOf(b))),
    async close() {},
  };
}

const emptyLine = { requests: 0, characters: 0, answered: 0, cost: 0, paid: 0, input: 0, output: 0 };

function keyOf({ month, provider, run }: Account): string {
  return JSON.stringify([month, provider, run]);
}
