import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { installTinyModels } from '../builders/install-models.ts';
import { startDeeplServer } from '../provider/deepl-server.ts';
import { temporaryProject } from './temporary-project.ts';

const copy =
  '---\ntitle: Le port rouvre\n---\nParis, 3 mars 2021 (AFP) - Le port a rouvert jeudi. Le port ferme.\n';

/** English by DeepL, German by two offline models, and Arabic, which neither can. */
async function newsroom() {
  const server = await startDeeplServer();
  onTestFinished(() => server.close());
  const project = await temporaryProject([], { DEEPL_AUTH_KEY: 'test-key' });
  const same = (words: readonly string[]) => Object.fromEntries(words.map((word) => [word, word]));
  const words = ['Le', 'port', 'a', 'rouvert', 'rouvre', 'jeudi', 'ferme'];
  installTinyModels(join(project.root, '.depeche/models'), { 'fr-en': same(words), 'en-de': same(words) });
  const config = {
    targets: ['en', 'de', 'ar'],
    routes: { en: ['deepl'], '*': ['fxtranslate'] },
    providers: { deepl: { serverUrl: server.url, modelType: 'quality_optimized' } },
  };
  await project.write('depeche.config.json', JSON.stringify(config));
  await project.write('source-texts/port.md', copy);
  return project;
}

describe('who translated what', () => {
  it('is told by translate, status and show, in words and in JSON', async () => {
    const project = await newsroom();
    const { out } = await project.run('translate');
    const told = [
      'First written by machine',
      'deepl (quality_optimized)                      3  en',
      'fxtranslate (fr-en 3.1 tiny + en-de 3.1 tiny)  3  de',
      '',
    ].join('\n');
    expect(out).toContain(told);
    expect((await project.run('status')).out).toContain(told);
    expect((await project.run('show', 'port', '--to', 'de')).out).toContain(
      '\n— 3 first written by fxtranslate (fr-en 3.1 tiny + en-de 3.1 tiny)\n',
    );
    const [draft] = JSON.parse((await project.run('show', 'port', '--to', 'en', '--json')).out);
    expect(draft.machines).toEqual([{ provider: 'deepl', model: 'quality_optimized', segments: 3 }]);
  });

  it('is one line for all sentences of a dispatch that failed for the same reason', async () => {
    const project = await newsroom();
    const { out } = await project.run('translate', '--to', 'ar');
    expect(out).toContain(
      '3 translations to do\nport  3 sentences  failed  ar  fxtranslate does not translate from fr to ar: depeche models add en-ar\n',
    );
    expect(out).not.toContain('First written by machine');
  });
});
