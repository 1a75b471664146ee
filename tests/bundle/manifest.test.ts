import { describe, expect, it } from 'vitest';
import {
  emptyManifest,
  entryAfter,
  entryOf,
  type StoryEntry,
  type Tombstone,
  withdrawnLocales,
  withEntries,
  writeManifest,
} from '../../src/bundle/manifest.ts';
import { readManifest } from '../../src/bundle/read-manifest.ts';
import { DepecheError } from '../../src/model/errors.ts';
import { dispatchOf, drafted, draftOf, sentences } from './stories.ts';

const policy = { minState: 'drafted', responsible: 'Desk Europe' } as const;
const first = dispatchOf(sentences);
const second = dispatchOf([...sentences, 'Un ajout.'], { version: 2 });
const done = (locale: string, dispatch = first) => draftOf(dispatch, locale, (index) => drafted(`T${index}`));
const partial = (locale: string, dispatch = first) =>
  draftOf(dispatch, locale, (index) => (index === 0 ? { state: 'pending' } : drafted('T')));

function story(...run: Parameters<typeof entryAfter>): StoryEntry {
  const entry = entryAfter(...run);
  if (!entry || !('versions' in entry)) throw new Error('expected a story');
  return entry;
}

describe('the entry of a story', () => {
  it('lists the locales that have a bundle, the source among them, with direction and disclosure', () => {
    expect(story(undefined, first, [done('en'), done('ar'), partial('de')], policy)).toEqual({
      source: 'fr',
      version: 1,
      versions: {
        '1': {
          dateline: true,
          paragraphs: [
            { id: 'p0', kind: 'headline', segments: ['s0'] },
            { id: 'p1', kind: 'body', segments: ['s1', 's2'] },
            { id: 'p2', kind: 'body', segments: ['s3'] },
          ],
        },
      },
      locales: {
        ar: {
          dir: 'rtl',
          version: 1,
          complete: true,
          disclosure: 'ai-autonomous',
          responsible: 'Desk Europe',
        },
        en: {
          dir: 'ltr',
          version: 1,
          complete: true,
          disclosure: 'ai-autonomous',
          responsible: 'Desk Europe',
        },
        fr: { dir: 'ltr', version: 1, complete: true, disclosure: 'none', responsible: 'Desk Europe' },
      },
    });
  });

  it('keeps a locale at its last complete version, and that version as long as one locale needs it', () => {
    const before = story(undefined, first, [done('en'), done('de')], policy);
    const between = story(before, second, [done('en', second), partial('de', second)], policy);
    expect(between.locales.de).toMatchObject({ version: 1, complete: false });
    expect(between.locales.en).toMatchObject({ version: 2, complete: true });
    expect(Object.keys(between.versions)).toEqual(['1', '2']);
    const after = story(between, second, [done('de', second)], policy);
    expect(after.locales.de).toMatchObject({ version: 2, complete: true });
    expect(Object.keys(after.versions)).toEqual(['2']);
  });

  it('keeps the bundle of a locale that was not run, and says when it falls behind', () => {
    const before = story(undefined, first, [done('en'), done('es')], policy);
    expect(story(before, first, [done('en')], policy)).toEqual(before);
    expect(story(before, second, [done('en', second)], policy).locales.es?.complete).toBe(false);
  });

  it('says when a unit of the same version has been withdrawn', () => {
    const before = story(undefined, first, [done('en')], policy);
    expect(story(before, first, [partial('en')], policy).locales.en).toMatchObject({
      version: 1,
      complete: false,
    });
  });

  it('is a tombstone once the story is canceled', () => {
    const before = story(undefined, first, [done('en')], policy);
    const canceled = { ...second, header: { status: 'canceled' } } as const;
    const tombstone = entryAfter(before, canceled, [done('en', canceled)], policy);
    expect(tombstone).toEqual({ canceled: true });
    expect(withdrawnLocales(before, tombstone)).toEqual(['en', 'fr']);
    expect(entryAfter(tombstone, canceled, [], policy)).toEqual({ canceled: true });
    expect(entryAfter(tombstone, { ...second, header: { status: 'withheld' } }, [], policy)).toBe(tombstone);
    expect(story(tombstone, first, [done('en')], policy)).toEqual(before);
  });

  it('has what was out before a version that is withheld, and nothing of that version', () => {
    const before = story(undefined, first, [done('en')], policy);
    const held = { ...second, header: { status: 'withheld' } } as const;
    const waiting = entryAfter(before, held, [done('en', held)], policy);
    expect(waiting).toMatchObject({
      version: 1,
      locales: { en: { version: 1, complete: false }, fr: { version: 1, complete: false } },
    });
    expect(withdrawnLocales(before, waiting)).toEqual([]);
    const same = entryAfter(before, { ...first, header: { status: 'withheld' } }, [], policy);
    expect(same).toBeUndefined();
    expect(withdrawnLocales(before, same)).toEqual(['en', 'fr']);
    expect(story(waiting, second, [done('en', second)], policy).locales.en).toMatchObject({ version: 2 });
  });
});

describe('the manifest', () => {
  const entry = story(undefined, first, [done('en'), done('ar')], policy);
  const manifest = withEntries(
    emptyManifest,
    new Map<string, StoryEntry | Tombstone>([
      ['treve', entry],
      ['constructor', { canceled: true }],
      ['2020', entry],
    ]),
  );

  it('comes back from its text, and has the same bytes whatever the order of the runs', () => {
    const text = writeManifest(manifest);
    expect(readManifest(text)).toEqual(manifest);
    expect(writeManifest(readManifest(text))).toBe(text);
    const other = withEntries(
      withEntries(emptyManifest, new Map([['2020', entry]])),
      new Map<string, StoryEntry | Tombstone>([
        ['treve', entry],
        ['constructor', { canceled: true }],
      ]),
    );
    expect(writeManifest(other)).toBe(text);
  });

  it('drops an entry that is gone and leaves the others alone', () => {
    const next = withEntries(manifest, new Map([['2020', undefined]]));
    expect(Object.keys(next.dispatches).sort()).toEqual(['constructor', 'treve']);
    expect(next.dispatches.treve).toBe(entry);
  });

  it('finds no story that it does not have', () => {
    for (const id of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(entryOf(emptyManifest, id)).toBeUndefined();
    }
  });

  it.each([
    ['', 'not JSON'],
    ['[]', 'the manifest'],
    ['{}', 'dispatches'],
    ['{"dispatches": []}', 'dispatches'],
    ['{"dispatches": {"__proto__": {"canceled": true}}}', '__proto__'],
    ['{"dispatches": {"../x": {"canceled": true}}}', '../x'],
    ['{"dispatches": {"a": {"canceled": "yes"}}}', 'dispatches.a.versions'],
    ['{"dispatches": {"a": {"source": "fr", "version": 0, "versions": {}, "locales": {}}}}', 'a.version'],
    [
      '{"dispatches": {"a": {"source": "fr", "version": 1, "versions": {}, "locales": {"en": {"dir": "ltr", "version": 1, "disclosure": "none"}}}}}',
      'locales.en.version',
    ],
    [
      '{"dispatches": {"a": {"source": "fr", "version": 1, "versions": {"1": {"paragraphs": [{"id": "p", "kind": "body", "segments": [1]}]}}, "locales": {}}}}',
      'segments.0',
    ],
  ])('refuses %s and says where', (text, where) => {
    const read = () => readManifest(text, 'locales/manifest.json');
    expect(read).toThrowError(DepecheError);
    expect(read).toThrowError(where);
    try {
      read();
    } catch (error) {
      expect(error).toMatchObject({ code: 'invalid', place: { file: 'locales/manifest.json' } });
    }
  });

  it('is not poisoned by a name from outside', () => {
    const hostile =
      '{"dispatches": {"a": {"source": "fr", "version": 1, "versions": {}, "locales": {"__proto__": {}}}}}';
    expect(() => readManifest(hostile)).toThrowError(DepecheError);
    expect(Object.hasOwn(Object.prototype, 'dir')).toBe(false);
  });
});
