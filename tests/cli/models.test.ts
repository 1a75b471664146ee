import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type ModelSet, modelOf, startModelServer, together } from '../project/models/model-server.ts';
import { startCommand } from '../proofs/command.ts';
import { type TemporaryProject, temporaryProject } from './temporary-project.ts';

const all = together(
  ...['fr-en', 'en-de', 'en-pt', 'en-zh-Hans'].map((pair) => modelOf(pair, { size: 40_000 })),
);

async function serve(set: ModelSet = all, options: Parameters<typeof startModelServer>[1] = {}) {
  const server = await startModelServer(set, options);
  onTestFinished(server.close);
  return server;
}

async function projectFor(...targets: string[]): Promise<TemporaryProject> {
  const project = await temporaryProject();
  await project.write('depeche.config.json', JSON.stringify({ source: 'fr', targets }));
  return project;
}

/** A folder as a mirror has it, or with the files unpacked, as fxtranslate keeps them. */
async function writeSet(root: string, set: ModelSet, as: 'packed' | 'unpacked'): Promise<void> {
  const files = new Map<string, string | Buffer>([['records.json', JSON.stringify({ data: set.records })]]);
  if (as === 'packed') for (const [location, bytes] of set.packed) files.set(location, bytes);
  else {
    for (const { name, sourceLanguage, targetLanguage } of set.records) {
      files.set(`${sourceLanguage}-${targetLanguage}/${name}`, set.unpacked.get(String(name)) ?? '');
    }
  }
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), bytes);
  }
}

describe('models add', () => {
  it('gets what the locales of the project need, by way of English, and nothing a second time', async () => {
    const server = await serve();
    const project = await projectFor('en-GB', 'de', 'zh');
    const first = await project.run('models', 'add', '--mirror', server.url);
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.out).toMatch(
      /^fr-en 3\.0 base-memory: added, 0\.1 MB\nen-de .*: added.*\nen-zh-Hans .*: added.*\n$/u,
    );
    const before = await project.snapshot('.depeche/models');
    const asked = server.asked.length;
    const second = await project.run('models', 'add', '--mirror', server.url);
    expect(second.out).toBe(
      'fr-en 3.0 base-memory: is there\nen-de 3.0 base-memory: is there\nen-zh-Hans 3.0 base-memory: is there\n',
    );
    expect(server.asked.slice(asked).map(({ path }) => path)).toEqual(['records.json']);
    expect(await project.snapshot('.depeche/models')).toEqual(before);
  });

  it('gets the pairs that are named, and says where no models go', async () => {
    const server = await serve();
    const project = await projectFor('en');
    expect(await project.run('models', 'add', 'fr-pt', '--mirror', server.url, '--json')).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('"pair": "en-pt"'),
    });
    const none = await project.run('models', 'add', 'fr-ja', 'fr-en', '--mirror', server.url);
    expect(none).toMatchObject({ exitCode: 1, out: 'fr-en 3.0 base-memory: is there\n' });
    expect(none.err).toContain('go from fr to ja');
  });

  it('says why records were refused where that leaves a pair without a model', async () => {
    const set = modelOf('fr-en', { size: 1000 });
    const records = set.records.map((record) => ({ ...record, decompressedHash: undefined }));
    const server = await serve({ ...set, records });
    const { exitCode, err } = await (await projectFor('en')).run('models', 'add', '--mirror', server.url);
    expect(exitCode).toBe(1);
    expect(err).toContain('refused: record 1: decompressedHash');
  });

  it('goes to the mirror of the configuration, whose catalogue may lie elsewhere', async () => {
    const server = await serve();
    const project = await projectFor('en');
    const mirrors = [server.url, { catalogue: `${server.url}records.json`, files: server.url.slice(0, -1) }];
    for (const mirror of mirrors) {
      const config = { targets: ['en'], providers: { fxtranslate: { models: 'shared', mirror } } };
      await project.write('depeche.config.json', JSON.stringify(config));
      expect(await project.run('models', 'add')).toMatchObject({ exitCode: 0 });
    }
    expect([...(await project.snapshot('shared')).keys()]).toContain('shared/fr-en/model.json');
  });

  it('gives the same bytes from a mirror, from its folder, from unpacked files and from a folder of models', async () => {
    const server = await serve();
    const [online, stick] = [await projectFor('de'), await projectFor('de')];
    await online.run('models', 'add', '--mirror', server.url);
    const expected = await online.snapshot('.depeche/models');
    expect(expected.size).toBe(8);
    await writeSet(join(stick.root, 'packed'), all, 'packed');
    await writeSet(join(stick.root, 'unpacked'), all, 'unpacked');
    for (const from of ['packed', 'unpacked', join(online.root, '.depeche/models')]) {
      const { exitCode, out } = await stick.run('models', 'add', '--from', from);
      expect(exitCode).toBe(0);
      expect(out).toMatch(/fr-en .*: added/u);
      expect(await stick.snapshot('.depeche/models')).toEqual(expected);
      await stick.run('models', 'remove', 'fr-en', 'en-de');
    }
  });

  it('makes models of the files that fxtranslate got, without getting them again', async () => {
    const server = await serve();
    const project = await projectFor('en');
    await writeSet(join(project.root, '.depeche/models'), all, 'unpacked');
    expect((await project.run('models', 'list')).err).toContain('fr-en: has no model.json');
    const { out } = await project.run('models', 'add', '--mirror', server.url);
    expect(out).toMatch(/^fr-en .*: added/u);
    expect(server.asked.map(({ path }) => path)).toEqual(['records.json']);
  });

  it('leaves a model alone that only a later release reads', async () => {
    const project = await projectFor('en');
    const server = await serve();
    await project.run('models', 'add', '--mirror', server.url);
    const manifest = await project.read('.depeche/models/fr-en/model.json');
    await project.write('.depeche/models/fr-en/model.json', manifest.replace('"3.0"', '"4.0"'));
    const before = await project.snapshot('.depeche/models');
    expect((await project.run('models', 'list')).err).toContain('the engine does not read version 4.0');
    expect(await project.run('models', 'add', '--mirror', server.url)).toMatchObject({
      exitCode: 0,
      out: 'fr-en 4.0 base-memory: is there, and newer\n',
    });
    expect(await project.snapshot('.depeche/models')).toEqual(before);
  });

  it('takes no files that nothing lists, and none that are not what the list says', async () => {
    const project = await projectFor('en');
    await writeSet(join(project.root, 'stick'), all, 'unpacked');
    await project.write('stick/fr-en/vocab.fren.spm', Buffer.alloc(20_000, 1));
    expect(await project.run('models', 'add', '--from', 'stick')).toMatchObject({ exitCode: 2 });
    await writeFile(join(project.root, 'stick/records.json'), '{"data":[]}');
    expect(await project.run('models', 'add', '--from', 'stick')).toMatchObject({ exitCode: 1, out: '' });
    await mkdir(join(project.root, 'device'));
    await symlink('/dev/null', join(project.root, 'device/records.json'));
    expect((await project.run('models', 'add', '--from', 'device')).err).toContain('holds neither models');
    for (const from of ['nowhere', 'stick/fr-en', 'device']) {
      expect(await project.run('models', 'add', '--from', from)).toMatchObject({ exitCode: 2, out: '' });
    }
    expect((await project.run('models', 'list', '--json')).out).toContain('"models": []');
  });

  it.each([
    [['nonsense'], 'is no pair of languages'],
    [['../x-en'], 'is no pair of languages'],
    [['--mirror', 'http://models.example/'], '--mirror must be an https address'],
    [['--mirror', 'https://u:p@models.example/'], '--mirror must be an https address'],
    [['--mirror', 'http://127.0.0.1:9/', '--from', 'x'], 'name one'],
  ])('refuses %j', async (args, said) => {
    const { exitCode, err, out } = await (await projectFor('en')).run('models', 'add', ...args);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain(said);
  });

  it('is stopped by Ctrl-C in the middle: no model is there, and the next time it goes on', async () => {
    const [weights = ''] = all.packed.keys();
    const server = await serve(all, {
      fault: ({ path }, nth) => (path === weights && nth === 1 ? { kind: 'hold', after: 9000 } : undefined),
    });
    const project = await projectFor('en');
    const { process: child, ended } = startCommand(project.root, ['models', 'add', '--mirror', server.url]);
    const started = () => project.snapshot('.depeche/models').catch(() => new Map<string, string>());
    await vi.waitFor(
      async () =>
        expect(
          [...(await started())].some(([name, text]) => name.endsWith('data') && text.length === 9000),
        ).toBe(true),
      { timeout: 15_000, interval: 20 },
    );
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ exitCode: 130, out: '' });
    expect(JSON.parse((await project.run('models', 'list', '--json')).out)).toMatchObject({ models: [] });
    expect(await project.run('models', 'add', '--mirror', server.url)).toMatchObject({ exitCode: 0 });
    expect(server.asked.filter(({ path }) => path === weights)[1]?.range).toBe('bytes=9000-');
    expect(await project.run('models', 'verify')).toMatchObject({ exitCode: 0, out: 'fr-en: whole\n' });
  });
});

describe('models list', () => {
  it('shows what is there, and what the catalogue has for the project', async () => {
    const project = await projectFor('en', 'de', 'ja');
    expect(await project.run('models', 'list')).toMatchObject({ exitCode: 0, out: '' });
    await project.run('models', 'add', 'fr-en', '--mirror', (await serve()).url);
    const newer = together(all, modelOf('fr-en', { version: '3.1', size: 40_000 }));
    const server = await serve(newer);
    const { out, err } = await project.run('models', 'list', '--available', '--mirror', server.url);
    expect(out).toMatch(/^model {2}version .*\nfr-en {2}3\.0 .* 0\.1\n\nto get/u);
    expect(out).toMatch(/fr-en {3}3\.1 .* older {2}fr-en fr-de\n/u);
    expect(out).toMatch(/en-de {3}3\.0 .* no {5}fr-de\n/u);
    expect(err).toContain('no models from fr to ja');
    const json = await project.run('models', 'list', 'zh', '--available', '--mirror', server.url, '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      models: [],
      available: [{ pair: 'en-zh-Hans', state: 'missing', for: [] }],
      missing: [{ source: 'fr', target: 'ja' }],
    });
  });
});

describe('models verify', () => {
  it('finds a byte that changed, and add puts it right', async () => {
    const server = await serve();
    const project = await projectFor('de');
    await project.run('models', 'add', '--mirror', server.url);
    expect(await project.run('models', 'verify')).toMatchObject({
      exitCode: 0,
      out: 'en-de: whole\nfr-en: whole\n',
    });
    const path = '.depeche/models/fr-en/model.fren.intgemm.alphas.bin';
    const bytes = await readFile(join(project.root, path));
    bytes.writeUInt8(bytes.readUInt8(5) ^ 1, 5);
    await project.write(path, bytes);
    const broken = await project.run('models', 'verify');
    expect(broken).toMatchObject({
      exitCode: 1,
      out: 'en-de: whole\nfr-en: the file model.fren.intgemm.alphas.bin is not what it was: its SHA-256 differs\n',
      err: 'To put them right: depeche models add fr-en\n',
    });
    expect(await project.run('models', 'verify', 'en-de')).toMatchObject({ exitCode: 0 });
    expect((await project.run('models', 'add', 'fr-en', '--mirror', server.url)).out).toContain(': repaired');
    expect(await project.run('models', 'verify')).toMatchObject({ exitCode: 0 });
    await project.write('.depeche/models/fr-en/vocab.fren.spm', 'cut off');
    expect(await project.run('models', 'verify', 'fr-en', '--json')).toMatchObject({
      exitCode: 1,
      out: expect.stringContaining('"fault": "the file vocab.fren.spm has 7 bytes in place of 20000"'),
    });
    expect((await project.run('models', 'add', 'fr-en', '--mirror', server.url)).out).toContain(': repaired');
    const left = await project.snapshot('.depeche/models/fr-en');
    const listed = JSON.parse(await project.read('.depeche/models/fr-en/model.json')).files;
    expect([...left.keys()].length).toBe(listed.length + 1);
    expect(await project.run('models', 'verify', 'fr-ja')).toMatchObject({ exitCode: 2 });
  });
});

describe('models remove', () => {
  it('takes a model away, and nothing that is none', async () => {
    const project = await projectFor('en');
    await project.run('models', 'add', '--mirror', (await serve()).url);
    await project.write('.depeche/models/en-de/notes.txt', 'mine');
    const { exitCode, out } = await project.run('models', 'remove', 'fr-en', '--json');
    expect([exitCode, JSON.parse(out)]).toEqual([0, { removed: ['fr-en'] }]);
    for (const pair of ['fr-en', 'en-de', '../..']) {
      expect(await project.run('models', 'remove', pair)).toMatchObject({ exitCode: 2 });
    }
    expect([...(await project.snapshot('.depeche/models')).keys()]).toEqual([
      '.depeche/models/en-de/notes.txt',
    ]);
  });
});
