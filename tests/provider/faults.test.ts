import fc from 'fast-check';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Draft } from '../../src/model/draft.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import { hastyClock } from './clocks.ts';
import { draftOf } from './drafts.ts';
import {
  deeplEngine,
  type Engine,
  type EngineFault,
  type EngineOptions,
  languageModelEngine,
  trustCertificates,
} from './fault-engines.ts';
import { run, targetsOf, textsOf } from './run.ts';

/** Requests of a run without faults, and the texts in each of them. */
const batches = 12;
const each = 4;
const texts = batches * each;

/** Of different lengths, so that answers in another order can be told by what they are billed. */
function draftsOf({ locales }: Engine, requests = batches): Draft[] {
  return Array.from({ length: requests / locales.length }, (_, story) =>
    locales.map((locale) =>
      draftOf(
        Array.from(
          { length: each },
          (_, at) => `Le convoi ${story} attend ${'encore '.repeat(at)}depuis hier.`,
        ),
        { id: `d${story}`, locale },
      ),
    ),
  ).flat();
}

type Options = Parameters<typeof run>[2] & Pick<EngineOptions, 'certificate'>;

/** A run through faults and another through none, with one journal, against an engine that counts what it has worked at. */
async function runThrough(
  engine: Engine,
  fault: EngineOptions['fault'],
  { certificate, ...options }: Options = {},
) {
  const worked: string[] = [];
  const again: string[] = [];
  const inVain: string[] = [];
  const known = new Set<string>();
  let healthy = false;
  const open = (withCertificate: EngineOptions['certificate']) =>
    engine.open({
      certificate: withCertificate,
      timeout: options.timeout,
      fault(request, sent) {
        const one = healthy ? undefined : fault(request, sent);
        if (one && lost.has(one.kind)) inVain.push(...sent.texts);
        return one;
      },
      onText(text, target) {
        const locale = target.toLowerCase();
        worked.push(`${locale} ${text}`);
        if (known.has(engine.answerTo(text, locale))) again.push(`${locale} ${text}`);
      },
    });
  const server = await open(certificate);
  onTestFinished(server.close);
  const memory = createInMemoryJournal();
  const journal: typeof memory = {
    ...memory,
    async record(entries) {
      await memory.record(entries);
      for (const { answer } of entries) known.add(answer);
    },
  };
  const first = await run(draftsOf(engine), server.provider, { journal, ...options });
  const before = server.requests.length;
  healthy = true;
  const cured = certificate === 'elsewhere' ? await open('loopback') : server;
  if (cured !== server) onTestFinished(cured.close);
  const second = await run(first.drafts, cured.provider, { journal });
  return { engine, server, before, worked, again, inVain, first, second };
}

/** Faults after which an engine has worked for nothing: nobody can know what it said, and the texts have to be asked for again. */
const lost: ReadonlySet<string> = new Set(['hang', 'hang-in-body', 'drip', 'cut']);

/** Nothing lost, nothing mistaken for another, and nothing asked again that had been answered. */
function expectWhole({ engine, again, first, second }: Awaited<ReturnType<typeof runThrough>>): void {
  for (const target of first.drafts.flatMap(targetsOf)) {
    expect(['drafted', 'failed', 'pending']).toContain(target.state);
    if (target.state === 'failed') expect(target.message).not.toBe('');
    // What is pending after a run has a reason, which the run tells.
    if (target.state === 'pending') expect(first.stopped?.message).toMatch(/./u);
  }
  expect(second.stopped).toBeUndefined();
  for (const draft of second.drafts) {
    expect(textsOf(draft)).toEqual(
      draft.units.map(({ segment }) => engine.answerTo(segment.text, draft.locale)),
    );
  }
  expect(again).toEqual([]);
}

const statusOf = (status: number, retryAfter?: string): EngineFault => ({
  kind: 'status',
  status,
  ...(retryAfter !== undefined && { retryAfter }),
});

beforeAll(trustCertificates);

describe.each([deeplEngine, languageModelEngine])('$name, through faults that pass', (engine) => {
  const soon = new Date(Date.now() + 1000).toUTCString();
  it.each<[string, (request: number) => EngineFault | undefined]>([
    ['429 with seconds', (request) => (request % 3 === 1 ? statusOf(429, '1') : undefined)],
    ['429 with a date', (request) => (request % 3 === 1 ? statusOf(429, soon) : undefined)],
    ['429 that says nothing', (request) => (request % 4 === 1 ? statusOf(429) : undefined)],
    [
      'a storm of 5xx',
      (request) => (request <= 9 ? statusOf([500, 502, 503, 529][request % 4] ?? 500) : undefined),
    ],
    ['connections that are reset', (request) => (request <= 9 ? { kind: 'reset' } : undefined)],
    [
      'resets within the headers',
      (request) => (request % 4 === 1 ? { kind: 'reset-in-headers' } : undefined),
    ],
    ['resets within the body', (request) => (request % 4 === 1 ? { kind: 'cut' } : undefined)],
    ['another type of content', () => ({ kind: 'other-type' })],
  ])(
    '%s: everything is translated in one run, and worked at once but for what broke off',
    async (_, fault) => {
      const outcome = await runThrough(engine, fault);
      expectWhole(outcome);
      expect(outcome.first.total).toMatchObject({ done: texts, failed: 0 });
      expect(outcome.worked).toHaveLength(texts + outcome.inVain.length);
    },
  );

  it('silence, before the headers, in the body or with a byte now and then: only what nobody answered is asked again', async () => {
    const silent = (['hang', 'hang-in-body', 'drip'] as const).map((kind) => ({ kind }));
    const outcome = await runThrough(engine, (request) => silent[request - 1], { timeout: 700 });
    expectWhole(outcome);
    expect(outcome.first.total).toMatchObject({ done: texts, failed: 0 });
    expect(outcome.worked).toHaveLength(texts + outcome.inVain.length);
    await vi.waitFor(() => expect(outcome.server.hungUp()).toBe(3));
  });

  it('too large: down to the segment that is, which alone fails', async () => {
    const large = 'Le convoi 2 attend encore encore depuis hier.';
    const outcome = await runThrough(engine, (_, sent) =>
      sent.texts.includes(large) ? { kind: 'too-large' } : undefined,
    );
    expectWhole(outcome);
    const failed = outcome.first.drafts.flatMap((draft) =>
      draft.units.filter(({ target }) => target.state === 'failed').map(({ segment }) => segment.text),
    );
    expect(failed).toEqual(engine.locales.map(() => large));
    expect(outcome.worked).toHaveLength(texts);
  });
});

describe.each([deeplEngine, languageModelEngine])('$name, through faults that do not', (engine) => {
  it('quota used up in the middle: nothing more is sent, all that was answered is kept, and the next run sends the rest', async () => {
    const outcome = await runThrough(engine, (request) => (request > 5 ? { kind: 'quota' } : undefined), {
      concurrency: 2,
    });
    expect(outcome.first.stopped).toMatchObject({ code: 'refused', cause: { kind: 'quota' } });
    expect(outcome.first.total).toMatchObject({ done: 5 * each, failed: 0 });
    expectWhole(outcome);
    expect(outcome.worked).toHaveLength(texts);
  });

  it('5xx without end: the server is left alone before long, and everything waits for the next run', async () => {
    const outcome = await runThrough(engine, () => statusOf(503), { concurrency: 2 });
    expect(outcome.first.total).toMatchObject({ done: 0, failed: texts });
    expect(outcome.before).toBeLessThan(20);
    expectWhole(outcome);
  });

  it.each(['invalid-json', 'html', 'empty-body', 'garbage-as-gzip', 'endless'] as const)(
    'an answer that is %s is taken for no segment, and is not asked for again in this run',
    async (kind) => {
      const written: number[] = [];
      const onClosed = (bytes: number) => void written.push(bytes);
      const outcome = await runThrough(engine, (request) =>
        request % 3 === 0 ? { kind, onClosed } : undefined,
      );
      expectWhole(outcome);
      expect(outcome.first.total).toMatchObject({ done: texts - 16, failed: 16 });
      expect(outcome.worked).toHaveLength(texts + 16);
      // Of 100 MB, what is read and what the sockets hold.
      for (const bytes of written) expect(bytes).toBeLessThan(40_000_000);
      expect(written).toHaveLength(kind === 'endless' ? 4 : 0);
    },
  );

  it.each([302, 307])('a redirect (%d) is not followed, and ends the run', async (status) => {
    const location = 'https://elsewhere.example/v2/translate';
    const outcome = await runThrough(engine, () => ({ kind: 'status', status, location }), {
      concurrency: 1,
    });
    expect(outcome.first.stopped).toMatchObject({ code: 'refused', cause: { kind: 'untrusted' } });
    expect(outcome.first.stopped?.message).toContain('https://elsewhere.example instead');
    expect(outcome.before).toBe(1);
    expectWhole(outcome);
  });

  it('a certificate of another host ends the run before anything is sent', async () => {
    const outcome = await runThrough(engine, () => undefined, { certificate: 'elsewhere', concurrency: 1 });
    expect(outcome.first.stopped).toMatchObject({ code: 'refused', cause: { kind: 'untrusted' } });
    expect(outcome.before).toBe(0);
    expectWhole(outcome);
    expect(outcome.worked).toHaveLength(texts);
  });

  it('any faults in any order', async () => {
    const anyFault = fc.oneof(
      fc
        .constantFrom(
          'reset',
          'reset-in-headers',
          'cut',
          'invalid-json',
          'html',
          'empty-body',
          'garbage-as-gzip',
          'other-type',
          'missing',
          'duplicated',
          'extra',
          'misordered',
          'empty',
          'quota',
          'too-large',
        )
        .map((kind) => ({ kind }) as const),
      fc.constantFrom(400, 403, 408, 413, 429, 500, 503).map((status) => statusOf(status)),
    );
    const faults = fc.array(fc.option(anyFault, { nil: undefined }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(faults, fc.integer({ min: 1, max: 5 }), async (script, concurrency) => {
        const outcome = await runThrough(engine, (request) => script[request - 1], { concurrency });
        expectWhole(outcome);
        await outcome.server.close();
      }),
      { numRuns: 15 },
    );
  });

  it('never starts more than the configured rate, as the server counts it, with retries and all', async () => {
    const rate = { requests: 4, interval: 240 };
    const clock = hastyClock(rate.interval);
    const early: number[] = [];
    const server = await engine.open({
      onText: () => {},
      fault(request) {
        if (request > rate.requests + clock.passed()) early.push(request);
        return request > 8
          ? undefined
          : [undefined, statusOf(500), statusOf(429), { kind: 'cut' } as const][request % 4];
      },
    });
    onTestFinished(server.close);
    const { total } = await run(draftsOf(engine), server.provider, {
      clock,
      rates: [rate],
      concurrency: 10,
      backoff: { base: 10, ceiling: 20 },
    });
    expect(total.failed).toBe(0);
    expect(server.requests).toHaveLength(batches + 6);
    expect(early).toEqual([]);
  });
});

/** Faults on two of the first eight requests, which leave together; what a model has refused of its own answers is asked for once more. */
describe('an answer that does not fit what was asked', () => {
  const both = 2 * each;
  it.each([
    { engine: deeplEngine, kind: 'missing', failed: both, more: both },
    { engine: deeplEngine, kind: 'duplicated', failed: both, more: both },
    { engine: deeplEngine, kind: 'extra', failed: both, more: both },
    { engine: deeplEngine, kind: 'misordered', failed: both, more: both },
    { engine: deeplEngine, kind: 'empty', failed: both, more: both },
    { engine: languageModelEngine, kind: 'missing', failed: 0, more: 2 },
    { engine: languageModelEngine, kind: 'duplicated', failed: 0, more: 2 },
    { engine: languageModelEngine, kind: 'extra', failed: 0, more: 0 },
    { engine: languageModelEngine, kind: 'misordered', failed: 0, more: 0 },
    { engine: languageModelEngine, kind: 'empty', failed: 0, more: both },
  ] as const)(
    '$engine.name, $kind: $failed fail, $more are worked at again',
    async ({ engine, kind, failed, more }) => {
      const outcome = await runThrough(engine, (request) =>
        request <= 8 && request % 3 === 0 ? { kind } : undefined,
      );
      expectWhole(outcome);
      expect(outcome.first.total).toMatchObject({ done: texts - failed, failed });
      expect(outcome.worked).toHaveLength(texts + more);
    },
  );
});
