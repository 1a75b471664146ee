import { expect, it } from 'vitest';
import { temporaryProject } from './temporary-project.ts';

const header = 'concept,type,lang,term,status,match,forms,note';
const sound = [
  'geneva,place,fr,Genève,preferred,exact,,',
  'geneva,place,de,Genf,preferred,forms,adj=Genfer,',
  'geneva,place,ru,Женева,preferred,forms,,',
];

async function projectWith(...rows: readonly string[]) {
  const project = await temporaryProject();
  await project.write('depeche.config.json', '{ "targets": ["de", "ru"] }');
  await project.write('locales/glossary.csv', `${[header, ...rows].join('\n')}\n`);
  return project;
}

it('a sound glossary is well', async () => {
  const project = await projectWith(...sound);
  expect(await project.run('terms', 'check')).toEqual({
    exitCode: 0,
    out: '0 errors, 0 warnings, 0 notes\n',
    err: '',
  });
});

it('an error fails, a warning only where it is asked to, and each names its line', async () => {
  const unsound = await projectWith(...sound, 'gent,place,de,Genf,preferred,forms,,');
  const { exitCode, out } = await unsound.run('terms', 'check');
  expect(exitCode).toBe(1);
  expect(out).toContain('locales/glossary.csv:5: gent de: error duplicate-term: ');
  const json = await unsound.run('terms', 'check', '--json');
  expect(json.exitCode).toBe(1);
  expect(JSON.parse(json.out)).toMatchObject({
    glossary: 'locales/glossary.csv',
    findings: [
      { rule: 'duplicate-term', severity: 'error', concept: 'gent', lang: 'de', term: 'Genf', line: 5 },
      { rule: 'missing-source', severity: 'error', concept: 'gent', lang: 'fr', line: 5 },
      { rule: 'missing-preferred', severity: 'warning', concept: 'gent', lang: 'ru', line: 5 },
    ],
  });

  const doubtful = await projectWith(...sound.slice(0, 2));
  expect((await doubtful.run('terms', 'check')).exitCode).toBe(0);
  expect((await doubtful.run('terms', 'check', '--strict')).exitCode).toBe(1);
});

it('forms are shown, written with a question mark, and confirmed', async () => {
  const project = await projectWith(...sound);
  const before = await project.read('locales/glossary.csv');
  const shown = await project.run('terms', 'forms');
  expect(shown.exitCode).toBe(0);
  expect(shown.out).toContain('gen?=Genfs');
  expect(shown.out).toContain('gen?=Женевы|dat?=Женеве');
  expect(await project.read('locales/glossary.csv')).toBe(before);

  expect((await project.run('terms', 'forms', 'geneva', '--to', 'de', '--write')).out).toContain(
    '1 form written to locales/glossary.csv',
  );
  const written = before.replace('adj=Genfer', 'adj=Genfer|gen?=Genfs');
  expect(await project.read('locales/glossary.csv')).toBe(written);
  expect((await project.run('terms', 'check')).out).toContain('unconfirmed-forms');
  expect((await project.run('terms', 'forms', '--to', 'de', '--write')).out).toBe('no form to add\n');

  expect((await project.run('terms', 'forms', '--confirm', 'geneva')).out).toBe('1 form confirmed\n');
  expect(await project.read('locales/glossary.csv')).toBe(written.replace('gen?', 'gen'));
  expect((await project.run('terms', 'forms', '--confirm', 'geneva')).out).toBe('0 forms confirmed\n');
});

it('what is asked wrongly is refused with nothing written', async () => {
  const project = await projectWith(...sound);
  const before = await project.read('locales/glossary.csv');
  const unknown = await project.run('terms', 'forms', 'nowhere', '--write');
  expect([unknown.exitCode, unknown.err]).toEqual([
    2,
    expect.stringContaining('there is no concept “nowhere”'),
  ]);
  expect((await project.run('terms', 'forms', '--confirm', 'nowhere')).exitCode).toBe(2);
  expect((await project.run('terms', 'forms', '--write', '--confirm', 'geneva')).exitCode).toBe(2);
  expect(await project.read('locales/glossary.csv')).toBe(before);
});

it('a merge tells what it added to terms that were there', async () => {
  const project = await projectWith(...sound);
  await project.write(
    'desk.csv',
    `${header},source\n${sound[1]?.replace('adj=Genfer', 'gen=Genfs')},atlas\n`,
  );
  const { exitCode, out } = await project.run('terms', 'import', 'desk.csv');
  expect([exitCode, out]).toEqual([
    0,
    '0 terms added to locales/glossary.csv\n2 facts added to terms that were there\n',
  ]);
  expect(await project.read('locales/glossary.csv')).toContain(
    'geneva,place,de,Genf,preferred,forms,adj=Genfer|gen=Genfs,,atlas\n',
  );
});

it('drafts are checked with generated forms unless the configuration says otherwise', async () => {
  const project = await projectWith(...sound);
  await project.write('source-texts/ville.txt', 'La gare de Genève est fermée.\n');
  await project.write(
    'locales/memory/desk.tmx',
    '<?xml version="1.0"?><tmx version="1.4"><header creationtool="desk" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="fr" datatype="plaintext"/><body><tu><tuv xml:lang="fr"><seg>La gare de Genève est fermée.</seg></tuv><tuv xml:lang="de"><seg>Genfs Bahnhof ist geschlossen.</seg></tuv></tu></body></tmx>',
  );
  await project.run('translate', '--to', 'de');
  const findings = async () => {
    const { out } = await project.run('check', '--json');
    const read: { findings: { locale: string; check: string }[] } = JSON.parse(out);
    return read.findings.filter(({ locale }) => locale === 'de').map(({ check }) => check);
  };
  expect(await findings()).not.toContain('term-missing');
  await project.write('depeche.config.json', '{ "targets": ["de", "ru"], "terms": { "generate": false } }');
  expect(await findings()).toContain('term-missing');
});
