import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type DeeplServer, type DeeplServerOptions, startDeeplServer } from '../provider/deepl-server.ts';
import { temporaryProject } from './temporary-project.ts';

const key = 'a-key-that-is-nowhere-0123456789';
const story = 'Le convoi a franchi le pont.\n\nIl est arrivé avant la nuit.\n';

type Settings = { readonly deepl?: object; readonly targets?: readonly string[]; readonly schedule?: object };

/** A project that asks a loopback DeepL; the key is in the environment unless a test says where else. */
async function deeplProject(
  server: DeeplServer,
  { deepl, targets = ['de', 'en'], schedule = {} }: Settings = {},
  environment: Readonly<Record<string, string>> = { DEEPL_AUTH_KEY: key },
) {
  const project = await temporaryProject([], environment);
  const config = {
    targets,
    provider: 'deepl',
    providers: { deepl: { serverUrl: server.url, ...deepl } },
    schedule,
  };
  await project.write('depeche.config.json', JSON.stringify(config));
  await project.write('source-texts/convoi.txt', story);
  return project;
}

async function start(options: DeeplServerOptions = {}): Promise<DeeplServer> {
  const server = await startDeeplServer({ key, ...options });
  onTestFinished(server.close);
  return server;
}

describe('the key', () => {
  it('is read from the file that the configuration names, in the project or out of it', async () => {
    const server = await start();
    const folder = await mkdtemp(join(tmpdir(), 'depeche-key-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, 'deepl'), `${key}\n`);
    for (const keyFile of [join(folder, 'deepl'), 'secret/deepl']) {
      const project = await deeplProject(server, { deepl: { keyFile } }, {});
      await project.write('secret/deepl', `${key}\n`);
      expect(await project.run('translate')).toMatchObject({ exitCode: 0 });
    }
  });

  it('is told to be missing, with the file it should be in, and nothing is sent', async () => {
    const server = await start();
    const nowhere = await deeplProject(server, {}, {});
    expect(await nowhere.run('translate')).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('DEEPL_AUTH_KEY'),
    });
    const empty = await deeplProject(server, { deepl: { keyFile: 'secret/deepl' } }, {});
    expect(await empty.run('translate')).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('secret/deepl'),
    });
    await empty.write('secret/deepl', ' \n');
    expect(await empty.run('translate')).toMatchObject({ exitCode: 2 });
    expect(server.requests).toEqual([]);
  });

  it('is not needed for a dry run', async () => {
    const server = await start();
    const project = await deeplProject(server, { deepl: { keyFile: 'not/there' } }, {});
    expect(await project.run('translate', '--dry-run')).toMatchObject({ exitCode: 1 });
    expect(server.requests).toEqual([]);
  });
});

describe('depeche account', () => {
  it('tells quota and the languages of the project, and bills nothing', async () => {
    const server = await start({ usage: { used: 12_345, limit: 500_000 } });
    const project = await deeplProject(server, { targets: ['de', 'en', 'pt', 'tlh'] });
    expect(await project.run('account')).toEqual({
      exitCode: 1,
      out: [
        'DeepL: 12,345 of 500,000 characters used, 487,655 left',
        'de: as de, formal or informal',
        'en: as en-GB',
        'pt: as pt-PT',
        'tlh: DeepL does not translate into it\n',
      ].join('\n'),
      err: '',
    });
    expect(server.requests).toEqual([]);
  });

  it('ends with 3 where the quota is used up, or the key refused', async () => {
    const usedUp = await deeplProject(await start({ usage: { used: 500_000, limit: 500_000 } }));
    expect(await usedUp.run('account', '--json')).toMatchObject({ exitCode: 3 });
    const refused = await deeplProject(await start({ key: 'another-key' }));
    expect(await refused.run('account')).toMatchObject({ exitCode: 3, out: '' });
  });
});

describe('languages', () => {
  it('that this release does not know are asked for once, and remembered', async () => {
    const server = await start({ moreTargets: ['TLH'] });
    const project = await deeplProject(server, { targets: ['de', 'tlh'] });
    expect(await project.run('translate')).toMatchObject({ exitCode: 0 });
    expect(await project.read('locales/tlh/convoi.json')).toContain('[tlh] Le convoi');
    const calls = server.languageCalls();
    expect(calls).toBe(2);
    await project.write('source-texts/convoi.txt', `${story}\nUne autre phrase.\n`);
    expect(await project.run('translate')).toMatchObject({ exitCode: 0 });
    expect(server.languageCalls()).toBe(calls);
  });

  it('that are known cost no call, and one that DeepL has not fails by itself', async () => {
    const server = await start();
    const project = await deeplProject(server);
    await project.run('translate');
    expect(server.languageCalls()).toBe(0);
    const odd = await deeplProject(server, { targets: ['de', 'tlh'] });
    expect(await odd.run('translate')).toMatchObject({ exitCode: 1 });
    expect(await odd.read('locales/de/convoi.json')).toContain('[de] Le convoi');
  });
});

it('a project asks a provider as its own schedule says', async () => {
  const server = await start({ fault: () => ({ kind: 'hang' }) });
  const own = { timeout: 0.2, attempts: 1 };
  const project = await deeplProject(server, { deepl: { schedule: own }, schedule: { timeout: 600 } });
  const { exitCode, out } = await project.run('translate');
  expect([exitCode, server.requests.length]).toEqual([1, 2]);
  expect(out).toContain('deepl: no answer in time');
});

it('sends a flash before features, however the files are called and however many there are', async () => {
  const server = await start();
  const project = await deeplProject(server, { targets: ['de'], schedule: { concurrency: 1 } });
  const item = (urgency: number, words: string) =>
    JSON.stringify({ uri: `urn:x:${words}`, urgency, body_text: `Voici ${words}.` });
  for (let number = 10; number < 40; number += 1)
    await project.write(`source-texts/a-feature-${number}.json`, item(8, `magazine ${number}`));
  await project.write('source-texts/z-flash.json', item(1, 'alerte'));
  expect(await project.run('translate')).toMatchObject({ exitCode: 0 });
  const order = server.requests.map(({ texts }) => texts[0]);
  expect(order).toHaveLength(32);
  // Whichever comes first to the empty queue is under way before the flash is read.
  expect(order.indexOf('Voici alerte.')).toBeLessThan(2);
  expect(order.indexOf('Le convoi a franchi le pont.')).toBeLessThan(3);
});

it('a project sends what it is configured to, and no more than it may in a minute', async () => {
  const server = await start();
  const project = await deeplProject(server, {
    deepl: { customInstructions: { '*': ['Write for radio.'] }, styleRules: { de: 'style-1' } },
    schedule: { requestsPerSecond: 20, requestsPerMinute: 60, runTimeout: 600 },
  });
  expect(await project.run('translate')).toMatchObject({ exitCode: 0 });
  expect(server.requests.map(({ parameters }) => parameters.get('custom_instructions'))).toEqual([
    'Write for radio.',
    'Write for radio.',
  ]);
  const [context] = server.requests.map(({ parameters }) => parameters.get('context'));
  expect(context).toContain('Le convoi a franchi le pont.\nIl est arrivé avant la nuit.');
});

describe('tags', () => {
  const glossary = `concept,type,lang,term,status,match,forms,note
orlov,person,fr,Sergueï Orlov,preferred,forms,family=Orlov,
orlov,person,en,Sergei Orlov,preferred,forms,family=Orlov,
orlov,person,de,Sergej Orlow,preferred,forms,family=Orlow,
`;

  it('show where a name went: it is put right, or the check says what stands there', async () => {
    const server = await start({ translate: (text) => text.replace('Sergueï Orlov', 'Serge Orloff') });
    const project = await deeplProject(server, { deepl: { tags: 'v2' } });
    await project.write('locales/glossary.csv', glossary);
    await project.write('source-texts/convoi.txt', 'Sergueï Orlov a vu {{count}} ponts & routes.\n');
    const rehearsed = await project.run('translate', '--dry-run');
    expect(rehearsed.out).toContain('2 sentences with 96 billed characters');
    await project.run('translate');
    expect(server.requests.map(({ texts }) => texts)).toEqual(
      Array.from({ length: 2 }, () => [
        '<t id="1">Sergueï Orlov</t> a vu <x id="2">{{count}}</x> ponts &amp; routes.',
      ]),
    );
    const english = await project.read('locales/en/convoi.xlf');
    expect(english).toContain('>Sergei Orlov</mrk> a vu {{count}} ponts &amp; routes.<');
    expect(english).toContain('tag:orlov');
    const checked = await project.run('check', '--to', 'de');
    expect(checked.out).toContain(
      '“Sergueï Orlov” is missing, “Serge Orloff” stands in its place: write “Sergej Orlow”',
    );
    const written = await Promise.all(['de', 'en'].map((lng) => project.read(`locales/${lng}/convoi.xlf`)));
    await project.run('translate');
    await project.run('translate', '--redo');
    expect(server.requests).toHaveLength(2);
    expect(await Promise.all(['de', 'en'].map((lng) => project.read(`locales/${lng}/convoi.xlf`)))).toEqual(
      written,
    );
  });
});
