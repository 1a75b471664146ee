import { readFileSync } from 'node:fs';
import { type BackendModule, createInstance, type i18n } from 'i18next';
import { describe, expect, it } from 'vitest';
import { compileBundle, compileSourceBundle } from '../../src/bundle/compile.ts';
import { emptyManifest, entryAfter, type Manifest, withEntries } from '../../src/bundle/manifest.ts';
import { isCanceled, readStory } from '../../src/bundle/reader.ts';
import { dispatchOf, drafted, draftOf, sentences } from './stories.ts';

const hostile = [
  'A title with $t(secret) and {{name}}',
  '<b>Bold</b> & “quoted” key.with.dots:colon.',
  '$t($t(secret)) {{{name}}} {{- name}} $t(secret, { "count": 1 })',
  'A joiner \u2060 of its own, {\u2060{ and $\u2060t(secret).',
];
const policy = { minState: 'drafted' } as const;
const story = dispatchOf(sentences);
const english = draftOf(story, 'en', (index) => drafted(hostile[index] ?? ''));
const arabic = draftOf(story, 'ar', (index) => drafted(`جملة ${index}.`));
const manifest = withEntries(
  emptyManifest,
  new Map([[story.id, entryAfter(undefined, story, [english, arabic], policy)]]),
);

async function app(
  lng: string,
  bundles: Record<string, string>,
  options: Record<string, unknown> = {},
): Promise<i18n> {
  const instance = createInstance();
  await instance.init({
    lng,
    fallbackLng: 'fr',
    resources: { en: { translation: { secret: 'EXECUTED', name: 'FILLED' } } },
    interpolation: { defaultVariables: { name: 'FILLED' } },
    ...options,
  });
  for (const [locale, bundle] of Object.entries(bundles)) {
    instance.addResourceBundle(locale, story.id, JSON.parse(bundle));
  }
  return instance;
}

const bundles = {
  fr: compileSourceBundle(story),
  en: compileBundle(english),
  ar: compileBundle(arabic),
};

describe('a story read with i18next', () => {
  it('has its paragraphs in order, its language and direction', async () => {
    expect(readStory(manifest, await app('ar', bundles), 'treve')).toEqual({
      id: 'treve',
      lang: 'ar',
      dir: 'rtl',
      disclosure: 'ai-autonomous',
      dateline: '[ar] 21.10.2020 (AFP) –',
      headline: 'جملة 0.',
      paragraphs: [
        {
          id: 'p1',
          kind: 'body',
          sentences: [
            { id: 's1', text: 'جملة 1.' },
            { id: 's2', text: 'جملة 2.' },
          ],
        },
        { id: 'p2', kind: 'body', sentences: [{ id: 's3', text: 'جملة 3.' }] },
      ],
    });
  });

  it('gives hostile copy back word for word, whatever the app has set', async () => {
    for (const options of [
      {},
      { keySeparator: false },
      { keySeparator: 's' },
      { returnEmptyString: false },
    ]) {
      const read = readStory(manifest, await app('en', bundles, options), 'treve');
      const texts = read?.paragraphs.flatMap((paragraph) => paragraph.sentences.map(({ text }) => text));
      expect([read?.headline, ...(texts ?? [])]).toEqual(hostile);
    }
  });

  it('runs and fills nothing even where an app calls t itself', async () => {
    const { t } = await app('en', bundles);
    for (const key of ['s0', 's1', 's2', 's3']) {
      const text = t(key, { ns: 'treve' });
      expect(text).not.toMatch(/EXECUTED|FILLED/u);
    }
  });

  it('falls back to the next language as a whole and says which one it is', async () => {
    const { fr, en } = bundles;
    const missing = { ...JSON.parse(en) };
    delete missing.s2;
    const holes = { fr, en: JSON.stringify(missing) };
    expect(readStory(manifest, await app('en', holes), 'treve')).toMatchObject({
      lang: 'fr',
      headline: sentences[0],
      disclosure: 'none',
    });
    expect(readStory(manifest, await app('de', bundles), 'treve')?.lang).toBe('fr');
    expect(readStory(manifest, await app('en-GB', bundles), 'treve')?.lang).toBe('en');
  });

  it('tries the language it is asked for first', async () => {
    const instance = await app('fr', bundles);
    expect(readStory(manifest, instance, 'treve', 'ar')?.lang).toBe('ar');
    expect(readStory(manifest, instance, 'treve', 'en-US')?.lang).toBe('en');
    expect(readStory(manifest, instance, 'treve', 'es')?.lang).toBe('fr');
  });

  it('reads a bundle of an older wording by the layout of that wording', async () => {
    const longer = dispatchOf([...sentences, 'Un ajout.'], { version: 2 });
    const before = manifest.dispatches[story.id];
    const next = withEntries(manifest, new Map([[story.id, entryAfter(before, longer, [], policy)]]));
    const mixed = { ...bundles, fr: compileSourceBundle(longer) };
    expect(readStory(next, await app('en', mixed), 'treve')?.paragraphs.at(-1)?.sentences).toHaveLength(1);
    expect(readStory(next, await app('fr', mixed), 'treve')?.paragraphs.at(-1)?.sentences).toHaveLength(2);
  });

  it('is undefined before anything is loaded, for what is not there, and once it is canceled', async () => {
    expect(readStory(manifest, createInstance(), 'treve')).toBeUndefined();
    expect(readStory(manifest, await app('en', {}), 'treve')).toBeUndefined();
    const instance = await app('en', bundles);
    for (const id of ['other', 'constructor', '__proto__']) {
      expect(readStory(manifest, instance, id)).toBeUndefined();
      expect(isCanceled(manifest, id)).toBe(false);
    }
    const canceled: Manifest = { dispatches: { treve: { canceled: true } } };
    expect(readStory(canceled, instance, 'treve')).toBeUndefined();
    expect(isCanceled(canceled, 'treve')).toBe(true);
  });

  it('works with a backend that fetches namespaces', async () => {
    const files = new Map(Object.entries(bundles).map(([locale, text]) => [`${locale}/treve`, text]));
    const backend: BackendModule = {
      type: 'backend',
      init: () => {},
      read: async (language: string, namespace: string) =>
        JSON.parse(files.get(`${language}/${namespace}`) ?? '{}'),
    };
    const instance = createInstance();
    await instance.use(backend).init({ lng: 'ar', fallbackLng: 'fr', ns: [], defaultNS: false });
    expect(readStory(manifest, instance, 'treve')).toBeUndefined();
    await instance.loadNamespaces('treve');
    expect(readStory(manifest, instance, 'treve')?.lang).toBe('ar');
    await instance.changeLanguage('en');
    expect(readStory(manifest, instance, 'treve')?.headline).toBe(hostile[0]);
  });
});

describe('the helper that apps import', () => {
  it('loads nothing but itself: no Node, no i18next, nothing of the rest', () => {
    const load = (file: string): string[] => {
      const imports = readFileSync(file, 'utf8').matchAll(
        /^(?:import|export) (?!type)[^;]*?from '([^']+)'/gmu,
      );
      return [...imports].flatMap(([, path = '']) => [
        path,
        ...(path.startsWith('./') ? load(`src/bundle/${path.slice(2)}`) : []),
      ]);
    };
    expect(load('src/bundle/reader.ts')).toEqual(['./inert.ts']);
  });
});
