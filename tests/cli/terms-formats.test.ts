import { expect, it } from 'vitest';
import { temporaryProject } from './temporary-project.ts';

const demo = ['depeche.config.json', 'locales/glossary.csv'];

it('terms go out as TBX and come home into an empty glossary as the same file', async () => {
  const project = await temporaryProject(demo);
  const glossary = await project.read('locales/glossary.csv');
  expect(await project.run('terms', 'export', '--out', 'desk.tbx')).toMatchObject({ exitCode: 0 });
  await project.write('locales/glossary.csv', glossary.slice(0, glossary.indexOf('\n') + 1));
  const { exitCode, out } = await project.run('terms', 'import', 'desk.tbx');
  expect([exitCode, out]).toEqual([
    0,
    `${glossary.split('\n').length - 2} terms added to locales/glossary.csv\n`,
  ]);
  expect(await project.read('locales/glossary.csv')).toBe(glossary);
});

it('terms come from a TBX in UTF-16 and from a glossary of OmegaT', async () => {
  const project = await temporaryProject(demo);
  const tbx = `<?xml version="1.0" encoding="UTF-16"?><martif type="TBX-Basic" xml:lang="fr"><text><body><termEntry id="Île"><langSet xml:lang="fr"><tig><term>Île d’Yeu</term></tig></langSet></termEntry></body></text></martif>`;
  await project.write('ile.xml', Buffer.from(`\ufeff${tbx}`, 'utf16le'));
  await project.write('omegat.txt', 'Trégastel\tTregastel\n');
  expect(await project.run('terms', 'import', 'ile.xml')).toMatchObject({ exitCode: 0 });
  expect(await project.run('terms', 'import', 'omegat.txt', '--to', 'de')).toMatchObject({ exitCode: 0 });
  const csv = await project.read('locales/glossary.csv');
  expect(csv).toContain('\nile,common,fr,Île d’Yeu,preferred,forms,,\n');
  expect(csv).toContain('\ntregastel,common,de,Tregastel,preferred,forms,,\n');
  const { exitCode, out } = await project.run('terms', 'export', '--format', 'omegat', '--to', 'de');
  expect(exitCode).toBe(0);
  expect(out).toContain('\nTrégastel\tTregastel\n');
});

it.each([
  [
    ['terms', 'import', 'terms.dat'],
    'terms.dat: its name does not say what it is: give --format csv|tbx|omegat',
  ],
  [['terms', 'import', 'terms.txt'], 'name it with --to'],
  [['terms', 'import', 'terms.txt', '--to', 'de,en'], 'name one language with --to'],
  [['terms', 'import', 'terms.tbx'], 'terms.tbx:2:1: not well-formed XML'],
  [['terms', 'export', '--format', 'xls'], 'csv, tbx, omegat'],
])('%j: exit 2, and nothing is written', async (args, says) => {
  const project = await temporaryProject(demo);
  for (const name of ['terms.dat', 'terms.txt', 'terms.tbx']) await project.write(name, 'Moscou\tMoskau\n');
  const before = await project.snapshot('.');
  const { exitCode, err } = await project.run(...args);
  expect([exitCode, err]).toEqual([2, expect.stringContaining(says)]);
  expect(await project.snapshot('.')).toEqual(before);
});
