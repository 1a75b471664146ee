import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSqliteLedger } from '../../src/project/sqlite-ledger.ts';
import { type SentChat, startChatServer } from '../provider/chat-server.ts';
import { schedule } from '../provider/spending.ts';
import { faults, keepsItsWord } from '../provider/spending-law.ts';
import { startCommand } from './command.ts';

const schedules = 10_000;

describe('a budget in money', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

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

const rounds = 25;
const price = { input: 2, output: 8 };

/** What a model bills for a request: somewhere between little and the most that it allows. */
function billOf({ body }: SentChat): { prompt_tokens: number; completion_tokens: number } {
  const some = (most: number) => Math.max(1, Math.floor(most * Math.random()));
  return {
    prompt_tokens: some(Buffer.byteLength(JSON.stringify(body))),
    completion_tokens: some(Number(body.max_tokens)),
  };
}

describe('a budget of a month', () => {
  it(`is kept to by two processes at once on one ledger, ${rounds} times, most of them killed, with answers that come late`, {
    timeout: 600_000,
  }, async () => {
    const root = await mkdtemp(join(tmpdir(), 'depeche-proof-'));
    let billed = 0;
    let requests = 0;
    const server = await startChatServer({
      latency: () => Math.random() * (Math.random() < 0.1 ? 2500 : 150),
      fault: () => (Math.random() < 0.1 ? { kind: 'status', status: 503, retryAfter: '0' } : undefined),
      count(sent) {
        const usage = billOf(sent);
        requests += 1;
        billed += usage.prompt_tokens * price.input + usage.completion_tokens * price.output;
        return usage;
      },
    });
    let limit = 0;
    const ledgerFile = join(root, '.depeche/ledger.sqlite');
    let killed = 0;
    for (let round = 1; round <= rounds; round += 1) {
      // A little more each round, so that it is always about to be used up.
      limit = round * 0.06;
      await rm(join(root, 'source-texts'), { recursive: true, force: true });
      await mkdir(join(root, 'source-texts'));
      for (let number = 1; number <= 60; number += 1) {
        const copy = `Le convoi numéro ${round}-${number} a franchi le pont. La pluie ne cesse pas depuis hier.\n`;
        await writeFile(join(root, 'source-texts', `convoi-${round}-${number}.txt`), copy);
      }
      const config = {
        targets: ['de'],
        provider: 'language-model',
        providers: { 'language-model': { model: 'm1', serverUrl: server.url, leavesMachine: true, price } },
        budget: { 'language-model': { costPerMonth: limit } },
        schedule: { timeout: 1, attempts: 2 },
      };
      await writeFile(join(root, 'depeche.config.json'), JSON.stringify(config));
      const runs = ['locales', 'elsewhere'].map((out) => startCommand(root, ['translate', '--out', out]));
      if (round < rounds)
        await Promise.all(
          runs.map(async ({ process: child }) => {
            await sleep(600 + Math.random() * 2500);
            if (child.exitCode === null && child.kill('SIGKILL')) killed += 1;
          }),
        );
      const ends = await Promise.all(runs.map(({ ended }) => ended));
      if (round === rounds)
        for (const { exitCode, err } of ends)
          expect([exitCode, err]).toEqual([3, expect.stringContaining('a month, does not allow more')]);
      expect(billed).toBeLessThanOrEqual(limit * 1_000_000);
    }
    const ledger = await openSqliteLedger(ledgerFile);
    const { cost } = await ledger.total('language-model', new Date().toISOString().slice(0, 7));
    await ledger.close();
    await server.close();
    await rm(root, { recursive: true, force: true });
    expect(killed).toBeGreaterThan(rounds / 2);
    expect(cost).toBeGreaterThanOrEqual(billed);
    expect(cost).toBeLessThanOrEqual(limit * 1_000_000);
    console.info(
      `${requests} requests, ${killed} processes killed: billed ${(billed / 1e6).toFixed(4)}, in the ledger ${(cost / 1e6).toFixed(4)}, the budget ${limit.toFixed(4)}`,
    );
  });
});
