import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createInstance } from 'i18next';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { describe, expect, it } from 'vitest';
import { temporaryProject } from './temporary-project.ts';

const french = {
  title: 'Bonjour {{name}}',
  file_one: '{{count}} fichier',
  file_other: '{{count}} fichiers',
  menu: { items: ['Ouvrir', 'Fermer'], depth: 2 },
};

async function project() {
  const made = await temporaryProject(['depeche.config.json']);
  await made.write('locales/fr/app.json', `${JSON.stringify(french, null, 4)}\n`);
  return made;
}

/** Writes a target into every unit of an XLIFF 1.2 file. */
const translated = (xliff: string, translate: (source: string) => string) =>
  xliff.replace(
    /<source>([^<]*)<\/source>/gu,
    (whole, source: string) => `${whole}<target>${translate(source)}</target>`,
  );

it('app strings go out as XLIFF, come home as JSON of the same shape, and run in i18next', async () => {
  const made = await project();
  expect(
    await made.run('strings', 'export', 'locales/fr/app.json', '--to', 'ar', '--out', 'out/app.ar.xlf'),
  ).toEqual({
    exitCode: 0,
    out: '',
    err: '9 texts written to out/app.ar.xlf, 0 of them with a translation\n',
  });
  const sent = await made.read('out/app.ar.xlf');
  await made.write(
    'app.ar.xlf',
    translated(sent, (source) => `ar ${source}`),
  );
  expect(await made.run('strings', 'import', 'app.ar.xlf')).toEqual({
    exitCode: 0,
    out: 'locales/ar/app.json: 9 taken, 0 unchanged, 0 open\n',
    err: '',
  });
  const written = await made.read('locales/ar/app.json');
  expect(written).toMatch(/^\{\n {4}"title": "ar Bonjour \{\{name\}\}",\n/u);
  const arabic = JSON.parse(written);
  expect(arabic.menu).toEqual({ items: ['ar Ouvrir', 'ar Fermer'], depth: 2 });
  const i18n = createInstance();
  await i18n.init({ lng: 'ar', resources: { ar: { translation: arabic } } });
  expect([0, 2, 3].map((count) => i18n.t('file', { count }))).toEqual([
    'ar 0 fichier',
    'ar 2 fichiers',
    'ar 3 fichiers',
  ]);

  const before = await made.snapshot('.');
  expect(await made.run('strings', 'import', 'app.ar.xlf')).toMatchObject({
    exitCode: 0,
    out: 'locales/ar/app.json: 0 taken, 9 unchanged, 0 open\n',
  });
  expect(await made.snapshot('.')).toEqual(before);
});

it('a damaged translation is reported and not written, and what was there stays', async () => {
  const made = await project();
  await made.write('locales/de/app.json', '{"title":"Hallo {{name}}","own":"bleibt"}');
  await made.run('strings', 'export', 'locales/fr/app.json', '--to', 'de', '--out', 'de.xlf');
  const sent = await made.read('de.xlf');
  expect(sent).toContain('approved="yes"><source>Bonjour {{name}}</source><target>Hallo {{name}}</target>');
  const returned = sent
    .replace('Hallo {{name}}', 'Hallo {{nom}}')
    .replace(
      '<source>{{count}} fichier</source>',
      '<source>{{count}} fichier</source><target>eine Datei</target>',
    );
  await made.write('de.xlf', returned);
  const { exitCode, out } = await made.run('strings', 'import', 'de.xlf');
  expect(exitCode).toBe(1);
  expect(out).toContain('locales/de/app.json: 1 taken, 0 unchanged, 4 open\n');
  expect(out).toMatch(/refused +title +\{\{name\}\} is missing; \{\{nom\}\} is not in the source\n/u);
  expect(JSON.parse(await made.read('locales/de/app.json'))).toEqual({
    file_one: 'eine Datei',
    menu: { depth: 2 },
    own: 'bleibt',
    title: 'Hallo {{name}}',
  });
});

it('what was changed here since the strings went out stays, and a conflict shows both and waits for a decision', async () => {
  const made = await project();
  await made.write('locales/de/app.json', '{"title":"Hallo {{name}}","menu":{"items":["Auf","Zu"]}}');
  await made.run('strings', 'export', 'locales/fr/app.json', '--to', 'de', '--out', 'de.xlf');
  const here = '{"title":"Guten Tag {{name}}","menu":{"items":["Auf","Schließen"]}}';
  await made.write('locales/de/app.json', here);
  const untouched = await made.run('strings', 'import', 'de.xlf', '--json');
  expect(JSON.parse(untouched.out)[0].outcomes).not.toContainEqual(
    expect.objectContaining({ outcome: 'taken' }),
  );
  expect(await made.read('locales/de/app.json')).toBe(here);
  await made.write('de.xlf', (await made.read('de.xlf')).replace('Hallo {{name}}', 'Servus {{name}}'));
  const { exitCode, out } = await made.run('strings', 'import', 'de.xlf');
  expect(exitCode).toBe(1);
  expect(out).toMatch(/conflicting +title .*here “Guten Tag \{\{name\}\}”, there “Servus \{\{name\}\}”/u);
  expect(await made.read('locales/de/app.json')).toBe(here);
  await made.run('strings', 'import', 'de.xlf', '--prefer', 'ours');
  expect(await made.read('locales/de/app.json')).toBe(here);
  await made.run('strings', 'import', 'de.xlf', '--prefer', 'theirs');
  expect(JSON.parse(await made.read('locales/de/app.json')).title).toBe('Servus {{name}}');
});

it('several resources travel in one file, in XLIFF 2.0 too', async () => {
  const made = await project();
  await made.write('ui/errors.fr.json', '{"none": "Rien"}');
  await made.write('locales/fr/story.dispatch.json', '{}');
  await made.run(
    'strings',
    'export',
    'locales/fr/app.json',
    'ui/errors.fr.json',
    '--to',
    'en',
    '--format',
    '2.0',
    '--out',
    'en.xlf',
  );
  await made.write(
    'en.xlf',
    translated(await made.read('en.xlf'), (source) => source),
  );
  const { exitCode, out } = await made.run('strings', 'import', 'en.xlf', '--json');
  expect(exitCode).toBe(0);
  expect(JSON.parse(out).map(({ to }: { to: string }) => to)).toEqual([
    'locales/en/app.json',
    'ui/errors.en.json',
  ]);
  expect(await made.read('ui/errors.en.json')).toBe('{\n  "none": "Rien"\n}');
});

describe('what cannot be done: exit 2, and nothing is written', () => {
  it.each([
    [['export', 'locales/fr/app.json', '--to', 'de,en', '--out', 'x.xlf'], 'an export is for one language'],
    [['export', 'nowhere/fr.json', '--to', 'de', '--out', 'x.xlf'], 'nowhere/fr.json: there is no such file'],
    [['export', 'app.json', '--to', 'de', '--out', 'x.xlf'], 'its path does not say that it is in fr'],
    [['export', '../fr/app.json', '--to', 'de', '--out', 'x.xlf'], 'is no JSON file of this project'],
    [['export', 'locales/fr/story.json', '--to', 'de', '--out', 'x.xlf'], 'is the bundle of a dispatch'],
    [['export', 'locales/fr/app.json', '--to', 'de', '--out', 'locales/de/app.xlf'], 'where the masters'],
    [['export', 'locales/fr/app.json', '--to', 'de', '--out', 'x.xlf', '--format', '2.1'], '1.2, 2.0'],
    [['import', 'bad.xlf'], 'bad.xlf:1:'],
    [['import', 'away.xlf'], 'is no JSON file of this project'],
    [['import', 'other.xlf'], 'the source of this project is fr'],
  ])('strings %j', async (args, says) => {
    const made = await project();
    const xliff = (original: string, source: string) =>
      `<xliff version="1.2"><file original="${original}" source-language="${source}" target-language="de"><body><trans-unit id="title"><source>Bonjour {{name}}</source><target>Hallo {{name}}</target></trans-unit></body></file></xliff>`;
    await made.write('app.json', '{}');
    await made.write('locales/fr/story.json', '{}');
    await made.write('locales/fr/story.dispatch.json', '{}');
    await made.write('bad.xlf', xliff('locales/fr/app.json', 'fr').slice(0, -9));
    await made.write('away.xlf', xliff('../../fr/app.json', 'fr'));
    await made.write('other.xlf', xliff('locales/fr/app.json', 'en'));
    const before = await made.snapshot('.');
    const { exitCode, err } = await made.run('strings', ...args);
    expect([exitCode, err]).toEqual([2, expect.stringContaining(says)]);
    expect(await made.snapshot('.')).toEqual(before);
  });
});

const schemas = fileURLToPath(new URL('../../../shared/xliff/', import.meta.url));
it.skipIf(!existsSync(schemas))(
  'both versions are valid by the OASIS schemas (needs ../shared/xliff/)',
  async () => {
    xmlRegisterFsInputProviders();
    const made = await project();
    await made.write(
      'locales/fr/odd.json',
      '{"é <\\"&\\"> x": "a <b>&</b>\\n", "": ["x"], "__proto__": {"10": "dix"}}',
    );
    await made.write('locales/pl/app.json', '{"title":"Dzień dobry {{name}}"}');
    for (const [format, schema] of [
      ['1.2', '1.2/strict.xsd'],
      ['2.0', '2.1/schemas/driver.xsd'],
    ] as const) {
      const files = ['locales/fr/app.json', 'locales/fr/odd.json'];
      const { exitCode } = await made.run(
        'strings',
        'export',
        ...files,
        '--to',
        'pl',
        '--format',
        format,
        '--out',
        'pl.xlf',
      );
      expect(exitCode).toBe(0);
      using rules = XmlDocument.fromBuffer(readFileSync(schemas + schema), { url: schemas + schema });
      using validator = XsdValidator.fromDoc(rules);
      const validate = (text: string) => {
        using document = XmlDocument.fromString(text);
        validator.validate(document);
      };
      const text = await made.read('pl.xlf');
      validate(text);
      expect(() => validate(text.replaceAll('source>', 'sauce>'))).toThrow();
    }
  },
);
