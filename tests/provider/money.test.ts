import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { schedule } from './spending.ts';
import { faults, keepsItsWord } from './spending-law.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a budget in money', () => {
  it('is never exceeded by what servers bill, and the ledger never says less: two runs at once, kills, late answers', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, (plan) => keepsItsWord(plan)),
      { numRuns: 100 },
    );
  });

  it.each(faults)('would be found exceeded or miscounted where %s', async (_, fault) => {
    const { failed } = await fc.check(
      fc.asyncProperty(schedule, (plan) => keepsItsWord(plan, fault)),
      { numRuns: 300, endOnFailure: true },
    );
    expect(failed).toBe(true);
  });
});
