import { describe, expect, it } from 'vitest';
import type { Target } from '../../src/model/draft.ts';
import { DepecheError } from '../../src/model/errors.ts';
import { systemClock } from '../../src/provider/clock.ts';
import { createDeepl } from '../../src/provider/deepl.ts';
import { estimate } from '../../src/provider/estimate.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import type { Journal } from '../../src/provider/journal.ts';
import type { TranslationRequest } from '../../src/provider/provider.ts';
import { createPseudo } from '../../src/provider/pseudo.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { startDeeplServer } from './deepl-server.ts';
import { draftOf, machine } from './drafts.ts';
import { run, targetsOf, textsOf } from './run.ts';

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

  it('journals an answer that comes after the run was cancelled, without using it', async () => {
    const cancel = new AbortController();
    const scripted = createScripted();
    const deaf = {
      ...scripted,
      async translate(request: TranslationRequest) {
        cancel.abort();
        await systemClock.sleep(10);
        return scripted.translate(request, new AbortController().signal);
      },
    };
    const journal = createInMemoryJournal();
    const { drafts, total } = await run([draftOf(['Un.'])], deaf, { journal, cancel: cancel.signal });
    expect(textsOf(drafts[0])).toEqual(['pending']);
    expect(total).toEqual({ sent: 0, done: 0, failed: 0, characters: 0 });
    const resumed = await run(drafts, scripted, { journal });
    expect(textsOf(resumed.drafts[0])).toEqual(['[de] Un.']);
    expect(scripted.calls).toHaveLength(1);
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

  it('sends a dispatch in one request for each locale, with all of it as context', async () => {
    const server = await startDeeplServer();
    const provider = createDeepl({ authKey: 'test-key', serverUrl: server.url });
    const sentences = Array.from(
      { length: 50 },
      (_, at) => `À ${at} heures, l’équipe déjà fatiguée n’avait pas encore passé le col, a noté le guide.`,
    );
    await run(
      ['en', 'ar', 'pt-BR'].map((locale) => draftOf(sentences, { locale })),
      provider,
    );
    await server.close();
    expect(server.requests.map(({ texts }) => texts)).toEqual([sentences, sentences, sentences]);
    for (const { parameters } of server.requests)
      expect(parameters.get('context')).toBe(sentences.join('\n'));
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
