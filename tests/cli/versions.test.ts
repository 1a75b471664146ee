import { describe, expect, it } from 'vitest';
import { type TemporaryProject, temporaryProject } from './temporary-project.ts';

/** Invented copy in ninjs: an item, its version, a note to editors, paragraphs. */
function item(
  version: number,
  note: string,
  paragraphs: readonly string[],
  uri = 'urn:depeche.example:lac',
): string {
  return JSON.stringify({
    uri,
    version: String(version),
    language: 'fr',
    ...(note !== '' && { edNote: note }),
    headlines: [{ role: 'main', value: 'Le lac de Brevine a gelé' }],
    bodies: [{ contentType: 'text/html', value: paragraphs.map((text) => `<p>${text}</p>`).join('') }],
  });
}

const lead = [
  'Brevine, 3 jan 2021 (DEP) - Le lac a gelé lundi. Il fait moins 12 degrés.',
  'Les patineurs attendent depuis 5 ans.',
  'La mairie n’a rien dit.',
];
const colder = lead.map((text) => text.replace('12', '15'));
const add = ['Le maire, Luc Pral, a ouvert la glace mardi. Il a mesuré 18 centimètres.'];

type Diff = {
  version: number;
  update?: string;
  sentences: { segment: string; kind: string; text: string }[];
};

async function diffOf(project: TemporaryProject, id = 'lac'): Promise<Diff> {
  return JSON.parse((await project.run('diff', id, '--to', 'en', '--json')).out);
}

async function newProject(): Promise<TemporaryProject> {
  const project = await temporaryProject();
  await project.write('depeche.config.json', JSON.stringify({ source: 'fr', targets: ['en'] }));
  await project.write('source-texts/lac.json', item(1, '', lead));
  await project.run('translate');
  return project;
}

const kinds = ({ sentences }: Diff, kind: string) =>
  sentences.filter((one) => one.kind === kind).map(({ text }) => text);

describe('a later version under another name', () => {
  it('is known by its item, is told, and is the story from then on', async () => {
    const project = await newProject();
    await project.write('source-texts/lac-2.json', item(2, 'actualise', colder));
    const { err } = await project.run('translate');
    expect(err).toContain('source-texts/lac-2.json is a later version of lac');
    const diff = await diffOf(project);
    expect([diff.version, diff.update, kinds(diff, 'changed')]).toEqual([
      2,
      'write-through',
      ['Il fait moins 15 degrés.'],
    ]);
    const before = await project.snapshot('locales');
    const second = await project.run('translate');
    expect(second.err).not.toContain('later version');
    expect(await project.snapshot('locales')).toEqual(before);
    expect([...before.keys()].filter((file) => file.endsWith('.xlf'))).toEqual(['locales/en/lac.xlf']);
  });

  it('is kept in source-texts/ where it comes from elsewhere, and --revises says what no metadata tell', async () => {
    const project = await newProject();
    await project.write('incoming/lac-2.json', item(2, '', colder));
    await project.run('translate', 'incoming/lac-2.json');
    expect(await project.read('source-texts/lac-2.json')).toBe(item(2, '', colder));
    await project.write('incoming/nuit.txt', colder.slice(0, 2).join('\n\n'));
    expect((await project.run('translate', 'incoming/nuit.txt', '--revises', 'lac')).exitCode).toBe(1);
    const diff = await diffOf(project);
    expect([diff.version, kinds(diff, 'removed')]).toEqual([
      3,
      ['Le lac de Brevine a gelé', 'La mairie n’a rien dit.'],
    ]);
    expect((await project.run('translate')).out).toContain('No file changed');
  });

  it('with --revises is one file, of a dispatch that is there', async () => {
    const project = await newProject();
    await project.write('incoming/b.txt', 'Une phrase.');
    for (const args of [
      ['translate', '--revises', 'lac'],
      ['translate', 'incoming/b.txt', '--revises', 'mer'],
      ['translate', 'incoming/b.txt', '--revises', 'lac', '--out', 'elsewhere'],
    ])
      expect((await project.run(...args)).exitCode, args.join(' ')).toBe(2);
  });

  it('that is older and comes late changes no bundle and no draft, and says so', async () => {
    const project = await newProject();
    await project.write('source-texts/lac-3.json', item(3, '', colder));
    await project.run('translate');
    const before = await project.snapshot('locales/en');
    await project.write('source-texts/lac-2.json', item(2, '', ['Tout autre chose. Et plus encore.']));
    const { err } = await project.run('translate');
    expect(err).toContain('lac-2.json is an older version of lac');
    expect(await project.snapshot('locales/en')).toEqual(before);
    expect((await diffOf(project)).version).toBe(2);
  });

  it('in the place of a later one is refused, and nothing is changed', async () => {
    const project = await newProject();
    await project.write('source-texts/lac.json', item(3, '', colder));
    await project.run('translate');
    const before = await project.snapshot('locales');
    await project.write('source-texts/lac.json', item(2, '', ['Tout autre chose.']));
    const { exitCode, err } = await project.run('translate');
    expect([exitCode, err]).toEqual([
      2,
      expect.stringContaining('version 3 has been read: nothing was changed'),
    ]);
    expect(await project.snapshot('locales')).toEqual(before);
  });

  it('of another item is a story of its own', async () => {
    const project = await newProject();
    await project.write('source-texts/etang.json', item(2, '', lead, 'urn:depeche.example:etang'));
    await project.run('translate');
    expect((await diffOf(project)).version).toBe(1);
    expect((await diffOf(project, 'etang')).version).toBe(1);
  });
});

/** A message of IPTC 7901 with other numbers each time; the keywords are the story's. */
const message = (number: number, keywords: string, text: readonly string[]) =>
  `\u0001dep0${number} 4 SOC 0042\r\n${keywords}\r\n\u0002${text.join('\r\n\r\n')}\r\n\u0003031204 JAN 21\r\n\u0004`;

describe('a message of IPTC 7901', () => {
  it('is a later version where its keywords and its words are those of a story', async () => {
    const project = await newProject();
    await project.write('source-texts/dep0101.txt', message(101, 'Suisse-lac-patinage', lead));
    await project.run('translate');
    await project.write('source-texts/dep0155.txt', message(155, 'Suisse-lac-patinage', colder));
    await project.write('source-texts/dep0160.txt', message(160, 'Suisse-lac-patinage (ADD)', add));
    const { err } = await project.run('translate');
    expect(err).toContain('dep0155.txt is a later version of dep0101');
    expect(err).toContain('dep0160.txt is a later version of dep0101');
    const diff = await diffOf(project, 'dep0101');
    expect([diff.version, kinds(diff, 'changed'), kinds(diff, 'removed'), kinds(diff, 'new').length]).toEqual(
      [2, ['Il fait moins 15 degrés.'], [], 2],
    );
    expect((await project.run('translate')).out).toContain('No file changed');
  });

  it('is a story of its own where the keywords are the same and the words are not', async () => {
    const project = await newProject();
    await project.write('source-texts/dep0101.txt', message(101, 'Suisse-lac-patinage', lead));
    await project.run('translate');
    await project.write(
      'source-texts/dep0401.txt',
      message(401, 'Suisse-lac-patinage', [
        'La glace a fondu au soleil de mars. Les barques sont de retour.',
      ]),
    );
    await project.run('translate');
    expect((await diffOf(project, 'dep0401')).version).toBe(1);
    expect((await diffOf(project, 'dep0101')).version).toBe(1);
  });
});

describe('an addition', () => {
  it('in a file of its own brings its paragraphs and takes none away', async () => {
    const project = await newProject();
    await project.write('source-texts/lac-2.json', item(2, 'AJOUTE maire', add));
    await project.run('translate');
    const diff = await diffOf(project);
    expect([diff.update, kinds(diff, 'removed')]).toEqual(['addition', []]);
    expect(kinds(diff, 'new')).toEqual([
      'Le maire, Luc Pral, a ouvert la glace mardi.',
      'Il a mesuré 18 centimètres.',
    ]);
    expect((await project.run('translate')).out).toContain('No file changed');
  });

  it('in the place of the story does so too', async () => {
    const project = await newProject();
    await project.write('source-texts/lac.json', item(2, 'AJOUTE maire', add));
    await project.run('translate');
    const diff = await diffOf(project);
    expect([diff.update, kinds(diff, 'removed'), kinds(diff, 'new').length]).toEqual(['addition', [], 2]);
    const { out } = await project.run('show', 'lac', '--to', 'en');
    expect(out).toMatch(/Brevine, Jan 3, 2021.*Le lac a gelé.*La mairie.*Luc Pral/su);
    expect((await project.run('translate')).out).toContain('No file changed');
  });

  it('stands where its note or a sentence that it repeats says', async () => {
    const project = await newProject();
    await project.write('source-texts/lac-2.json', item(2, 'INSERER après le 1er paragraphe', add));
    await project.run('translate');
    const texts = (await diffOf(project)).sentences.map(({ text }) => text);
    expect(texts.indexOf('Il a mesuré 18 centimètres.')).toBe(
      texts.indexOf('Les patineurs attendent depuis 5 ans.') - 1,
    );
    await project.write(
      'source-texts/lac-3.json',
      item(3, 'ajoute patineurs', [
        'Les patineurs attendent depuis 5 ans.',
        'Ils étaient deux cents à l’aube.',
      ]),
    );
    await project.run('translate');
    const later = (await diffOf(project)).sentences.map(({ text }) => text);
    expect(later.indexOf('Ils étaient deux cents à l’aube.')).toBe(
      later.indexOf('La mairie n’a rien dit.') - 1,
    );
    expect(later).toHaveLength(texts.length + 1);
  });

  it('is none where the copy says the whole story again, whatever its note says', async () => {
    const project = await newProject();
    await project.write(
      'source-texts/lac.json',
      item(2, 'ATTENTION - ajoute maire ///', [...colder.slice(0, 2), ...add]),
    );
    await project.run('translate');
    const diff = await diffOf(project);
    expect([diff.update, kinds(diff, 'removed')]).toEqual(['write-through', ['La mairie n’a rien dit.']]);
    const { out } = await project.run('diff', 'lac');
    expect(out).toContain('version 2 replaces version 1: its copy repeats 4 of 5 sentences');
    expect(out).toContain('ATTENTION - ajoute maire ///');
  });
});

it('a correction says what it corrects, in the master too', async () => {
  const project = await newProject();
  await project.write('source-texts/lac.json', item(2, 'CORRIGE température', colder));
  await project.run('translate');
  expect((await diffOf(project)).update).toBe('correction');
  const master = await project.read('locales/en/lac.xlf');
  expect(master).toMatch(/Version 2 corrects version 1.*“CORRIGE température”; 1 changed\./u);
  expect(master).toMatch(/It corrects s\w{5} \[-12-\] \{\+15\+\}\./u);
  expect(master).toMatch(/s\w{5} changed in this version: Il fait moins \[-12-\] \{\+15\+\} degrés\./u);
});

it('any two versions can be compared, and what left the story stays known', async () => {
  const project = await newProject();
  await project.write('source-texts/lac.json', item(2, '', [...colder, ...add]));
  await project.run('translate');
  await project.write('source-texts/lac.json', item(3, '', [...lead.slice(0, 2), ...add]));
  await project.run('translate');
  const first: Diff = JSON.parse((await project.run('diff', 'lac', '--from', '1', '--json')).out);
  expect([kinds(first, 'changed'), kinds(first, 'removed'), kinds(first, 'new').length]).toEqual([
    [],
    ['La mairie n’a rien dit.'],
    2,
  ]);
  expect((await project.run('diff', 'lac', '--from', '7')).err).toContain('--from takes 1, 2, 3');
});

it('a changed fact is shown in the reviewed words, and put there by nobody', async () => {
  const project = await newProject();
  await project.run('translate', '--provider', 'pseudo');
  const pseudo = await project.read('locales/en/lac.xlf');
  const id = /<segment id="(s\w{5})"[^>]*>\s*<source[^>]*>Il fait moins 12/u.exec(pseudo)?.[1] ?? '';
  await project.run('export', 'lac', '--to', 'en', '--profile', '2.0', '--out', 'out.xlf');
  const out = await project.read('out.xlf');
  const place = new RegExp(
    `(<segment id="${id}"[^>]*>\\s*<source[^>]*>[^<]*</source>\\s*)<target[^>]*>[^<]*</target>`,
    'u',
  );
  expect(out).toMatch(place);
  const words = 'It is 12 degrees below zero.';
  await project.write('out.xlf', out.replace(place, `$1<target xml:space="preserve">${words}</target>`));
  await project.run('import', 'out.xlf', '--by', 'Ada', '--as', 'reviewed');
  await project.write('source-texts/lac.json', item(2, '', colder));
  await project.run('translate');
  const { out: shown } = await project.run('show', 'lac', '--to', 'en');
  expect(shown).toContain(`[stale: ${words}]`);
  expect(shown).toContain('It is [-12-] {+15+} degrees below zero. (number “12” → “15”)');
  const master = await project.read('locales/en/lac.xlf');
  expect(master).toMatch(
    /subType="depeche:adapted".*?<target[^>]*>It is 15 degrees below zero\.<\/target>/su,
  );
  expect(master).toMatch(
    new RegExp(
      `<segment id="${id}"[^>]*>\\s*<source[^>]*>Il fait moins 15 degrés.</source>\\s*<target[^>]*>${words}`,
      'u',
    ),
  );
  await project.run('export', 'lac', '--to', 'en', '--profile', '1.2', '--out', 'again.xlf');
  expect(await project.read('again.xlf')).toContain(
    'Proposal: proposed in these words: It is [-12-] {+15+} degrees',
  );
  expect((await project.run('validate', 'locales/en/lac.xlf', 'again.xlf')).exitCode).toBe(0);
  await project.run('report', '--out', 'report.html');
  expect(await project.read('report.html')).toContain(
    'It is <del>12 </del><ins>15 </ins>degrees below zero.',
  );
  const before = await project.snapshot('locales');
  await project.run('translate');
  expect(await project.snapshot('locales')).toEqual(before);

  expect((await project.run('accept', 'lac', '--to', 'en', '--by', 'Ada', '--proposed')).exitCode).toBe(1);
  expect(await project.snapshot('locales')).toEqual(before);
  await project.run('accept', 'lac', id, '--to', 'en', '--by', 'Ada', '--proposed');
  expect((await project.run('show', 'lac', '--to', 'en')).out).toContain('] It is 15 degrees below zero.');
});
