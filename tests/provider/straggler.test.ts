import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/provider/clock.ts';
import { createInMemoryLedger } from '../../src/provider/in-memory-ledger.ts';
import { openPurse } from '../../src/provider/open-purse.ts';
import type { Provider, Tokens, TranslationAnswer } from '../../src/provider/provider.ts';
import { abortError, ProviderError } from '../../src/provider/provider-error.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import type { Delivery, ScheduleOptions } from '../../src/provider/scheduler.ts';
import { createScripted } from '../../src/provider/scripted.ts';

/** Milliseconds until a request is given up; for as long again it may be open. */
const timeout = 150;

/** A request as the far side sees it: open until it is answered or closed. */
type Open = { readonly id: string; answer(): void; state: 'open' | 'answered' | 'closed' };

/** A provider that answers when it is told to; what begins with `now` is answered at once. */
function createSlow({ deaf = false } = {}) {
  const calls: Open[] = [];
  let most = 0;
  const provider: Provider = {
    ...createScripted({ capabilities: { maxTexts: 1 } }),
    translate: ({ segments }, signal) =>
      new Promise<TranslationAnswer>((resolve, reject) => {
        const translations = segments.map(({ id, text }) => ({ id, text: `[de] ${text}` }));
        const call: Open = {
          id: segments[0]?.id ?? '',
          state: 'open',
          answer() {
            call.state = 'answered';
            resolve({ translations });
          },
        };
        calls.push(call);
        most = Math.max(most, calls.filter(({ state }) => state === 'open').length);
        if (call.id.startsWith('now')) call.answer();
        signal.addEventListener('abort', () => {
          if (call.state !== 'open') return;
          call.state = 'closed';
          if (!deaf) reject(abortError('scripted', signal));
        });
      }),
  };
  return { provider, calls, most: () => most };
}

/** A clock whose pauses end when they are told to. */
function heldClock() {
  const pauses = new Set<() => void>();
  return {
    waiting: () => pauses.size,
    goOn: () => {
      for (const end of pauses) end();
    },
    sleep: (_: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const end = (): void => {
          pauses.delete(end);
          resolve();
        };
        pauses.add(end);
        signal?.addEventListener('abort', () => {
          pauses.delete(end);
          reject(signal.reason);
        });
      }),
    random: () => 0.5,
  };
}

function setUp(ids: readonly string[], options: Partial<ScheduleOptions> & { deaf?: boolean } = {}) {
  const slow = createSlow(options);
  const clock = heldClock();
  const scheduler = createScheduler(slow.provider, { clock, timeout, ...options });
  const kinds: string[] = [];
  const segments = ids.map((id) => ({ id, text: `Phrase ${id}.` }));
  const sent = scheduler.send({ source: 'fr', target: 'de', segments }, async (one: Delivery) => {
    kinds.push(one.kind === 'failed' ? one.error.kind : one.kind);
  });
  /** When a request has been given up: its pause and its patience have begun. */
  const givenUp = () => vi.waitFor(() => expect(clock.waiting()).toBeGreaterThanOrEqual(2), { interval: 1 });
  return {
    ...slow,
    clock,
    scheduler,
    kinds,
    sent,
    givenUp,
    states: () => slow.calls.map(({ state }) => state),
  };
}

describe('a request that is given up at its time limit', () => {
  it('stays open, and its answer takes the place of the next try', async () => {
    const { calls, sent, kinds, givenUp } = setUp(['s0']);
    await givenUp();
    expect(calls[0]?.state).toBe('open');
    calls[0]?.answer();
    await sent;
    expect(kinds).toEqual(['answered']);
    expect(calls).toHaveLength(1);
  });

  it('is closed before its next try leaves, and counts as open until then', async () => {
    const { calls, clock, sent, kinds, givenUp, states, most } = setUp(['s0', 'now1'], { concurrency: 1 });
    await givenUp();
    expect(states()).toEqual(['open']);
    clock.goOn();
    await vi.waitFor(() => expect(calls.filter(({ id }) => id === 's0')).toHaveLength(2), { interval: 1 });
    calls.findLast(({ id }) => id === 's0')?.answer();
    await sent;
    expect(states().filter((state) => state === 'closed')).toHaveLength(1);
    expect(kinds).toEqual(['answered', 'answered']);
    expect(most()).toBe(1);
  });

  it('leaves the other places to others', async () => {
    const { calls, clock, sent, kinds, givenUp, most } = setUp(['s0', 'now1', 'now2'], { concurrency: 2 });
    await givenUp();
    expect(kinds).toEqual(['answered', 'answered']);
    calls[0]?.answer();
    await sent;
    clock.goOn();
    expect([kinds.length, most()]).toEqual([3, 2]);
  });

  it('is waited for where no try comes after it, and then its text fails', async () => {
    const late = setUp(['s0'], { attempts: 1 });
    setTimeout(() => late.calls[0]?.answer(), timeout * 1.4);
    await late.sent;
    expect(late.kinds).toEqual(['answered']);
    const never = setUp(['s0'], { attempts: 1 });
    await never.sent;
    expect(never.kinds).toEqual(['timeout']);
    expect(never.states()).toEqual(['closed']);
  });

  it('says of the provider that it is there when it answers after all', async () => {
    const circuit = { base: 1000, ceiling: 1000 };
    const ids = ['s0', 's1', 's2', 's3', 's4', 'now5'];
    const { calls, sent, kinds, clock } = setUp(ids, { concurrency: 5, circuit });
    // Five failures in a row: five pauses, five times patience, and the rest of the breaker.
    await vi.waitFor(() => expect(clock.waiting()).toBe(11), { interval: 1 });
    for (const call of calls) call.answer();
    await sent;
    expect(kinds).toEqual(Array.from({ length: 6 }, () => 'answered'));
    expect(calls).toHaveLength(6);
  });

  it('is waited for when the run is stopped, and closed when it is cancelled', async () => {
    const stop = new AbortController();
    const stopped = setUp(['s0'], { stop: stop.signal });
    await stopped.givenUp();
    stop.abort();
    stopped.calls[0]?.answer();
    await stopped.sent;
    expect(stopped.kinds).toEqual(['answered']);

    const cancel = new AbortController();
    const cancelled = setUp(['s0', 's1'], { cancel: cancel.signal, concurrency: 1 });
    await cancelled.givenUp();
    cancel.abort();
    await cancelled.sent;
    await cancelled.scheduler.close();
    expect(cancelled.states()).toEqual(['closed']);
    expect(cancelled.kinds).toEqual([]);
    expect(cancelled.scheduler.stopped()).toMatchObject({ code: 'interrupted' });
  });

  it('is closed when the time of the run is up', async () => {
    // The time of the run is one more pause of the clock, which ends as all of them do.
    const { clock, sent, kinds, states, scheduler } = setUp(['s0'], { runTimeout: 1000 });
    await vi.waitFor(() => expect(clock.waiting()).toBe(3), { interval: 1 });
    clock.goOn();
    await sent;
    expect([kinds, states()]).toEqual([[], ['closed']]);
    expect(scheduler.stopped()).toMatchObject({ code: 'refused' });
  });

  it('is waited for where there is no money for another try, and is booked as answered', async () => {
    const ledger = createInMemoryLedger();
    const now = () => '2026-11-26T12:00:00Z';
    const budget = { charactersPerRun: 'Phrase s0.'.length + 3 };
    const purse = await openPurse({ ledger, provider: 'scripted', run: 'r1', now, budget });
    const { calls, sent, kinds, clock, givenUp, scheduler } = setUp(['s0'], { purse });
    await givenUp();
    clock.goOn();
    await new Promise((resolve) => setTimeout(resolve, 5));
    calls[0]?.answer();
    await sent;
    expect([kinds, calls.length]).toEqual([['answered'], 1]);
    expect(await ledger.spendings()).toMatchObject([{ requests: 1, characters: 10, answered: 10 }]);
    expect(scheduler.stopped()).toBeUndefined();
  });

  it('is in the books as its server counted it, though it comes late and cannot be used', async () => {
    const ledger = createInMemoryLedger();
    const now = () => '2026-11-26T12:00:00Z';
    const tariff = { quote: () => ({ expected: 1, most: 10 }), bill: ({ input }: Tokens) => input };
    const purse = await openPurse({ ledger, provider: 'scripted', run: 'r1', now, tariff });
    const cutOff = { mayBeBilled: true, usage: { input: 3, output: 1 } };
    const provider: Provider = {
      ...createScripted(),
      async translate() {
        await systemClock.sleep(timeout * 1.3);
        throw new ProviderError('scripted', 'too-large', 'cut off', cutOff);
      },
    };
    const scheduler = createScheduler(provider, { clock: heldClock(), timeout, purse, attempts: 1 });
    const segments = [{ id: 's0', text: 'Oui.' }];
    await scheduler.send({ source: 'fr', target: 'de', segments }, async () => {});
    await scheduler.close();
    expect(await ledger.spendings()).toMatchObject([{ requests: 1, cost: 3, paid: 3, answered: 0 }]);
  });

  it('ends the run where its answer cannot be taken in', async () => {
    const { provider, calls } = createSlow();
    const clock = heldClock();
    const scheduler = createScheduler(provider, { clock, timeout });
    const request = { source: 'fr', target: 'de', segments: [{ id: 's0', text: 'Oui.' }] };
    const full = new Error('the disk is full');
    const sent = scheduler.send(request, () => Promise.reject(full));
    await vi.waitFor(() => expect(clock.waiting()).toBe(2), { interval: 1 });
    calls[0]?.answer();
    await expect(sent).rejects.toBe(full);
    expect(scheduler.stopped()).toBe(full);
  });

  it('is journalled when it is answered though it was called off', async () => {
    const ledger = createInMemoryLedger();
    const now = () => '2026-11-26T12:00:00Z';
    const purse = await openPurse({ ledger, provider: 'scripted', run: 'r1', now });
    const { calls, clock, sent, kinds, givenUp, scheduler } = setUp(['s0'], { deaf: true, purse });
    await givenUp();
    clock.goOn();
    await vi.waitFor(() => expect(calls).toHaveLength(2), { interval: 1 });
    calls[1]?.answer();
    await sent;
    calls[0]?.answer();
    await scheduler.close();
    expect(kinds).toEqual(['answered', 'late']);
    expect(await ledger.spendings()).toMatchObject([{ requests: 2, characters: 20, answered: 20 }]);
  });
});

/** What becomes of each request in turn: milliseconds until it is answered, twice the time limit and more among them, or a failure. */
const fates = fc.array(fc.oneof(fc.integer({ min: 0, max: 26 }), fc.constant('fails' as const)), {
  minLength: 20,
  maxLength: 60,
});

it('whatever comes late: no more requests are open than may be, every text is settled once, and none is asked for again that was answered', async () => {
  await fc.assert(
    fc.asyncProperty(fates, fc.integer({ min: 1, max: 4 }), async (script, concurrency) => {
      let open = 0;
      let most = 0;
      let call = 0;
      const answered = new Set<string>();
      const again: string[] = [];
      const provider: Provider = {
        ...createScripted({ capabilities: { maxTexts: 1 } }),
        async translate({ segments }, signal) {
          const fate = script[call % script.length] ?? 0;
          call += 1;
          again.push(...segments.flatMap(({ id }) => (answered.has(id) ? [id] : [])));
          open += 1;
          most = Math.max(most, open);
          signal.addEventListener('abort', () => {
            open -= 1;
          });
          if (fate === 'fails') {
            open -= 1;
            throw new ProviderError('scripted', 'unavailable', 'told to fail');
          }
          await systemClock.sleep(fate, signal).catch(() => {
            throw abortError('scripted', signal);
          });
          open -= 1;
          for (const { id } of segments) answered.add(id);
          return { translations: segments.map(({ id, text }) => ({ id, text })) };
        },
      };
      const scheduler = createScheduler(provider, {
        clock: systemClock,
        concurrency,
        timeout: 10,
        attempts: 3,
        backoff: { base: 2, ceiling: 4 },
        circuit: { base: 2, ceiling: 4 },
      });
      const settled: string[] = [];
      const ids = Array.from({ length: 20 }, (_, at) => `s${at}`);
      const segments = ids.map((id) => ({ id, text: `Phrase ${id}.` }));
      await scheduler.send({ source: 'fr', target: 'de', segments }, async (one) => {
        settled.push(...one.segments.map(({ id }) => id));
        if (one.kind === 'failed') expect(one.segments.some(({ id }) => answered.has(id))).toBe(false);
      });
      await scheduler.close();
      expect(settled.toSorted()).toEqual(ids.toSorted());
      expect(again).toEqual([]);
      expect(most).toBeLessThanOrEqual(concurrency);
      expect(open).toBe(0);
    }),
    { numRuns: 8 },
  );
});
