import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDeepl } from '../../src/provider/deepl.ts';
import type { GlossaryRecord, KeptGlossary, WantedGlossary } from '../../src/provider/deepl-options.ts';
import type { TranslationRequest } from '../../src/provider/provider.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { instantClock } from './clocks.ts';
import { type DeeplServer, type DeeplServerOptions, startDeeplServer } from './deepl-server.ts';

const never = new AbortController().signal;
const request: TranslationRequest = {
  source: 'fr',
  target: 'de',
  segments: [{ id: 's1', text: 'Lavrov est à Moscou.' }],
};

let server: DeeplServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const german = new Map([
  ['Lavrov', 'Lawrow'],
  ['Moscou', 'Moskau'],
]);
const english = new Map([['Moscou', 'Moscow']]);
const wanted: WantedGlossary = {
  project: 'a',
  source: 'fr',
  entries: new Map([
    ['de', german],
    ['en', english],
    ['en-US', new Map([['Moscou', 'Moscow, Russia']])],
    ['ru', new Map()],
  ]),
};

function memory(): GlossaryRecord & { kept: KeptGlossary | undefined } {
  return {
    kept: undefined,
    async read() {
      return this.kept;
    },
    async write(kept) {
      this.kept = kept;
    },
  };
}

/** A provider for each run, over one server and one record. */
async function account(options: DeeplServerOptions = {}) {
  const there = await startDeeplServer({ translate: (text) => text, ...options });
  server = there;
  const record = memory();
  const notices: string[] = [];
  const run = async (glossary: WantedGlossary = wanted, target = 'de', kept: GlossaryRecord = record) => {
    const before = there.glossaryCalls.length;
    const provider = createDeepl({
      authKey: 'test-key',
      serverUrl: there.url,
      glossary: { wanted: glossary, record: kept, onNotice: (message) => notices.push(message) },
    });
    const answer = await provider.translate({ ...request, target }, never);
    return { text: answer.translations[0]?.text, calls: there.glossaryCalls.slice(before), provider };
  };
  const names = () => [...there.glossaries.all.values()].map(({ name }) => name);
  return { server: there, record, notices, run, names };
}

const made = ['GET /v3/glossaries', 'GET /v2/glossary-language-pairs', 'POST /v3/glossaries'];
const changed: WantedGlossary = { ...wanted, entries: new Map([['de', new Map([['Moscou', 'Moskwa']])]]) };

describe('the glossary at DeepL', () => {
  it('is waited for no longer when the run is cancelled, or its time is up', async () => {
    const { server, record, notices } = await account({ glossaryFault: () => 'hang' });
    const glossary = { wanted, record, onNotice: (message: string) => void notices.push(message) };
    const options = { authKey: 'test-key', serverUrl: server.url, glossary };
    const cancel = new AbortController();
    const scheduler = createScheduler(createDeepl(options), { clock: instantClock(), cancel: cancel.signal });
    const sent = scheduler.send(request, async () => {});
    await vi.waitFor(() => expect(server.glossaryCalls).toHaveLength(1), { timeout: 5000 });
    cancel.abort();
    await sent;
    await scheduler.close();
    await createDeepl({ ...options, timeout: 50 }).ready?.();
    expect(server.requests).toEqual([]);
    expect(notices).toEqual(Array(2).fill('DeepL goes on without the glossary: no answer in time'));
  });

  it('is made with the first text, and used from then on', async () => {
    const { run, names, record, server, notices } = await account();
    const { text, calls } = await run();
    expect({ text, calls }).toEqual({ text: 'Lawrow est à Moskau.', calls: made });
    expect(names()).toEqual([expect.stringMatching(/^depeche-[0-9a-f]{12}-[0-9a-f]{16}$/u)]);
    const [shelved] = server.glossaries.all.values();
    expect(shelved?.dictionaries).toEqual(
      new Map([
        ['de', german],
        ['en', english],
      ]),
    );
    expect(record.kept).toEqual({ id: shelved?.id, name: shelved?.name, languages: ['de', 'en'] });
    expect(notices).toEqual([]);
  });

  it('costs no call in a second run, and one look at the list where the record is lost', async () => {
    const { run } = await account();
    await run();
    expect((await run()).calls).toEqual([]);
    const { text, calls } = await run(wanted, 'de', memory());
    expect({ text, calls }).toEqual({ text: 'Lawrow est à Moskau.', calls: ['GET /v3/glossaries'] });
  });

  it('is made once for requests that are under way together', async () => {
    const { run, server } = await account();
    const { provider } = await run(wanted, 'es');
    await Promise.all(Array.from({ length: 8 }, () => provider.translate(request, never)));
    expect(server.glossaryCalls).toEqual(made);
  });

  it('is another one when the termbase changes, and the old one goes', async () => {
    const { run, names, server } = await account();
    await run();
    const [old] = server.glossaries.all.keys();
    const { text, calls } = await run(changed);
    expect(text).toBe('Lavrov est à Moskwa.');
    expect(calls).toEqual([...made, `DELETE /v3/glossaries/${old}`]);
    expect(names()).toHaveLength(1);
    expect((await run(changed)).calls).toEqual([]);
    expect((await run()).text).toBe('Lawrow est à Moskau.');
  });

  it('leaves the glossaries of others alone', async () => {
    const { run, names } = await account();
    await run({ ...changed, project: 'b' });
    await run();
    await run(changed);
    expect(new Set(names()).size).toBe(2);
  });

  it('makes room first in an account that has one glossary only', async () => {
    const { run, names, notices } = await account({ maxGlossaries: 1 });
    await run();
    expect((await run(changed)).text).toBe('Lavrov est à Moskwa.');
    expect(names()).toHaveLength(1);
    expect(notices).toEqual([]);
    const other = await run({ ...wanted, project: 'b' }, 'de', memory());
    expect(other.text).toBe('Lavrov est à Moscou.');
    expect(notices).toEqual([expect.stringContaining('Too many glossaries')]);
  });

  it('is made anew when somebody has deleted it', async () => {
    const { run, server, names } = await account();
    const { provider } = await run();
    server.glossaries.drop([...server.glossaries.all.keys()][0] ?? '');
    expect((await run()).text).toBe('Lawrow est à Moskau.');
    expect(names()).toHaveLength(1);
    server.glossaries.drop([...server.glossaries.all.keys()][0] ?? '');
    await expect(provider.translate(request, never)).resolves.toMatchObject({
      translations: [{ text: 'Lawrow est à Moskau.' }],
    });
  });

  it.each(made)('does not break the run where %s fails, and says so without the key', async (call) => {
    const { run, notices } = await account({
      glossaryFault: (asked) => (asked === call ? 500 : undefined),
      key: 'test-key',
    });
    expect((await run()).text).toBe('Lavrov est à Moscou.');
    expect(notices).toEqual([expect.stringContaining('goes on without the glossary')]);
    expect(notices.join()).not.toContain('test-key');
  });

  it('keeps the new one where the old one cannot be deleted, and says so', async () => {
    const { run, notices } = await account({
      glossaryFault: (call) => (call.startsWith('DELETE') ? 500 : undefined),
    });
    await run();
    expect((await run(changed)).text).toBe('Lavrov est à Moskwa.');
    expect(notices).toEqual([expect.stringContaining('keeps the old glossary depeche-')]);
  });

  it('has no dictionary for a language that DeepL has none for', async () => {
    const { run, notices } = await account({ withoutGlossaries: ['en'] });
    expect((await run(wanted, 'en')).text).toBe('Lavrov est à Moscou.');
    expect(notices).toEqual(['DeepL has no glossaries from fr into en']);
    expect((await run()).text).toBe('Lawrow est à Moskau.');
  });

  it('serves every region of its language, but not a locale that has other terms', async () => {
    const { run } = await account();
    expect((await run(wanted, 'en')).text).toBe('Lavrov est à Moscow.');
    expect((await run(wanted, 'en-US')).text).toBe('Lavrov est à Moscou.');
  });

  it('asks nothing for a locale without terms', async () => {
    const { run } = await account();
    expect((await run(wanted, 'ru')).calls).toEqual([]);
    expect((await run(wanted, 'es')).calls).toEqual([]);
  });

  it('is part of the settings by its content, so that a paid answer is not taken for another', () => {
    const settings = (glossary: WantedGlossary) =>
      createDeepl({
        authKey: 'k',
        glossary: { wanted: glossary, record: memory(), onNotice: () => {} },
      }).settings;
    expect(settings(wanted)).toBe(settings({ ...wanted, project: 'b' }));
    expect(new Set([settings(wanted), settings(changed), createDeepl({ authKey: 'k' }).settings]).size).toBe(
      3,
    );
  });
});
