import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Locale } from '../../src/model/locale.ts';
import { createFxtranslate } from '../../src/provider/fxtranslate.ts';
import type { OfflineModel } from '../../src/provider/offline-model.ts';
import type { Provider } from '../../src/provider/provider.ts';
import { installTinyModels } from '../builders/install-models.ts';
import type { Dictionary, TinyModelOptions } from '../builders/tiny-model.ts';
import { watchThreads } from '../builders/watch-threads.ts';
import { draftOf } from './drafts.ts';
import { run, targetsOf, textsOf } from './run.ts';

const dictionaries = {
  'fr-en': { Le: 'The', chat: 'cat', dort: 'sleeps', mange: 'eats' },
  'en-de': { The: 'Die', cat: 'Katze', sleeps: 'schläft', eats: 'frisst' },
  'en-es': { The: 'El', cat: 'gato', sleeps: 'duerme', eats: 'come' },
};

/** A provider with tiny models of its own, and the threads that it starts. */
function install(
  of: Readonly<Record<string, Dictionary>> = dictionaries,
  { maxLoaded, ...options }: TinyModelOptions & { readonly maxLoaded?: number } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-models-'));
  const models = installTinyModels(folder, of, options);
  const { threads, stop } = watchThreads();
  const provider = createFxtranslate({ models, maxLoaded });
  onTestFinished(async () => {
    await provider.close?.();
    stop();
    rmSync(folder, { recursive: true });
  });
  const loads = () => threads.map(({ model }) => model).sort();
  return { provider, models, threads, loads };
}

const never = new AbortController().signal;

async function say(
  provider: Provider,
  target: Locale,
  texts: readonly string[],
  signal: AbortSignal = never,
): Promise<readonly string[]> {
  const segments = texts.map((text, at) => ({ id: `s${at}`, text }));
  const { translations } = await provider.translate({ source: 'fr', target, segments }, signal);
  return translations.map(({ text }) => text);
}

const modelNamed = (models: readonly OfflineModel[], name: string): OfflineModel => {
  const model = models.find(({ source, target }) => `${source}-${target}` === name);
  if (!model) throw new Error(`there is no ${name}`);
  return model;
};

describe('what it knows', () => {
  it('is what is installed, and what English lies between; variants of a language are that language', () => {
    const { provider } = install({ ...dictionaries, 'en-zh-Hans': {}, 'en-zh': {}, 'en-pt': {} });
    const targets = ['en', 'en-GB', 'de', 'de-AT', 'pt-PT', 'zh', 'zh-CN', 'zh-Hans', 'zh-TW', 'it', 'fr'];
    expect(targets.filter((target) => provider.supports?.('fr', target))).toEqual(targets.slice(0, 8));
    expect(provider.supports?.('fr-CA', 'en')).toBe(true);
    expect(provider.supports?.('de', 'en')).toBe(false);
  });

  it('says which models it goes through, and which would have to be added', () => {
    const { provider } = install();
    expect(provider.modelFor?.('fr', 'en-GB')).toBe('fr-en 3.1 tiny');
    expect(provider.modelFor?.('fr', 'de')).toBe('fr-en 3.1 tiny + en-de 3.1 tiny');
    expect(provider.adviceFor?.('fr', 'pt-BR')).toBe('depeche models add en-pt');
    expect(provider.adviceFor?.('fr', 'zh-TW')).toBe('depeche models add en-zh-Hant');
    expect(provider.adviceFor?.('it', 'pt')).toBe('depeche models add it-en en-pt');
    expect(provider.adviceFor?.('en', 'it')).toBe('depeche models add en-it');
  });

  it('goes to English and from it, and takes no way round where there is a model of the pair', async () => {
    const { provider, loads } = install({ ...dictionaries, 'fr-es': { Le: 'El', chat: 'micho' } });
    expect(await say(provider, 'en', ['Le chat dort.'])).toEqual(['The cat sleeps.']);
    expect(await say(provider, 'de', ['Le chat dort.'])).toEqual(['Die Katze schläft.']);
    expect(await say(provider, 'es', ['Le chat dort.'])).toEqual(['El micho dort.']);
    expect(loads()).toEqual(['en-de', 'fr-en', 'fr-es']);
  });
});

describe('a model', () => {
  it('is loaded once for all sentences, and English is made once for all languages', async () => {
    const { provider, threads, loads } = install();
    const texts = ['Le chat dort.', 'Le chat mange.', 'Le chat.'];
    await Promise.all(['de', 'es', 'en', 'de-AT'].map((target) => say(provider, target, texts)));
    await say(provider, 'es', texts);
    expect(loads()).toEqual(['en-de', 'en-es', 'fr-en']);
    expect(threads.map(({ sent }) => sent.length)).toEqual([3, 3, 3]);
  });

  it('leaves when there are too many and it was not needed for longest', async () => {
    const { provider, threads, loads } = install(dictionaries, { maxLoaded: 2 });
    expect(await say(provider, 'de', ['Le chat dort.'])).toEqual(['Die Katze schläft.']);
    expect(await say(provider, 'es', ['Le chat mange.'])).toEqual(['El gato come.']);
    expect(loads()).toEqual(['en-de', 'en-es', 'fr-en']);
    // A thread that has ended has no number any more.
    expect(threads.filter(({ worker }) => worker.threadId === -1).map(({ model }) => model)).toEqual([
      'en-de',
    ]);
  });

  it('shares one seat with all others', async () => {
    const { provider } = install(dictionaries, { maxLoaded: 1 });
    const texts = ['Le chat dort.', 'Le chat mange.'];
    const answers = await Promise.all(['de', 'es', 'en'].map((target) => say(provider, target, texts)));
    expect(answers).toEqual([
      ['Die Katze schläft.', 'Die Katze frisst.'],
      ['El gato duerme.', 'El gato come.'],
      ['The cat sleeps.', 'The cat eats.'],
    ]);
  });
});

describe('a sentence', () => {
  it('is not cut, whatever looks like an end in it', async () => {
    const { provider, threads } = install();
    expect(await say(provider, 'en', ['M. Le chat. Il dort.', 'Le\n  chat\r\ndort.'])).toEqual([
      'M. The cat. Il sleeps.',
      'The cat sleeps.',
    ]);
    expect(threads[0]?.sent).toEqual(['M. Le chat. Il dort.', 'Le chat dort.']);
  });

  it('keeps the letters that no vocabulary has, which the engine spells in bytes', async () => {
    const { provider } = install();
    const texts = ['Le chat 🙂 Нагорный Карабах', 'un <0xF0> de la dépêche 🙂'];
    expect(await say(provider, 'de', texts)).toEqual([
      'Die Katze 🙂 Нагорный Карабах',
      'un <0xF0> de la dépêche <0xF0><0x9F><0x99><0x82>',
    ]);
  });

  it('that is longer than models read at once is refused: what they say of it is not whole', async () => {
    const { provider } = install();
    const longest = 'a'.repeat(126);
    expect(await say(provider, 'en', [longest])).toEqual([longest]);
    await expect(say(provider, 'en', [`${longest}b`])).rejects.toMatchObject({
      kind: 'too-large',
      message: 'fxtranslate: the sentence has 128 pieces for fr-en, which reads 127 at once',
    });
  });

  it('that no model can read at once is refused before one is loaded, whatever blanks are in it', async () => {
    const { provider, loads } = install();
    // A model would work at it for minutes, and the others of the queue would wait.
    for (const long of ['Le chat dort, '.repeat(200), `Le chat${' '.repeat(200_000)}dort.`]) {
      await expect(say(provider, 'de', [long])).rejects.toMatchObject({
        kind: 'too-large',
        message: `fxtranslate: the sentence has ${long.length} characters, and fr-en reads 2032 at once at most`,
      });
    }
    expect(loads()).toEqual([]);
  });

  it('that a model finds no end to is refused', async () => {
    const { provider } = install({ 'fr-en': {} }, { endless: true });
    await expect(say(provider, 'en', ['Le chat.'])).rejects.toMatchObject({
      kind: 'bad-answer',
      message: 'fxtranslate: fr-en found no end to its translation',
    });
  });

  it('that is refused leaves the others of its dispatch alone', async () => {
    const { provider } = install();
    const { drafts } = await run(
      [draftOf(['Le chat dort.', 'x'.repeat(200), 'Le chat mange.'], { locale: 'en' })],
      provider,
    );
    expect(targetsOf(drafts[0])).toMatchObject([
      {
        state: 'drafted',
        text: 'The cat sleeps.',
        provenance: { origin: { kind: 'machine', provider: 'fxtranslate', model: 'fr-en 3.1 tiny' } },
      },
      { state: 'failed', code: 'too-large' },
      { text: 'The cat eats.' },
    ]);
  });
});

describe('a request that is given up', () => {
  /** A sentence that these models take long for. */
  const slow = 'a'.repeat(2000);

  it('takes its thread with it, and others are answered by a new one', async () => {
    const { provider, loads } = install(dictionaries, { lead: 2000 });
    const giveUp = new AbortController();
    const hanging = say(provider, 'en', [slow], giveUp.signal);
    const others = say(provider, 'de', ['Le chat dort.', 'Le chat mange.']);
    // The thread is at it, and this one is free to say so.
    await new Promise((resolve) => setTimeout(resolve, 50));
    giveUp.abort(new DOMException('too late', 'TimeoutError'));
    await expect(hanging).rejects.toMatchObject({ kind: 'timeout' });
    expect(await others).toEqual(['Die Katze schläft.', 'Die Katze frisst.']);
    expect(loads()).toEqual(['en-de', 'fr-en', 'fr-en']);
  });

  it('is waited for on behalf of others that want the same sentence', async () => {
    const { provider, loads } = install();
    const giveUp = new AbortController();
    const given = say(provider, 'de', ['Le chat dort.'], giveUp.signal);
    const kept = say(provider, 'es', ['Le chat dort.']);
    giveUp.abort();
    await expect(given).rejects.toMatchObject({ kind: 'aborted' });
    expect(await kept).toEqual(['El gato duerme.']);
    expect(loads()).toEqual(['en-es', 'fr-en']);
  });

  it('ends what is under way when the provider is closed', async () => {
    const { provider, threads } = install(dictionaries, { lead: 2000 });
    const hanging = say(provider, 'de', [slow, 'Le chat dort.']);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await Promise.all([expect(hanging).rejects.toMatchObject({ kind: 'aborted' }), provider.close?.()]);
    expect(threads.map(({ worker }) => worker.threadId)).toEqual([-1]);
  });
});

describe('a process', () => {
  it('ends when it has its answer, though nobody has closed the provider', () => {
    const { models } = install();
    const module = pathToFileURL(resolve('src/provider/fxtranslate.ts')).href;
    const program = `
      import { createFxtranslate } from ${JSON.stringify(module)};
      const provider = createFxtranslate({ models: ${JSON.stringify(models)} });
      const request = { source: 'fr', target: 'de', segments: [{ id: 'a', text: 'Le chat dort.' }] };
      const { translations } = await provider.translate(request, new AbortController().signal);
      process.stdout.write(translations[0].text);`;
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: tmpdir(),
      encoding: 'utf8',
      timeout: 15_000,
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'Die Katze schläft.' });
  });
});

describe('a model that breaks down', () => {
  it('while it is loaded is loaded once more, and then no more', async () => {
    const { provider, models, loads } = install();
    truncateSync(modelNamed(models, 'en-de').weights, 5000);
    const ask = () => say(provider, 'de', ['Le chat dort.']);
    await expect(ask()).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(
        /^fxtranslate: the model en-de cannot be loaded \(.+\); depeche models verify/u,
      ),
    });
    await expect(ask()).rejects.toMatchObject({ kind: 'bad-request' });
    await expect(ask()).rejects.toMatchObject({ kind: 'bad-request' });
    expect(loads()).toEqual(['en-de', 'en-de', 'fr-en']);
    expect(await say(provider, 'es', ['Le chat dort.'])).toEqual(['El gato duerme.']);
  });

  it.each([
    ['no model', 'weights', 'nothing like it'],
    ['an empty file', 'weights', ''],
    ['a number of tensors beyond all memory', 'weights', `\u0001${'\0'.repeat(7)}${'\u007f'.repeat(8)}`],
  ] as const)('for want of a file is told: %s', async (_what, role, content) => {
    const { provider, models } = install();
    writeFileSync(modelNamed(models, 'fr-en')[role], content);
    await expect(say(provider, 'en', ['Le chat dort.'])).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('over a sentence is asked for it once more by the queue, and for all others', async () => {
    const { provider, models, loads } = install({ ...dictionaries, 'fr-it': { Le: 'Il' } });
    // Words of this vocabulary are beyond the weights of the other model: the engine panics where it comes to one.
    copyFileSync(modelNamed(models, 'fr-en').sourceVocabulary, modelNamed(models, 'fr-it').sourceVocabulary);
    const { drafts } = await run(
      [draftOf(['Le mot.', 'Le chat dort.', 'Le mot bis.'], { locale: 'it' })],
      provider,
      {
        concurrency: 1,
      },
    );
    expect(textsOf(drafts[0])).toEqual(['Il mot.', 'failed', 'Il mot bis.']);
    expect(targetsOf(drafts[0])[1]).toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining('the model fr-it broke down over a sentence (panicked at'),
    });
    expect(loads()).toEqual(['fr-it', 'fr-it']);
    // It is not tried a third time, and costs no thread any more.
    expect(await say(provider, 'it', ['Le mot ter.'])).toEqual(['Il mot ter.']);
    await expect(say(provider, 'it', ['Le chat dort.'])).rejects.toMatchObject({ kind: 'bad-request' });
    expect(await say(provider, 'it', ['Le mot.'])).toEqual(['Il mot.']);
    expect(loads()).toEqual(['fr-it', 'fr-it', 'fr-it']);
  });

  it('while nobody asks is loaded anew for who asks next', async () => {
    const { provider, threads, loads } = install();
    await say(provider, 'en', ['Le chat dort.']);
    await threads[0]?.worker.terminate();
    const { drafts } = await run([draftOf(['Le chat mange.'], { locale: 'en' })], provider);
    expect(textsOf(drafts[0])).toEqual(['The cat eats.']);
    expect(loads()).toEqual(['fr-en', 'fr-en']);
  });
});
