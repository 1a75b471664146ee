import { describe, expect, it } from 'vitest';
import { readMaster } from '../../src/xliff/read-master.ts';
import { type TemporaryProject, temporaryProject } from './temporary-project.ts';

const master = 'locales/en/breve.xlf';
const words = 'Night fell at 7, after 8 warnings.';

/** A project with one sentence in which two numbers are too many. */
async function project(): Promise<TemporaryProject> {
  const made = await temporaryProject();
  await made.write('depeche.config.json', '{ "targets": ["en"] }');
  await made.write('source-texts/breve.txt', 'La nuit tombait.\n\nLe convoi a franchi le pont.\n');
  await made.run('translate');
  const text = await made.read(master);
  const targets = [words, 'The convoy crossed the bridge.'].values();
  const translated = text.replace(/<\/source>(?=\s*<\/segment>)/gu, (end) => {
    return `${end}<target>${targets.next().value}</target>`;
  });
  await made.write(master, translated);
  await made.run('translate');
  return made;
}

async function findingsOf(
  made: TemporaryProject,
): Promise<{ message: string; segment: string; accepted?: object }[]> {
  return JSON.parse((await made.run('check', '--json')).out).findings;
}

describe('depeche accept-finding', () => {
  it('accepts one finding, which counts no more and stays accepted until the words change', async () => {
    const made = await project();
    expect(await made.run('check', '--strict')).toMatchObject({ exitCode: 1 });
    const [first] = await findingsOf(made);
    const accept = (...more: string[]) =>
      made.run(
        'accept-finding',
        'number-extra',
        'breve',
        first?.segment ?? '',
        '--to',
        'en',
        '--by',
        'Ada',
        ...more,
      );
    const unclear = await accept();
    expect(unclear.exitCode).toBe(2);
    expect(unclear.err).toContain('--nth 2');
    expect(await accept('--nth', '1')).toMatchObject({ exitCode: 0 });

    const one = await made.run('check', '--strict');
    expect(one.exitCode).toBe(1);
    expect(one.out).toMatch(/^breve en .*“8”.*\n0 errors, 1 warning, 0 notes, 1 accepted\n$/u);
    expect((await findingsOf(made)).map(({ accepted }) => accepted)).toMatchObject([
      { by: 'Ada' },
      undefined,
    ]);

    expect(await accept('--nth', '2')).toMatchObject({ exitCode: 0 });
    expect(await made.run('check', '--strict')).toMatchObject({ exitCode: 0 });
    const { drafts } = JSON.parse((await made.run('status', '--json')).out);
    expect(drafts[0]).toMatchObject({ issues: { error: 0, warning: 0, info: 0 }, accepted: 2 });

    const before = await made.snapshot('locales');
    await made.run('translate');
    expect(await made.snapshot('locales')).toEqual(before);

    await made.write(master, (await made.read(master)).replace(words, words.replace('fell', 'came')));
    await made.run('translate');
    expect(await made.run('check', '--strict')).toMatchObject({ exitCode: 1 });
    await made.write(master, (await made.read(master)).replace('came', 'fell'));
    await made.run('translate');
    expect((await findingsOf(made)).filter(({ accepted }) => accepted)).toEqual([]);
  });

  it('is carried through an export and an import, and goes to no tool', async () => {
    const made = await project();
    const [first] = await findingsOf(made);
    const named = ['number-extra', 'breve', first?.segment ?? '', '--to', 'en', '--by', 'Ada', '--nth', '1'];
    await made.run('accept-finding', ...named);
    for (const profile of ['2.1', '2.0', '1.2']) {
      const out = `out-${profile}.xlf`;
      await made.run('export', 'breve', '--to', 'en', '--profile', profile, '--out', out);
      const sent = await made.read(out);
      expect(sent, profile).toContain('“8” of the target');
      expect(sent, profile).not.toMatch(/“7” of the target|depeche:accepted/u);
      await made.write(out, sent.replace('crossed', 'has crossed'));
      expect(await made.run('import', out, '--by', 'Bea'), profile).toMatchObject({ exitCode: 0 });
      const kept = readMaster(await made.read(master)).units.flatMap(({ accepted }) => accepted ?? []);
      expect(kept, profile).toMatchObject([{ check: 'number-extra', by: 'Ada' }]);
    }
    await made.run('accept', 'breve', '--to', 'en', '--by', 'Bea', '--as', 'final');
    expect((await findingsOf(made)).filter(({ accepted }) => accepted)).toHaveLength(1);
    await made.run('report', '--out', 'report.html');
    expect(await made.read('report.html')).toContain('accepted by <bdi>Ada</bdi>');
    expect(await made.run('accept-finding', ...named, '--withdraw')).toMatchObject({ exitCode: 0 });
    expect((await findingsOf(made)).filter(({ accepted }) => accepted)).toEqual([]);
  });
});

describe('depeche check', () => {
  it('writes SARIF with the place of each segment in its master, and JUnit, with the exit codes of the text', async () => {
    const made = await project();
    const sarif = await made.run('check', '--format', 'sarif', '--strict');
    expect(sarif.exitCode).toBe(1);
    const lines = (await made.read(master)).split('\n');
    for (const { locations } of JSON.parse(sarif.out).runs[0].results) {
      const { artifactLocation, region } = locations[0].physicalLocation;
      expect(artifactLocation.uri).toBe(master);
      const segment = `<segment id="${locations[0].logicalLocations[0].name}"`;
      expect(lines[region.startLine - 1]?.slice(region.startColumn - 1)).toMatch(
        new RegExp(`^${segment}`, 'u'),
      );
    }
    const junit = await made.run('check', '--format', 'junit');
    expect(junit).toMatchObject({ exitCode: 0 });
    expect(junit.out).toContain('<testsuites name="depeche check" tests="2" failures="0" errors="0">');
  });

  it('points into the source text where there is no master yet', async () => {
    const made = await temporaryProject();
    await made.write('depeche.config.json', '{ "targets": ["en", "de"] }');
    await made.write('source-texts/breve.txt', 'La nuit tombait.\r\n\r\nLe convoi a franchi le pont.\r\n');
    const { out } = await made.run('check', 'breve', '--to', 'de', '--format', 'json');
    expect(JSON.parse(out).findings).toMatchObject([
      { check: 'pending', locale: 'de', file: 'source-texts/breve.txt', line: 1, column: 1 },
      { check: 'pending', locale: 'de', file: 'source-texts/breve.txt', line: 3, column: 1 },
    ]);
    expect(await made.run('check', 'other')).toMatchObject({ exitCode: 2 });
  });
});
