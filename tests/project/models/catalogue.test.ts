import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../src/project/models/catalogue.ts';
import { compareVersions } from '../../../src/project/models/model-version.ts';
import { parsePair, waysOf } from '../../../src/project/models/wanted-models.ts';
import { type CatalogueRecord, modelOf, together } from './model-server.ts';

const read = (records: readonly unknown[]) => readCatalogue(JSON.stringify({ data: records }));

/** The records of fr-en, the first of them (the weights) with other values; undefined takes a key out. */
function spoiled(change: Record<string, unknown>, attachment: Record<string, unknown> = {}) {
  const [weights, ...rest] = modelOf('fr-en').records as [CatalogueRecord, ...CatalogueRecord[]];
  return [{ ...weights, ...change, attachment: { ...weights.attachment, ...attachment } }, ...rest];
}

describe('a catalogue', () => {
  it('offers for each pair the weights, their vocabulary and their shortlist', () => {
    const { models, refused } = read(together(modelOf('fr-en'), modelOf('en-zh-Hans')).records);
    expect(refused).toEqual([]);
    expect(
      models.map(({ source, target, files }) => [source, target, files.map(({ role }) => role)]),
    ).toEqual([
      ['fr', 'en', ['weights', 'vocabulary', 'shortlist']],
      ['en', 'zh-Hans', ['weights', 'vocabulary', 'shortlist']],
    ]);
  });

  it.each<[string, ReturnType<typeof spoiled>]>([
    ['a name with a path', spoiled({ name: '../../.bashrc' })],
    ['a name with a backslash', spoiled({ name: 'a\\b.bin' })],
    ['a hidden name', spoiled({ name: '.ssh' })],
    ['a name that is no text', spoiled({ name: 7 })],
    ['the name of what lists the files', spoiled({ name: 'Model.json' })],
    ['a name with an escape sequence', spoiled({ name: 'a\u001b[2Jb' })],
    ['the name of a device of Windows', spoiled({ name: 'Con.fren.bin' })],
    ['an escape sequence in place of a size', spoiled({ decompressedSize: '\u001b[2J' })],
    ['a language with a path', spoiled({ sourceLanguage: '../..' })],
    ['a language that is none', spoiled({ targetLanguage: 'EN/..' })],
    ['no SHA-256 of the unpacked file', spoiled({ decompressedHash: undefined })],
    ['a hash that is none', spoiled({ decompressedHash: 'abc' })],
    ['no SHA-256 of the packed file', spoiled({}, { hash: undefined })],
    ['a giant size', spoiled({ decompressedSize: 1e15 })],
    ['a giant packed size', spoiled({}, { size: 1e12 })],
    ['a negative size', spoiled({}, { size: -1 })],
    ['a location that leaves the files', spoiled({}, { location: 'main/../../x' })],
    ['a location that is an address', spoiled({}, { location: 'https://evil.example/x' })],
    ['a location of another host', spoiled({}, { location: '//evil.example/x' })],
    ['a location with a query', spoiled({}, { location: 'a?b' })],
    ['an architecture with a path', spoiled({ architecture: '../x' })],
    [
      'no attachment',
      spoiled({ attachment: undefined }).map((each, at) =>
        at === 0 ? { ...each, attachment: null as never } : each,
      ),
    ],
  ])('refuses %s, and with it the model', (_, records) => {
    const { models, refused } = read(records);
    expect(models).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(/^record 1: [\w.]+ [\x20-\x7e]+$/u);
  });

  it.each<[string, unknown[]]>([
    ['another major version', modelOf('fr-en', { version: '4.0' }).records.slice()],
    ['the version before', modelOf('fr-en', { version: '2.1' }).records.slice()],
    ['a Firefox for Android', spoiled({ filter_expression: "env.appinfo.OS == 'Android'" })],
    [
      'a Firefox that is not released',
      spoiled({ filter_expression: "env.channel == 'default' || env.channel == 'nightly'" }),
    ],
    ['whoever an unknown expression means', spoiled({ filter_expression: '1 == 1' })],
    ['a role that the engine has no use for', spoiled({ fileType: 'qualityModel' })],
    ['nobody', [null, 7, 'x', [], {}, { fileType: 'model' }]],
  ])('passes over what is for %s', (_, records) => {
    expect(read(records)).toEqual({ models: [], refused: [] });
  });

  it('takes the newest version, and of one version what Mozilla releases most', () => {
    const versions = ['3.0', '3.1a2', '3.1', '3.1a10'].map((version) => modelOf('fr-en', { version }));
    expect(read(together(...versions).records).models).toMatchObject([{ version: '3.1' }]);
    const kinds = ['tiny', 'base', 'base-memory'].map((architecture) => modelOf('fr-en', { architecture }));
    expect(read(together(...kinds).records).models).toMatchObject([{ architecture: 'base-memory' }]);
  });

  it('takes an older version where the newest lacks its vocabulary, and no shortlist of another version', () => {
    const older = modelOf('fr-en').records;
    const [weights] = modelOf('fr-en', { version: '3.1', architecture: 'base' }).records;
    expect(read([weights, ...older]).models).toMatchObject([{ version: '3.0' }]);
    const [alike] = modelOf('fr-en', { version: '3.1' }).records;
    const { models } = read([alike, ...older]);
    expect(models.map(({ version, files }) => [version, files.map(({ role }) => role)])).toEqual([
      ['3.1', ['weights', 'vocabulary']],
    ]);
  });

  it('takes two vocabularies where each language has its own, and never one of them', () => {
    const [weights, vocabulary] = modelOf('en-ja').records;
    const from = { ...vocabulary, fileType: 'srcvocab', name: 'srcvocab.enja.spm' };
    const to = { ...vocabulary, fileType: 'trgvocab', name: 'trgvocab.enja.spm' };
    const roles = read([weights, from, to]).models[0]?.files.map(({ role }) => role);
    expect(roles).toEqual(['weights', 'source-vocabulary', 'target-vocabulary']);
    expect(read([weights, from]).models).toEqual([]);
  });

  it.each(['', 'null', '[]', '{"data": 7}', '<html>'])('that is none is refused: %s', (text) => {
    expect(() => readCatalogue(text)).toThrow(expect.objectContaining({ code: 'invalid' }));
  });
});

describe('a way', () => {
  const { models } = read(
    together(
      ...['fr-en', 'en-de', 'en-pt', 'en-zh-Hant', 'en-nb', 'en-fr', 'de-en'].map((pair) => modelOf(pair)),
    ).records,
  );
  const by = (source: string, target: string) =>
    waysOf([{ source, target }], models)[0]?.models?.map((model) => `${model.source}-${model.target}`);

  it.each([
    ['fr', 'en-GB', ['fr-en']],
    ['fr', 'de', ['fr-en', 'en-de']],
    ['fr', 'pt-BR', ['fr-en', 'en-pt']],
    ['fr', 'zh-TW', ['fr-en', 'en-zh-Hant']],
    ['fr', 'zh', undefined],
    ['fr', 'no', ['fr-en', 'en-nb']],
    ['de-AT', 'fr-CH', ['de-en', 'en-fr']],
    ['en', 'de', ['en-de']],
    ['fr', 'ja', undefined],
    ['pt', 'en', undefined],
    ['fr', 'fr-CA', ['fr-en', 'en-fr']],
  ])('from %s to %s', (source, target, expected) => expect(by(source, target)).toEqual(expected));
});

it.each([
  ['fr-en', 'fr', 'en'],
  ['en-zh-Hans', 'en', 'zh-Hans'],
  ['zh-Hans-en', 'zh-Hans', 'en'],
  ['pt-BR-en', 'pt-BR', 'en'],
  ['en-pt-BR', 'en', 'pt-BR'],
])('%s is a pair', (text, source, target) => expect(parsePair(text)).toEqual({ source, target }));

it.each(['fr', '', '../x', 'fr-', '-en', 'fr_en', 'fr-en/..', 'Hans-Hant'])('%j is no pair', (text) => {
  expect(() => parsePair(text)).toThrow(expect.objectContaining({ code: 'usage' }));
});

it('versions are ordered by number, with what comes before a release before it', () => {
  const sorted = ['3.10', '3.2', '3', '3.0a10', '3.0a2', '3.0', '2.9'].sort(compareVersions);
  expect(sorted).toEqual(['2.9', '3.0a10', '3.0a2', '3', '3.0', '3.2', '3.10']);
});
