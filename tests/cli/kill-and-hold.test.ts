import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scriptedAsk, scriptedRun } from './scripted-run.ts';
import { type TemporaryProject, temporaryProject } from './temporary-project.ts';

const golden = join(import.meta.dirname, '../wire/golden');
const source = (path: string): string => readFileSync(join(golden, path), 'utf8');
const plain =
  'Le port rouvre\n\nBrest, 3 mai 2021 (DEP) - Le port de Brest a rouvert lundi. Le vent est tombé.\n';

/** How each format says that a story is taken back, and that it is held; a note makes a new version of the story, a field does not. */
const formats: Readonly<Record<string, { file: string; usable: string; kill: string; hold: string }>> = {
  'newsml-g2': field('newsml-g2-lines/source.xml', 'stat:usable', 'stat:canceled', 'stat:withheld'),
  'newsml-1': field(
    'newsml-1/source.xml',
    '<Status FormalName="Embargoed"',
    '<Status FormalName="Canceled"',
    '<Status FormalName="Withheld"',
  ),
  nitf: field(
    'nitf/source.xml',
    'management-status="usable"',
    'management-status="canceled"',
    'management-status="withheld"',
  ),
  ninjs: field(
    'ninjs-3/source.json',
    '"pubStatus": "usable"',
    '"pubStatus": "canceled"',
    '"pubStatus": "withheld"',
  ),
  'iptc-7901': field(
    'iptc-7901/source.txt',
    'Par Hugo',
    'ATTENTION - ANNULATION ///\r\nPar Hugo',
    'ATTENTION - EMBARGO ///\r\nPar Hugo',
  ),
  'anpa-1312': field('anpa-1312/source.txt', ', 1st ld-writethru', ', Kill', ', Hold'),
  html: field(
    'html/source.html',
    'ATTENTION - ajoute réaction de la régie ///',
    'ATTENTION - ANNULATION ///',
    'ATTENTION - EMBARGO ///',
  ),
  markdown: field('markdown-front/source.md', 'status: usable', 'status: canceled', 'status: withheld'),
  text: {
    file: 'source.txt',
    usable: plain,
    kill: `ATTENTION - ANNULATION ///\n${plain}`,
    hold: `ATTENTION - EMBARGO ///\n${plain}`,
  },
};

function field(path: string, usable: string, kill: string, hold: string) {
  const copy = source(path);
  if (!copy.includes(usable)) throw new Error(`${path} does not say “${usable}”`);
  const file = path.split('/')[1] ?? path;
  return { file, usable: copy, kill: copy.replace(usable, kill), hold: copy.replace(usable, hold) };
}

type Published = {
  readonly dispatches: Readonly<Record<string, { readonly canceled?: boolean; readonly version?: number }>>;
};

describe.each(Object.entries(formats))('%s', (_, { file, usable, kill, hold }) => {
  /** A story that people have signed, and another one that repeats a sentence of it. */
  async function signed() {
    const project = await temporaryProject();
    const at = `source-texts/${file.replace('source', 'story')}`;
    await project.write(at, usable);
    await scriptedRun(project, { ask: scriptedAsk });
    await project.run('accept', 'story', '--to', 'en', '--by', 'Ana', '--as', 'final');
    const record = JSON.parse(await project.read('locales/fr/story.dispatch.json'));
    const body = record.paragraphs.filter(({ kind }: { kind: string }) => kind === 'body');
    await project.write('source-texts/echo.txt', `${body[0].segments[0].text}\n`);
    const manifest = async (): Promise<Published> => JSON.parse(await project.read('locales/manifest.json'));
    return { project, at, manifest };
  }

  it('killed: out at once with a tombstone, nothing of it in the memory, and nothing lost', async () => {
    const { project, at, manifest } = await signed();
    await scriptedRun(project);
    const bundle = await project.read('locales/en/story.json');
    expect(await project.read('locales/en/echo.xlf')).toMatch(/EN /u);

    await project.write(at, kill);
    await rm(join(project.root, 'locales/en/echo.xlf'));
    await scriptedRun(project);
    expect((await manifest()).dispatches.story).toEqual({ canceled: true });
    const files = [...(await project.snapshot('locales')).keys()];
    expect(files).not.toContain('locales/en/story.json');
    expect(files).not.toContain('locales/fr/story.json');
    // In the very run that took it back, and in those behind it.
    expect(await project.read('locales/en/echo.xlf')).not.toMatch(/EN /u);
    const before = await project.snapshot('locales');
    await scriptedRun(project);
    expect(await project.snapshot('locales')).toEqual(before);
    expect(await project.read('locales/en/story.xlf')).toMatch(/EN .*<\/target>/u);

    await project.write(at, usable);
    await scriptedRun(project);
    expect(await project.read('locales/en/story.json')).toBe(bundle);
    expect(await project.read('locales/en/echo.xlf')).toMatch(/EN /u);
  });

  it('held: this version is not out until it is released, and an earlier one stays', async () => {
    const { project, at, manifest } = await signed();
    await scriptedRun(project);
    const bundle = await project.read('locales/en/story.json');
    await project.write(at, hold);
    await scriptedRun(project);
    const { version: today } = await lastVersion(project);
    const out = (await manifest()).dispatches.story;
    expect(out?.version).toBe(today === 1 ? undefined : 1);
    const files = [...(await project.snapshot('locales')).keys()];
    expect(files.includes('locales/en/story.json')).toBe(today > 1);
    const before = await project.snapshot('locales');
    await scriptedRun(project);
    expect(await project.snapshot('locales')).toEqual(before);

    await project.write(at, usable);
    await scriptedRun(project);
    expect(await project.read('locales/en/story.json')).toBe(bundle);
    expect((await manifest()).dispatches.story?.version).toBe((await lastVersion(project)).version);
  });
});

async function lastVersion(project: TemporaryProject): Promise<{ readonly version: number }> {
  return JSON.parse(await project.read('locales/fr/story.dispatch.json')).versions.at(-1);
}

it('nobody is asked for what the agency has taken back', async () => {
  const project = await temporaryProject();
  const { text } = formats;
  await project.write('source-texts/story.txt', text?.kill ?? '');
  const asked: string[] = [];
  await scriptedRun(project, {
    ask: async (draft) => {
      asked.push(draft.dispatch.id);
      return draft;
    },
  });
  expect(asked).toEqual([]);
  expect((await project.run('translate', '--to', 'en')).exitCode).toBe(0);
});
