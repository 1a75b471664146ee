import { cp, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { profiles } from '../../src/model/draft.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { demo, type TemporaryProject, temporaryProject } from './temporary-project.ts';

const id = 'festival-lecture';
const master = `locales/en/${id}.xlf`;

async function translated(...locales: string[]): Promise<TemporaryProject> {
  const project = await temporaryProject(demo);
  await project.run('translate', '--to', locales.join(','), `source-texts/${id}.txt`);
  return project;
}

const exporting = (profile: string, out: string, ...more: string[]) =>
  ['export', id, '--to', 'en', '--profile', profile, '--out', out, ...more] as const;

describe('export', () => {
  it.each(profiles)('in %s changes nothing in the master but what it remembers', async (profile) => {
    const project = await translated('en');
    const before = readMaster(await project.read(master));
    const { exitCode, out } = await project.run(...exporting(profile, 'out/it', '--json'));
    expect(exitCode).toBe(0);
    const [exported] = JSON.parse(out);
    expect(exported).toMatchObject({ id, locale: 'en', profile, path: join(project.root, 'out/it') });
    const { exports, ...after } = readMaster(await project.read(master));
    expect(after).toEqual(before);
    expect(exports).toHaveLength(1);
    expect(exports?.[0]).toMatchObject({ id: exported.export, profile });
    expect(exports?.[0]?.segments.size).toBe(before.units.length);
  });

  it('of the same content again, to the same or another place, changes no byte', async () => {
    const project = await translated('en');
    await project.run(...exporting('1.2', 'out/a.xlf'));
    const before = [await project.snapshot('locales'), await project.snapshot('out')];
    expect((await project.run(...exporting('1.2', 'out/a.xlf'))).exitCode).toBe(0);
    expect([await project.snapshot('locales'), await project.snapshot('out')]).toEqual(before);
    await project.run(...exporting('1.2', 'out/b.xlf'));
    expect(await project.snapshot('locales')).toEqual(before[0]);
    expect(await project.read('out/b.xlf')).toBe(await project.read('out/a.xlf'));
  });

  it('is remembered by later runs of translate, which change no byte', async () => {
    const project = await translated('en');
    for (const profile of profiles) await project.run(...exporting(profile, `out/${profile}`));
    const before = await project.snapshot('locales');
    const { out } = await project.run('translate', '--to', 'en', `source-texts/${id}.txt`);
    expect(out).toContain('No file changed');
    expect(await project.snapshot('locales')).toEqual(before);
    const text = await project.read(`source-texts/${id}.txt`);
    const shorter = text.replace(/\n\n[^\n]+\n\n(?=[^\n]*\n*$)/u, '\n\n');
    await project.write(`source-texts/${id}.txt`, shorter);
    const exports = readMaster(await project.read(master)).exports;
    await project.run('translate', '--to', 'en', `source-texts/${id}.txt`);
    expect(readMaster(await project.read(master)).exports).toEqual(exports);
  });

  it('as a project of OmegaT has the folders OmegaT wants', async () => {
    const project = await temporaryProject(['source-texts']);
    await project.run('translate', '--to', 'en', `source-texts/${id}.txt`);
    await project.run(...exporting('omegat', 'out/project'));
    for (const folder of ['source', 'target', 'tm', 'glossary', 'omegat', 'dictionary']) {
      expect((await stat(join(project.root, 'out/project', folder))).isDirectory(), folder).toBe(true);
    }
  });

  it('puts several dispatches and languages into a folder', async () => {
    const project = await temporaryProject(demo);
    await project.run('translate', '--to', 'en,ar');
    const ids = [id, 'tour-etape'];
    const { exitCode } = await project.run(
      'export',
      ...ids,
      '--to',
      'en,ar',
      '--profile',
      '2.0',
      '--out',
      'out',
    );
    expect(exitCode).toBe(0);
    const files = [...(await project.snapshot('out')).keys()];
    expect(files).toEqual(['en', 'ar'].sort().flatMap((to) => ids.map((each) => `out/${to}/${each}.xlf`)));
    await project.run('export', ...ids, '--to', 'ar', '--profile', 'omegat', '--out', 'team');
    const sources = [...(await project.snapshot('team/source')).keys()];
    expect(sources).toEqual(ids.map((each) => `team/source/${each}.xlf`));
  });

  it('proposes what the memory knows by now, and fills nothing', async () => {
    const project = await temporaryProject(demo.filter((path) => path !== 'locales/memory'));
    await project.run('translate', '--to', 'en', `source-texts/${id}.txt`);
    const before = readMaster(await project.read(master));
    const memory = fileURLToPath(new URL('../../locales/memory', import.meta.url));
    await cp(memory, join(project.root, 'locales/memory'), { recursive: true });
    await project.run(...exporting('1.2', 'out/it.xlf'));
    const { exports: _, ...after } = readMaster(await project.read(master));
    expect(after).toEqual(before);
    const xml = await project.read('out/it.xlf');
    const proposals = xml.match(/<alt-trans match-quality="100" origin="locales\/memory\/demo\.en\.tmx"/gu);
    expect(proposals?.length).toBeGreaterThan(10);
    expect(xml).toContain('<target state="needs-translation"/>');
  });
});

describe('export refuses, and writes nothing,', () => {
  async function refused(project: TemporaryProject, ...args: readonly string[]): Promise<string> {
    const before = await project.snapshot('.');
    const { exitCode, err } = await project.run(...args);
    expect(exitCode).toBe(2);
    const same = (files: Map<string, string>) => [...files].filter(([path]) => !path.includes('.depeche/'));
    expect(same(await project.snapshot('.'))).toEqual(same(before));
    return err;
  }

  it('where something else is at the place already', async () => {
    const project = await translated('en');
    await project.write('out/a.xlf', 'the work of a reviewer');
    expect(await refused(project, ...exporting('2.0', 'out/a.xlf'))).toContain('is there already');
    await project.write('out/omegat/source/festival-lecture.xlf', 'another export');
    expect(await refused(project, ...exporting('omegat', 'out/omegat'))).toContain('is there already');
  });

  it('to put anything among the masters', async () => {
    const project = await translated('en');
    expect(await refused(project, ...exporting('2.1', 'locales/en/new.xlf'))).toContain('holds the masters');
  });

  it('where nothing was translated yet', async () => {
    const project = await translated('en');
    const args = ['export', id, '--to', 'de', '--profile', '1.2', '--out', 'out.xlf'];
    expect(await refused(project, ...args)).toContain('run depeche translate --to de first');
  });

  it('where the dispatch has a later wording than the draft', async () => {
    const project = await translated('en');
    const text = await project.read(`source-texts/${id}.txt`);
    await project.write(
      `source-texts/${id}.txt`,
      text.replace(/\n\n(?=clv)/u, '\n\nUne phrase de plus.\n\n'),
    );
    expect(await refused(project, ...exporting('1.2', 'out.xlf'))).toContain('has a later wording');
  });

  it('a profile it does not know, an id nobody has, and a call without a place', async () => {
    const project = await translated('en');
    expect(await refused(project, ...exporting('3.0', 'out.xlf'))).toContain('3.0');
    const stranger = ['export', 'nobody', '--to', 'en', '--profile', '1.2', '--out', 'out.xlf'];
    expect(await refused(project, ...stranger)).toContain('no dispatch “nobody”');
    expect(await refused(project, 'export', id, '--to', 'en', '--profile', '1.2')).toContain('--out');
  });
});
