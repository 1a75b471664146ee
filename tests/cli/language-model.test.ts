import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type ChatServerOptions, startChatServer } from '../provider/chat-server.ts';
import { temporaryProject } from './temporary-project.ts';

const copy = `Lyon, 3 nov 2020 (AFP) - Un convoi est arrivé à Erevan dans la nuit, selon la préfecture.

Les secours cherchent encore des survivants dans la vallée. La pluie ne cesse pas depuis hier.
`;
const glossary = `concept,type,lang,term,status,match,forms,note
erevan,place,fr,Erevan,preferred,forms,,
erevan,place,de,Eriwan,preferred,forms,,
erevan,place,de,Jerewan,forbidden,forms,,
`;

/** A project whose provider is a language model on a server of its own. */
async function project(
  settings: object = {},
  { chat = {}, environment = {} }: { chat?: ChatServerOptions; environment?: Record<string, string> } = {},
) {
  const server = await startChatServer(chat);
  onTestFinished(() => server.close());
  const made = await temporaryProject([], environment);
  const model = { model: 'm1', serverUrl: server.url, ...settings };
  const config = {
    targets: ['de'],
    provider: 'language-model',
    providers: { 'language-model': model },
    schedule: { attempts: 1 },
  };
  await made.write('depeche.config.json', JSON.stringify(config));
  await made.write('source-texts/convoi.txt', copy);
  await made.write('locales/glossary.csv', glossary);
  return { ...made, server };
}

it('translates with a model on this machine, without a key, and notes who wrote it', async () => {
  const { run, read, server } = await project({}, { environment: { OPENAI_API_KEY: 'key-4711' } });
  expect(await run('translate')).toMatchObject({ exitCode: 0 });
  const [sent] = server.requests;
  expect(sent?.headers).not.toHaveProperty('authorization');
  expect(sent?.terms).toEqual([{ source: 'Erevan', target: 'Eriwan', avoid: ['Jerewan'] }]);
  expect(sent?.copy).toHaveLength(3);
  const master = await read('locales/de/convoi.xlf');
  expect(master).toContain('language-model');
  expect(master).toContain('m1');
  expect(master).toContain('Eriwan');
});

it('takes the key from the variable or the file that the configuration names, and writes it nowhere', async () => {
  for (const named of [{ keyVariable: 'DESK_KEY' }, { keyFile: 'secrets/key.txt' }]) {
    const { run, write, snapshot, server } = await project(
      { ...named, leavesMachine: true },
      { chat: { key: 'key-4711' }, environment: { DESK_KEY: 'key-4711' } },
    );
    await write('secrets/key.txt', 'key-4711\n');
    const { exitCode, out, err } = await run('translate', '--json');
    expect(exitCode).toBe(0);
    expect(server.requests).toHaveLength(1);
    const written = await snapshot('.');
    expect([...written.keys()]).toContain('.depeche/journal.sqlite');
    written.delete('secrets/key.txt');
    expect([out, err, ...written.values()].join('\n')).not.toContain('key-4711');
  }
});

it('keeps what a model on this machine said, which takes long: no run asks for it again, and nobody counts it', async () => {
  const { run, root, server, snapshot } = await project();
  expect(await run('translate')).toMatchObject({ exitCode: 0 });
  await rm(join(root, 'locales/de'), { recursive: true });
  const dry = await run('translate', '--dry-run', '--json');
  expect(JSON.parse(dry.out).estimate).toMatchObject({ segments: 0, known: 3 });
  expect(await run('translate')).toMatchObject({ exitCode: 0 });
  expect(server.requests).toHaveLength(1);
  const kept = [...(await snapshot('.depeche')).keys()];
  expect(kept).toContain('.depeche/journal.sqlite');
  expect(kept).not.toContain('.depeche/ledger.sqlite');
});

it('ends the run with a word where a key is refused, and the word is not the key', async () => {
  const { run } = await project(
    { keyVariable: 'DESK_KEY' },
    { chat: { key: 'another' }, environment: { DESK_KEY: 'key-4711' } },
  );
  const { exitCode, out, err } = await run('translate');
  expect(exitCode).toBe(3);
  expect(err).toContain('language-model: the key was refused (401)');
  expect(out + err).not.toContain('4711');
});

it.each([
  [{ keyVariable: 'DESK_KEY' }, 'needs its key in DESK_KEY in the environment'],
  [{ keyFile: 'secrets/key.txt' }, 'needs its key in the file secrets/key.txt'],
  [{ serverUrl: 'https://api.openai.com/v1' }, 'needs its key in OPENAI_API_KEY in the environment'],
])('says where a key is missing, before anything is sent: %j', async (settings, message) => {
  const { run, server } = await project(settings);
  const { exitCode, err } = await run('translate');
  expect([exitCode, err]).toEqual([2, expect.stringContaining(message)]);
  expect(server.requests).toEqual([]);
});

it('reckons what would be sent without a key and without a request', async () => {
  const { run, server } = await project({ keyVariable: 'DESK_KEY' });
  const { exitCode, out } = await run('translate', '--dry-run', '--json');
  expect([exitCode, JSON.parse(out).estimate.segments]).toEqual([1, 3]);
  expect(server.requests).toEqual([]);
});

it('wants to be told which model', async () => {
  const made = await temporaryProject();
  await made.write('depeche.config.json', '{ "provider": "language-model" }');
  await made.write('source-texts/convoi.txt', copy);
  const { exitCode, err } = await made.run('translate');
  expect([exitCode, err]).toEqual([2, expect.stringContaining('"language-model": {"model": "…"}')]);
});
