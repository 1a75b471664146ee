import { describe, expect, it } from 'vitest';
import { readTmx } from '../../src/memory/tmx.ts';
import { temporaryProject } from './temporary-project.ts';

const dispatch = `Brest, 3 mai 2021 (DEP) - Douze bateaux ont quitté le port de Brest lundi à 6h00.

Le vent soufflait à 55 km/h. Les 48 marins sont sains et saufs.

« Nous rentrerons dans 40 jours », a promis le capitaine, Yves Kermarec. La ville avait
prévu une fête.
`;
const german = `Brest, 3. Mai 2021 (DEP) - Zwölf Schiffe haben am Montag um 6.00 Uhr den Hafen von
Brest verlassen.

Der Wind wehte mit 55 Kilometern pro Stunde, und die 48 Seeleute sind wohlauf.

„Wir kommen in 40 Tagen zurück“, versprach Kapitän Yves Kermarec.
`;

async function newsroom() {
  const project = await temporaryProject();
  await project.write('depeche.config.json', '{ "source": "fr", "targets": ["de", "en"] }');
  await project.write('source-texts/boats.txt', dispatch);
  await project.write('boats.de.txt', german);
  return project;
}

type Pair = {
  outcome: string;
  source: { id: string; text: string }[];
  target: string[];
};

describe('align', () => {
  it('shows pairs, takes the dateline for none, and tells the language by the name of the file', async () => {
    const project = await newsroom();
    const { exitCode, out } = await project.run(
      'align',
      'source-texts/boats.txt',
      'boats.de.txt',
      '--min-confidence',
      '0.5',
      '--json',
    );
    const report = JSON.parse(out);
    expect(exitCode).toBe(1);
    expect(report).toMatchObject({ target: 'de', dateline: 'Brest, 3. Mai 2021 (DEP) -', written: [] });
    expect(report.pairs.map(({ source, target }: Pair) => [source.length, target.length])).toEqual([
      [1, 1],
      [2, 1],
      [1, 1],
      [1, 0],
    ]);
    expect(report.pairs.map(({ outcome }: Pair) => outcome)).toEqual([
      'paired',
      'paired',
      'paired',
      'left-out',
    ]);
  });

  it('writes TMX that is read back, the same bytes each time', async () => {
    const project = await newsroom();
    const run = () =>
      project.run(
        'align',
        'source-texts/boats.txt',
        'boats.de.txt',
        '--min-confidence',
        '0.5',
        '--tmx',
        'boats.tmx',
      );
    await run();
    const tmx = await project.read('boats.tmx');
    await run();
    expect(await project.read('boats.tmx')).toBe(tmx);
    expect(readTmx(tmx, 'boats.tmx')).toMatchObject([
      { target: 'de', provenance: { origin: { kind: 'human' } } },
      { sourceText: 'Le vent soufflait à 55 km/h. Les 48 marins sont sains et saufs.' },
      { targetText: '„Wir kommen in 40 Tagen zurück“, versprach Kapitän Yves Kermarec.' },
    ]);
  });

  it('writes the draft: joined sentences cover, what is left out is pending, and people’s work stays', async () => {
    const project = await newsroom();
    const run = (by: string) =>
      project.run(
        'align',
        'source-texts/boats.txt',
        'boats.de.txt',
        '--draft',
        '--by',
        by,
        '--min-confidence',
        '0.5',
        '--json',
      );
    const first = JSON.parse((await run('Ada Meyer')).out);
    expect(first.pairs.map(({ outcome }: Pair) => outcome)).toEqual(['taken', 'taken', 'taken', 'left-out']);
    const master = await project.read('locales/de/boats.xlf');
    const [head, covered] = first.pairs[1].source;
    expect(master).toContain(`<mda:meta type="covers">${covered.id}</mda:meta>`);
    expect(master).toContain(`<mda:meta type="into">${head.id}</mda:meta>`);
    expect(master).toMatch(new RegExp(`<segment id="${first.pairs[3].source[0].id}" state="initial">`, 'u'));
    expect(master).toContain('Ada Meyer');

    const again = JSON.parse((await run('Bo Lind')).out);
    expect(again.pairs.map(({ outcome }: Pair) => outcome)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
      'left-out',
    ]);
    expect(await project.read('locales/de/boats.xlf')).toBe(master);

    await project.write('boats.de.txt', german.replace('Zwölf', '12'));
    const third = JSON.parse((await run('Bo Lind')).out);
    expect(third.pairs[0].outcome).toBe('kept');
    expect(await project.read('locales/de/boats.xlf')).toBe(master);
  });

  it('writes nothing of what is not sure enough', async () => {
    const project = await newsroom();
    const { out } = await project.run(
      ...['align', 'source-texts/boats.txt', 'boats.de.txt', '--min-confidence', '1', '--tmx', 'a.tmx'],
    );
    expect(out).toContain('doubtful');
    expect(readTmx(await project.read('a.tmx'), 'a.tmx').length).toBeLessThan(3);
  });

  it.each([
    [['--draft'], '--by'],
    [['--min-confidence', 'high'], '0 to 1'],
    [['--to', 'de,en'], 'which one language'],
  ])('refuses %j', async (options, why) => {
    const project = await newsroom();
    const { exitCode, err } = await project.run(
      'align',
      'source-texts/boats.txt',
      'boats.de.txt',
      ...options,
    );
    expect(exitCode).toBe(2);
    expect(err).toContain(why);
  });

  it('aligns any text, but writes a draft of a dispatch only', async () => {
    const project = await newsroom();
    await project.write('elsewhere.txt', dispatch);
    expect((await project.run('align', 'elsewhere.txt', 'boats.de.txt')).out).toContain('4 beads');
    const { exitCode, err } = await project.run(
      'align',
      'elsewhere.txt',
      'boats.de.txt',
      '--draft',
      '--by',
      'Ada',
    );
    expect(exitCode).toBe(2);
    expect(err).toContain('source-texts/');
  });
});
