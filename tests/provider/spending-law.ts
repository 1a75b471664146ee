import { expect } from 'vitest';
import { inMillionths } from '../../src/provider/money.ts';
import { type Fault, type Schedule, spendAll } from './spending.ts';

/** A bill is a sum of fractions. */
const rounding = 1e-6;

/** What holds of every schedule: no limit is exceeded by what was really billed, and no book says less than the bill. */
export async function keepsItsWord(plan: Schedule, fault: Fault = {}): Promise<void> {
  const { budget, maxCost } = plan;
  const { spent, total, spendings } = await spendAll(plan, fault);
  const limit = (sum: number | undefined) => (sum === undefined ? Infinity : inMillionths(sum)) + rounding;
  for (const [at, { billed }] of spent.entries()) {
    expect(billed).toBeLessThanOrEqual(limit(budget.costPerRun));
    expect(billed).toBeLessThanOrEqual(limit(maxCost));
    const booked = spendings.find(({ run }) => run === `run ${at}`)?.cost ?? 0;
    expect(billed).toBeLessThanOrEqual(booked + rounding);
  }
  const billed = spent.reduce((sum, run) => sum + run.billed, 0);
  const characters = spent.reduce((sum, run) => sum + run.characters, 0);
  expect(billed).toBeLessThanOrEqual(limit(budget.costPerMonth));
  expect(billed).toBeLessThanOrEqual(total.cost + rounding);
  expect(total.cost).toBeLessThanOrEqual(limit(budget.costPerMonth));
  expect(characters).toBeLessThanOrEqual(total.characters);
  expect(total.characters).toBeLessThanOrEqual(budget.charactersPerMonth ?? Infinity);
  const isUnlimited = [maxCost, ...Object.values(budget)].every((one) => one === undefined);
  for (const { unsent, wasKilled } of spent) if (isUnlimited && !wasKilled) expect(unsent).toBe(0);
}

/** What goes wrong on purpose. */
export const faults: [string, Fault][] = [
  [
    'a ledger forgets what is booked',
    {
      ledger: (ledger) => ({
        ...ledger,
        book: async ({ provider, month }) => ({ booked: true, total: await ledger.total(provider, month) }),
      }),
    },
  ],
  [
    'a purse forgets to book',
    {
      purse: (purse) => ({
        ...purse,
        claim: (segments) => ({ ...purse.claim(segments), book: async () => true }),
      }),
    },
  ],
  [
    'a ledger does not look at what others have booked',
    {
      ledger: (ledger) => ({
        ...ledger,
        async book(account, amount) {
          const unlimited = { characters: Infinity, cost: Infinity };
          return { ...(await ledger.book(account, amount, unlimited)), total: amount };
        },
      }),
    },
  ],
  [
    'what may have been billed is given back',
    {
      purse: (purse) => ({
        ...purse,
        claim(segments) {
          const claim = purse.claim(segments);
          return { ...claim, settle: (said) => claim.settle(said === 'uncertain' ? 'unbilled' : said) };
        },
      }),
    },
  ],
  [
    'what is booked is what may be expected',
    {
      tariff: (tariff) => ({
        ...tariff,
        quote(segments) {
          const { expected } = tariff.quote(segments);
          return { expected, most: expected };
        },
      }),
    },
  ],
  [
    'tokens that are written are forgotten',
    { tariff: (tariff) => ({ ...tariff, bill: ({ input }) => tariff.bill({ input, output: 0 }) }) },
  ],
  ['an answer costs nothing', { tariff: (tariff) => ({ ...tariff, bill: () => 0 }) }],
];
