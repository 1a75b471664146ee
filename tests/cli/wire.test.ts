import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scriptedRun } from './scripted-run.ts';
import { temporaryProject } from './temporary-project.ts';

const golden = join(import.meta.dirname, '../wire/golden');
const embargoed = readFileSync(join(golden, 'ninjs-3/source.json'));
const g2 = readFileSync(join(golden, 'newsml-g2-lines/source.xml'), 'utf8');

const isBundle = (file: string): boolean => file.endsWith('patins.json');

it('translates what is under embargo, and publishes it when its time has come', async () => {
  const project = await temporaryProject();
  await project.write('source-texts/patins.json', embargoed);
  const early = await scriptedRun(project, { now: '2025-01-20T10:59:59Z' });
  expect(early.some((file) => file.endsWith('patins.xlf'))).toBe(true);
  expect(early.filter(isBundle)).toEqual([]);
  expect(await project.read('locales/en/patins.xlf')).toContain(
    'Not to be published before 2025-01-20T11:00:00Z.',
  );
  expect(JSON.parse(await project.read('locales/manifest.json')).dispatches).toEqual({});

  const late = await scriptedRun(project, { now: '2025-01-20T11:00:00Z' });
  expect(late.filter(isBundle).map((file) => file.slice(project.root.length))).toEqual([
    '/locales/fr/patins.json',
  ]);
  expect(await scriptedRun(project, { now: '2025-01-20T12:00:00Z' })).toEqual([]);
});

it('takes out a story that is withheld and keeps a tombstone of one that is canceled', async () => {
  const project = await temporaryProject();
  const send = async (status: string) => {
    await project.write('source-texts/ferry.xml', g2.replace('stat:usable', `stat:${status}`));
    await project.run('translate', '--provider', 'pseudo', '--to', 'en');
    return JSON.parse(await project.read('locales/manifest.json')).dispatches.ferry;
  };
  expect(Object.keys((await send('usable')).locales)).toEqual(['en', 'fr']);
  expect(await send('withheld')).toBeUndefined();
  expect([...(await project.snapshot('locales')).keys()]).not.toContain('locales/en/ferry.json');
  expect(await send('usable')).toMatchObject({ version: 1, locales: { en: { complete: true } } });
  expect(await send('canceled')).toEqual({ canceled: true });
});

it('shows the note to the reviewer and never in a bundle', async () => {
  const project = await temporaryProject();
  await project.write('source-texts/ruche.json', readFileSync(join(golden, 'ninjs-1/source.json')));
  await project.run('translate', '--provider', 'pseudo', '--to', 'en');
  expect(await project.read('locales/en/ruche.xlf')).toContain('Remplace la version de 08h00');
  expect(await project.read('locales/fr/ruche.json')).not.toContain('08h00');
  expect(await project.read('locales/fr/ruche.json')).toContain('dans le clocher désaffecté d’Uzès');
});

it('reads what somebody says it is: by --wire, and by the configuration', async () => {
  const project = await temporaryProject();
  await project.write('source-texts/ferry.xml', g2);
  const told = await project.run('segment', 'source-texts/ferry.xml', '--format', 'json');
  expect(JSON.parse(told.out).header.itemVersion).toBe('2');
  const plain = await project.run('segment', 'source-texts/ferry.xml', '--wire', 'text');
  expect(plain.out).toContain('<newsItem');
  await project.write('depeche.config.json', '{ "wire": { "format": "text" } }');
  expect((await project.run('segment', 'source-texts/ferry.xml')).out).toContain('<newsItem');
  expect((await project.run('translate', '--dry-run', '--wire', 'ninjs')).err).toMatch(
    /ferry\.xml:1:1: not JSON/u,
  );
});

it.each([
  ['translate', '--dry-run'],
  ['segment', 'source-texts/ferry.xml'],
])('%s says which formats there are', async (...command) => {
  const project = await temporaryProject();
  await project.write('source-texts/ferry.xml', g2);
  const { exitCode, err } = await project.run(...command, '--wire', 'telex');
  expect(exitCode).toBe(2);
  expect(err).toContain(
    '“telex” is no wire format; there are newsml-g2, newsml-1, nitf, ninjs, iptc-7901, anpa-1312, html, markdown, text',
  );
});

it('refuses a damaged file with its place and goes on with the others', async () => {
  const project = await temporaryProject();
  await project.write('source-texts/ferry.xml', g2);
  await project.write('source-texts/broken.xml', g2.replace('</contentMeta>', ''));
  const { exitCode, err } = await project.run('translate', '--provider', 'pseudo', '--to', 'en');
  expect(exitCode).toBe(2);
  expect(err).toMatch(/source-texts\/broken\.xml:\d+:\d+: not well-formed XML/u);
  expect(await project.read('locales/en/ferry.json')).toContain('s');
});
