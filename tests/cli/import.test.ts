import { describe, expect, it } from 'vitest';
import { demo, type TemporaryProject, temporaryProject } from './temporary-project.ts';

const id = 'karabakh-diplomatie';

/** A demo project with drafts in English, one of them out in a tool. */
async function sentOut(profile: string, out = `out/${id}.xlf`): Promise<TemporaryProject> {
  const project = await temporaryProject(demo);
  await project.run('translate', '--to', 'en');
  const { exitCode, err } = await project.run('export', id, '--to', 'en', '--profile', profile, '--out', out);
  expect(err).toBe('');
  expect(exitCode).toBe(0);
  return project;
}

async function edit(
  project: TemporaryProject,
  path: string,
  from: string | RegExp,
  to: string,
): Promise<void> {
  const text = await project.read(path);
  expect(text).toMatch(from);
  await project.write(path, text.replace(from, to));
}

type Segment = { segment: string; outcome: string; why: string };

async function importJson(project: TemporaryProject, ...args: string[]) {
  const { exitCode, out } = await project.run('import', ...args, '--json');
  const report: { imported: { segments: Segment[] }[]; written: string[] } = JSON.parse(out);
  return { exitCode, written: report.written, segments: report.imported.flatMap(({ segments }) => segments) };
}

describe('depeche import', () => {
  it.each(['2.1', '2.0', '1.2'])('%s: what comes home as it went out changes no byte', async (profile) => {
    const project = await sentOut(profile);
    const before = await project.snapshot('locales');
    const { exitCode, segments, written } = await importJson(project, `out/${id}.xlf`);
    expect({ exitCode, written }).toEqual({ exitCode: 0, written: [] });
    expect(new Set(segments.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect(await project.snapshot('locales')).toEqual(before);
  });

  it('takes an edit into master, bundle and memory; again, and after a run, nothing changes', async () => {
    const project = await sentOut('1.2');
    await edit(
      project,
      `out/${id}.xlf`,
      /(<trans-unit id="s\w+"[\s\S]*?<target )state="needs-translation"[^>]*>[^<]+</u,
      '$1state="signed-off">A new headline<',
    );
    const { exitCode, out } = await project.run('import', 'out', '--by', 'Ben', '--as', 'final');
    expect(out).toMatch(/karabakh-diplomatie en: 1 taken, 15 unchanged\n {2}\S+ {2}taken: edited: final/u);
    expect(exitCode).toBe(0);
    expect(await project.read(`locales/en/${id}.json`)).toContain('A new headline');
    const manifest = JSON.parse(await project.read('locales/manifest.json'));
    expect(manifest.dispatches[id].locales.en).toMatchObject({ complete: true });
    const before = await project.snapshot('locales');
    expect((await importJson(project, 'out', '--by', 'Eve')).written).toEqual([]);
    await project.run('translate', '--to', 'en');
    expect(await project.snapshot('locales')).toEqual(before);
    const found = await project.run('memory', 'search', 'new', 'headline', '--to', 'en');
    expect(found.out).toContain('A new headline');
  });

  it('shows both sides of a conflict, exits with 1 and writes nothing until it is decided', async () => {
    const project = await sentOut('2.0');
    await edit(
      project,
      `out/${id}.xlf`,
      /(<segment id="\w+" )state="initial" subState="poedit:fuzzy"(>\s*<source.*\n\s*<target xml:space="preserve">)[^<]+/u,
      '$1state="translated"$2There',
    );
    await project.write(`out/here.xlf`, (await project.read(`out/${id}.xlf`)).replace('>There<', '>Here<'));
    expect((await project.run('import', 'out/here.xlf')).exitCode).toBe(0);
    const before = await project.snapshot('locales');
    const { exitCode, out } = await project.run('import', `out/${id}.xlf`);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/conflicting: .*\n {6}here {3}Here\n {6}there {2}There\n/u);
    expect(await project.snapshot('locales')).toEqual(before);
    expect((await project.run('import', `out/${id}.xlf`, '--prefer', 'ours')).exitCode).toBe(0);
    expect(await project.snapshot('locales')).toEqual(before);
    expect((await project.run('import', `out/${id}.xlf`, '--prefer', 'theirs')).exitCode).toBe(0);
    expect(await project.read(`locales/en/${id}.json`)).toContain('There');
  });

  it('marks words that a rule puts back, and nothing when the file comes again', async () => {
    const project = await sentOut('2.0');
    const dateline = /(<segment id="dateline"[\s\S]*?<target[^>]*>)[^<]+/u;
    await edit(project, `locales/en/${id}.xlf`, dateline, '$1');
    await edit(project, `out/${id}.xlf`, dateline, '$1');
    const { segments } = await importJson(project, `out/${id}.xlf`);
    expect(segments.find(({ segment }) => segment === 'dateline')?.outcome).toBe('marked');
    const before = await project.snapshot('locales');
    expect((await importJson(project, `out/${id}.xlf`)).written).toEqual([]);
    expect(await project.snapshot('locales')).toEqual(before);
  });

  it.each([
    ['a document type', (text: string) => text.replace('<xliff', '<!DOCTYPE a><xliff')],
    ['another language', (text: string) => text.replace('target-language="en"', 'target-language="de"')],
    [
      'another dispatch',
      (text: string) => text.replace(`product-name="${id}"`, 'product-name="constructor"'),
    ],
    ['half a file', (text: string) => text.slice(0, text.length / 2)],
  ])('refuses %s with nothing written', async (_, damage) => {
    const project = await sentOut('1.2');
    const before = await project.snapshot('locales');
    await project.write(`out/${id}.xlf`, damage(await project.read(`out/${id}.xlf`)));
    const { exitCode, err } = await project.run('import', `out/${id}.xlf`);
    expect(exitCode).toBe(2);
    expect(err).toMatch(/out\/karabakh|locales\/de/u);
    expect(await project.snapshot('locales')).toEqual(before);
  });

  it('tells what a tool broke in passing, and goes on: the first few for people, all of it for machines', async () => {
    const project = await sentOut('2.1');
    expect((await project.run('import', `out/${id}.xlf`)).out).not.toContain('broke');
    await edit(project, `out/${id}.xlf`, /<segment /gu, '<segment seen="yes" ');
    const { exitCode, out, err } = await project.run('import', `out/${id}.xlf`);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toMatch(
      /\nout\/\S+: the tool broke the file in 16 places; no words and no state of a segment are affected\n( {2}\d+:\d+ {2}attribute-unknown: .*\n){3} {2}and 13 more: --json has all of them\n$/u,
    );
    const json = JSON.parse((await project.run('import', `out/${id}.xlf`, '--json')).out);
    expect(json.damaged).toMatchObject([{ file: `out/${id}.xlf` }]);
    expect(json.damaged[0].findings).toHaveLength(16);
    expect(json.damaged[0].findings[0]).toMatchObject({ constraint: 'attribute-unknown' });
  });

  it('exits with 1 where words or a state may be lost, names the segment, and takes the rest', async () => {
    const project = await sentOut('1.2');
    await edit(
      project,
      `out/${id}.xlf`,
      /(<trans-unit id="(?:s\w+)"[\s\S]*?<target )state="needs-translation"[^>]*>[^<]+<\/target>/u,
      '$1state="translated">A new headline</target><target state="final">Another one</target>',
    );
    await edit(project, `out/${id}.xlf`, '<body>', '<body><unit/>');
    const { exitCode, out } = await project.run('import', `out/${id}.xlf`, '--by', 'Ben');
    expect(exitCode).toBe(1);
    expect(out).toContain(': 1 taken, 15 unchanged\n');
    expect(out).toMatch(
      /: the tool broke the file in \d places; words or a state may be lost: look at (s\w+)\n {2}\d+:\d+ {2}\1 {2}element-misplaced: /u,
    );
    expect(await project.read(`locales/en/${id}.xlf`)).toContain('A new headline');
  });

  it('tells what is broken in the files that OmegaT made', async () => {
    const project = await sentOut('omegat', 'team');
    const made = (await project.read(`team/source/${id}.xlf`)).replace('<body>', '<body><unit/>');
    await project.write(`team/target/${id}.xlf`, made);
    const { exitCode, out } = await project.run('import', 'team');
    expect(exitCode).toBe(0);
    expect(out).toContain(`team/target/${id}.xlf: the tool broke the file in`);
  });

  it('tells of a file that can be read and not be checked', async () => {
    const project = await sentOut('1.2');
    await edit(project, `out/${id}.xlf`, /<xliff .*>/u, '<xliff version="1.1">');
    const { exitCode, out } = await project.run('import', `out/${id}.xlf`);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/: 16 unchanged\nout\/\S+: was read, but [^\n]*\n {2}2:1 {2}root-element: /u);
  });

  it('says nothing of what is broken in a file that is refused as a whole', async () => {
    const project = await sentOut('1.2');
    await edit(project, `out/${id}.xlf`, 'target-language="en"', 'target-language="de" seen="yes"');
    const { exitCode, out } = await project.run('import', `out/${id}.xlf`);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  });

  it.each([
    ['a project of OmegaT', ['home/olga']],
    ['a folder with a project of OmegaT in it', ['home']],
  ])('reads %s: who did what, and what was only filled in', async (_, from) => {
    const project = await sentOut('omegat', 'home/olga');
    expect((await importJson(project, 'home/olga')).written).toEqual([]);
    const source = await project.read(`home/olga/source/${id}.xlf`);
    const units = [...source.matchAll(/<trans-unit id="(\w+)"[^>]*>\s*<source>([^<]*)</gu)];
    const [
      [, edited = '', first = ''] = [],
      [, accepted = '', second = ''] = [],
      [, filled = '', third = ''] = [],
    ] = units;
    const draft = JSON.parse(await project.read(`locales/en/${id}.json`))[accepted];
    const tu = (from: string, to: string, prop = '') =>
      `<tu>${prop}<tuv lang="fr"><seg>${from}</seg></tuv><tuv lang="en" changeid="Ben" changedate="20260303T100000Z"><seg>${to}</seg></tuv></tu>`;
    await project.write(
      'home/olga/omegat/project_save.tmx',
      `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx11.dtd"><tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="3" segtype="sentence" srclang="fr"/><body>${tu(first, 'Words of Ben')}${tu(second, draft, `<prop type="file">${id}.xlf</prop><prop type="id">${accepted}</prop>`)}${tu(third, 'Filled in', '<prop type="x-auto">auto</prop>')}</body></tmx>`,
    );
    const { segments } = await importJson(project, ...from);
    const outcome = new Map(segments.map((segment) => [segment.segment, segment.outcome]));
    expect([edited, accepted, filled].map((segment) => outcome.get(segment))).toEqual([
      'taken',
      'accepted',
      'unchanged',
    ]);
    const master = await project.read(`locales/en/${id}.xlf`);
    expect(master).toContain('Words of Ben');
    expect(master).toContain('2026-03-03T10:00:00Z');
    expect((await importJson(project, ...from)).written).toEqual([]);
  });
});

describe('depeche accept', () => {
  it('takes one segment or the whole draft under a name, and nothing twice', async () => {
    const project = await temporaryProject(demo);
    await project.run('translate', '--to', 'en');
    const one = await project.run('accept', id, 'dateline', '--to', 'en', '--by', 'Ada', '--as', 'final');
    expect(one).toMatchObject({
      exitCode: 0,
      out: `${id} en: 1 accepted\n  dateline  accepted: accepted as it is: final\n`,
    });
    const all = await project.run('accept', id, '--to', 'en', '--by', 'Ada');
    expect(all.out).toMatch(/^karabakh-diplomatie en: 15 accepted, 1 unchanged\n/u);
    const manifest = JSON.parse(await project.read('locales/manifest.json'));
    expect(manifest.dispatches[id].locales.en.disclosure).not.toBe('ai-autonomous');
    const before = await project.snapshot('locales');
    expect((await project.run('accept', id, '--to', 'en', '--by', 'Eve')).exitCode).toBe(0);
    expect(await project.snapshot('locales')).toEqual(before);
    await project.run('translate', '--to', 'en', '--redo');
    expect(await project.snapshot('locales')).toEqual(before);
  });

  it.each([
    [['accept', id, '--to', 'en']],
    [['accept', id, '--to', 'en', '--by', ' ']],
    [['accept', id, 's0', '--to', 'en', '--by', 'Ada']],
    [['accept', 'nowhere', '--to', 'en', '--by', 'Ada']],
    [['accept', id, '--to', 'de', '--by', 'Ada']],
    [['accept', id, '--to', 'en', '--by', 'Ada', '--as', 'perfect']],
    [['import', 'nowhere.xlf']],
    [['import']],
  ])('%j is refused', async (args) => {
    const project = await temporaryProject(demo);
    await project.run('translate', '--to', 'en');
    const before = await project.snapshot('locales');
    const { exitCode, err } = await project.run(...args);
    expect(exitCode).toBe(2);
    expect(err).not.toBe('');
    expect(await project.snapshot('locales')).toEqual(before);
  });
});
