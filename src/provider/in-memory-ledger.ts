import { compareText } from '../text/compare.ts';
import type { Account, Ledger, Spending } from './ledger.ts';

/**
 * A ledger that lasts as long as the process: for tests, and to reckon what a run would spend.
 *
 * @param before what was spent already
 */
export function createInMemoryLedger(before: readonly Spending[] = []): Ledger {
  const lines = new Map(before.map((line) => [keyOf(line), line]));
  const totalOf = (provider: string, month: string): number =>
    [...lines.values()]
      .filter((line) => line.provider === provider && line.month === month)
      .reduce((sum, { characters }) => sum + characters, 0);
  const add = (account: Account, { requests, characters, answered }: Omit<Spending, keyof Account>): void => {
    const line = lines.get(keyOf(account));
    lines.set(keyOf(account), {
      ...account,
      requests: (line?.requests ?? 0) + requests,
      characters: (line?.characters ?? 0) + characters,
      answered: (line?.answered ?? 0) + answered,
    });
  };
  return {
    async book(account, characters, limit) {
      const total = totalOf(account.provider, account.month);
      if (total + characters > limit) return { booked: false, total };
      add(account, { requests: 1, characters, answered: 0 });
      return { booked: true, total: total + characters };
    },
    async settle(account, characters, outcome) {
      if (outcome === 'answered') add(account, { requests: 0, characters: 0, answered: characters });
      else add(account, { requests: 0, characters: -characters, answered: 0 });
    },
    total: async (provider, month) => totalOf(provider, month),
    spendings: async () => [...lines.values()].sort((a, b) => compareText(keyOf(a), keyOf(b))),
    async close() {},
  };
}

function keyOf({ month, provider, run }: Account): string {
  return JSON.stringify([month, provider, run]);
}
