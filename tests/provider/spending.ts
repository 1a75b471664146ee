import fc from 'fast-check';
import { vi } from 'vitest';
import { systemClock } from '../../src/provider/clock.ts';
import { createInMemoryLedger } from '../../src/provider/in-memory-ledger.ts';
import type { Ledger } from '../../src/provider/ledger.ts';
import { inMillionths } from '../../src/provider/money.ts';
import { openPurse } from '../../src/provider/open-purse.ts';
import {
  type Provider,
  type Tokens,
  type TranslationRequest,
  utf8Size,
} from '../../src/provider/provider.ts';
import { ProviderError } from '../../src/provider/provider-error.ts';
import type { Budget, Purse } from '../../src/provider/purse.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { type Price, type Tariff, tariffOf } from '../../src/provider/tariff.ts';
import { createTill } from '../../src/provider/till.ts';
import { billedCharacters } from '../../src/provider/units-to-send.ts';

/** What a server does with a request. `share`: how much of what the request allows it takes, 0 to 1. */
type Deed = {
  readonly kind:
    | 'answers'
    | 'answers without a count'
    | 'answers after it was given up'
    | 'never answers'
    | 'answers nonsense'
    | 'is cut off'
    | 'refuses'
    | 'is not there'
    | 'finds it too large';
  readonly share: number;
};

/** One run of depeche. Sizes are of texts, in characters; those of one row are of one dispatch. */
type Run = {
  readonly rows: readonly (readonly number[])[];
  readonly deeds: readonly Deed[];
  readonly maxTexts: number;
  readonly concurrency: number;
  /** After so many requests its process is killed. */
  readonly killedAfter: number | undefined;
};

export type Schedule = {
  readonly runs: readonly Run[];
  readonly price: Price;
  readonly budget: Budget;
  readonly maxCost: number | undefined;
};

/** What may be wrong on purpose. */
export type Fault = {
  readonly ledger?: (ledger: Ledger) => Ledger;
  readonly purse?: (purse: Purse) => Purse;
  readonly tariff?: (tariff: Tariff) => Tariff;
};

const deed = fc.record({
  kind: fc.constantFrom<Deed['kind'][]>(
    'answers',
    'answers',
    'answers',
    'answers without a count',
    'answers after it was given up',
    'never answers',
    'answers nonsense',
    'is cut off',
    'refuses',
    'is not there',
    'finds it too large',
  ),
  share: fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20),
});

const run = fc.record({
  rows: fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 5,
  }),
  deeds: fc.array(deed, { minLength: 1, maxLength: 8 }),
  maxTexts: fc.integer({ min: 1, max: 6 }),
  concurrency: fc.integer({ min: 1, max: 4 }),
  killedAfter: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined, freq: 3 }),
});

const rate = fc.integer({ min: 0, max: 2000 }).map((cents) => cents / 100);
const sum = fc.option(
  fc.integer({ min: 0, max: 3000 }).map((small) => small / 100_000),
  { nil: undefined, freq: 3 },
);

export const schedule: fc.Arbitrary<Schedule> = fc.record({
  runs: fc.array(run, { minLength: 1, maxLength: 3 }),
  price: fc.oneof(
    fc.record({ characters: rate }),
    fc.record({ input: rate, output: rate }),
    fc.record({ input: rate, output: rate }),
  ),
  budget: fc.record({
    costPerRun: sum,
    costPerMonth: sum,
    charactersPerMonth: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined, freq: 1 }),
  }),
  maxCost: fc.option(sum, { nil: undefined, freq: 1 }),
});

/** What came of a run: costs and characters as its server bills them. */
export type Spent = {
  readonly billed: number;
  readonly characters: number;
  readonly unsent: number;
  readonly wasKilled: boolean;
};

const month = '2026-11';

/**
 * All runs of a schedule at the same time on one ledger, on a clock of its own: call it with fake timers. Each server keeps its own account of
 * what it bills, in millionths.
 */
export async function spendAll(plan: Schedule, fault: Fault = {}) {
  const ledger = createInMemoryLedger();
  const kept = fault.ledger?.(ledger) ?? ledger;
  const working = plan.runs.map((one, at) => spend(one, plan, kept, `run ${at}`, fault));
  let open = true;
  const spent = Promise.all(working).finally(() => {
    open = false;
  });
  for (let turn = 0; open; turn += 1) {
    if (turn > 1000) throw new Error('a run does not end');
    await vi.advanceTimersByTimeAsync(10_000);
  }
  return {
    spent: await spent,
    total: await ledger.total('paid', month),
    spendings: await ledger.spendings(),
  };
}

async function spend(
  { rows, deeds, maxTexts, concurrency, killedAfter }: Run,
  { price, budget, maxCost }: Schedule,
  ledger: Ledger,
  name: string,
  fault: Fault,
): Promise<Spent> {
  const account = { billed: 0, characters: 0 };
  let calls = 0;
  const killed = Promise.withResolvers<true>();
  const forever = new Promise<never>(() => {});
  /** A process that is killed does nothing more. */
  const alive = async <Result>(doing: () => Promise<Result>): Promise<Result> =>
    killedAfter !== undefined && calls > killedAfter ? forever : doing();
  const provider: Provider = {
    name: 'paid',
    settings: '',
    capabilities: {
      maxTexts,
      maxBytes: 100_000,
      encodedSize: utf8Size,
      markup: 'none',
      context: false,
      glossary: false,
      leavesMachine: true,
    },
    ...('input' in price && { tokens: forecast }),
    async translate(request, signal) {
      calls += 1;
      if (killedAfter !== undefined && calls > killedAfter) {
        killed.resolve(true);
        // It may have left before its process died.
        bill(request, 1);
        return forever;
      }
      const { kind, share } = deeds[(calls - 1) % deeds.length] ?? { kind: 'answers', share: 1 };
      return serve(kind, share, request, signal);
    },
  };
  function bill(request: TranslationRequest, share: number): Tokens | undefined {
    const characters = request.segments.reduce((size, segment) => size + billedCharacters(segment), 0);
    account.characters += characters;
    if ('characters' in price) {
      account.billed += characters * price.characters;
      return undefined;
    }
    const { most } = forecast(request);
    const tokens = { input: Math.ceil(most.input * share), output: Math.ceil(most.output * share) };
    account.billed += tokens.input * price.input + tokens.output * price.output;
    return tokens;
  }
  async function serve(kind: Deed['kind'], share: number, request: TranslationRequest, signal: AbortSignal) {
    const error = (what: ConstructorParameters<typeof ProviderError>[1], options = {}) =>
      new ProviderError('paid', what, kind, options);
    const { segments: translations } = request;
    await systemClock.sleep(1000 * share);
    switch (kind) {
      case 'answers': {
        const usage = bill(request, share);
        return { translations, ...(usage && { usage }) };
      }
      case 'answers without a count':
        bill(request, share);
        return { translations };
      case 'answers after it was given up': {
        const usage = bill(request, share);
        await systemClock.sleep(90_000);
        return { translations, ...(usage && { usage }) };
      }
      case 'never answers':
        bill(request, share);
        await systemClock.sleep(1_000_000, signal).catch(() => {});
        throw error('timeout');
      case 'answers nonsense':
        throw error('bad-answer', { usage: bill(request, share) });
      case 'is cut off':
        throw error('too-large', { mayBeBilled: true, usage: bill(request, share) });
      case 'refuses':
        throw error('rate-limited');
      case 'is not there':
        throw error('unavailable');
      case 'finds it too large':
        throw error('too-large');
      default:
        return kind satisfies never;
    }
  }
  const tariff = tariffOf(provider, price, 'fr', ['de']);
  const opened = await openPurse({
    ledger: {
      ...ledger,
      book: (...args) => alive(() => ledger.book(...args)),
      correct: (...args) => alive(() => ledger.correct(...args)),
    },
    provider: 'paid',
    run: name,
    now: () => `${month}-26T10:00:00Z`,
    budget,
    tariff: fault.tariff?.(tariff) ?? tariff,
    shared:
      maxCost === undefined ? undefined : createTill({ characters: Infinity, cost: inMillionths(maxCost) }),
  });
  const purse = fault.purse?.(opened) ?? opened;
  const scheduler = createScheduler(provider, {
    clock: { sleep: systemClock.sleep, random: () => 0.5 },
    purse,
    concurrency,
    attempts: 3,
    timeout: 60_000,
  });
  const unsent = new Set(rows.flatMap((sizes, row) => sizes.map((_, at) => `${row}-${at}`)));
  const sending = Promise.all(
    rows.map((sizes, row) =>
      scheduler.send(
        {
          source: 'fr',
          target: 'de',
          segments: sizes.map((size, at) => ({ id: `${row}-${at}`, text: 'é'.repeat(size) })),
        },
        async ({ segments }) => {
          for (const { id } of segments) unsent.delete(id);
        },
      ),
    ),
  ).then(() => scheduler.close());
  const wasKilled = await Promise.race([killed.promise, sending.then(() => false)]);
  return { ...account, unsent: unsent.size, wasKilled };
}

/** As a language model tells it: a request has a part that does not grow with its texts. */
function forecast({ segments }: TranslationRequest) {
  const size = segments.reduce((total, { text }) => total + utf8Size(text), 0);
  return {
    expected: { input: 5 + Math.ceil(size / 4), output: Math.ceil(size / 4) },
    most: { input: 20 + size, output: 10 + size },
  };
}
