import { describe, expect, it, onTestFinished } from 'vitest';
import { startChatServer } from '../provider/chat-server.ts';
import { startDeeplServer } from '../provider/deepl-server.ts';
import { temporaryProject } from './temporary-project.ts';

const copy = (header: string) =>
  `---\ntitle: Le port rouvre\n${header}---\nParis, 3 mars 2021 (AFP) - Le port a rouvert jeudi.\n`;
const stories = {
  embargo: copy('embargo: 2999-01-01T00:00:00Z\n'),
  withheld: copy('status: withheld\n'),
  'enquete-1': copy(''),
};

async function newsroom({ providers, ...config }: { providers?: object; [key: string]: unknown }) {
  const server = await startDeeplServer();
  onTestFinished(() => server.close());
  const project = await temporaryProject([], { DEEPL_AUTH_KEY: 'test-key' });
  const header = 'concept,type,lang,term,status,match,forms,note\n';
  await project.write(
    'locales/glossary.csv',
    `${header}port,common,fr,port,preferred,exact,,\nport,common,en,harbour,preferred,exact,,\n`,
  );
  await project.write(
    'depeche.config.json',
    JSON.stringify({
      targets: ['en'],
      provider: 'deepl',
      providers: { deepl: { serverUrl: server.url, glossary: 'auto' }, ...providers },
      ...config,
    }),
  );
  return { server, project };
}

describe('confidential copy', () => {
  it('never reaches DeepL, on a loopback address or elsewhere, and the run says why', async () => {
    const { server, project } = await newsroom({ confidential: { dispatches: ['enquete-*'] } });
    for (const [id, text] of Object.entries(stories)) await project.write(`source-texts/${id}.md`, text);
    for (const options of [[], ['--provider', 'deepl'], ['--redo']]) {
      const { exitCode, out } = await project.run('translate', ...options);
      expect(exitCode).toBe(1);
      for (const why of [
        'under embargo until 2999-01-01',
        'withheld by its agency',
        'marked as confidential',
      ])
        expect(out).toContain(why);
    }
    expect((await project.run('translate')).out).toContain('No file changed');
    expect(server.requests).toEqual([]);
    expect(server.glossaryCalls).toEqual([]);
    await expect(project.read('locales/en/embargo.json')).rejects.toThrow();
  });

  it('goes to a language model on this machine that stands behind DeepL on the route, and to none that is said to send it on', async () => {
    for (const leavesMachine of [false, true]) {
      const chat = await startChatServer();
      onTestFinished(() => chat.close());
      const model = { model: 'm1', serverUrl: chat.url, ...(leavesMachine && { leavesMachine }) };
      const { server, project } = await newsroom({
        targets: ['de'],
        routes: { '*': ['deepl', 'language-model'] },
        providers: { 'language-model': model },
      });
      await project.write('source-texts/embargo.md', stories.embargo);
      expect(await project.run('translate')).toMatchObject({ exitCode: leavesMachine ? 1 : 0 });
      expect([server.requests.length, chat.requests.length]).toEqual([0, leavesMachine ? 0 : 1]);
      const master = await project.read('locales/de/embargo.xlf');
      expect(master.includes('<mda:meta type="provider">language-model')).toBe(!leavesMachine);
    }
  });

  it('goes to DeepL where the configuration allows it by its name, as other copy does', async () => {
    const { server, project } = await newsroom({
      confidential: { dispatches: ['enquete-*'], allow: ['deepl'] },
    });
    for (const [id, text] of Object.entries(stories)) await project.write(`source-texts/${id}.md`, text);
    await project.write('source-texts/plain.md', copy(''));
    expect(await project.run('translate')).toMatchObject({ exitCode: 0 });
    expect(server.requests).toHaveLength(4);
  });
});
