import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Target } from '../../src/model/draft.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import { createInMemoryLedger } from '../../src/provider/in-memory-ledger.ts';
import { openPurse } from '../../src/provider/open-purse.ts';
import type { Provider } from '../../src/provider/provider.ts';
import { type RouteTools, translateByRoute } from '../../src/provider/route.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { createScripted, type ScriptedOptions } from '../../src/provider/scripted.ts';
import { instantClock } from './clocks.ts';
import { draftOf, machine } from './drafts.ts';
import { targetsOf, textsOf } from './run.ts';

/** A provider that writes its name in front of what it is asked for. */
const named = (name: string, options: ScriptedOptions = {}) =>
  createScripted({ name, answers: (text) => `${name}: ${text}`, ...options });

const sentences = ['Un.', 'Deux.', 'Trois.'];

async function along(
  providers: readonly Provider[],
  drafts: readonly Draft[] = [draftOf(sentences)],
  tools: RouteTools = {},
) {
  const legs = providers.map((provider) => ({
    scheduler: createScheduler(provider, { clock: instantClock(), concurrency: 1 }),
    journal: createInMemoryJournal(),
  }));
  const routed = await Promise.all(drafts.map((draft) => translateByRoute(draft, legs, tools)));
  for (const { scheduler } of legs) await scheduler.close();
  return routed;
}

const sentTo = ({ calls }: ReturnType<typeof createScripted>) =>
  calls.flatMap(({ segments }) => segments.map(({ text }) => text));

describe('a route', () => {
  it('asks the second provider only for what the first one did not give, and says whose work each text is', async () => {
    const first = named('first', { answers: (text) => (text === 'Deux.' ? undefined : `first: ${text}`) });
    const second = named('second', { model: 'm2' });
    const [routed] = await along([first, second]);
    expect(targetsOf(routed?.draft)).toEqual([
      { state: 'drafted', text: 'first: Un.', provenance: machine('first') },
      {
        state: 'drafted',
        text: 'second: Deux.',
        provenance: { origin: { kind: 'machine', provider: 'second', model: 'm2' }, steps: [] },
      },
      { state: 'drafted', text: 'first: Trois.', provenance: machine('first') },
    ]);
    expect(sentTo(second)).toEqual(['Deux.']);
    expect(routed?.stopped).toBeUndefined();
  });

  it.each(['quota', 'auth'] as const)(
    'hands the rest on when a provider refuses for %s, and is not stopped by it',
    async (kind) => {
      const first = named('first', {
        capabilities: { maxTexts: 1 },
        failures: (call) => (call > 1 ? kind : undefined),
      });
      const second = named('second');
      const routed = await along([first, second], [draftOf(sentences), draftOf(['Quatre.'], { id: 'b' })]);
      expect(routed.map(({ draft }) => textsOf(draft))).toEqual([
        ['first: Un.', 'second: Deux.', 'second: Trois.'],
        ['second: Quatre.'],
      ]);
      expect(routed.map(({ stopped }) => stopped)).toEqual([undefined, undefined]);
      expect(routed[0]?.handedOn).toMatchObject([
        { code: 'refused', message: expect.stringContaining('first') },
      ]);
      expect(first.calls).toHaveLength(2);
    },
  );

  it('is stopped when nobody is left to hand the rest to', async () => {
    const first = named('first', { failures: () => 'quota' });
    const second = named('second', { supports: (_, target) => target === 'es' });
    const [german, spanish] = await along(
      [first, second],
      ['de', 'es'].map((locale) => draftOf(['Un.'], { locale })),
    );
    expect(german?.stopped).toMatchObject({ code: 'refused' });
    expect(targetsOf(german?.draft)).toMatchObject([{ state: 'failed', code: 'unsupported' }]);
    expect(spanish?.stopped).toBeUndefined();
    expect(textsOf(spanish?.draft)).toEqual(['second: Un.']);
  });

  it('goes past a provider that does not know the pair, and past one that may not have the copy', async () => {
    const first = named('first', { supports: () => false });
    const second = named('second', { capabilities: { leavesMachine: true } });
    const third = named('third');
    const [routed] = await along([first, second, third], undefined, { policy: { isMarked: () => true } });
    expect(textsOf(routed?.draft)).toEqual(sentences.map((text) => `third: ${text}`));
    expect([first.calls, second.calls]).toEqual([[], []]);
  });

  it('that fails to its end says what each provider said, with the code of the first', async () => {
    const providers = [
      named('first', { failures: () => 'bad-answer' }),
      named('second', { failures: () => 'bad-request' }),
    ];
    const [routed] = await along(providers, [draftOf(['Un.'])]);
    expect(targetsOf(routed?.draft)).toEqual([
      {
        state: 'failed',
        code: 'bad-answer',
        message: 'first: this call was told to fail; second: this call was told to fail',
      },
    ]);
  });

  it('goes on with the next provider where a budget ends', async () => {
    const ledger = createInMemoryLedger();
    const now = () => '2026-11-26T10:00:00Z';
    const budget = { charactersPerRun: 9 };
    const purse = await openPurse({ ledger, provider: 'first', run: 'a', now, budget });
    const [first, second] = [named('first'), named('second')];
    const legs = [
      {
        scheduler: createScheduler(first, { clock: instantClock(), purse }),
        journal: createInMemoryJournal(),
      },
      { scheduler: createScheduler(second, { clock: instantClock() }), journal: createInMemoryJournal() },
    ];
    const { draft, stopped } = await translateByRoute(draftOf(sentences), legs, {});
    expect(textsOf(draft)).toEqual(['first: Un.', 'first: Deux.', 'second: Trois.']);
    expect(stopped).toBeUndefined();
  });

  it('with redo asks a provider for its own drafts and those of providers behind it, never for those of one before it', async () => {
    const targets: Target[] = ['first', 'second', 'other'].map((name) => ({
      state: 'drafted',
      text: `old ${name}`,
      provenance: machine(name),
    }));
    const draft = draftOf(sentences, { targets });
    const answers = (text: string) => (text === 'Trois.' ? 'new' : undefined);
    const [redone] = await along([named('first', { answers }), named('second')], [draft], { redo: true });
    expect(textsOf(redone?.draft)).toEqual(['old first', 'second: Deux.', 'new']);
    const proposed = { source: 'Un.', text: 'proposed', provenance: machine('first') };
    const person = { by: 'A. Reviewer', provenance: machine('first'), previousSource: 'Une.' } as const;
    const stale: Target = { state: 'stale', was: 'final', text: 'kept', ...person, proposed };
    const silent = named('first', { answers: new Map() });
    const second = named('second');
    await along([silent, second], [draftOf(['Un.'], { targets: [stale] })], { redo: true });
    expect([sentTo(silent), sentTo(second)]).toEqual([['Un.'], []]);
    const [without] = await along([named('first'), named('second')], [draft]);
    expect(textsOf(without?.draft)).toEqual(['old first', 'old second', 'old other']);
  });
});

it('whatever fails where, each text is the work of the first provider that can give it, and is stopped only for what has none', async () => {
  const leg = fc.record({
    fails: fc.subarray(sentences),
    /** The call from which on it refuses; 9: never. */
    refusesFrom: fc.constantFrom(1, 2, 3, 9, 9, 9),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(leg, { minLength: 1, maxLength: 3 }), async (route) => {
      const providers = route.map(({ fails, refusesFrom }, at) =>
        named(`p${at}`, {
          capabilities: { maxTexts: 1 },
          failures: (call) => (call >= refusesFrom ? 'quota' : undefined),
          answers: (text) => (fails.includes(text) ? undefined : `p${at}: ${text}`),
        }),
      );
      const [routed] = await along(providers);
      let open = [...sentences];
      const expected = new Map<string, string>();
      const refused = new Set<string>();
      route.forEach(({ fails, refusesFrom }, at) => {
        const asked = open.slice(0, refusesFrom - 1);
        for (const text of open.slice(asked.length)) refused.add(text);
        for (const text of asked) if (!fails.includes(text)) expected.set(text, `p${at}: ${text}`);
        open = open.filter((text) => !expected.has(text));
      });
      const texts = targetsOf(routed?.draft).map((target) => ('text' in target ? target.text : undefined));
      expect(texts).toEqual(sentences.map((text) => expected.get(text)));
      expect(routed?.stopped !== undefined).toBe(open.some((text) => refused.has(text)));
    }),
    { numRuns: 200 },
  );
});
