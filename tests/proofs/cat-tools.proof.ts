import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demo, type TemporaryProject, temporaryProject } from '../cli/temporary-project.ts';

const pocount = '/usr/bin/pocount';
const omegat = '/usr/bin/omegat';
const id = 'festival-lecture';

/** A project in which a person has signed the first sentence; the others are recalled. */
async function withOneFinal(): Promise<{ project: TemporaryProject; total: number }> {
  const project = await temporaryProject(demo);
  await project.run('translate', '--to', 'en', `source-texts/${id}.txt`);
  const master = await project.read(`locales/en/${id}.xlf`);
  const signed = master.replace(/state="initial" subState="depeche:recalled"/u, 'state="final"');
  expect(signed).not.toBe(master);
  await project.write(`locales/en/${id}.xlf`, signed);
  return { project, total: master.match(/<segment /gu)?.length ?? 0 };
}

describe.skipIf(!existsSync(pocount))('translate-toolkit (skipped where pocount is not installed)', () => {
  it('counts what nobody accepted as work to do, and what a person signed as done', async () => {
    const { project, total } = await withOneFinal();
    await project.run('export', id, '--to', 'en', '--profile', '1.2', '--out', 'out.xlf');
    const csv = execFileSync(pocount, ['--csv', 'out.xlf'], { cwd: project.root, encoding: 'utf8' });
    const [names, values] = csv
      .trim()
      .split('\n')
      .map((line) => line.split(',').map((cell) => cell.trim()));
    const counts = new Map(names?.map((name, at) => [name, values?.[at]]));
    expect(counts.get('Total Source Words')).toBeDefined();
    expect(counts.get('Translated Messages')).toBe('1');
    expect(counts.get('Fuzzy Messages')).toBe(String(total - 1));
    expect(counts.get('Untranslated Messages')).toBe('0');
  });
});

describe.skipIf(!existsSync(omegat))('OmegaT (skipped where omegat is not installed)', () => {
  it('opens the project, has every segment, and fills in only what a person signed', async () => {
    const { project, total } = await withOneFinal();
    await project.run('export', id, '--to', 'en', '--profile', 'omegat', '--out', 'team');
    execFileSync(omegat, [`${project.root}/team`, '--mode=console-translate'], { stdio: 'ignore' });
    const source = await project.read(`team/source/${id}.xlf`);
    const target = await project.read(`team/target/${id}.xlf`);
    const wordsIn = (xml: string) => [...xml.matchAll(/<target [^>]*>([^<]*)/gu)].map(([, words]) => words);
    const sent = wordsIn(source);
    const came = wordsIn(target);
    expect(came).toHaveLength(total);
    expect(came.filter((words, at) => words !== sent[at])).toHaveLength(1);
    const stats = await project.read('team/omegat/project_stats.txt');
    expect(Number(/Remaining:\s+(\d+)/u.exec(stats)?.[1])).toBe(total - 1);
  }, 60_000);
});
