import { describe, expect, it } from 'vitest';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { type TemporaryProject, temporaryProject } from './temporary-project.ts';

async function project(): Promise<TemporaryProject> {
  const made = await temporaryProject();
  await made.write('depeche.config.json', '{ "targets": ["en", "de"] }');
  await made.write(
    'locales/glossary.csv',
    `concept,type,lang,term,status,match,forms,note
anselle,place,fr,Anselle,preferred,forms,,
anselle,place,en,Anselle,preferred,forms,,
anselle,place,en,Anzelle,admitted,forms,,
`,
  );
  await made.write(
    'source-texts/crue.txt',
    'L’Anselle a débordé à Trévignac, selon Mme Odile Ferrand.\n\nL’Anselle baisse, a dit M. Ferrand.\n',
  );
  await made.run('translate');
  const master = 'locales/en/crue.xlf';
  const targets = ['The Anselle flooded Trévignac, Odile Ferrand said.', 'The Anzelle is falling.'].values();
  const text = await made.read(master);
  await made.write(
    master,
    text.replace(/<\/source>(?=\s*<\/segment>)/gu, (end) => `${end}<target>${targets.next().value}</target>`),
  );
  await made.run('translate');
  return made;
}

describe('depeche names', () => {
  it('lists what is not said in one way, and the new names', async () => {
    const made = await project();
    const { exitCode, out } = await made.run('names');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^To be looked at: 1\n\nanselle \(place\)\n {2}en, 50 % consistent\n/u);
    expect(out).toMatch(/preferred “Anselle” 1×: crue s\w+\n {4}admitted “Anzelle” 1×: crue s\w+\n/u);
    expect(out).toMatch(/Odile Ferrand \(Ferrand\) +person +2 +en 1\/2 +crue/u);
    expect(out).toMatch(/Trévignac +place +1 +en 1\/1 +crue/u);
    const { concepts, newNames, problems } = JSON.parse(
      (await made.run('names', '--to', 'en', '--json')).out,
    );
    expect(concepts).toMatchObject([{ concept: 'anselle', isSound: false, locales: [{ locale: 'en' }] }]);
    expect(newNames).toMatchObject([{ name: 'Odile Ferrand' }, { name: 'Trévignac' }]);
    expect(problems).toEqual([]);
  });

  it('shows the concepts that are named, and them alone', async () => {
    const made = await project();
    const { out } = await made.run('names', 'anselle');
    expect(out).toMatch(/^anselle \(place\)\n/u);
    expect(out).not.toContain('Trévignac');
    expect(await made.run('names', 'nobody')).toMatchObject({ exitCode: 2 });
  });

  it('adds new names to a glossary, and overwrites nothing in it', async () => {
    const made = await project();
    expect((await made.run('names', '--rows')).out).toContain('trevignac,place,de,,preferred,forms,,\n');
    const before = await made.read('locales/glossary.csv');
    expect((await made.run('names', '--add', 'locales/glossary.csv')).out).toBe(
      '2 names added to locales/glossary.csv\n',
    );
    const after = await made.read('locales/glossary.csv');
    expect(after.startsWith(before)).toBe(true);
    expect(readTermsCsv(after).map(({ id }) => id)).toEqual(['anselle', 'ferrand', 'trevignac']);
    expect((await made.run('names', '--add', 'locales/glossary.csv')).out).toContain('0 names added');
    expect((await made.run('check', '--json')).out).not.toContain('term-missing');
    expect(await made.run('names', '--add', 'locales/en/crue.xlf')).toMatchObject({ exitCode: 2 });
  });

  it('stand in the report, with links to their places', async () => {
    const made = await project();
    await made.run('report', '--out', 'report.html');
    const page = await made.read('report.html');
    expect(page).toMatch(/Not in order: 1<\/summary>/u);
    expect(page).toMatch(/Not in the termbase: 2<\/summary>/u);
    expect(page).toMatch(/<a href="#crue\.en\.s\w+">/u);
  });
});
