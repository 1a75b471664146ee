import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/provider/clock.ts';
import type { Provider } from '../../src/provider/provider.ts';
import { draftOf } from '../provider/drafts.ts';
import { deeplEngine, type Engine, languageModelEngine } from '../provider/fault-engines.ts';
import { run } from '../provider/run.ts';

/** Milliseconds: the time limit of a request. */
const timeout = 1000;
const dispatches = 160;
const each = 5;
const concurrency = 8;

/**
 * Of twenty requests fourteen are answered in a fifth of the time limit, five after 105 to 145 % of it, and one never.
 *
 * @returns milliseconds, by the number of the request
 */
function latency(request: number): number {
  const place = (request * 7) % 20;
  return place < 5 ? timeout * (1.05 + place / 10) : timeout / 5;
}

function isLost(request: number): boolean {
  return (request * 7) % 20 === 19;
}

/** As it was before: each request closes its own connection at the time limit, and what comes later is lost. */
function closingAtLimit(provider: Provider): Provider {
  return {
    ...provider,
    translate: (request, signal) =>
      provider.translate(request, AbortSignal.any([signal, AbortSignal.timeout(timeout)])),
  };
}

async function runAgainst(engine: Engine, asked: (provider: Provider) => Provider) {
  const worked: string[] = [];
  const server = await engine.open({
    timeout,
    latency,
    fault: (request) => (isLost(request) ? { kind: 'hang' } : undefined),
    onText: (text) => void worked.push(text),
  });
  onTestFinished(server.close);
  const drafts = Array.from({ length: dispatches }, (_, story) =>
    draftOf(
      Array.from(
        { length: each },
        (_, at) => `Le convoi ${story} attend ${'encore '.repeat(at)}depuis hier.`,
      ),
      { id: `d${story}`, locale: 'de' },
    ),
  );
  const { total } = await run(drafts, asked(server.provider), {
    clock: systemClock,
    timeout,
    concurrency,
    backoff: { base: 100, ceiling: 1000 },
    circuit: { base: 500, ceiling: 2000 },
  });
  const distinct = new Set(worked).size;
  return { total, distinct, twice: worked.length - distinct, requests: server.requests.length };
}

it.each([deeplEngine, languageModelEngine])(
  '$name: what comes after the time limit is used, and not worked at twice',
  { timeout: 600_000 },
  async (engine) => {
    const before = await runAgainst(engine, closingAtLimit);
    const after = await runAgainst(engine, (provider) => provider);
    for (const [what, { total, distinct, twice, requests }] of Object.entries({ before, after }))
      console.info(
        `${engine.name}, ${what}: ${distinct} texts, ${twice} of them worked at again, ${requests} requests, ${total.failed} failed`,
      );
    expect(after.total).toMatchObject({ done: dispatches * each, failed: 0 });
    expect(after.twice).toBeLessThan(before.twice / 2);
  },
);
