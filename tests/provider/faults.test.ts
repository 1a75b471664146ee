import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Draft } from '../../src/model/draft.ts';
import { systemClock } from '../../src/provider/clock.ts';
import { createDeepl } from '../../src/provider/deepl.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import type { Fault } from './deepl-faults.ts';
import { type SentRequest, startDeeplServer } from './deepl-server.ts';
import { draftOf } from './drafts.ts';
import { run, targetsOf, textsOf } from './run.ts';

const locales = ['de', 'es'];
/** Of different lengths, so that answers in another order can be told by what they are billed. */
const draftsOf = (stories: number): Draft[] =>
  Array.from({ length: stories }, (_, story) =>
    locales.map((locale) =>
      draftOf(
        Array.from({ length: 4 }, (_, at) => `Phrase ${story}${'a'.repeat(at)}.`),
        { id: `d${story}`, locale },
      ),
    ),
  ).flat();

/** A run through faults and another through none, with one journal, against a DeepL that counts what it bills. */
async function runThrough(
  fault: (request: number, sent: SentRequest) => Fault | undefined,
  options: Parameters<typeof run>[2] = {},
) {
  const asked: string[] = [];
  const again: string[] = [];
  const known = new Set<string>();
  let healthy = false;
  const server = await startDeeplServer({
    fault: (request, sent) => (healthy ? undefined : fault(request, sent)),
    onText: (text, target) => {
      asked.push(`[${target}] ${text}`);
      if (known.has(`[${target}] ${text}`)) again.push(`[${target}] ${text}`);
    },
  });
  onTestFinished(server.close);
  const memory = createInMemoryJournal();
  const journal: typeof memory = {
    ...memory,
    async record(entries) {
      await memory.record(entries);
      for (const { answer } of entries) known.add(answer);
    },
  };
  const provider = createDeepl({ authKey: 'test-key', serverUrl: server.url });
  const drafts = draftsOf(6);
  const first = await run(drafts, provider, { journal, ...options });
  healthy = true;
  const second = await run(first.drafts, provider, { journal });
  return { server, asked, again, known, first, second };
}

/** Nothing lost, nothing mistaken for another, and nothing asked again that had been answered. */
function expectWhole({ again, second }: Awaited<ReturnType<typeof runThrough>>): void {
  expect(second.stopped).toBeUndefined();
  for (const draft of second.drafts) {
    expect(textsOf(draft)).toEqual(draft.units.map(({ segment }) => `[${draft.locale}] ${segment.text}`));
  }
  expect(again).toEqual([]);
}

const texts = 6 * locales.length * 4;
const statusOf = (status: number, retryAfter?: string): Fault => ({
  kind: 'status',
  status,
  ...(retryAfter !== undefined && { retryAfter }),
});

describe('through faults that pass', () => {
  const soon = new Date(Date.now() + 1000).toUTCString();
  it.each<[string, (request: number) => Fault | undefined]>([
    ['429 with seconds', (request) => (request % 3 === 1 ? statusOf(429, '1') : undefined)],
    ['429 with a date', (request) => (request % 3 === 1 ? statusOf(429, soon) : undefined)],
    ['429 that says nothing', (request) => (request % 4 === 1 ? statusOf(429) : undefined)],
    [
      'a storm of 5xx',
      (request) => (request <= 9 ? statusOf([500, 502, 503, 529][request % 4] ?? 500) : undefined),
    ],
    ['connections that are reset', (request) => (request <= 9 ? { kind: 'reset' } : undefined)],
  ])('%s: everything is translated in one run and paid once', async (_, fault) => {
    const outcome = await runThrough(fault);
    expectWhole(outcome);
    expect(outcome.first.total).toMatchObject({ done: texts, failed: 0 });
    expect(outcome.asked).toHaveLength(texts);
  });

  it('413: down to the segment that is too large, which alone fails', async () => {
    const large = 'Phrase 2aaa.';
    const outcome = await runThrough((_, sent) => (sent.texts.includes(large) ? statusOf(413) : undefined));
    expectWhole(outcome);
    const failed = outcome.first.drafts.flatMap((draft) =>
      draft.units.filter(({ target }) => target.state === 'failed').map(({ segment }) => segment.text),
    );
    expect(failed).toEqual([large, large]);
    expect(outcome.asked).toHaveLength(texts);
  });

  it.each(['hang', 'drip'] as const)(
    '%s: only what nobody answered is asked again',
    async (kind) => {
      const lost: string[] = [];
      const outcome = await runThrough(
        (request, { texts: sent, target }) => {
          if (request > 2) return undefined;
          lost.push(...sent.map((text) => `[${target}] ${text}`));
          return { kind };
        },
        { timeout: 1500 },
      );
      expectWhole(outcome);
      expect(outcome.first.total).toMatchObject({ done: texts, failed: 0 });
      expect(outcome.asked).toHaveLength(texts + lost.length);
    },
    20_000,
  );
});

describe('through faults that do not', () => {
  it('456 in the middle: nothing more is sent, all that was answered is kept, and the next run sends the rest', async () => {
    const outcome = await runThrough((request) => (request > 5 ? statusOf(456) : undefined), {
      concurrency: 2,
    });
    expect(outcome.first.stopped).toMatchObject({ code: 'refused', cause: { kind: 'quota' } });
    expect(outcome.first.total).toMatchObject({ done: 20, failed: 0 });
    const states = outcome.first.drafts.flatMap(targetsOf).map(({ state }) => state);
    expect(states.filter((state) => state === 'pending')).toHaveLength(texts - 20);
    expectWhole(outcome);
    expect(outcome.asked).toHaveLength(texts);
  });

  it('5xx without end: the server is left alone before long, and everything waits for the next run', async () => {
    const outcome = await runThrough(() => statusOf(503), { concurrency: 2 });
    expect(outcome.first.total).toMatchObject({ done: 0, failed: texts });
    expect(outcome.server.requests.length - outcome.second.drafts.length).toBeLessThan(20);
    expectWhole(outcome);
  });

  it.each(['truncated', 'duplicated', 'extra', 'misordered', 'empty', 'invalid-json', 'no-object'] as const)(
    'an answer that is %s is taken for no segment, and is not asked for again in this run',
    async (kind) => {
      const outcome = await runThrough((request) => (request % 3 === 0 ? { kind } : undefined));
      expectWhole(outcome);
      expect(outcome.first.total).toMatchObject({ done: texts - 16, failed: 16 });
      expect(outcome.asked).toHaveLength(texts + 16);
    },
  );

  it('any faults in any order', async () => {
    const anyFault = fc.oneof(
      fc.constantFrom<Fault>(
        { kind: 'reset' },
        { kind: 'truncated' },
        { kind: 'duplicated' },
        { kind: 'extra' },
        { kind: 'misordered' },
        { kind: 'empty' },
        { kind: 'invalid-json' },
      ),
      fc.constantFrom(400, 403, 408, 413, 429, 456, 500, 503).map((status) => statusOf(status)),
    );
    const faults = fc.array(fc.option(anyFault, { nil: undefined }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(faults, fc.integer({ min: 1, max: 5 }), async (script, concurrency) => {
        const outcome = await runThrough((request) => script[request - 1], { concurrency });
        expectWhole(outcome);
        await outcome.server.close();
      }),
      { numRuns: 25 },
    );
  });
});

it('never starts more than the configured rate, as the server counts it', async () => {
  const server = await startDeeplServer();
  onTestFinished(server.close);
  const provider = createDeepl({ authKey: 'test-key', serverUrl: server.url });
  const rates = [{ requests: 4, interval: 320 }];
  await run(draftsOf(8), provider, { clock: systemClock, rates, concurrency: 10 });
  const arrivals = server.requests.map(({ at }) => at);
  expect(arrivals).toHaveLength(16);
  // A busy machine shifts requests by more than a network does.
  for (const [index, at] of arrivals.slice(4).entries())
    expect(at - (arrivals[index] ?? 0)).toBeGreaterThan(250);
});
