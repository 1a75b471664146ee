import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTmx } from '../../src/memory/tmx.ts';
import { writeTmx } from '../../src/memory/tmx-write.ts';
import { arbitraryEntries } from '../memory/arbitrary-entries.ts';
import { entry } from '../memory/samples.ts';
import { type TemporaryProject, temporaryProject } from './temporary-project.ts';

const config = '{ "source": "fr", "targets": ["en", "de"] }';
const about = { source: 'fr', toolVersion: '1' };
const file = 'locales/memory/desk.tmx';

async function projectWith(
  ...texts: readonly (readonly [path: string, text: string])[]
): Promise<TemporaryProject> {
  const project = await temporaryProject();
  await project.write('depeche.config.json', config);
  for (const [path, text] of texts) await project.write(path, text);
  return project;
}

const known = [
  entry({
    sourceText: 'Le port est fermé.',
    targetText: 'The port is closed.',
    by: 'Ana',
    at: '2026-11-05T09:15:00Z',
  }),
  entry({ sourceText: 'Le quai brûle.', targetText: 'The quay burns.', next: 'Fin.' }),
  entry({ sourceText: 'Le port est fermé.', targetText: 'Der Hafen ist zu.', target: 'de' }),
].map((one) => ({ ...one, from: file }));

/** The ids that a search shows, in its order. */
async function idsOf(project: TemporaryProject, ...words: string[]): Promise<string[]> {
  const { out } = await project.run('memory', 'search', ...words, '--json');
  const hits: { readonly id: string }[] = JSON.parse(out);
  return hits.map(({ id }) => id);
}

describe('memory search', () => {
  it('shows who wrote and who approved a translation, and how it is called', async () => {
    const project = await projectWith([file, writeTmx(known, about)]);
    const { out } = await project.run('memory', 'search', 'BRULE');
    const [id] = await idsOf(project, 'BRULE');
    expect(out).toBe(`fr  Le quai brûle.\nen  The quay burns.\n    ${id}, ${file}: written by Ana\n`);
    expect((await project.run('memory', 'search', 'port', '--to', 'en')).out).toContain(
      'written by Ana; approved by Ana, 2026-11-05',
    );
  });

  it('keeps up with what is deleted and what is new', async () => {
    const project = await projectWith([file, writeTmx(known, about)]);
    expect(await idsOf(project, 'port')).toHaveLength(2);
    await project.write(
      'locales/memory/more.tmx',
      writeTmx([entry({ sourceText: 'Un autre port.' })], about),
    );
    expect(await idsOf(project, 'port')).toHaveLength(3);
    await project.write(file, writeTmx(known.slice(0, 2), about));
    expect(await idsOf(project, 'port')).toHaveLength(2);
  });
});

describe('memory delete and correct', () => {
  it('takes one translation out and leaves the file as if it had never been there', async () => {
    const project = await projectWith([file, writeTmx(known, about)]);
    for (const [at, one] of known.entries()) {
      await project.write(file, writeTmx(known, about));
      const { out: found } = await project.run('memory', 'search', one.targetText, '--json');
      const { exitCode, out } = await project.run('memory', 'delete', JSON.parse(found)[0].id);
      expect([exitCode, out]).toEqual([0, `1 translation deleted in ${file}\n`]);
      expect(await project.read(file)).toBe(writeTmx(known.toSpliced(at, 1), about));
    }
  });

  it('deletes any entry of any memory so', async () => {
    const project = await projectWith();
    const memories = arbitraryEntries(file).filter((entries) => entries.length > 0);
    await fc.assert(
      fc.asyncProperty(memories, fc.nat(), async (entries, at) => {
        const approved = entries.map((one) => ({ ...one, by: 'Ana', targetText: `${one.targetText} x` }));
        const gone = approved[at % approved.length];
        if (!gone || gone.provenance.origin.kind === 'machine') return;
        await project.write(file, writeTmx(approved, about));
        const { exitCode } = await project.run(
          ...[
            'memory',
            'delete',
            '--to',
            gone.target,
            `--source=${gone.sourceText}`,
            `--target=${gone.targetText}`,
          ],
        );
        const same = (one: typeof gone) =>
          one.target === gone.target &&
          [one.sourceText, one.targetText].map(plain).join('\n') ===
            [gone.sourceText, gone.targetText].map(plain).join('\n');
        expect([exitCode, await project.read(file)]).toEqual([
          0,
          writeTmx(
            approved.filter((one) => !same(one)),
            about,
          ),
        ]);
      }),
      { numRuns: 30 },
    );
  });

  it('puts a person’s words in place of a translation, and says who', async () => {
    const project = await projectWith([file, writeTmx(known, about)]);
    const [id = ''] = await idsOf(project, 'quay');
    const { exitCode } = await project.run(
      ...['memory', 'correct', id, '--text', 'The dock <burns>.', '--by', 'Bea'],
    );
    expect(exitCode).toBe(0);
    const [first, second, third] = readTmx(await project.read(file), file);
    expect([first, third]).toEqual([known[0], known[2]]);
    expect(second).toEqual({
      ...known[1],
      targetText: 'The dock <burns>.',
      by: 'Bea',
      at: expect.stringMatching(/^\d{4}-.*Z$/u),
      provenance: {
        origin: { kind: 'human', by: 'Ana' },
        steps: [{ did: 'edited', by: 'Bea', at: second?.at }],
      },
    });
    expect((await project.run('memory', 'search', 'dock')).out).toContain('approved by Bea');
  });

  it('tells of the corrected one alone that somebody corrected it, where a unit has several', async () => {
    const unit = (english: string) => `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="fr" datatype="plaintext"/>
  <body>
    <tu>
      <prop type="x-depeche-origin">machine</prop>
      <prop type="x-depeche-provider">deepl</prop>
      <prop type="x-depeche-step">accepted 2026-11-05T09:15:00Z Ana</prop>
      <tuv xml:lang="fr"><seg>Le quai brûle.</seg></tuv>
      ${english}
      <tuv xml:lang="de">
        <seg>Der Kai brennt.</seg>
      </tuv>
    </tu>
  </body>
</tmx>
`;
    const before = unit('<tuv xml:lang="en"><seg>The key burns.</seg></tuv>');
    const project = await projectWith([file, before]);
    const [english] = await idsOf(project, 'key');
    const [german] = await idsOf(project, 'Kai');
    for (const [id = '', text, by] of [
      [english, 'The quay burns.', 'Bea'],
      [german, 'Es brennt am Kai.', 'Carl'],
    ]) {
      const { exitCode } = await project.run('memory', 'correct', id, '--text', text ?? '', '--by', by ?? '');
      expect(exitCode).toBe(0);
    }
    const accepted = { did: 'accepted', by: 'Ana', at: '2026-11-05T09:15:00Z' };
    const edited = (by: string) => ({ did: 'edited', by, at: expect.stringMatching(/^\d{4}-.*Z$/u) });
    expect(readTmx(await project.read(file), file)).toMatchObject([
      {
        targetText: 'The quay burns.',
        by: 'Bea',
        provenance: { origin: { kind: 'machine' }, steps: [accepted, edited('Bea')] },
      },
      { targetText: 'Es brennt am Kai.', by: 'Carl', provenance: { steps: [accepted, edited('Carl')] } },
    ]);
    // What is exported has each translation in a unit of its own, and its steps in their order.
    const { out } = await project.run('memory', 'export', '--to', 'de');
    expect(out).toMatch(/accepted 2026-11-05T09:15:00Z Ana<[\s\S]*edited \S+ Carl</u);
    expect(out).not.toContain('Bea');
  });

  it('touches nothing else in a file of another tool', async () => {
    const foreign = readFileSync(
      new URL('../memory/fixtures/omegat-project-save.tmx', import.meta.url),
      'utf8',
    );
    const project = await projectWith(['locales/memory/omegat.tmx', foreign]);
    await project.run(
      ...[
        'memory',
        'correct',
        '--source',
        'Le port est fermé.',
        '--target',
        'The harbour is closed.',
        '--text',
        'It’s shut.',
        '--by',
        'Bea & Co',
      ],
    );
    const now = await project.read('locales/memory/omegat.tmx');
    const [before, behind] = foreign.split('The harbour is closed.');
    expect(now).toContain('<seg>It’s shut.</seg>');
    expect(now).toContain('changeid="Bea &amp; Co"');
    expect(now.split('It’s shut.')[1]).toBe(behind);
    const kept = (before ?? '').slice(0, before?.lastIndexOf('<tuv lang="fr">'));
    expect(now.startsWith(kept)).toBe(true);
    await project.run(...['memory', 'delete', '--source', 'Le port est fermé.', '--target', 'It’s shut.']);
    expect(await project.read('locales/memory/omegat.tmx')).toBe(
      foreign.replace(/(?<=<!-- Alternative translations -->)[\s\S]*?<\/tu>/u, ''),
    );
  });

  it('leaves the other languages of a unit alone', async () => {
    const unit = (languages: readonly string[]) =>
      `<?xml version="1.0"?>\n<tmx version="1.4">\n<header srclang="fr"/>\n<body>\n<tu>\n${languages
        .map((language) => `<tuv xml:lang="${language}"><seg>${language} fermé.</seg></tuv>\n`)
        .join('')}</tu>\n</body>\n</tmx>\n`;
    const project = await projectWith([file, unit(['fr', 'en', 'de'])]);
    await project.run('memory', 'delete', '--source', 'fr fermé.', '--target', 'en fermé.');
    expect(await project.read(file)).toBe(unit(['fr', 'de']));
  });

  it('refuses a file in which it cannot tell units apart, and changes nothing', async () => {
    const text = writeTmx(known, about).replace('<body>', '<body><!-- <tu> </tu> -->');
    const project = await projectWith([file, text]);
    const [id = ''] = await idsOf(project, 'quay');
    const { exitCode, err } = await project.run('memory', 'delete', id);
    expect([exitCode, err]).toEqual([2, expect.stringContaining(`${file}: is written in a way`)]);
    expect(await project.read(file)).toBe(text);
    expect(await project.snapshot('locales/memory')).toHaveProperty('size', 1);
  });

  it.each([
    [['delete', 'm0000000000'], 'the memory has no such entry'],
    [['delete'], 'name entries by their ids'],
    [['delete', 'm1', '--source', 'x', '--target', 'y'], 'name entries by their ids'],
    [['delete', '--source', 'x'], 'name entries by their ids'],
    [['correct', 'm1', '--text', ' ', '--by', 'Ana'], '--text gives no words'],
    [['correct', 'm1', '--text', 'x', '--by', ' '], '--by gives no name'],
  ])('says what is wrong with %j', async (args, message) => {
    const project = await projectWith([file, writeTmx(known, about)]);
    const { exitCode, err } = await project.run('memory', ...args);
    expect([exitCode, err]).toEqual([2, expect.stringContaining(message)]);
  });
});

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc\u2032]/gu, "'")
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
}

describe('memory import', () => {
  it('takes over what is read, in the same bytes as ever, and what it wrote need not be read again', async () => {
    const project = await projectWith(['in/desk.tmx', writeTmx(known, { source: 'de', toolVersion: '9' })]);
    expect((await project.run('memory', 'import', 'in/desk.tmx')).out).toBe(
      `in/desk.tmx: 3 translations, now in ${file}\n`,
    );
    const entries = readTmx(await project.read('in/desk.tmx'), file, { source: 'fr' });
    expect(readTmx(await project.read(file), file)).toEqual(entries);
    expect(await idsOf(project, 'port')).toHaveLength(2);
    const before = await project.snapshot('locales');
    expect((await project.run('memory', 'import', 'in/desk.tmx')).exitCode).toBe(0);
    expect(await project.snapshot('locales')).toEqual(before);
  });

  it('takes all files over or none', async () => {
    const project = await projectWith(
      ['in/desk.tmx', writeTmx(known, about)],
      ['in/broken.tmx', writeTmx(known, about).replace('</tu>', '')],
      ['in/other/desk.tmx', writeTmx(known.slice(1), about)],
    );
    expect((await project.run('memory', 'import', 'in/desk.tmx', 'in/broken.tmx')).exitCode).not.toBe(0);
    expect((await project.run('memory', 'import', 'in/desk.tmx', 'in/other/desk.tmx')).err).toContain(
      'there is another memory of this name',
    );
    expect((await project.snapshot('locales/memory')).size).toBe(0);
    await project.write(
      `locales/memory/.desk.tmx.${2 ** 22 + 1}-00000000.tmp`,
      'left by a run that was killed',
    );
    await project.run('memory', 'import', 'in/desk.tmx');
    const before = await project.snapshot('locales');
    expect([...before.keys()]).toEqual([file]);
    const { exitCode, err } = await project.run('memory', 'import', 'in/other/desk.tmx');
    expect([exitCode, err]).toEqual([2, expect.stringContaining('nothing was written')]);
    expect(await project.snapshot('locales')).toEqual(before);
    expect(await idsOf(project, 'port')).toHaveLength(2);
  });
});
