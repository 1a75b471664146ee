import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInMemoryLedger } from '../../src/provider/in-memory-ledger.ts';
import { withKeptQuota } from '../../src/provider/kept-quota.ts';
import { openPurse } from '../../src/provider/open-purse.ts';
import { ProviderError } from '../../src/provider/provider-error.ts';
import { freePurse } from '../../src/provider/purse.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { createScripted, type ScriptedFailure } from '../../src/provider/scripted.ts';
import { instantClock } from './clocks.ts';

const reason = (left: number) => `${left} left`;

type Run = {
  readonly quota: number;
  readonly keep: number;
  readonly budget?: number | undefined;
  readonly batches: readonly (readonly number[])[];
  readonly endings?: readonly (ScriptedFailure | undefined)[];
  readonly maxTexts?: number;
  readonly concurrency?: number;
};

/** A run against an account that bills what it answers, and what ends without an answer. */
async function spend({ quota, keep, budget, batches, endings = [], maxTexts = 50, concurrency = 4 }: Run) {
  let [billed, asked] = [0, 0];
  const provider = createScripted({
    capabilities: { maxTexts },
    failures(call, { segments }) {
      const ends = endings[call % Math.max(1, endings.length)];
      if (ends === undefined || ends === 'timeout') {
        billed += segments.reduce((sum, { text }) => sum + text.length, 0);
      }
      return ends;
    },
  });
  const now = () => '2026-11-26T10:00:00Z';
  const inner = await openPurse({
    ledger: createInMemoryLedger(),
    provider: 'scripted',
    run: 'r',
    now,
    budget: { charactersPerRun: budget },
  });
  const left = async () => {
    asked += 1;
    return quota;
  };
  const purse = withKeptQuota(inner, { keep, left, reason });
  const scheduler = createScheduler(provider, { clock: instantClock(), purse, concurrency, attempts: 3 });
  const answered = new Set<string>();
  const sizes = new Map(
    batches.flatMap((row, at) => row.map((size, nth) => [`${at}-${nth}`, size] as const)),
  );
  await Promise.all(
    batches.map((row, at) =>
      scheduler.send(
        {
          source: 'fr',
          target: 'de',
          segments: row.map((size, nth) => ({ id: `${at}-${nth}`, text: 'é'.repeat(size) })),
        },
        async ({ segments }) => {
          for (const { id } of segments) answered.add(id);
        },
      ),
    ),
  );
  await scheduler.close();
  const unsent = [...sizes].flatMap(([id, size]) => (answered.has(id) ? [] : [size]));
  return { billed, asked, unsent, stopped: scheduler.stopped() };
}

const load = {
  quota: fc.integer({ min: 0, max: 300 }),
  keep: fc.integer({ min: 0, max: 150 }),
  batches: fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 6,
  }),
  maxTexts: fc.integer({ min: 1, max: 8 }),
  concurrency: fc.integer({ min: 1, max: 5 }),
};

describe('a part of the quota that is kept', () => {
  it('is never touched, whatever ends how, and the account is asked once', async () => {
    const ending = fc.constantFrom<ScriptedFailure | undefined>(
      undefined,
      'rate-limited',
      'unavailable',
      'too-large',
      'timeout',
    );
    const loads = fc.record({ ...load, endings: fc.array(ending, { maxLength: 8 }) });
    await fc.assert(
      fc.asyncProperty(loads, async (run) => {
        const { billed, asked } = await spend(run);
        expect(billed).toBeLessThanOrEqual(Math.max(0, run.quota - run.keep));
        expect(asked).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves the rest to be used as far as it goes, and a budget beside it is kept to', async () => {
    const budget = fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(fc.record({ ...load, budget }), async (run) => {
        const { billed, unsent, stopped } = await spend(run);
        const room = Math.min(run.quota - run.keep, run.budget ?? Infinity);
        expect(billed).toBeLessThanOrEqual(Math.max(0, room));
        if (run.budget === undefined) for (const size of unsent) expect(size).toBeGreaterThan(room - billed);
        expect(stopped !== undefined).toBe(unsent.length > 0);
      }),
      { numRuns: 200 },
    );
  });

  it('is reckoned without what failed and costs nothing', async () => {
    const endings = ['unavailable', 'rate-limited', undefined] as const;
    const { billed, unsent } = await spend({ quota: 30, keep: 10, batches: [[15]], endings });
    expect({ billed, unsent }).toEqual({ billed: 15, unsent: [] });
  });

  it('says what stops the run: the account, or the budget', async () => {
    const kept = await spend({ quota: 30, keep: 10, batches: [[15, 15]] });
    expect(kept.stopped).toMatchObject({ code: 'refused', message: '30 left' });
    const short = await spend({ quota: 1000, keep: 10, budget: 20, batches: [[15, 15]] });
    expect(short.stopped?.message).toContain('20 characters a run');
  });

  it('asks nothing while nothing is sent, nor when the account has no limit twice', async () => {
    expect(await spend({ quota: 30, keep: 10, batches: [] })).toMatchObject({ asked: 0 });
    const endless = await spend({ quota: Infinity, keep: 10, batches: [[5], [6]], maxTexts: 1 });
    expect(endless).toMatchObject({ asked: 1, billed: 11, stopped: undefined });
  });

  it('sends nothing before it knows: an account that cannot be asked is asked again, and a key that is refused ends the run', async () => {
    const run = async (kinds: readonly ('unavailable' | 'auth')[]) => {
      let asked = 0;
      const left = async () => {
        const kind = kinds[asked];
        asked += 1;
        if (kind) throw new ProviderError('scripted', kind, 'no usage');
        return 100;
      };
      const provider = createScripted();
      const purse = withKeptQuota(freePurse, { keep: 10, left, reason });
      const scheduler = createScheduler(provider, { clock: instantClock(), purse });
      const kept: string[] = [];
      await scheduler.send(
        { source: 'fr', target: 'de', segments: [{ id: 'a', text: 'é' }] },
        async ({ kind }) => void kept.push(kind),
      );
      await scheduler.close();
      return { asked, kept, calls: provider.calls.length, stopped: scheduler.stopped() };
    };
    expect(await run(['unavailable', 'unavailable'])).toMatchObject({
      asked: 3,
      kept: ['answered'],
      calls: 1,
    });
    expect(await run(['auth'])).toMatchObject({ asked: 1, kept: [], calls: 0, stopped: { code: 'refused' } });
  });

  it('is asked for in vain where the run is cancelled meanwhile: nothing is sent, and nothing is booked', async () => {
    const ledger = createInMemoryLedger();
    const now = () => '2026-11-26T10:00:00Z';
    const inner = await openPurse({ ledger, provider: 'scripted', run: 'r', now });
    const cancel = new AbortController();
    const left = async () => {
      cancel.abort();
      return 100;
    };
    const provider = createScripted();
    const purse = withKeptQuota(inner, { keep: 10, left, reason });
    const scheduler = createScheduler(provider, { clock: instantClock(), purse, cancel: cancel.signal });
    const segments = [{ id: 'a', text: 'é' }];
    await scheduler.send({ source: 'fr', target: 'de', segments }, async () => {});
    await scheduler.close();
    expect(provider.calls).toEqual([]);
    expect(await ledger.total('scripted', '2026-11')).toEqual({ characters: 0, cost: 0 });
  });

  it('sends nothing once the run is stopped while the account is asked, and books nothing', async () => {
    const stop = new AbortController();
    const left = async () => {
      stop.abort();
      return 100;
    };
    const provider = createScripted();
    const purse = withKeptQuota(freePurse, { keep: 10, left, reason });
    const scheduler = createScheduler(provider, { clock: instantClock(), purse, stop: stop.signal });
    const segments = [{ id: 'a', text: 'é' }];
    await scheduler.send({ source: 'fr', target: 'de', segments }, async () => {});
    await scheduler.close();
    expect(provider.calls).toEqual([]);
  });

  it('is asked for slowly, and yet no more requests leave in an interval than the rate allows', async () => {
    let pauses: (() => void)[] = [];
    const clock = { sleep: () => new Promise<void>((resolve) => pauses.push(resolve)), random: () => 0.5 };
    const pass = async () => {
      const due = pauses;
      pauses = [];
      for (const end of due) end();
      await new Promise(setImmediate);
    };
    const answer = Promise.withResolvers<number>();
    const provider = createScripted({ capabilities: { maxTexts: 1 } });
    const purse = withKeptQuota(freePurse, { keep: 1, left: () => answer.promise, reason });
    const scheduler = createScheduler(provider, { clock, purse, rates: [{ requests: 1, interval: 100 }] });
    const segments = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
    const sent = scheduler.send({ source: 'fr', target: 'de', segments }, async () => {});
    // Each waits for its turn to the end, and then for the account.
    for (let turn = 0; turn < 8; turn += 1) await pass();
    answer.resolve(100);
    const left: number[] = [];
    while (provider.calls.length < 3) {
      const before = provider.calls.length;
      await pass();
      left.push(provider.calls.length - before);
    }
    await sent;
    await scheduler.close();
    expect(Math.max(...left)).toBe(1);
  });
});
