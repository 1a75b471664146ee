import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDeeplServer } from '../provider/deepl-server.ts';
import { checkout, demo, type TemporaryProject, temporaryProject } from './temporary-project.ts';

const story = 'source-texts/breve.txt';
const copy = 'Trifouilly, 3 mars 2021 (AFP) - Le convoi a franchi le pont. La nuit tombait déjà.\n';

async function smallProject(environment: Readonly<Record<string, string>> = {}): Promise<TemporaryProject> {
  const project = await temporaryProject([], environment);
  await project.write('depeche.config.json', '{ "targets": ["en"] }');
  await project.write(story, copy);
  return project;
}

describe('drafts as they stand on disk', () => {
  it('have every issue that translate counted, those of dateline and names too', async () => {
    const project = await smallProject();
    const { drafts } = JSON.parse((await project.run('translate', '--provider', 'pseudo', '--json')).out);
    expect(drafts[0].issues.warning).toBeGreaterThan(0);
    const { findings } = JSON.parse((await project.run('check', '--json')).out);
    expect(findings.map((finding: { check: string }) => finding.check)).toContain('dateline-place');
    expect(findings.filter((finding: { severity: string }) => finding.severity === 'warning')).toHaveLength(
      drafts[0].issues.warning,
    );
    expect(JSON.parse((await project.run('status', '--json')).out).drafts[0].issues).toEqual(
      drafts[0].issues,
    );
  });

  it('say what a provider failed on, and why', async () => {
    const server = await startDeeplServer({ fault: () => ({ kind: 'status', status: 400 }) });
    onTestFinished(() => server.close());
    const project = await smallProject({ DEEPL_AUTH_KEY: 'test-key' });
    await project.write(
      'depeche.config.json',
      JSON.stringify({ provider: 'deepl', providers: { deepl: { serverUrl: server.url } } }),
    );
    expect(await project.run('translate')).toMatchObject({ exitCode: 1 });
    expect(JSON.parse((await project.run('status', '--json')).out).drafts[0].states).toEqual({
      drafted: 1,
      failed: 2,
    });
    expect((await project.run('show', 'breve', '--to', 'en')).out).toContain(
      '[failed: Le convoi a franchi le pont.]',
    );
  });

  it('show stale words between brackets, and why a story is not published', async () => {
    const project = await smallProject();
    await project.run('translate');
    const master = 'locales/en/breve.xlf';
    const source = '<source xml:space="preserve">La nuit tombait déjà.</source>';
    const text = await project.read(master);
    expect(text).toContain(source);
    await project.write(master, text.replace(source, `${source}<target>Night was falling.</target>`));
    await project.run('translate');
    await project.write(story, `ATTENTION - annule ///\n\n${copy.replace('déjà', 'enfin')}`);
    expect((await project.run('translate')).out).toMatch(/breve {2}en {2}taken back by the agency/u);
    const { out, exitCode } = await project.run('show', 'breve', '--to', 'en');
    expect(exitCode).toBe(1);
    expect(out).toContain('[stale: Night was falling.]');
    expect(out).toContain('taken back by the agency: not published');
  });

  it('of a dispatch that is gone are named by status', async () => {
    const project = await smallProject();
    await project.run('translate', '--provider', 'pseudo');
    await rm(join(project.root, story));
    expect((await project.run('status')).out).toContain(
      'Published, with no dispatch in source-texts/: breve',
    );
    expect(JSON.parse((await project.run('status', '--json')).out).withoutSource).toEqual(['breve']);
  });
});

describe('a dispatch from elsewhere', () => {
  it('does not pass for a later version of one that is here, but may go to another folder', async () => {
    const project = await smallProject();
    await project.run('translate', '--provider', 'pseudo');
    const before = await project.snapshot('locales');
    await project.write('inbox/breve.txt', 'Tout autre chose.\n');
    const { exitCode, err } = await project.run('translate', 'inbox/breve.txt');
    expect(exitCode).toBe(2);
    expect(err).toContain('inbox/breve.txt: has the id “breve”, and so has source-texts/breve.txt');
    expect(await project.snapshot('locales')).toEqual(before);
    expect(
      await project.run('translate', 'inbox/breve.txt', '--provider', 'pseudo', '--out', 'out'),
    ).toMatchObject({ exitCode: 0 });
  });

  it('leaves no path of this machine in its master', async () => {
    const elsewhere = await temporaryProject();
    await elsewhere.write('ailleurs.txt', copy);
    const project = await smallProject();
    await project.run('translate', join(elsewhere.root, 'ailleurs.txt'), '--provider', 'pseudo');
    expect(await project.read('locales/en/ailleurs.xlf')).toContain('original="ailleurs.txt"');
  });
});

it('names the file and what to do where a command cannot do its work', async () => {
  const project = await temporaryProject(demo);
  await project.write('empty.csv', '');
  await project.write('elsewhere.tmx', await project.read('locales/memory/demo.en.tmx'));
  expect((await project.run('terms', 'import', 'empty.csv')).err).toContain('empty.csv: ');
  expect(await project.run('translate', '--out', '')).toMatchObject({ exitCode: 2 });
  await project.write('depeche.config.json', '{ "memory": ["tm/*.tmx"], "checks": { "spelling": "off" } }');
  expect((await project.run('memory', 'import', 'elsewhere.tmx')).err).toContain(
    'locales/memory/elsewhere.tmx is not used',
  );
  expect((await project.run('check')).err).toContain(
    'depeche.config.json: checks: there is no check or family “spelling”',
  );
  const occupied = await temporaryProject();
  await occupied.write('source-texts', 'a file');
  expect(await occupied.run('init')).toMatchObject({ exitCode: 2 });
});

it('tells machines too why a run was stopped', async () => {
  const server = await startDeeplServer({ key: 'another' });
  onTestFinished(() => server.close());
  const project = await smallProject({ DEEPL_AUTH_KEY: 'wrong-key-4711' });
  await project.write(
    'depeche.config.json',
    JSON.stringify({ provider: 'deepl', providers: { deepl: { serverUrl: server.url } } }),
  );
  const { exitCode, out, err } = await project.run('translate', '--json');
  expect(exitCode).toBe(3);
  expect(JSON.parse(out).stopped).toMatch(/^deepl: .*: set the right key, and run again to go on$/u);
  expect(out + err).not.toContain('4711');
});

it('goes on, and says nothing, when the reader of its output leaves', async () => {
  const { root } = await temporaryProject(demo);
  const run = spawn(process.execPath, [join(checkout, 'bin/depeche.js'), 'memory', 'export'], {
    cwd: root,
  });
  run.stdout.destroy();
  let said = '';
  run.stderr.on('data', (piece) => {
    said += piece;
  });
  const [exitCode] = await once(run, 'close');
  expect([exitCode, said]).toEqual([0, '']);
});
