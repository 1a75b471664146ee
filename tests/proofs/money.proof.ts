import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { schedule } from '../provider/spending.ts';
import { faults, keepsItsWord } from '../provider/spending-law.ts';

const schedules = 10_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a budget in money', () => {
  it(`is never exceeded by what servers bill, and the ledger never says less, in ${schedules} random schedules`, {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(schedule, (plan) => keepsItsWord(plan)),
      { numRuns: schedules },
    );
  });

  it.each(faults)(
    'would be found exceeded or miscounted where %s, whatever the seed',
    {
      timeout: 600_000,
    },
    async (_, fault) => {
      const needed: number[] = [];
      for (let seed = 1; seed <= 10; seed += 1) {
        const found = await fc.check(
          fc.asyncProperty(schedule, (plan) => keepsItsWord(plan, fault)),
          { numRuns: 300, seed, endOnFailure: true },
        );
        expect(found.failed).toBe(true);
        needed.push(found.numRuns);
      }
      console.info(`found after ${Math.max(...needed)} schedules at most`);
    },
  );
});
