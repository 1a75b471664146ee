import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { addModels } from '../../../src/project/models/add-models.ts';
import { installedModels } from '../../../src/project/models/models-folder.ts';
import { openOnlineSupply } from '../../../src/project/models/online-supply.ts';
import { instantClock } from '../../provider/clocks.ts';
import {
  type CatalogueRecord,
  type Fault,
  type ModelServer,
  type ModelSet,
  modelOf,
  sha256,
  startModelServer,
} from './model-server.ts';

const frEn = modelOf('fr-en');
const [weights = '', , shortlist = ''] = frEn.packed.keys();
const size = frEn.packed.get(weights)?.length ?? 0;

async function serve(
  set: ModelSet = frEn,
  options: Parameters<typeof startModelServer>[1] = {},
): Promise<ModelServer> {
  const server = await startModelServer(set, options);
  onTestFinished(server.close);
  return server;
}

/** Does what it is told at each request for the weights; well after that. */
const forWeights =
  (...faults: readonly (Fault | undefined)[]) =>
  ({ path }: { path: string }, nth: number): Fault | undefined =>
    path === weights ? faults[nth - 1] : undefined;

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'depeche-models-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** Adds all that a server offers. */
async function add(
  url: string,
  to: string,
  { stall = 20_000, signal = new AbortController().signal, onProgress = () => {} } = {} as {
    stall?: number;
    signal?: AbortSignal;
    onProgress?: (progress: { come: number; of: number }) => void;
  },
) {
  const clock = instantClock();
  const retries: string[] = [];
  const line = {
    environment: {},
    stall,
    clock,
    signal,
    onRetry: (reason: string) => retries.push(reason),
  };
  const done: string[] = [];
  let error: unknown;
  try {
    const supply = await openOnlineSupply(url, join(to, '.incoming'), line);
    for await (const { pair, state } of addModels(supply, supply.models, to, { signal, onProgress })) {
      done.push(`${pair} ${state}`);
    }
  } catch (thrown) {
    error = thrown;
  }
  return { done, error, retries, slept: clock.slept };
}

/** Everything that lies in a folder, pending downloads included. */
async function contents(path: string): Promise<Record<string, string>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      files.sort().map(async (file) => [file.slice(path.length + 1), sha256(await readFile(file))] as const),
    ),
  );
}

const whole = Object.fromEntries(
  [...frEn.unpacked].map(([name, bytes]) => [`fr-en/${name}`, sha256(bytes)] as const),
);

async function expectWhole(path: string): Promise<void> {
  const { 'fr-en/model.json': manifest, ...files } = await contents(path);
  expect(manifest).toBeDefined();
  expect(files).toEqual(whole);
}

/** No model, and nothing that could be taken for one. */
async function expectNothing(path: string, kept: RegExp = /^$/u): Promise<void> {
  expect(await installedModels(path)).toEqual([]);
  expect(Object.keys(await contents(path)).filter((name) => name.endsWith('model.json'))).toEqual([]);
  const others = Object.keys(await contents(path)).filter((name) => name.startsWith('.incoming/'));
  expect(others.filter((name) => !kept.test(name))).toEqual([]);
}

const pending = /\.part\/(data|etag)$/u;

describe('a download', () => {
  it('puts the files there as they were before they were packed, and nothing else', async () => {
    const to = await folder();
    const { done, error } = await add((await serve()).url, to);
    expect(error).toBeUndefined();
    expect(done).toEqual(['fr-en added']);
    await expectWhole(to);
    expect(await installedModels(to)).toEqual([
      {
        source: 'fr',
        target: 'en',
        version: '3.0',
        architecture: 'base-memory',
        weights: join(to, 'fr-en/model.fren.intgemm.alphas.bin'),
        sourceVocabulary: join(to, 'fr-en/vocab.fren.spm'),
        targetVocabulary: join(to, 'fr-en/vocab.fren.spm'),
        shortlist: join(to, 'fr-en/lex.50.50.fren.s2t.bin'),
      },
    ]);
  });

  it('goes on where it was, wherever the connection is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: size - 1 }), { minLength: 1, maxLength: 4 }),
        async (cuts) => {
          const path = await mkdtemp(join(tmpdir(), 'depeche-models-'));
          const server = await startModelServer(frEn, {
            fault: forWeights(...cuts.map((after): Fault => ({ kind: 'cut', after }))),
          });
          try {
            const { error } = await add(server.url, path);
            expect(error).toBeUndefined();
            await expectWhole(path);
            const starts = server.asked
              .filter((asked) => asked.path === weights)
              .map(({ range }) => Number(/\d+/u.exec(range ?? '0')?.[0]));
            // What had come but was not read yet when the connection broke is lost, and no more
            let [before, sent] = [0, 0];
            for (const [index, start] of starts.entries()) {
              expect(start).toBeGreaterThanOrEqual(before);
              expect(start).toBeLessThanOrEqual(sent);
              before = start;
              sent = start + (cuts[index] ?? size);
            }
          } finally {
            await server.close();
            await rm(path, { recursive: true, force: true });
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('asks for the rest only if the file is still the same', async () => {
    const server = await serve(frEn, { fault: forWeights({ kind: 'hold', after: 100_000 }) });
    const to = await folder();
    await add(server.url, to, { stall: 150 });
    const [, again] = server.asked.filter(({ path }) => path === weights);
    expect(again).toMatchObject({
      range: 'bytes=100000-',
      ifRange: expect.stringMatching(/^"[0-9a-f]{16}"$/u),
    });
    await expectWhole(to);
  });

  it.each<[string, Fault, Parameters<typeof startModelServer>[1]?]>([
    ['a server without ranges', { kind: 'whole' }],
    [
      'a file that was there under another ETag',
      { kind: 'bytes', bytes: frEn.packed.get(weights) ?? Buffer.of(), etag: '"new"' },
    ],
    [
      'a server that gives another part',
      { kind: 'headers', headers: { 'content-range': `bytes 5-9/${size}` } },
    ],
    [
      'a file of another size',
      { kind: 'headers', headers: { 'content-range': `bytes 100000-${size}/${size + 1}` } },
    ],
    ['no ETag at all', { kind: 'whole' }, { etag: () => undefined }],
    ['a weak ETag', { kind: 'whole' }, { etag: () => 'W/"same"' }],
    ['416', { kind: 'status', status: 416 }],
  ])('begins anew with %s', async (_, second, options) => {
    const server = await serve(frEn, {
      ...options,
      fault: forWeights({ kind: 'end', after: 100_000 }, second),
    });
    const to = await folder();
    const { error } = await add(server.url, to);
    expect(server.asked.filter(({ path }) => path === weights)[1]).toMatchObject({ range: 'bytes=100000-' });
    expect(error).toBeUndefined();
    await expectWhole(to);
  });

  it('that was spoiled on the way is got anew once', async () => {
    const wrong = Buffer.from(frEn.packed.get(weights) ?? '');
    wrong.writeUInt8(wrong.readUInt8(70_000) ^ 1, 70_000);
    const server = await serve(frEn, { fault: forWeights({ kind: 'bytes', bytes: wrong }) });
    const to = await folder();
    expect(await add(server.url, to)).toMatchObject({ error: undefined, done: ['fr-en added'] });
    await expectWhole(to);
  });

  it('is refused when it is wrong again, and leaves nothing', async () => {
    const wrong = Buffer.from(frEn.packed.get(weights) ?? '');
    wrong.writeUInt8(wrong.readUInt8(70_000) ^ 1, 70_000);
    const bad: Fault = { kind: 'bytes', bytes: wrong };
    const server = await serve(frEn, { fault: forWeights(bad, bad, bad) });
    const to = await folder();
    const { error } = await add(server.url, to);
    expect(error).toMatchObject({ code: 'invalid' });
    expect(server.asked.filter(({ path }) => path === weights)).toHaveLength(2);
    await expectNothing(to);
  });

  it('ends where a server ends it early for good, and is gone on with another time', async () => {
    const to = await folder();
    const short: Fault = { kind: 'end', after: 1000 };
    const server = await serve(frEn, { fault: forWeights(...Array.from({ length: 9 }, () => short)) });
    const { error, retries } = await add(server.url, to);
    expect(error).toMatchObject({ code: 'refused' });
    expect(retries).toHaveLength(4);
    await expectNothing(to, pending);
    const later = await serve();
    expect(await add(later.url, to)).toMatchObject({ done: ['fr-en added'] });
    expect(later.asked.find(({ path }) => path === weights)?.range).toBe('bytes=5000-');
    await expectWhole(to);
  });

  it('waits as long as the server wants, and longer each time', async () => {
    const server = await serve(frEn, {
      fault: forWeights(
        { kind: 'status', status: 500 },
        { kind: 'status', status: 503, headers: { 'retry-after': '7' } },
        { kind: 'status', status: 429 },
      ),
    });
    const to = await folder();
    const { error, slept } = await add(server.url, to);
    expect(error).toBeUndefined();
    expect(slept).toEqual([250, 7000, 1000]);
    await expectWhole(to);
  });

  it('is not tried again where the file is not there', async () => {
    const server = await serve(frEn, { fault: forWeights({ kind: 'status', status: 404 }) });
    const to = await folder();
    const { error, retries } = await add(server.url, to);
    expect(error).toMatchObject({ code: 'unreadable', message: expect.stringContaining('answers 404') });
    expect(retries).toEqual([]);
    await expectNothing(to);
  });

  it('of more bytes than the catalogue says ends at the first too many', async () => {
    const server = await serve(frEn, {
      fault: forWeights({ kind: 'chunks', bytes: Buffer.alloc(size + 5_000_000, 7) }),
    });
    const to = await folder();
    let most = 0;
    const { error } = await add(server.url, to, {
      onProgress: ({ come }) => {
        most = Math.max(most, come);
      },
    });
    expect(error).toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining(`more than ${size} bytes`),
    });
    expect(most).toBeLessThanOrEqual(size);
    await expectNothing(to);
  });

  it('whose announced size is not that of the catalogue is not begun', async () => {
    const bytes = Buffer.alloc(size + 1, 7);
    const server = await serve(frEn, { fault: forWeights({ kind: 'bytes', bytes }) });
    const to = await folder();
    const { error } = await add(server.url, to);
    expect(error).toMatchObject({ code: 'unreadable', message: expect.stringContaining('in place of') });
    await expectNothing(to);
  });

  it.each(['drip', 'hang'] as const)('that stalls (%s) is given up, and tried again', async (kind) => {
    const server = await serve(frEn, { fault: forWeights({ kind }) });
    const to = await folder();
    const { error, retries } = await add(server.url, to, { stall: 150 });
    expect(error).toBeUndefined();
    expect(retries).toEqual([expect.stringContaining('the connection stalled')]);
    await expectWhole(to);
  });

  it('ends when a person stops it, keeps what has come, and another time goes on there', async () => {
    const server = await serve(frEn, { fault: forWeights({ kind: 'hold', after: 100_000 }) });
    const to = await folder();
    const stop = new AbortController();
    const { error } = await add(server.url, to, {
      signal: stop.signal,
      onProgress: ({ come }) => {
        if (come === 100_000) stop.abort();
      },
    });
    expect(error).toMatchObject({ name: 'AbortError' });
    await expectNothing(to, pending);
    expect(Object.keys(await contents(to)).filter((name) => name.endsWith('data'))).toHaveLength(1);
    await add(server.url, to);
    const [, again] = server.asked.filter(({ path }) => path === weights);
    expect(again).toMatchObject({ range: 'bytes=100000-' });
    await expectWhole(to);
  });

  it('that comes further again and again only to begin anew is given up', async () => {
    // It sends more than enough to count as progress, then says that the rest is of another file.
    const elsewhere: Fault = { kind: 'headers', headers: { 'content-range': `bytes 5-9/${size}` } };
    const both = [{ kind: 'end', after: 100_000 } as const, elsewhere];
    const server = await serve(frEn, { fault: forWeights(...Array.from({ length: 20 }, () => both).flat()) });
    const to = await folder();
    const { error } = await add(server.url, to);
    expect(error).toMatchObject({ code: 'refused' });
    expect(server.asked.filter(({ path }) => path === weights)).toHaveLength(5);
  });

  it('that cannot be written down leaves no connection open, which would keep the process', async () => {
    const server = await serve(frEn, { fault: forWeights({ kind: 'hold', after: 0 }) });
    const to = await folder();
    const hash = sha256(frEn.packed.get(weights) ?? Buffer.of());
    const left = `${hash}.0-0123456789abcdef.part`;
    await mkdir(join(to, '.incoming', left, 'etag'), { recursive: true });
    const { error } = await add(server.url, to);
    expect(error).toMatchObject({ code: 'unwritable' });
    await vi.waitFor(async () => expect(await server.connections()).toBe(0));
  });

  it('by two at once does no harm', async () => {
    const server = await serve();
    const to = await folder();
    const both = await Promise.all([add(server.url, to), add(server.url, to)]);
    expect(both.map(({ error }) => error)).toEqual([undefined, undefined]);
    await expectWhole(to);
  });
});

describe('a redirect', () => {
  const to = (location: string): Fault => ({ kind: 'status', status: 302, headers: { location } });

  it('is followed on this machine', async () => {
    const server = await serve(frEn, { fault: forWeights(to(`/${shortlist}`), to(`/${weights}`)) });
    const there = await folder();
    const { error } = await add(server.url, there);
    // The shortlist is not the weights, and is refused for it
    expect(error).toMatchObject({ code: 'unreadable' });
    const right = await serve(frEn, { fault: forWeights(to(`./${weights.split('/').at(-1)}`)) });
    expect(await add(right.url, there)).toMatchObject({ error: undefined });
    await expectWhole(there);
  });

  it.each([
    ['to itself without end', `/${weights}`, 'only points elsewhere'],
    ['to http on another machine', 'http://models.example/file.zst?token=secret', 'is not followed'],
    ['to a file of this machine', 'file:///etc/passwd', 'is not followed'],
    ['with a password', 'https://user:secret@models.example/', 'is not followed'],
    ['to nowhere', '', 'only points elsewhere'],
  ])('%s is not', async (_, location, said) => {
    const server = await serve(frEn, {
      fault: ({ path }) => (path === weights ? to(location) : undefined),
    });
    const there = await folder();
    const { error } = await add(server.url, there);
    expect(error).toMatchObject({ code: 'unreadable', message: expect.stringContaining(said) });
    expect(String(error)).not.toContain('secret');
    expect(server.asked.filter(({ path }) => path === weights).length).toBeLessThanOrEqual(6);
    await expectNothing(there);
  });
});

describe('what is packed', () => {
  /** The catalogue with another attachment, named truly, for the weights. */
  function packedAs(attachment: Buffer, also: Record<string, unknown> = {}): ModelSet {
    const [first, ...rest] = frEn.records as [CatalogueRecord, ...CatalogueRecord[]];
    const spoiled = {
      ...first,
      ...also,
      attachment: { ...first.attachment, hash: sha256(attachment), size: attachment.length },
    };
    return {
      records: [spoiled, ...rest],
      packed: new Map([...frEn.packed, [weights, attachment]]),
      unpacked: frEn.unpacked,
    };
  }
  const bomb = zstdCompressSync(Buffer.alloc(60_000_000));

  it.each<[string, ModelSet]>([
    ['is larger than it should be, as a bomb is', packedAs(bomb)],
    ['is smaller', packedAs(zstdCompressSync(Buffer.alloc(299_999)))],
    ['is something else of the same size', packedAs(zstdCompressSync(Buffer.alloc(300_000)))],
    ['is not packed', packedAs(Buffer.alloc(2000, 'no zstd'))],
    ['is cut off', packedAs((frEn.packed.get(weights) ?? Buffer.of()).subarray(0, 50_000))],
  ])('and %s is refused', async (_, set) => {
    const to = await folder();
    const { error } = await add((await serve(set)).url, to);
    expect(error).toMatchObject({ code: 'invalid' });
    await expectNothing(to);
    expect(Object.keys(await contents(to))).toEqual([]);
  });

  it('and is larger than it should be is not unpacked to its end', async () => {
    const { error } = await add((await serve(packedAs(bomb))).url, await folder());
    expect(error).toMatchObject({ message: expect.stringContaining('is larger than the 300000 bytes') });
  });
});

describe('an update', () => {
  it('gets only what changed; the version that was there stays until the new one is whole', async () => {
    const to = await folder();
    await add((await serve()).url, to);
    const newer = modelOf('fr-en', { version: '3.1' });
    const [newWeights = '', , newShortlist = ''] = newer.packed.keys();
    for (const missing of [newWeights, newShortlist]) {
      const broken = await serve(newer, {
        fault: ({ path }) => (path === missing ? { kind: 'status', status: 404 } : undefined),
      });
      expect(await add(broken.url, to)).toMatchObject({ error: { code: 'unreadable' } });
      expect(await contents(to)).toMatchObject(whole);
    }
    const server = await serve(newer);
    expect(await add(server.url, to)).toMatchObject({ done: ['fr-en updated'] });
    expect(server.asked.map(({ path }) => path)).toEqual(['records.json', newShortlist]);
    const [model] = await installedModels(to);
    expect(model).toMatchObject({ version: '3.1' });
    const bytes = await readFile(model?.weights ?? '');
    expect(sha256(bytes)).toBe(sha256(newer.unpacked.get('model.fren.intgemm.alphas.bin') ?? Buffer.of()));
    expect(Object.keys(await contents(to))).toHaveLength(4);
    expect(await add((await serve()).url, to)).toMatchObject({ done: ['fr-en newer'] });
  });
});

it('the folder of a model that is a link leads nowhere', async () => {
  const [to, elsewhere] = [await folder(), await folder()];
  await symlink(elsewhere, join(to, 'fr-en'));
  const { error } = await add((await serve()).url, to);
  expect(error).toMatchObject({ code: 'unwritable', message: expect.stringContaining('no folder') });
  expect(await readdir(elsewhere)).toEqual([]);
});

describe('an address', () => {
  it('that nobody answers at is given up in the end', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const { error, retries } = await add(`http://127.0.0.1:${port}/`, await folder());
    expect(error).toMatchObject({ code: 'refused', message: expect.stringContaining('ECONNREFUSED') });
    expect(retries).toHaveLength(4);
  });
});
