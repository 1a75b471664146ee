import { describe, expect, it } from 'vitest';
import { demo, type TemporaryProject, temporaryProject } from './temporary-project.ts';

const sentence = 'Le convoi a franchi le pont avant la nuit.';

/** Runs a command that must fail without changing anything the project has. */
async function fails(
  project: TemporaryProject,
  args: readonly string[],
  exitCode: number,
  ...says: readonly string[]
): Promise<void> {
  const before = await project.snapshot('.');
  for (const path of before.keys()) if (path.startsWith('.depeche/')) before.delete(path);
  const result = await project.run(...args);
  expect(result).toMatchObject({ exitCode });
  for (const words of says) expect(result.err).toContain(words);
  const after = await project.snapshot('.');
  for (const [path, text] of before) expect(after.get(path), path).toBe(text);
}

describe('a dispatch that cannot be read', () => {
  it.each([
    ['is empty', new Uint8Array(), 'empty'],
    ['has only blanks', Buffer.from(' \n\n \n'), 'blank'],
    ['is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'byte 0'],
    [
      'is broken UTF-8',
      Buffer.concat([
        Buffer.from('Déjà reçu, été '),
        Buffer.from([0xc3, 0x28, 0xff]),
        Buffer.from(' là-bas, à Gaël'),
      ]),
      'byte',
    ],
    ['has more than 16 MB', Buffer.alloc(16 * 1024 * 1024 + 1, 'a'), '16'],
  ])('%s: named, exit 2, nothing lost', async (_, bytes, says) => {
    const project = await temporaryProject(['depeche.config.json']);
    await project.write('source-texts/mauvais.txt', bytes);
    await fails(project, ['translate'], 2, 'source-texts/mauvais.txt', says);
  });

  it('that is not there', async () => {
    const project = await temporaryProject(['depeche.config.json']);
    await fails(project, ['translate', 'nulle-part.txt'], 2, 'nulle-part.txt', 'no such file');
  });
});

it('reads a line of 1 MB', async () => {
  const project = await temporaryProject();
  await project.write('long.txt', `${sentence} `.repeat(24_000));
  const { exitCode, out } = await project.run('segment', 'long.txt');
  expect(exitCode).toBe(0);
  expect(out.split('\n').filter((line) => line !== '')).toHaveLength(24_000);
});

describe('ids and locales', () => {
  it.each([
    [['translate', '--to', '../en']],
    [['translate', '--to', 'en,xx_YY']],
    [['translate', '--to', '']],
    [['show', '../../etc/passwd', '--to', 'en']],
    [['show', '__proto__', '--to', 'en']],
    [['segment', '--lang', '../fr', 'x.txt']],
  ])('%j are refused', async (args) => {
    const project = await temporaryProject(['depeche.config.json']);
    await project.write('source-texts/a.txt', sentence);
    await fails(project, args, 2);
  });

  it('a file called __proto__ stays in its folder and touches no prototype', async () => {
    const project = await temporaryProject(['depeche.config.json']);
    await project.write('source-texts/__proto__.txt', sentence);
    const { exitCode } = await project.run('translate', '--provider', 'pseudo', '--to', 'en');
    expect(exitCode).toBe(0);
    expect([...(await project.snapshot('locales')).keys()]).toEqual([
      'locales/en/proto__.json',
      'locales/en/proto__.xlf',
      'locales/fr/proto__.dispatch.json',
      'locales/fr/proto__.json',
      'locales/manifest.json',
    ]);
    expect(Object.hasOwn(Object.prototype, 'source')).toBe(false);
  });

  it('two files with one id are refused, both named', async () => {
    const project = await temporaryProject(['depeche.config.json']);
    await project.write('source-texts/a.txt', sentence);
    await project.write('source-texts/a.text', sentence);
    await fails(project, ['translate'], 2, 'a.txt', 'a.text');
  });

  it('a concept called __proto__ is refused with its place', async () => {
    const project = await temporaryProject(['depeche.config.json']);
    await project.write('source-texts/a.txt', sentence);
    await project.write(
      'locales/glossary.csv',
      'concept,type,lang,term,status,match,forms,note\n__proto__,place,fr,Paris,preferred,exact,,\n',
    );
    await fails(project, ['translate'], 2, 'locales/glossary.csv:2:1');
  });
});

describe('files of the project that are broken', () => {
  it.each([
    ['depeche.config.json', '{\n  "targets": ["en",, "de"]\n}', 'depeche.config.json:2:'],
    ['depeche.config.json', '{\n  "targets": ["en", "x_1"]\n}', 'depeche.config.json:2:21'],
    ['depeche.config.json', '{\n  "target": ["en"]\n}', 'depeche.config.json:'],
    ['depeche.config.json', '{ "glossary": "../../secrets.csv" }', 'inside the project'],
    [
      'locales/glossary.csv',
      'concept,type,lang,term,status,match,forms,note\nparis,place,fr,"Paris,preferred,exact,,\n',
      'locales/glossary.csv:2:',
    ],
    [
      'locales/memory/demo.en.tmx',
      '<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="fr"/>\n<body><tu></body></tmx>',
      'locales/memory/demo.en.tmx:3:',
    ],
    [
      'locales/en/festival-lecture.xlf',
      '<?xml version="1.0"?>\n<xliff version="2.1">\n<file></xliff>',
      'locales/en/festival-lecture.xlf:',
    ],
    ['locales/fr/festival-lecture.dispatch.json', '{"id": 1}', 'locales/fr/festival-lecture.dispatch.json'],
    ['locales/manifest.json', '{"dispatches": []}', 'locales/manifest.json'],
  ])('%s %j: exit 2, with the place, nothing lost', async (path, content, says) => {
    const project = await temporaryProject(demo);
    await project.run('translate', '--to', 'en');
    await project.write(path, content);
    await fails(project, ['translate', '--to', 'en'], 2, says);
  });
});

describe('a file of the project that is not UTF-8', () => {
  it.each([
    ['locales/glossary.csv'],
    ['locales/memory/demo.en.tmx'],
    ['locales/en/festival-lecture.xlf'],
    ['locales/fr/festival-lecture.dispatch.json'],
    ['locales/manifest.json'],
    ['depeche.config.json'],
  ])('%s: refused, for its letters would be guessed', async (path) => {
    const project = await temporaryProject(demo);
    await project.run('translate', '--to', 'en');
    const text = await project.read(path);
    await project.write(path, Buffer.concat([Buffer.from(text), Buffer.from([0xe9])]));
    await fails(project, ['translate', '--to', 'en'], 2, `${path}: is not UTF-8: save it as UTF-8`);
  });

  it('is read where it is UTF-16 or begins with a byte order mark', async () => {
    const project = await temporaryProject(demo);
    await project.run('translate', '--to', 'en');
    const before = await project.snapshot('locales/en');
    for (const path of ['locales/glossary.csv', 'locales/memory/demo.en.tmx'])
      await project.write(path, Buffer.from(`\uFEFF${await project.read(path)}`, 'utf16le'));
    for (const path of ['depeche.config.json', 'locales/manifest.json', 'locales/en/festival-lecture.xlf'])
      await project.write(path, `\uFEFF${await project.read(path)}`);
    expect(await project.run('translate', '--to', 'en')).toMatchObject({ exitCode: 0 });
    expect(await project.snapshot('locales/en')).toEqual(before);
  });
});

it('refuses a provider it does not know, and one that has no key', async () => {
  const project = await temporaryProject(['depeche.config.json', 'source-texts']);
  await fails(project, ['translate', '--provider', 'babelfish'], 2, 'babelfish');
  await fails(project, ['translate', '--provider', 'deepl'], 2, 'DEEPL_AUTH_KEY');
});
