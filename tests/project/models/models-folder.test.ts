import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseConfig } from '../../../src/project/config.ts';
import { installedModels, modelFolders, modelsFolder } from '../../../src/project/models/models-folder.ts';

const hash = 'a'.repeat(64);
const files = [
  { role: 'weights', name: 'model.bin', size: 3, sha256: hash },
  { role: 'source-vocabulary', name: 'src.spm', size: 3, sha256: hash },
  { role: 'target-vocabulary', name: 'trg.spm', size: 3, sha256: hash },
];
const manifest = { source: 'en', target: 'ja', version: '3.0', files };

async function folderWith(json: unknown, pair = 'en-ja'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'depeche-models-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, pair));
  for (const { name } of files) await writeFile(join(folder, pair, name), 'abc');
  if (json !== undefined) {
    await writeFile(join(folder, pair, 'model.json'), typeof json === 'string' ? json : JSON.stringify(json));
  }
  return folder;
}

const first = (change: object) => ({
  ...manifest,
  files: files.map((file, at) => (at === 0 ? { ...file, ...change } : file)),
});

describe('the models of a folder', () => {
  it('are those with a model.json and its files', async () => {
    const folder = await folderWith(manifest);
    expect(await installedModels(folder)).toEqual([
      {
        source: 'en',
        target: 'ja',
        version: '3.0',
        weights: join(folder, 'en-ja/model.bin'),
        sourceVocabulary: join(folder, 'en-ja/src.spm'),
        targetVocabulary: join(folder, 'en-ja/trg.spm'),
      },
    ]);
  });

  it('are none where there is no such folder', async () => {
    expect(await installedModels('/nowhere/at/all')).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['leaves its folder', first({ name: '../../etc/passwd' })],
    ['names an absolute path', first({ name: '/etc/passwd' })],
    ['has a file of another size', first({ size: 4 })],
    ['has a file that is not there', first({ name: 'other.bin' })],
    ['has a file without a hash', first({ sha256: undefined })],
    ['has a giant file', first({ size: 1e13 })],
    ['has a role twice', first({ role: 'source-vocabulary' })],
    ['has one vocabulary of two', { ...manifest, files: files.slice(0, 2) }],
    ['names a file twice', { ...manifest, files: [...files, { ...files[0], role: 'shortlist' }] }],
    ['is of another pair', { ...manifest, target: 'ko' }],
    ['is of a version that the engine does not read', { ...manifest, version: '4.0' }],
    ['has a key that nobody knows', { ...manifest, script: 'rm -rf' }],
    ['is no JSON', '{'],
    ['is empty', ''],
    ['is nothing', 'null'],
  ])('are none whose model.json %s', async (_, json) => {
    const folder = await folderWith(json);
    expect(await installedModels(folder)).toEqual([]);
    expect(await modelFolders(folder)).toMatchObject([{ state: 'damaged', pair: 'en-ja' }]);
  });

  it('are none whose files are links, or that are links themselves', async () => {
    const folder = await folderWith(manifest);
    await rm(join(folder, 'en-ja/model.bin'));
    await symlink('/etc/hostname', join(folder, 'en-ja/model.bin'));
    await symlink(
      join(await folderWith({ ...manifest, target: 'ko' }, 'en-ko'), 'en-ko'),
      join(folder, 'en-ko'),
    );
    expect(await installedModels(folder)).toEqual([]);
  });

  it('are not what another tool left without a model.json, nor what is hidden', async () => {
    const folder = await folderWith(undefined);
    await mkdir(join(folder, '.incoming'));
    expect(await modelFolders(folder)).toMatchObject([{ state: 'unlisted', pair: 'en-ja' }]);
    expect(await installedModels(folder)).toEqual([]);
  });

  it('do not count once a file is cut off', async () => {
    const folder = await folderWith(manifest);
    await truncate(join(folder, 'en-ja/model.bin'), 1);
    expect(await installedModels(folder)).toEqual([]);
  });
});

it('lie in .depeche/models, or where the configuration says', async () => {
  const project = async (models?: string) => ({
    root: '/project',
    config: await parseConfig(
      JSON.stringify({ providers: { fxtranslate: models === undefined ? {} : { models } } }),
    ),
  });
  expect(modelsFolder(await project())).toBe('/project/.depeche/models');
  expect(modelsFolder(await project('models'))).toBe('/project/models');
  expect(modelsFolder(await project('/srv/models'))).toBe('/srv/models');
});

it.each([
  ['"http://models.example/"', false],
  ['"https://user:secret@models.example/"', false],
  ['"ftp://models.example/"', false],
  ['"file:///srv/models"', false],
  ['"//models.example"', false],
  ['{ "catalogue": "https://a.example/records" }', false],
  ['{ "catalogue": "https://a.example/records", "files": "http://b.example/" }', false],
  ['"https://models.example/firefox"', true],
  ['"http://127.0.0.1:8080/"', true],
  ['"http://localhost:8080/"', true],
  ['{ "catalogue": "https://a.example/records", "files": "https://b.example/" }', true],
])('a mirror at %s', async (mirror, isAllowed) => {
  const config = parseConfig(`{ "providers": { "fxtranslate": { "mirror": ${mirror} } } }`);
  if (isAllowed) await expect(config).resolves.toBeDefined();
  else
    await expect(config).rejects.toMatchObject({ code: 'config', message: expect.stringContaining('https') });
});
