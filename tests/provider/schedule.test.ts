import { describe, expect, it } from 'vitest';
import { DepecheError } from '../../src/model/errors.ts';
import { type Clock, systemClock } from '../../src/provider/clock.ts';
import { ProviderError } from '../../src/provider/provider-error.ts';
import { freePurse, type Purse } from '../../src/provider/purse.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import type { Delivery, ScheduleOptions } from '../../src/provider/scheduler.ts';
import { createScripted, type ScriptedOptions } from '../../src/provider/scripted.ts';
import { hastyClock, instantClock } from './clocks.ts';

function segmentsOf(count: number) {
  return Array.from({ length: count }, (_, index) => ({ id: `s${index}`, text: `Phrase ${index}.` }));
}

function setUp(scripted: ScriptedOptions = {}, options: Partial<ScheduleOptions> = {}) {
  const provider = createScripted(scripted);
  const clock = instantClock();
  const scheduler = createScheduler(provider, { clock, ...options });
  const deliveries: Delivery[] = [];
  const send = (count: number) =>
    scheduler.send({ source: 'fr', target: 'de', segments: segmentsOf(count) }, async (delivery) => {
      deliveries.push(delivery);
    });
  const idsOf = (kind: Delivery['kind']) =>
    deliveries.filter((one) => one.kind === kind).flatMap(({ segments }) => segments.map(({ id }) => id));
  return { provider, clock, scheduler, deliveries, send, idsOf };
}

const one = { capabilities: { maxTexts: 1 } };

describe('the scheduler', () => {
  it('delivers every segment once, in batches the provider takes', async () => {
    const { provider, send, idsOf } = setUp();
    await send(120);
    expect(provider.calls.map(({ segments }) => segments.length)).toEqual([50, 50, 20]);
    expect(idsOf('answered').toSorted()).toEqual(
      segmentsOf(120)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('fails a text that fits in no request, without sending it', async () => {
    const { provider, send, deliveries } = setUp({ capabilities: { maxBytes: 5 } });
    await send(2);
    expect(provider.calls).toEqual([]);
    expect(deliveries).toMatchObject([{ kind: 'failed', error: { kind: 'too-large' } }]);
  });

  it('has no more requests under way than it may, over all that is sent', async () => {
    let underWay = 0;
    let most = 0;
    const provider = createScripted(one);
    const busy = {
      ...provider,
      async translate(...[request, signal]: Parameters<typeof provider.translate>) {
        underWay += 1;
        most = Math.max(most, underWay);
        await systemClock.sleep(2);
        underWay -= 1;
        return provider.translate(request, signal);
      },
    };
    const shared = createScheduler(busy, { clock: instantClock(), concurrency: 3 });
    const request = { source: 'fr', target: 'de', segments: segmentsOf(8) };
    await Promise.all([shared.send(request, async () => {}), shared.send(request, async () => {})]);
    expect(most).toBe(3);
  });

  it('starts no more requests in any interval than the rate allows', async () => {
    const clock = hastyClock(100);
    const allowed: number[] = [];
    const { send } = setUp(
      { ...one, failures: () => void allowed.push(2 + clock.passed()) },
      { clock, concurrency: 10, rates: [{ requests: 2, interval: 100 }] },
    );
    await send(6);
    expect(allowed).toHaveLength(6);
    for (const [index, most] of allowed.entries()) expect(index + 1).toBeLessThanOrEqual(most);
  });

  it('begins the interval of a rate when a request leaves, however long it was being paid for', async () => {
    const happened: string[] = [];
    const sleep: Clock['sleep'] = async (milliseconds) => {
      if (milliseconds === 100) happened.push('interval');
    };
    const claim: Purse['claim'] = (segments) => ({
      ...freePurse.claim(segments),
      async book() {
        await systemClock.sleep(5);
        happened.push('booked');
        return true;
      },
    });
    const { send } = setUp(
      { ...one, failures: () => void happened.push('sent') },
      {
        clock: { ...instantClock(), sleep },
        purse: { ...freePurse, claim },
        concurrency: 1,
        rates: [{ requests: 5, interval: 100 }],
      },
    );
    await send(2);
    const each = ['booked', 'sent', 'interval'];
    expect(happened).toEqual([...each, ...each]);
  });
});

describe('retries', () => {
  it.each(['rate-limited', 'unavailable', 'timeout'] as const)(
    'tries again after %s, with full jitter',
    async (kind) => {
      const { clock, send, idsOf } = setUp({ failures: (call) => (call <= 3 ? kind : undefined) });
      await send(1);
      expect(idsOf('answered')).toEqual(['s0']);
      expect(clock.slept).toEqual([500, 1000, 2000]);
    },
  );

  it('lets a batch that failed go before those that have not been tried', async () => {
    const failures = new Map([[1, 'unavailable' as const]]);
    const { provider, send } = setUp({ ...one, failures }, { concurrency: 1 });
    await send(4);
    const order = provider.calls.map(({ segments }) => segments[0]?.id);
    expect(order.lastIndexOf('s0')).toBeLessThan(3);
  });

  it('waits at least as long as the provider asks', async () => {
    const { clock, send } = setUp({ failures: new Map([[1, { kind: 'rate-limited', retryAfter: 9000 }]]) });
    await send(1);
    expect(clock.slept).toEqual([9000]);
  });

  it('starts nothing else while it waits for a rate limit', async () => {
    const starts: number[] = [];
    const { send, idsOf } = setUp(
      {
        ...one,
        failures: (call) => {
          starts.push(performance.now());
          return call === 1 ? { kind: 'rate-limited', retryAfter: 80 } : undefined;
        },
      },
      { clock: { ...systemClock, random: () => 0 }, concurrency: 1 },
    );
    await send(4);
    expect(idsOf('answered')).toHaveLength(4);
    expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBeGreaterThan(75);
  });

  it('gives up after so many attempts, or when asked to wait for too long', async () => {
    const tired = setUp({ failures: () => 'unavailable' }, { attempts: 3 });
    await tired.send(1);
    expect(tired.provider.calls).toHaveLength(3);
    expect(tired.deliveries).toMatchObject([{ kind: 'failed', error: { kind: 'unavailable' } }]);
    const patient = setUp({ failures: () => ({ kind: 'rate-limited', retryAfter: 3_600_000 }) });
    await patient.send(1);
    expect(patient.provider.calls).toHaveLength(1);
  });

  it.each(['bad-request', 'bad-answer'] as const)('does not try again after %s', async (kind) => {
    const { provider, send, deliveries } = setUp({ failures: () => kind });
    await send(1);
    expect(provider.calls).toHaveLength(1);
    expect(deliveries).toMatchObject([{ kind: 'failed', error: { kind } }]);
  });

  it('gives up a request that hangs, and tries it again', async () => {
    const { provider, send, idsOf } = setUp({ failures: new Map([[1, 'hang']]) }, { timeout: 30 });
    await send(1);
    expect(provider.calls).toHaveLength(2);
    expect(idsOf('answered')).toEqual(['s0']);
  });

  it('halves a batch that is too large, down to the one segment that is', async () => {
    const { send, idsOf, provider } = setUp({
      failures: (_, { segments }) => (segments.some(({ id }) => id === 's5') ? 'too-large' : undefined),
    });
    await send(20);
    expect(idsOf('failed')).toEqual(['s5']);
    expect(idsOf('answered')).toHaveLength(19);
    expect(provider.calls.length).toBeLessThan(12);
  });
});

describe('the end of a run', () => {
  it.each(['auth', 'quota'] as const)(
    'takes up no more work after %s, and finishes what is under way',
    async (kind) => {
      const { provider, send, idsOf, scheduler } = setUp(
        { ...one, delay: 5, failures: new Map([[1, kind]]) },
        { concurrency: 3 },
      );
      await send(10);
      expect(provider.calls).toHaveLength(3);
      expect(idsOf('answered')).toEqual(['s1', 's2']);
      expect(idsOf('failed')).toEqual([]);
      expect(scheduler.stopped()).toBeInstanceOf(DepecheError);
      expect(scheduler.stopped()).toMatchObject({ code: 'refused', cause: { kind } });
      await send(3);
      expect(provider.calls).toHaveLength(3);
    },
  );

  it('finishes what is paid when it is stopped, and takes up nothing more', async () => {
    const stop = new AbortController();
    const { provider, send, idsOf, scheduler } = setUp(
      { ...one, delay: 20 },
      { concurrency: 2, stop: stop.signal },
    );
    setTimeout(() => stop.abort(), 5);
    await send(10);
    expect(provider.calls).toHaveLength(2);
    expect(idsOf('answered')).toEqual(['s0', 's1']);
    expect(scheduler.stopped()).toMatchObject({ code: 'interrupted' });
  });

  it('takes nothing up when it was stopped before', async () => {
    const { provider, send } = setUp({}, { stop: AbortSignal.abort() });
    await send(10);
    expect(provider.calls).toEqual([]);
  });

  it('does not sit out a pause when it is stopped', async () => {
    const stop = new AbortController();
    const { send, deliveries } = setUp(
      { failures: () => ({ kind: 'rate-limited', retryAfter: 60_000 }) },
      { clock: systemClock, stop: stop.signal },
    );
    setTimeout(() => stop.abort(), 10);
    // The pause is longer than the runner waits.
    await send(1);
    expect(deliveries).toEqual([]);
  });

  it('gives up what is under way when it is cancelled', async () => {
    const stop = new AbortController();
    const cancel = new AbortController();
    const { send, scheduler, deliveries } = setUp(
      { failures: () => 'hang' },
      { stop: stop.signal, cancel: cancel.signal },
    );
    setTimeout(() => stop.abort(), 5);
    setTimeout(() => cancel.abort('twice'), 15);
    await send(60);
    expect(deliveries).toEqual([]);
    expect(scheduler.stopped()).toMatchObject({ code: 'interrupted' });
    await scheduler.close();
  });

  it('is closed in the middle of its work: what is paid for is delivered before, and nothing more is bought', async () => {
    const { provider, send, idsOf, scheduler } = setUp({ ...one, delay: 20 }, { concurrency: 2 });
    const sent = send(10);
    await systemClock.sleep(5);
    await scheduler.close();
    expect(idsOf('answered')).toEqual(['s0', 's1']);
    await sent;
    expect(provider.calls).toHaveLength(2);
  });

  it('buys nothing more when an answer cannot be delivered', async () => {
    const provider = createScripted(one);
    const scheduler = createScheduler(provider, { clock: instantClock(), concurrency: 1 });
    const full = new DepecheError('unwritable', 'the disk is full');
    const request = { source: 'fr', target: 'de', segments: segmentsOf(10) };
    await expect(scheduler.send(request, () => Promise.reject(full))).rejects.toBe(full);
    expect(provider.calls).toHaveLength(1);
    expect(scheduler.stopped()).toBe(full);
  });

  it('breaks when a provider throws what is no ProviderError', async () => {
    const provider = { ...createScripted(), translate: () => Promise.reject(new TypeError('a bug')) };
    const scheduler = createScheduler(provider, { clock: instantClock() });
    const request = { source: 'fr', target: 'de', segments: segmentsOf(1) };
    await expect(scheduler.send(request, async () => {})).rejects.toThrow(TypeError);
  });
});

it('a ProviderError names its provider, knows whether to try again, and tells a terminal nothing to do', () => {
  const error = new ProviderError('deepl', 'unavailable', 'no connection');
  expect(error).toMatchObject({ message: 'deepl: no connection', retryable: true, retryAfter: undefined });
  const hostile = new ProviderError('deepl', 'bad-request', 'no\u001b[31m\r\nred \u202etxet');
  expect(hostile.message).toBe('deepl: no [31m red  txet');
});
