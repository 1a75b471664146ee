import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { installTinyModels } from '../builders/install-models.ts';
import { watchThreads } from '../builders/watch-threads.ts';
import { type TemporaryProject, temporaryProject } from './temporary-project.ts';

const dictionaries = {
  'fr-en': { Le: 'The', port: 'port', a: 'has', rouvert: 'reopened', rouvre: 'reopens', jeudi: 'Thursday' },
  'en-de': {
    The: 'Der',
    port: 'Hafen',
    has: 'ist',
    reopened: 'offen',
    reopens: 'öffnet',
    Thursday: 'Donnerstag',
  },
};

const copy = (header = '') =>
  `---\ntitle: Le port rouvre\n${header}---\nParis, 3 mars 2021 (AFP) - Le port a rouvert jeudi.\n`;

/** A project with tiny models in its usual folder, and the threads that its commands start. */
async function newsroom(models: Parameters<typeof installTinyModels>[1] = dictionaries, config: object = {}) {
  const project = await temporaryProject();
  installTinyModels(join(project.root, '.depeche/models'), models);
  await project.write(
    'depeche.config.json',
    JSON.stringify({ targets: ['en', 'de'], provider: 'fxtranslate', ...config }),
  );
  const { threads, stop } = watchThreads();
  onTestFinished(stop);
  return { project, threads };
}

const bundle = async (project: TemporaryProject, locale: string, id: string) =>
  Object.values(JSON.parse(await project.read(`locales/${locale}/${id}.json`)));

describe('the provider fxtranslate', () => {
  it('translates copy under embargo, withheld or marked too, and says which models did it', async () => {
    const { project, threads } = await newsroom(dictionaries, { confidential: { dispatches: ['*'] } });
    await project.write('source-texts/embargo.md', copy('embargo: 2999-01-01T00:00:00Z\n'));
    await project.write('source-texts/withheld.md', copy('status: withheld\n'));
    await project.write('source-texts/open.md', copy());
    expect(await project.run('translate')).toMatchObject({ exitCode: 0 });
    expect(await bundle(project, 'en', 'open')).toContain('The port has reopened Thursday.');
    expect(await bundle(project, 'de', 'open')).toContain('Der Hafen ist offen Donnerstag.');
    for (const id of ['embargo', 'withheld']) {
      const master = await project.read(`locales/de/${id}.xlf`);
      expect(master).toContain('Der Hafen ist offen Donnerstag.');
      expect(master).toContain('<mda:meta type="provider">fxtranslate</mda:meta>');
      expect(master).toContain('<mda:meta type="model">fr-en 3.1 tiny + en-de 3.1 tiny</mda:meta>');
      expect(master).not.toContain('gist');
    }
    // Two sentences, said three times in two languages.
    expect(threads.map(({ model, sent }) => [model, sent.length]).sort()).toEqual([
      ['en-de', 2],
      ['fr-en', 2],
    ]);
    expect((await project.run('translate')).out).toContain('No file changed');
    expect(await project.run('models', 'verify')).toMatchObject({ exitCode: 0 });
  });

  it('is repaired by the termbase as every other one', async () => {
    const { project } = await newsroom(dictionaries, { targets: ['en'] });
    await project.write('source-texts/port.md', copy());
    await project.write(
      'locales/glossary.csv',
      'concept,type,lang,term,status,match,forms,note\nport,common,fr,port,preferred,exact,,\nport,common,en,harbour,preferred,exact,,\nport,common,en,port,forbidden,exact,,\n',
    );
    expect(await project.run('translate')).toMatchObject({ exitCode: 0 });
    expect(await bundle(project, 'en', 'port')).toContain('The harbour has reopened Thursday.');
  });

  it('is counted by a dry run, which loads nothing', async () => {
    const { project, threads } = await newsroom();
    await project.write('source-texts/port.md', copy());
    const { exitCode, out } = await project.run('translate', '--dry-run', '--json');
    const { estimate } = JSON.parse(out);
    expect(exitCode).toBe(1);
    expect(estimate.providers).toEqual([
      { provider: 'fxtranslate', staysHere: true, segments: 4, characters: 76, known: 0 },
    ]);
    expect((await project.run('translate', '--dry-run')).out).toContain(
      'fxtranslate would be sent 4 sentences with 76 characters, on this machine.\n',
    );
    expect(threads).toEqual([]);
  });

  it('says what to add where no model knows a pair, and the next one on the route steps in', async () => {
    const { project } = await newsroom(dictionaries, { targets: ['es'], source: 'fr' });
    await project.write('source-texts/port.md', copy());
    const refusal = 'fxtranslate does not translate from fr to es: depeche models add en-es';
    for (const options of [['--dry-run'], []]) {
      const { exitCode, out } = await project.run('translate', ...options);
      expect(exitCode).toBe(1);
      expect(out).toContain(refusal);
    }
    await project.write(
      'depeche.config.json',
      JSON.stringify({ targets: ['es'], routes: { '*': ['fxtranslate', 'pseudo'] } }),
    );
    expect(await project.run('translate')).toMatchObject({ exitCode: 0 });
  });

  it('ends with a word about how to get one where no model is installed', async () => {
    const { project } = await newsroom({}, { targets: ['en', 'de', 'pt-BR'] });
    await project.write('source-texts/port.md', copy());
    expect(await project.run('translate')).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(/finds no model in .*models: depeche models add fr-en en-de en-pt\n/u),
    });
  });
});
