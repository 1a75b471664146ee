import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/provider/clock.ts';
import type { TranslationRequest } from '../../src/provider/provider.ts';
import { ratesOfSecond } from '../../src/provider/rate.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import type { Delivery, ScheduleOptions } from '../../src/provider/scheduler.ts';
import { createScripted, type ScriptedOptions } from '../../src/provider/scripted.ts';
import { instantClock } from './clocks.ts';

function segmentsOf(count: number) {
  return Array.from({ length: count }, (_, index) => ({ id: `s${index}`, text: `Phrase ${index}.` }));
}

function setUp(scripted: ScriptedOptions = {}, options: Partial<ScheduleOptions> = {}) {
  const provider = createScripted({ capabilities: { maxTexts: 1 }, ...scripted });
  const clock = instantClock();
  const scheduler = createScheduler(provider, { clock, ...options });
  const deliveries: Delivery[] = [];
  const send = (count: number, more: Partial<TranslationRequest> = {}) =>
    scheduler.send({ source: 'fr', target: 'de', segments: segmentsOf(count), ...more }, async (one) => {
      deliveries.push(one);
    });
  const count = (kind: Delivery['kind']) => deliveries.filter((one) => one.kind === kind).length;
  return { provider, clock, scheduler, deliveries, send, count };
}

describe('a provider that fails again and again', () => {
  it.each(['unavailable', 'timeout'] as const)(
    'is waited for by one request at a time, and everything is translated (%s)',
    async (kind) => {
      const { send, count, provider } = setUp({ failures: (call) => (call <= 9 ? kind : undefined) });
      await send(60);
      expect(count('answered')).toBe(60);
      expect(provider.calls).toHaveLength(69);
    },
  );

  it('is left alone for longer after each probe in vain', async () => {
    const { send, clock } = setUp(
      { failures: (call) => (call <= 8 ? 'unavailable' : undefined) },
      { concurrency: 1, attempts: 1, circuit: { base: 10_000, ceiling: 25_000 } },
    );
    await send(12);
    expect(clock.slept).toEqual([7500, 15_000, 18_750, 18_750]);
  });

  it('is given up when it does not come back: what is left fails at once and is not sent', async () => {
    const { send, count, provider, deliveries, scheduler } = setUp({ failures: () => 'unavailable' });
    await send(500);
    expect(count('failed')).toBe(500);
    expect(provider.calls.length).toBeLessThan(20);
    expect(deliveries.at(-1)).toMatchObject({ kind: 'failed', error: { kind: 'unavailable' } });
    await send(3);
    expect(deliveries.at(-1)).toMatchObject({
      error: { message: expect.stringMatching(/nothing more is sent .* \(scripted: .+\)$/u) },
    });
    expect(count('failed')).toBe(503);
    expect(provider.calls.length).toBeLessThan(20);
    expect(scheduler.stopped()).toBeUndefined();
  });

  it('does not suffer for one text that it cannot stand', async () => {
    const { send, count, deliveries } = setUp(
      { failures: (_, { segments }) => (segments[0]?.id === 's3' ? 'unavailable' : undefined) },
      { concurrency: 1 },
    );
    await send(40);
    expect(count('answered')).toBe(39);
    expect(deliveries.filter(({ kind }) => kind === 'failed')).toMatchObject([{ segments: [{ id: 's3' }] }]);
  });

  it('ends its rest when the run ends', async () => {
    const stop = new AbortController();
    const { send, deliveries } = setUp(
      { failures: () => 'unavailable' },
      {
        clock: { ...systemClock, random: () => 0 },
        stop: stop.signal,
        circuit: { base: 60_000, ceiling: 60_000 },
      },
    );
    setTimeout(() => stop.abort(), 20);
    // The rest is longer than the runner waits.
    await send(20);
    expect(deliveries).toEqual([]);
  });
});

const minute = { requests: 100, interval: 60_000 };

describe('limits of the run', () => {
  it('keeps a long rate besides a short one, over all that is sent', async () => {
    const starts: number[] = [];
    const { send, scheduler } = setUp(
      { failures: () => void starts.push(performance.now()) },
      {
        clock: systemClock,
        concurrency: 10,
        rates: [
          { requests: 2, interval: 40 },
          { requests: 3, interval: 200 },
        ],
      },
    );
    await Promise.all([send(4), send(4)]);
    await scheduler.close();
    expect(starts).toHaveLength(8);
    for (const [index, start] of starts.slice(3).entries())
      expect(start - (starts[index] ?? 0)).toBeGreaterThan(180);
  });

  it('takes nothing up when the time of the run is over, finishes what is under way, and says so', async () => {
    const { send, count, provider, scheduler } = setUp(
      { delay: 60 },
      { clock: systemClock, concurrency: 2, runTimeout: 20 },
    );
    await send(10);
    expect(provider.calls).toHaveLength(2);
    expect(count('answered')).toBe(2);
    expect(scheduler.stopped()).toMatchObject({ code: 'refused', message: expect.stringContaining('time') });
    await scheduler.close();
  });

  it('does not keep a run waiting that is done before its time is over, or a minute is', async () => {
    const { send, scheduler } = setUp(
      {},
      { clock: systemClock, runTimeout: 3_600_000, rates: [minute, minute] },
    );
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    await send(3);
    const before = timers();
    await scheduler.close();
    // One of the run, and of each request one for each rate.
    expect(timers()).toBe(before - 7);
  });

  it('sends what is urgent first, and copy without an urgency as usual copy', async () => {
    const { send, provider } = setUp({ delay: 1 }, { concurrency: 1 });
    await Promise.all([
      send(1, { target: 'first' }),
      send(2, { target: 'feature', urgency: 8 }),
      send(2, { target: 'usual' }),
      send(2, { target: 'urgent', urgency: 3 }),
      send(2, { target: 'flash', urgency: 1 }),
    ]);
    expect(provider.calls.map(({ target }) => target)).toEqual([
      'first',
      'flash',
      'flash',
      'urgent',
      'urgent',
      'usual',
      'usual',
      'feature',
      'feature',
    ]);
  });

  it('has a provider make itself ready once, before its first request and not for nothing', async () => {
    let ready = 0;
    const provider = {
      ...createScripted(),
      async ready() {
        ready += 1;
      },
    };
    const scheduler = createScheduler(provider, { clock: instantClock() });
    expect(ready).toBe(0);
    const request = { source: 'fr', target: 'de', segments: segmentsOf(2) };
    await Promise.all([scheduler.send(request, async () => {}), scheduler.send(request, async () => {})]);
    expect(ready).toBe(1);
  });

  it('ends the run where the server is not who it was taken for', async () => {
    const { send, scheduler, provider } = setUp({ failures: () => 'untrusted' }, { concurrency: 1 });
    await send(5);
    expect(provider.calls).toHaveLength(1);
    expect(scheduler.stopped()).toMatchObject({ code: 'refused', cause: { kind: 'untrusted' } });
  });
});

it.each([
  [0.5, [{ requests: 1, interval: 2020 }]],
  [1, [{ requests: 1, interval: 1010 }]],
  [2.5, [{ requests: 1, interval: 404 }]],
  [
    7,
    [
      { requests: 7, interval: 1010 },
      { requests: 1, interval: 500 / 7 },
    ],
  ],
  [
    50,
    [
      { requests: 50, interval: 1010 },
      { requests: 5, interval: 50 },
    ],
  ],
])('ratesOfSecond(%d)', (count, rates) => expect(ratesOfSecond(count)).toEqual(rates));
