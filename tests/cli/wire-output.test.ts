import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { checkout, demo, type TemporaryProject, temporaryProject } from './temporary-project.ts';

const schemaFile = join(checkout, '../shared/ninjs/ninjs-schema_3.1.json');
const missing = !existsSync(schemaFile);

/** Every item of a folder, by its path in it. */
async function itemsIn(project: TemporaryProject, folder: string): Promise<Map<string, string>> {
  const files = await project.snapshot(folder);
  const texts = await Promise.all(
    [...files.keys()].map(async (file) => [file, await project.read(file)] as const),
  );
  return new Map(texts.map(([file, text]) => [file.slice(folder.length + 1), text]));
}

const story =
  'Le port rouvre\n\nBrest, 3 mai 2021 (DEP) - Le port de Brest a rouvert lundi. Le vent est tombé.\n';
const copies = {
  usable: story,
  embargo: `---\ntitle: Le port rouvre\nembargo: 2999-01-01T00:00:00Z\n---\n${story.split('\n\n')[1]}`,
  canceled: `ATTENTION - ANNULATION ///\n${story}`,
};

/** The demo as it is committed, translated and published. */
const published = () => temporaryProject(['depeche.config.json', 'source-texts', 'locales']);

/** Items of every wire format that is read: see tests/wire/ingest.test.ts. */
const goldenItems = globSync(join(import.meta.dirname, '../wire/golden/*/expected/wire/**/*.ninjs.json'));

describe('depeche wire', () => {
  it('writes an item for each story and language, and nothing the second time', async () => {
    const project = await published();
    const first = await project.run('wire', '--out', 'out');
    expect(first.exitCode).toBe(0);
    expect(first.out).toContain('karabakh-diplomatie ar: as it is published');
    const items = await itemsIn(project, 'out');
    expect(items.size).toBe(30);
    expect([...items.keys()]).toContain('en/karabakh-diplomatie.ninjs.json');
    const again = await project.run('wire', '--out', 'out', '--json');
    expect(JSON.parse(again.out).written).toEqual([]);
    expect(await itemsIn(project, 'out')).toEqual(items);
  });

  it.skipIf(missing)('ninjs is valid by the schema of IPTC (needs ../shared/ninjs)', async () => {
    const project = await published();
    await project.write('source-texts/port.txt', copies.canceled);
    await project.run('translate', 'source-texts/port.txt');
    await project.run('wire', '--out', 'out');
    const ajv = addFormats.default(new Ajv2020({ strict: false }));
    ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' });
    const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
    const items = await itemsIn(project, 'out');
    expect(items.size).toBe(36);
    expect(goldenItems.length).toBeGreaterThan(20);
    for (const file of goldenItems) items.set(file, readFileSync(file, 'utf8'));
    for (const [file, text] of items) {
      validate(JSON.parse(text));
      expect(validate.errors, file).toBeNull();
    }
    // The schema can say no.
    const [text = ''] = items.values();
    expect(validate({ ...JSON.parse(text), headline: 'of ninjs 2' })).toBe(false);
    expect(validate({ ...JSON.parse(text), uri: 'no uri' })).toBe(false);
  });

  it('what is under embargo has no item before its time', async () => {
    const project = await temporaryProject(demo);
    await project.write('source-texts/port.txt', copies.embargo);
    await project.run('translate', 'source-texts/port.txt');
    const early = await project.run('wire', 'port', '--out', 'out', '--to', 'en');
    expect(early).toMatchObject({ exitCode: 0, out: expect.stringContaining('held back by the agency') });
    expect(existsSync(join(project.root, 'out/en/port.ninjs.json'))).toBe(false);
  });

  it('of a story whose newer version waits, for its translation or for its time, the item stays as it is', async () => {
    const project = await published();
    const [id, file] = ['tour-etape', 'source-texts/tour-etape.txt'];
    const wire = () => project.run('wire', id, '--to', 'en', '--out', 'out');
    await wire();
    const item = await project.read(`out/en/${id}.ninjs.json`);
    const copy = await project.read(file);

    await project.write(file, `${copy}\nUne phrase que personne n'a encore traduite.\n`);
    await project.run('translate', file, '--to', 'en');
    expect(await wire()).toMatchObject({
      exitCode: 1,
      out: expect.stringContaining('an earlier version is still'),
    });
    expect(await project.read(`out/en/${id}.ninjs.json`)).toBe(item);

    await project.write(file, `ATTENTION - EMBARGO ///\n${copy}`);
    await project.run('translate', file, '--to', 'en');
    expect(await wire()).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('held back by the agency'),
    });
    expect(await project.read(`out/en/${id}.ninjs.json`)).toBe(item);
  });

  it('pseudo text goes out to nobody', async () => {
    const project = await temporaryProject();
    await project.write('source-texts/port.txt', story);
    await project.run('translate', '--provider', 'pseudo', '--to', 'en');
    const { exitCode, out } = await project.run('wire', '--out', 'out', '--to', 'en');
    expect(exitCode).toBe(1);
    expect(out).toContain('port en: pseudo text: no item');
  });

  it('a story that was held is told to those who have it, and one taken back to everybody', async () => {
    const project = await temporaryProject();
    const send = async (copy: string) => {
      await project.write('source-texts/port.md', copy);
      await project.run('translate', '--to', 'en');
      await project.run('wire', '--to', 'fr', '--out', 'out');
      await project.run('wire', '--out', 'out');
      return JSON.parse(await project.read('out/fr/port.ninjs.json'));
    };
    const copy = `---\ntitle: Le port rouvre\nstatus: usable\n---\n${story.split('\n\n')[1]}`;
    expect(await send(copy)).toMatchObject({ pubStatus: 'usable', language: 'fr' });
    const held = await send(copy.replace('status: usable', 'status: withheld'));
    expect(held).toMatchObject({ pubStatus: 'withheld', uri: expect.stringMatching(/^urn:uuid:/u) });
    expect(held.bodies).toBeUndefined();
    expect(await send(copy)).toMatchObject({ pubStatus: 'usable' });
    const killed = await send(copy.replace('status: usable', 'status: canceled'));
    expect(killed).toMatchObject({ pubStatus: 'canceled' });
    expect(JSON.stringify(killed)).not.toContain('Brest');
  });

  it('says what stands in its way', async () => {
    const project = await published();
    expect((await project.run('wire', '--out', 'locales/out')).err).toContain(
      "locales/ is the project's own",
    );
    expect((await project.run('wire', '--out', 'source-texts')).exitCode).toBe(2);
    expect((await project.run('wire', '--as', 'telex', '--out', 'out')).exitCode).toBe(2);
    await project.run('accept', 'tour-etape', '--to', 'en', '--by', 'Ana');
    await project.write('locales/en/tour-etape.json', '{}\n');
    const { exitCode, err } = await project.run('wire', 'tour-etape', '--to', 'en', '--out', 'out');
    expect(exitCode).toBe(2);
    expect(err).toContain('locales/en/tour-etape.json: is not what is in the dispatch and its master today');
  });
});
