import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MemoryEntry } from '../../src/memory/entry.ts';
import { createInMemoryStore } from '../../src/memory/in-memory-store.ts';
import { DepecheError } from '../../src/model/errors.ts';
import { type MemoryIndex, openMemoryIndex } from '../../src/project/sqlite-memory.ts';
import { blockSize } from '../../src/project/sqlite-memory-sentences.ts';
import { entry, longSentences, memories, sentences } from './samples.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'depeche-memory-'));
  path = join(folder, '.depeche', 'memory.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A file of the project that tells how often it was read. */
function fileOf(name: string, hash: string, ...entries: readonly MemoryEntry[]) {
  const file = {
    name,
    hash,
    reads: 0,
    entries: () => {
      file.reads += 1;
      return entries.map((one) => ({ ...one, from: name }));
    },
  };
  return file;
}

async function withIndex<Result>(work: (index: MemoryIndex) => Result | Promise<Result>): Promise<Result> {
  const index = openMemoryIndex(path);
  try {
    return await work(index);
  } finally {
    index.close();
  }
}

const targetsIn = async (index: MemoryIndex) =>
  (await Array.fromAsync(index.entries())).map((one) => one.targetText);

describe('the memory index', () => {
  it('reads what is new or changed, drops what is gone, and leaves the rest alone', async () => {
    const first = fileOf('a.tmx', '1', entry({ targetText: 'A.' }));
    const second = fileOf('b.tmx', '1', entry({ targetText: 'B.' }));
    await withIndex((index) => {
      expect(index.sync([first, second])).toEqual({ read: 2, kept: 0, dropped: 0 });
    });
    const changed = fileOf('b.tmx', '2', entry({ targetText: 'C.' }));
    await withIndex(async (index) => {
      expect(index.sync([first, changed])).toEqual({ read: 1, kept: 1, dropped: 0 });
      expect(await targetsIn(index)).toEqual(['A.', 'C.']);
      expect(index.sync([changed])).toEqual({ read: 0, kept: 1, dropped: 1 });
      expect(await targetsIn(index)).toEqual(['C.']);
    });
    expect([first.reads, changed.reads]).toEqual([1, 1]);
  });

  it('does not write where nothing changed', async () => {
    const file = fileOf('a.tmx', '1', entry({}));
    await withIndex((index) => index.sync([file]));
    const before = readFileSync(path);
    await withIndex(async (index) => {
      index.sync([file]);
      await index.find({ source: 'fr', target: 'en', text: 'Le port.', threshold: 75, limit: 5 });
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('keeps the old index when a file cannot be read', async () => {
    const broken = {
      name: 'b.tmx',
      hash: '1',
      entries: (): MemoryEntry[] => {
        throw new DepecheError('invalid', 'broken', { place: { file: 'b.tmx', line: 3 } });
      },
    };
    await withIndex(async (index) => {
      index.sync([fileOf('a.tmx', '1', entry({}))]);
      expect(() => index.sync([broken])).toThrow(
        expect.objectContaining({ code: 'invalid', message: 'broken' }),
      );
      expect(await targetsIn(index)).toEqual(['The port is closed.']);
    });
  });

  it('answers after any changes as if it had been made anew', async () => {
    const states = fc.array(fc.record({ a: memories, b: memories }), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(states, sentences, async (history, text) => {
        const old = openMemoryIndex(':memory:');
        const fresh = openMemoryIndex(':memory:');
        const files = ({ a, b }: (typeof history)[number], hash: string) =>
          [fileOf('a.tmx', hash, ...a), fileOf('b.tmx', hash, ...b)].filter(
            (file) => file.entries().length > 5,
          );
        for (const [version, state] of history.entries()) old.sync(files(state, `${version}`));
        for (const state of history.slice(-1)) fresh.sync(files(state, 'now'));
        const query = { source: 'fr', target: 'en', text, threshold: 50, limit: 100 };
        expect(await old.find(query)).toEqual(await fresh.find(query));
        expect(await Array.fromAsync(old.entries())).toEqual(await Array.fromAsync(fresh.entries()));
        old.close();
        fresh.close();
      }),
      { numRuns: 50 },
    );
  });

  it('answers through any inserts and deletes as a store in memory does, with the same scores', async () => {
    const files = fc.array(memories, { minLength: 1, maxLength: 6 });
    const steps = fc.array(fc.tuple(files, fc.boolean()), { minLength: 1, maxLength: 5 });
    const asked = fc.tuple(fc.oneof(sentences, longSentences), fc.integer({ min: 50, max: 100 }));
    await fc.assert(
      fc.asyncProperty(steps, fc.array(asked, { minLength: 1, maxLength: 5 }), async (history, queries) => {
        const index = openMemoryIndex(':memory:');
        let present = new Map<string, readonly MemoryEntry[]>();
        for (const [version, [changes, keep]] of history.entries()) {
          if (!keep) present = new Map();
          for (const [at, entries] of changes.entries()) {
            present.set(
              `${(at * 7 + version) % 5}.tmx`,
              entries.map((one) => ({ ...one, from: `${(at * 7 + version) % 5}.tmx` })),
            );
          }
          index.sync(
            [...present].map(([name, entries]) => ({ name, hash: `${version}`, entries: () => entries })),
          );
        }
        const store = createInMemoryStore([...present.values()].flat());
        for (const [text, threshold] of queries) {
          const query = { source: 'fr', target: 'en', text, threshold, limit: 20 };
          expect(await index.find(query)).toEqual(await store.find(query));
        }
        index.close();
      }),
      { numRuns: 60 },
    );
  });

  it('puts many small blocks together, and those of which half is gone, and forgets nothing', async () => {
    const texts = Array.from(
      { length: 60 },
      (_, at) => `Le port numéro ${at} est fermé depuis ${at % 7} jours.`,
    );
    const file = (at: number) =>
      fileOf(`${at}.xlf`, '1', entry({ sourceText: texts[at] ?? '', targetText: `${at}` }));
    await withIndex(async (index) => {
      const all = texts.map((_, at) => file(at));
      for (const at of texts.keys()) index.sync(all.slice(0, at + 1));
      for (const [at, text] of texts.entries()) {
        const [best] = await index.find({ source: 'fr', target: 'en', text, threshold: 75, limit: 3 });
        expect(best).toMatchObject({ kind: 'exact', target: `${at}` });
      }
      index.sync(all.slice(50));
      const found = await index.find({
        source: 'fr',
        target: 'en',
        text: texts[55] ?? '',
        threshold: 50,
        limit: 99,
      });
      expect(found.map((match) => match.target).sort()).toEqual(
        Array.from({ length: 10 }, (_, at) => `${at + 50}`),
      );
    });
    const database = new DatabaseSync(path);
    const blocks = database.prepare('SELECT size, dead FROM block').all();
    database.close();
    expect(blocks.length).toBeLessThan(20);
    expect(blocks.every(({ size, dead }) => Number(dead) * 2 <= Number(size))).toBe(true);
  });

  it('reads a long file while it writes, and leaves the old index where that file turns out broken', async () => {
    const many = function* (count: number): Generator<MemoryEntry> {
      for (let at = 0; at < count; at += 1) {
        yield entry({
          sourceText: `Ligne ${at} du long registre.`,
          targetText: `Line ${at}.`,
          previous: `Ligne ${at - 1} du long registre.`,
          from: 'a.tmx',
        });
      }
    };
    const long = { name: 'a.tmx', hash: '1', entries: () => many(blockSize + 10) };
    await withIndex(async (index) => {
      index.sync([long]);
      const text = `Ligne ${blockSize + 1} du long registre.`;
      const ask = () => index.find({ source: 'fr', target: 'en', text, threshold: 100, limit: 1 });
      expect(await ask()).toMatchObject([{ target: `Line ${blockSize + 1}.` }]);
      const told: number[] = [];
      index.indexWords((done) => told.push(done));
      index.indexWords((done) => told.push(done));
      expect(told).toEqual([5000, 10_000, 15_000, 20_000, 25_000, 30_000]);
      expect(await index.concordance({ text: 'line 7', limit: 1 })).toMatchObject([
        { entry: { targetText: 'Line 7.' } },
      ]);
      const found = await index.concordance({ text: `line ${blockSize + 9}`, limit: 1 });
      expect(found.map(({ entry }) => entry.previous)).toEqual([`Ligne ${blockSize + 8} du long registre.`]);
      const broken = {
        ...long,
        hash: '2',
        entries: function* () {
          yield* many(blockSize + 5);
          throw new DepecheError('invalid', 'broken', { place: { file: 'a.tmx' } });
        },
      };
      expect(() => index.sync([broken])).toThrow(expect.objectContaining({ message: 'broken' }));
      expect(await ask()).toMatchObject([{ target: `Line ${blockSize + 1}.` }]);
      // Each with its neighbours, those that were not written together too.
      expect([...index.entriesNow()].slice(0, 1000)).toEqual([...many(1000)]);
      expect(await index.concordance({ text: 'line 7', limit: 1 })).toHaveLength(1);
    });
  });

  it('is thrown away where it is damaged, cut short, of another version or no index at all', async () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      entry({ sourceText: `Phrase ${index} du port fermé.` }),
    );
    const file = fileOf('a.tmx', '1', ...many);
    await withIndex((index) => index.sync([file]));
    const sound = readFileSync(path);
    const garbled = Buffer.from(sound).fill(0xa5, 4096, sound.length - 4096);
    const elsewhere = join(folder, 'other.sqlite');
    const other = new DatabaseSync(elsewhere);
    other.exec('CREATE TABLE file (name TEXT); PRAGMA user_version = 7');
    other.close();
    for (const bytes of [
      Buffer.from('no database'),
      garbled,
      sound.subarray(0, 8192),
      Buffer.alloc(0),
      readFileSync(elsewhere),
    ]) {
      writeFileSync(path, bytes);
      await withIndex(async (index) => {
        expect(index.sync([file])).toEqual({ read: 1, kept: 0, dropped: 0 });
        expect(await targetsIn(index)).toHaveLength(200);
      });
    }
  });

  it('is brought up to the same files by two runs at once', async () => {
    const file = fileOf('a.tmx', '1', entry({}));
    await withIndex(async (one) => {
      await withIndex(async (two) => {
        const meanwhile = {
          ...file,
          entries: () => {
            two.sync([file]);
            return file.entries();
          },
        };
        expect(one.sync([meanwhile]).read).toBe(1);
        expect(await targetsIn(one)).toEqual(['The port is closed.']);
        expect(await targetsIn(two)).toEqual(['The port is closed.']);
      });
    });
  });

  it('says so where the place cannot be written to', () => {
    writeFileSync(join(folder, 'taken'), '');
    const open = (place: string) => () => openMemoryIndex(place);
    expect(open(join(folder, 'taken', 'memory.sqlite'))).toThrow(
      expect.objectContaining({ code: 'unwritable' }),
    );
    expect(open(folder)).toThrow(expect.objectContaining({ code: 'unwritable', place: { file: folder } }));
  });
});
