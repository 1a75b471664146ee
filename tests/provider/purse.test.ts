import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqliteLedger } from '../../src/project/sqlite-ledger.ts';
import { createInMemoryLedger } from '../../src/provider/in-memory-ledger.ts';
import type { Ledger } from '../../src/provider/ledger.ts';
import { inMillionths } from '../../src/provider/money.ts';
import { openPurse } from '../../src/provider/open-purse.ts';
import type { TranslationRequest } from '../../src/provider/provider.ts';
import type { Budget } from '../../src/provider/purse.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { createScripted, type ScriptedFailure } from '../../src/provider/scripted.ts';
import { type Tariff, tariffOf } from '../../src/provider/tariff.ts';
import { billedCharacters } from '../../src/provider/units-to-send.ts';
import { instantClock } from './clocks.ts';
import { draftOf } from './drafts.ts';
import { run, textsOf } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'depeche-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = (): string => join(folder, `ledger-${++files}.sqlite`);
const month = '2026-11';
const now = () => `${month}-26T10:00:00Z`;
const account = { month, provider: 'scripted', run: 'a' };
const noEntry = { requests: 0, characters: 0, answered: 0, cost: 0, paid: 0, input: 0, output: 0 };

const ledgers: [string, () => Promise<Ledger>][] = [
  ['in memory', async () => createInMemoryLedger()],
  ['in SQLite', () => openSqliteLedger(newFile())],
];

describe.each(ledgers)('a ledger %s', (_, open) => {
  it('books up to the limit of a provider in a month, over all runs', async () => {
    const ledger = await open();
    const of = (characters: number, cost = 0) => ({ characters, cost });
    const most = of(100, 1000);
    expect(await ledger.book(account, of(60, 500), most)).toEqual({ booked: true, total: of(60, 500) });
    const second = { ...account, run: 'b' };
    expect(await ledger.book(second, of(41, 1), most)).toEqual({ booked: false, total: of(60, 500) });
    expect(await ledger.book(second, of(1, 501), most)).toEqual({ booked: false, total: of(60, 500) });
    expect(await ledger.book(second, of(40, 500), most)).toEqual({ booked: true, total: of(100, 1000) });
    const unlimited = of(Infinity, Infinity);
    expect(await ledger.book({ ...account, provider: 'another' }, of(7), unlimited)).toMatchObject({
      total: of(7),
    });
    expect(await ledger.book({ ...account, month: '2026-12' }, of(8), of(8))).toMatchObject({ booked: true });
    const known = { answered: 60, cost: -200, paid: 300, input: 11, output: 5 };
    expect(await ledger.correct(account, known)).toEqual(of(100, 800));
    expect(await ledger.correct(second, { characters: -40, cost: -500 })).toEqual(of(60, 300));
    expect(await ledger.total('scripted', month)).toEqual(of(60, 300));
    expect(await ledger.spendings()).toEqual([
      { ...account, ...noEntry, provider: 'another', requests: 1, characters: 7 },
      { ...account, requests: 1, characters: 60, answered: 60, cost: 300, paid: 300, input: 11, output: 5 },
      { ...account, ...noEntry, run: 'b', requests: 1 },
      { ...account, ...noEntry, month: '2026-12', requests: 1, characters: 8 },
    ]);
    await ledger.close();
  });
});

describe('a ledger of the version before', () => {
  const make = (file: string): DatabaseSync => {
    const before = new DatabaseSync(file);
    before.exec(`CREATE TABLE spendings (
      month TEXT NOT NULL, provider TEXT NOT NULL, run TEXT NOT NULL,
      requests INTEGER NOT NULL, characters INTEGER NOT NULL, answered INTEGER NOT NULL,
      PRIMARY KEY (month, provider, run)
    ) STRICT, WITHOUT ROWID; PRAGMA user_version = 1;
    INSERT INTO spendings VALUES ('2026-11', 'scripted', 'a', 3, 40, 30)`);
    return before;
  };

  it('keeps its books, and money is booked beside them, while a run of that version goes on', async () => {
    const file = newFile();
    const before = make(file);
    const add = before.prepare(
      `INSERT INTO spendings (month, provider, run, requests, characters, answered) VALUES ('2026-11', 'scripted', 'a', 1, 2, 0)
       ON CONFLICT (month, provider, run) DO UPDATE SET characters = characters + excluded.characters`,
    );
    const [ledger, other] = await Promise.all([openSqliteLedger(file), openSqliteLedger(file)]);
    expect(await ledger.spendings()).toEqual([
      { ...account, ...noEntry, requests: 3, characters: 40, answered: 30 },
    ]);
    const limit = { characters: 100, cost: 1000 };
    expect(await other.book(account, { characters: 5, cost: 700 }, limit)).toMatchObject({ booked: true });
    add.run();
    before.close();
    expect(await ledger.total('scripted', month)).toEqual({ characters: 47, cost: 700 });
    await ledger.close();
    await other.close();
  });
});

/** What a request came to: an answer, or a failure that costs nothing (`unbilled`), or one that is billed nonetheless. */
const ending = fc.constantFrom<ScriptedFailure | undefined>(
  undefined,
  undefined,
  'rate-limited',
  'unavailable',
  'too-large',
  'timeout',
  'bad-answer',
);
const billedThough = new Set<ScriptedFailure | undefined>([undefined, 'timeout', 'bad-answer']);

const sizeOf = ({ segments }: Pick<TranslationRequest, 'segments'>): number =>
  segments.reduce((sum, segment) => sum + billedCharacters(segment), 0);

/** A run with a budget against a provider that keeps its own account of what it bills. */
async function spend(
  ledger: Ledger,
  {
    budget,
    batches,
    endings,
    name,
    maxTexts,
    concurrency,
  }: {
    readonly budget: Budget;
    readonly batches: readonly (readonly number[])[];
    readonly endings: readonly (ScriptedFailure | undefined)[];
    readonly name: string;
    readonly maxTexts: number;
    readonly concurrency: number;
  },
) {
  let billed = 0;
  const provider = createScripted({
    delay: 1,
    clock: { sleep: async () => {} },
    capabilities: { maxTexts },
    failures(call, request) {
      const ends = endings.length === 0 ? undefined : endings[call % endings.length];
      if (billedThough.has(ends)) billed += sizeOf(request);
      return ends;
    },
  });
  const purse = await openPurse({ ledger, provider: 'scripted', run: name, now, budget });
  const scheduler = createScheduler(provider, { clock: instantClock(), purse, concurrency, attempts: 3 });
  const unsent = new Set(batches.flatMap((sizes, row) => sizes.map((_, at) => `${row}-${at}`)));
  await Promise.all(
    batches.map((sizes, row) =>
      scheduler.send(
        {
          source: 'fr',
          target: 'de',
          segments: sizes.map((size, at) => ({ id: `${row}-${at}`, text: '🙂'.repeat(size) })),
        },
        async ({ segments }) => {
          for (const { id } of segments) unsent.delete(id);
        },
      ),
    ),
  );
  await scheduler.close();
  const sizes = [...unsent].map((id) => {
    const [row, at] = id.split('-').map(Number);
    return batches[row ?? 0]?.[at ?? 0] ?? 0;
  });
  return { billed, unsent: sizes, stopped: scheduler.stopped() };
}

const texts = fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }), {
  minLength: 1,
  maxLength: 6,
});
const load = fc.record({
  batches: texts,
  endings: fc.array(ending, { maxLength: 8 }),
  maxTexts: fc.integer({ min: 1, max: 8 }),
  concurrency: fc.integer({ min: 1, max: 5 }),
});
const limit = fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined });

describe('a budget', () => {
  it('is never exceeded: by no run, and by no two runs at once that share a ledger, whatever ends how', async () => {
    await fc.assert(
      fc.asyncProperty(load, load, limit, limit, async (one, other, charactersPerRun, charactersPerMonth) => {
        const ledger = createInMemoryLedger();
        const budget = { charactersPerRun, charactersPerMonth };
        const [first, second] = await Promise.all([
          spend(ledger, { ...one, budget, name: 'one' }),
          spend(ledger, { ...other, budget, name: 'other' }),
        ]);
        for (const { billed } of [first, second]) {
          expect(billed).toBeLessThanOrEqual(charactersPerRun ?? Infinity);
        }
        const { characters: total } = await ledger.total('scripted', month);
        expect(first.billed + second.billed).toBeLessThanOrEqual(total);
        expect(total).toBeLessThanOrEqual(charactersPerMonth ?? Infinity);
      }),
      { numRuns: 300 },
    );
  });

  it('is used as far as it goes, and what is left does for no text that was left out', async () => {
    await fc.assert(
      fc.asyncProperty(load, limit, limit, async (one, charactersPerRun, charactersPerMonth) => {
        const ledger = createInMemoryLedger([
          { ...account, ...noEntry, requests: 1, characters: 100, answered: 100 },
        ]);
        const budget = { charactersPerRun, charactersPerMonth };
        const { billed, unsent, stopped } = await spend(ledger, {
          ...one,
          endings: [],
          budget,
          name: 'one',
        });
        const room = Math.min(charactersPerRun ?? Infinity, (charactersPerMonth ?? Infinity) - 100) - billed;
        for (const size of unsent) expect(size).toBeGreaterThan(room);
        expect(stopped !== undefined).toBe(unsent.length > 0);
        expect((await ledger.spendings()).at(-1)?.answered).toBe(billed === 0 ? 100 : billed);
      }),
      { numRuns: 200 },
    );
  });

  it('holds for two runs at once on one file', async () => {
    const file = newFile();
    const open = () => openSqliteLedger(file);
    const [one, other] = await Promise.all([open(), open()]);
    const all = {
      budget: { charactersPerMonth: 250 },
      batches: Array.from({ length: 10 }, () => [9, 7, 11]),
      endings: [],
      maxTexts: 1,
      concurrency: 3,
    };
    const spent = await Promise.all([
      spend(one, { ...all, name: 'one' }),
      spend(other, { ...all, name: 'other' }),
    ]);
    const billed = spent.reduce((sum, run) => sum + run.billed, 0);
    expect(billed).toBeLessThanOrEqual(250);
    expect(billed).toBeGreaterThan(250 - 11);
    expect(await one.total('scripted', month)).toEqual({ characters: billed, cost: 0 });
    await one.close();
    await other.close();
  });

  it('that is used up leaves what it does not do for as it is, and says which budget it was', async () => {
    const ledger = createInMemoryLedger();
    const purse = await openPurse({
      ledger,
      provider: 'scripted',
      run: 'a',
      now,
      budget: { charactersPerRun: 9, charactersPerMonth: 100 },
    });
    const { drafts, stopped } = await run([draftOf(['Un.', 'Deuxième.', 'Trois.'])], createScripted(), {
      purse,
    });
    expect(textsOf(drafts[0])).toEqual(['[de] Un.', 'pending', '[de] Trois.']);
    expect(stopped).toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/budget of scripted, 9 characters a run, .*0 left of it.*run again/u),
    });
  });

  it('of a month begins anew in the next one, also in the middle of a run', async () => {
    let today = now();
    const ledger = createInMemoryLedger([
      { ...account, ...noEntry, requests: 1, characters: 10, answered: 10 },
    ]);
    const purse = await openPurse({
      ledger,
      provider: 'scripted',
      run: 'b',
      now: () => today,
      budget: { charactersPerMonth: 10 },
    });
    const segments = [{ id: 's1', text: 'Un.' }];
    expect(purse.claim(segments).segments).toEqual([]);
    expect(purse.reason()).toContain('10 characters a month');
    today = '2026-12-01T00:00:00Z';
    const claim = purse.claim(segments);
    expect(await claim.book()).toBe(true);
    expect(await ledger.total('scripted', '2026-12')).toMatchObject({ characters: 3 });
  });

  it('that another run has spent in the meantime sends nothing, and what it still has is there to be claimed', async () => {
    const ledger = createInMemoryLedger();
    const budget = { charactersPerMonth: 10 };
    const purse = await openPurse({ ledger, provider: 'scripted', run: 'a', now, budget });
    const claim = purse.claim([{ id: 's1', text: 'Deux mots' }]);
    const of = (characters: number) => ({ characters, cost: 0 });
    await ledger.book({ ...account, run: 'b' }, of(7), of(10));
    expect(await claim.book()).toBe(false);
    await claim.settle('unbilled');
    expect(purse.claim([{ id: 's1', text: 'Deux' }]).segments).toEqual([]);
    const rest = purse.claim([{ id: 's2', text: 'Un.' }]);
    expect(await rest.book()).toBe(true);
    await rest.settle('answered');
    await rest.settle('unbilled');
    expect(await ledger.total('scripted', month)).toMatchObject({ characters: 10 });
  });

  it('counts what ended without an answer as spent, and gives back what was refused', async () => {
    const ledger = createInMemoryLedger();
    const failures = new Map<number, ScriptedFailure>([
      [1, 'timeout'],
      [2, 'rate-limited'],
      [3, 'unavailable'],
    ]);
    const purse = await openPurse({ ledger, provider: 'scripted', run: 'a', now });
    await run([draftOf(['Un.'])], createScripted({ failures }), { purse });
    expect(await ledger.spendings()).toEqual([
      { ...account, ...noEntry, requests: 4, characters: 6, answered: 3 },
    ]);
  });

  it('whose ledger cannot be written to any more ends the run, also for those who wait for what others take', async () => {
    const full = new Error('the disk is full');
    const ledger = { ...createInMemoryLedger(), book: () => Promise.reject(full) };
    const purse = await openPurse({
      ledger,
      provider: 'scripted',
      run: 'a',
      now,
      budget: { costPerRun: 0.000_015 },
      tariff: { quote: () => ({ expected: 1, most: 10 }), bill: () => 1 },
    });
    const scheduler = createScheduler(createScripted(), { clock: instantClock(), purse });
    const send = (id: string) =>
      scheduler.send({ source: 'fr', target: 'de', segments: [{ id, text: 'Un.' }] }, async () => {});
    const [first] = await Promise.allSettled([send('a'), send('b')]);
    await scheduler.close();
    expect(first).toEqual({ status: 'rejected', reason: full });
  });
});

/** Each request is expected to take one millionth, takes ten at most, and is billed what its server counts. */
const byTheToken: Tariff = {
  quote: () => ({ expected: 1, most: 10 }),
  bill: ({ input }) => input,
};

async function purseOf(budget: Budget, today = now) {
  const ledger = createInMemoryLedger();
  const tariff = byTheToken;
  const purse = await openPurse({ ledger, provider: 'scripted', run: 'a', now: today, budget, tariff });
  const claim = () => purse.claim([{ id: 's1', text: 'Un.' }]);
  return { ledger, purse, claim };
}

it.each([
  [{ costPerRun: 0.000_012 }, 2, /a run, does not allow more .*: run again to go on, or raise/u],
  [{ costPerMonth: 0.000_012 }, 2, /a month, does not allow more .*: run again in the next one, or raise/u],
  [
    { costPerRun: 0.000_009 },
    1,
    /a run, does not allow more .*: one text alone may take more: raise “budget/u,
  ],
  [{ charactersPerRun: 2 }, 1, /2 characters a run, .*: one text alone may take more: raise “budget/u],
])('a purse with %j that refuses claim %i says what helps', async (budget, refused, words) => {
  const { purse, claim } = await purseOf(budget);
  for (let nth = 1; nth < refused; nth += 1) {
    const before = claim();
    await before.book();
    await before.settle('answered');
  }
  expect(claim().segments).toEqual([]);
  expect(purse.reason()).toMatch(words);
});

describe('a claim', () => {
  it('that ended without an answer and is answered late costs once, and what the server counted', async () => {
    const { ledger, purse, claim } = await purseOf({ costPerRun: 0.000_02 });
    const late = claim();
    expect(await late.book()).toBe(true);
    await late.settle('uncertain');
    expect(purse.spent()).toMatchObject({ cost: 10, paid: 0 });
    late.report({ input: 3, output: 1 });
    await late.settle('answered');
    await late.settle('uncertain');
    expect(purse.spent()).toEqual({ characters: 3, cost: 3, paid: 3 });
    expect(await ledger.spendings()).toMatchObject([{ cost: 3, paid: 3, answered: 3 }]);
  });

  it('is settled in the month in which it was booked', async () => {
    let today = now();
    const { ledger, claim } = await purseOf({ costPerMonth: 0.000_02 }, () => today);
    const old = claim();
    expect(await old.book()).toBe(true);
    today = '2026-12-01T00:00:00Z';
    old.report({ input: 4, output: 1 });
    await old.settle('answered');
    expect(await ledger.spendings()).toMatchObject([{ month, cost: 4 }]);
  });

  it('goes out beside others as long as all of them together can take no more than there is', async () => {
    const { claim } = await purseOf({ costPerMonth: 0.000_025 });
    const [first, second] = [claim(), claim()];
    expect([await first.book(), await second.book()]).toEqual([true, true]);
  });

  it('knows what was counted though the answer cannot be kept', async () => {
    const { ledger, purse } = await purseOf({});
    const provider = createScripted({ usage: () => ({ input: 2, output: 1 }) });
    const scheduler = createScheduler(provider, { clock: instantClock(), purse });
    const segments = [{ id: 's1', text: 'Un.' }];
    const full = () => Promise.reject(new Error('the disk is full'));
    await expect(scheduler.send({ source: 'fr', target: 'de', segments }, full)).rejects.toThrow('full');
    await scheduler.close();
    expect(await ledger.spendings()).toMatchObject([{ cost: 2, answered: 0 }]);
  });
});

it('a tariff by the token goes by the dearest of the pairs', () => {
  const tokens = ({ target }: Pick<TranslationRequest, 'target'>) => {
    const output = target === 'ar' ? 9 : 1;
    return { expected: { input: 1, output }, most: { input: 2, output } };
  };
  const { quote } = tariffOf({ tokens }, { input: 1, output: 2 }, 'fr', ['de', 'ar', 'es']);
  expect(quote([])).toEqual({ expected: 19, most: 20 });
});

it('a limit is never more than it says, and what a binary fraction lacks is no part of it', () => {
  expect([0.29, 0.000_001_9, 2.5].map(inMillionths)).toEqual([290_000, 1, 2_500_000]);
});
