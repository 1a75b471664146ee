import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Target } from '../../src/model/draft.ts';
import { DepecheError } from '../../src/model/errors.ts';
import { createDeepl } from '../../src/provider/deepl.ts';
import { estimate } from '../../src/provider/estimate.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import type { Journal } from '../../src/provider/journal.ts';
import type { Provider } from '../../src/provider/provider.ts';
import { createPseudo } from '../../src/provider/pseudo.ts';
import { createScheduler, type ScheduleOptions } from '../../src/provider/schedule.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { type Progress, translate } from '../../src/provider/translate.ts';
import { instantClock } from './clocks.ts';
import { startDeeplServer } from './deepl-server.ts';
import { draftOf, machine } from './drafts.ts';

type Options = Partial<ScheduleOptions> & { journal?: Journal; redo?: boolean };

async function run(
  drafts: readonly Draft[],
  provider: Provider,
  { journal, redo = false, ...options }: Options = {},
) {
  const scheduler = createScheduler(provider, { clock: instantClock(), ...options });
  const total = { sent: 0, done: 0, failed: 0, characters: 0 };
  const onProgress = (progress: Progress): void => {
    total.sent += progress.sent;
    total.done += progress.done;
    total.failed += progress.failed;
    total.characters += progress.characters;
  };
  const tools = { scheduler, journal: journal ?? createInMemoryJournal(), redo, onProgress };
  const done = await Promise.all(drafts.map((draft) => translate(draft, tools)));
  await scheduler.close();
  return { drafts: done, total, stopped: scheduler.stopped() };
}

const targetsOf = (draft: Draft | undefined): Target[] => draft?.units.map(({ target }) => target) ?? [];
const textsOf = (draft: Draft | undefined) =>
  targetsOf(draft).map((target) => ('text' in target ? target.text : target.state));

describe('translate', () => {
  it('fills what is pending, with who wrote it', async () => {
    const provider = createScripted({ model: 'm1' });
    const { drafts } = await run([draftOf(['Un.', 'Deux.'])], provider);
    expect(targetsOf(drafts[0])).toEqual(
      ['[de] Un.', '[de] Deux.'].map((text) => ({
        state: 'drafted',
        text,
        provenance: { origin: { kind: 'machine', provider: 'scripted', model: 'm1' }, steps: [] },
      })),
    );
  });

  it('never sends the dateline', async () => {
    const provider = createScripted();
    const draft = draftOf(['Un.']);
    const { drafts } = await run([draft], provider);
    expect(provider.calls.flatMap(({ segments }) => segments.map(({ id }) => id))).toEqual(['s0']);
    expect(drafts[0]?.dateline).toBe(draft.dateline);
  });

  it('sends a text once however often the draft says it', async () => {
    const provider = createScripted();
    const { drafts, total } = await run([draftOf(['Un.', 'Deux.', 'Un.'])], provider);
    expect(provider.calls[0]?.segments).toEqual([
      { id: 's0', text: 'Un.' },
      { id: 's1', text: 'Deux.' },
    ]);
    expect(textsOf(drafts[0])).toEqual(['[de] Un.', '[de] Deux.', '[de] Un.']);
    expect(total).toEqual({ sent: 2, done: 2, failed: 0, characters: 8 });
  });

  it('sends context only to providers that use it', async () => {
    const withContext = createScripted({ capabilities: { context: true } });
    const without = createScripted();
    const draft = draftOf(['Un.', 'Deux.']);
    await run([draft], withContext);
    await run([draft], without);
    expect(withContext.calls[0]?.context).toBe('Un.\nDeux.');
    expect(without.calls[0]).not.toHaveProperty('context');
  });

  it('fails the segments an answer does not hold, and no others', async () => {
    const provider = createScripted({
      answers: new Map([
        ['Un.', 'Eins.'],
        ['Trois.', '  '],
      ]),
    });
    const { drafts, total } = await run([draftOf(['Un.', 'Deux.', 'Trois.'])], provider);
    expect(targetsOf(drafts[0])).toMatchObject([
      { state: 'drafted', text: 'Eins.' },
      { state: 'failed', code: 'answer-missing' },
      { state: 'failed', code: 'answer-empty' },
    ]);
    expect(total).toMatchObject({ sent: 3, done: 1, failed: 2 });
  });

  it('fails what the provider failed, and asks again in the next run', async () => {
    const journal = createInMemoryJournal();
    const provider = createScripted({ failures: new Map([[1, 'bad-answer']]) });
    const first = await run([draftOf(['Un.'])], provider, { journal });
    expect(targetsOf(first.drafts[0])).toMatchObject([{ state: 'failed', code: 'bad-answer' }]);
    const second = await run(first.drafts, provider, { journal });
    expect(textsOf(second.drafts[0])).toEqual(['[de] Un.']);
  });

  it('fails a pair the provider does not know, and asks nothing', async () => {
    const provider = createScripted({ supports: (_, target) => target !== 'tlh' });
    const { drafts } = await run([draftOf(['Un.'], { locale: 'tlh' }), draftOf(['Un.'])], provider);
    expect(targetsOf(drafts[0])).toMatchObject([{ state: 'failed', code: 'unsupported' }]);
    expect(textsOf(drafts[1])).toEqual(['[de] Un.']);
    expect(provider.calls).toHaveLength(1);
  });

  it('sends drafts again with redo, keeps one whose second asking fails, and replaces pseudo text without it', async () => {
    const targets: Target[] = [
      { state: 'drafted', text: 'alt eins', provenance: machine('deepl') },
      { state: 'drafted', text: 'alt zwei', provenance: machine('deepl') },
      { state: 'drafted', text: '[Ṫřöïš.]', provenance: machine('pseudo') },
    ];
    const draft = draftOf(['Un.', 'Deux.', 'Trois.'], { targets });
    const provider = createScripted({ answers: (text) => (text === 'Deux.' ? undefined : `neu ${text}`) });
    const plain = await run([draft], provider);
    expect(textsOf(plain.drafts[0])).toEqual(['alt eins', 'alt zwei', 'neu Trois.']);
    const again = await run([draft], provider, { redo: true });
    expect(textsOf(again.drafts[0])).toEqual(['neu Un.', 'alt zwei', 'neu Trois.']);
    const pseudo = await run([draft], createPseudo(), { redo: true });
    expect(textsOf(pseudo.drafts[0]).slice(0, 2)).toEqual(['alt eins', 'alt zwei']);
  });

  it('journals nothing for pseudo, and nothing that failed', async () => {
    const recorded: string[] = [];
    const journal: Journal = {
      ...createInMemoryJournal(),
      record: async (entries) => void recorded.push(...entries.map(({ answer }) => answer)),
    };
    await run([draftOf(['Un.'])], createPseudo(), { journal });
    await run([draftOf(['Un.', 'Deux.'])], createScripted({ answers: new Map([['Un.', 'Eins.']]) }), {
      journal,
    });
    expect(recorded).toEqual(['Eins.']);
  });

  it('uses no answer that could not be journalled', async () => {
    const full = new DepecheError('unwritable', 'the disk is full');
    const journal: Journal = { ...createInMemoryJournal(), record: () => Promise.reject(full) };
    await expect(run([draftOf(['Un.'])], createScripted(), { journal })).rejects.toBe(full);
  });

  it('keeps what was translated when the provider refuses to go on, and leaves the rest as it was', async () => {
    const provider = createScripted({ capabilities: { maxTexts: 1 }, failures: new Map([[2, 'quota']]) });
    const { drafts, stopped } = await run([draftOf(['Un.', 'Deux.', 'Trois.'])], provider, {
      concurrency: 1,
    });
    expect(textsOf(drafts[0])).toEqual(['[de] Un.', 'pending', 'pending']);
    expect(stopped).toMatchObject({ code: 'refused' });
  });
});

const sentence = fc.constantFrom('Un.', 'Deux.', 'Trois.', 'Quatre.', 'Cinq.', 'Москва 🙂.', '__proto__');
const story = fc.array(sentence, { minLength: 1, maxLength: 12 });

describe('whatever happens', () => {
  it('pays for nothing twice when a run is stopped anywhere and begun again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(story, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (stories, stopAt, maxTexts) => {
          const journal = createInMemoryJournal();
          const drafts = stories.flatMap((sentences, index) =>
            ['de', 'en'].map((locale) => draftOf(sentences, { id: `d${index}`, locale })),
          );
          const paid: string[] = [];
          const stop = new AbortController();
          const provider = createScripted({
            delay: 1,
            clock: { sleep: async () => {} },
            capabilities: { maxTexts },
            failures: (call) => {
              if (call > stopAt) stop.abort();
              return undefined;
            },
            answers: (text, { target }) => {
              paid.push(`${target} ${text}`);
              return `[${target}] ${text}`;
            },
          });
          await run(drafts, provider, { journal, stop: stop.signal, concurrency: 2 });
          const resumed = await run(drafts, provider, { journal });
          const expected = drafts.flatMap(({ locale, units }) =>
            Array.from(new Set(units.map(({ segment }) => segment.text)), (text) => `${locale} ${text}`),
          );
          expect(paid.toSorted()).toEqual(expected.toSorted());
          for (const draft of resumed.drafts) {
            expect(textsOf(draft)).toEqual(
              draft.units.map(({ segment }) => `[${draft.locale}] ${segment.text}`),
            );
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('gives the same drafts for answers in any order', async () => {
    await fc.assert(
      fc.asyncProperty(story, fc.integer({ min: 0, max: 6 }), async (sentences, turn) => {
        const tampered = createScripted({
          tamper: (translations) =>
            [...translations.slice(turn), ...translations.slice(0, turn)].toReversed(),
        });
        const draft = draftOf(sentences);
        expect((await run([draft], tampered)).drafts).toEqual((await run([draft], createScripted())).drafts);
      }),
      { numRuns: 50 },
    );
  });

  it('changes no words of people or of the memory, with redo or without, whatever the provider does', async () => {
    const person = { by: 'A. Reviewer', provenance: machine('scripted') } as const;
    const kept = fc.constantFrom<Target>(
      { state: 'recalled', text: 'R', match: 'exact', provenance: { origin: { kind: 'memory' }, steps: [] } },
      { state: 'translated', text: 'T', ...person },
      { state: 'reviewed', text: 'V', ...person },
      { state: 'final', text: 'F', ...person },
      { state: 'stale', text: 'S', was: 'final', previousSource: 'Avant.', ...person },
    );
    const failure = fc.option(fc.constantFrom('bad-answer', 'quota', 'too-large', 'unavailable' as const), {
      nil: undefined,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(sentence, fc.option(kept, { nil: undefined })), { minLength: 1, maxLength: 12 }),
        failure,
        fc.boolean(),
        async (rows, kind, redo) => {
          const targets = rows.map(([, target]) => target);
          const draft = draftOf(
            rows.map(([text]) => text),
            { targets },
          );
          const provider = createScripted({ failures: () => kind, name: 'deepl' });
          const after = (await run([draft], provider, { redo })).drafts[0];
          for (const [index, target] of targets.entries()) {
            if (target) expect(after?.units[index]).toBe(draft.units[index]);
          }
          expect(after?.dispatch).toBe(draft.dispatch);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('with DeepL', () => {
  it('translates many drafts at once, through faults that pass, and pays once', async () => {
    const paid: string[] = [];
    const server = await startDeeplServer({
      fault: (request) => {
        if (request === 1) return { kind: 'status', status: 429, retryAfter: '0' };
        if (request === 3) return { kind: 'status', status: 503 };
        if (request === 4) return { kind: 'reset' };
        return undefined;
      },
      onText: (text, target) => paid.push(`${target} ${text}`),
    });
    const provider = createDeepl({ authKey: 'test-key', serverUrl: server.url });
    const journal = createInMemoryJournal();
    const drafts = ['d1', 'd2'].flatMap((id) =>
      ['en', 'de', 'ar'].map((locale) => draftOf([`Un, de ${id}.`, 'Deux.'], { id, locale })),
    );
    const { drafts: done, total, stopped } = await run(drafts, provider, { journal });
    await server.close();
    expect(stopped).toBeUndefined();
    expect(done.flatMap(targetsOf).map(({ state }) => state)).toEqual(Array(12).fill('drafted'));
    expect(total).toMatchObject({ sent: 12, done: 12, failed: 0 });
    expect(paid).toHaveLength(12);
    const again = await run(drafts, provider, { journal });
    expect(again.drafts).toEqual(done);
    expect(again.total).toMatchObject({ sent: 0, done: 12 });
  });

  it('halves requests the server finds too large', async () => {
    const server = await startDeeplServer({
      fault: (_, { bytes }) => (bytes > 2000 ? { kind: 'status', status: 413 } : undefined),
    });
    const provider = createDeepl({ authKey: 'test-key', serverUrl: server.url, context: false });
    const sentences = Array.from({ length: 40 }, (_, index) => `Нагорный Карабах, ${index}.`);
    const { drafts } = await run([draftOf(sentences)], provider);
    await server.close();
    expect(new Set(targetsOf(drafts[0]).map(({ state }) => state))).toEqual(new Set(['drafted']));
  });
});

describe('estimate', () => {
  it('counts what translate would send and be billed, in code points', async () => {
    const journal = createInMemoryJournal();
    const drafts = [
      draftOf(['Un.', 'Un.', '🙂é.']),
      draftOf(['Un.'], { locale: 'en' }),
      draftOf(['Un.'], { locale: 'tlh' }),
    ];
    const provider = createScripted({ supports: (_, target) => target !== 'tlh' });
    expect(await estimate(drafts, provider, { journal })).toEqual({ segments: 3, characters: 9, known: 0 });
    expect(provider.calls).toEqual([]);
    const { total } = await run(drafts, provider, { journal });
    expect(total).toMatchObject({ sent: 3, characters: 9 });
    expect(await estimate(drafts, provider, { journal })).toEqual({ segments: 0, characters: 0, known: 3 });
  });
});
