import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonObject, readJson, writeJson } from '../../../src/bundle/strings/json-tree.ts';
import { stringUnits } from '../../../src/bundle/strings/string-units.ts';
import { idOfPath, pathOfId } from '../../../src/bundle/strings/unit-id.ts';
import { file, filled, merged, resource, sent } from './translator.ts';

const layout = { indent: '  ', finalNewline: true };
const contents = (object: JsonObject): unknown => JSON.parse(writeJson(object, layout));

const key = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('a.b', 'ns:key', '10', '2', '__proto__', '_', '', ':0', 'constructor', 'a_male', 'x\ty'),
);
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'Bonjour {{name}}, $t(fin) & <1>ici</1>',
    'a &amp; b &lt; c',
    'deux\r\nlignes\r\ntrois\r\n',
    '  au milieu\u00a0',
    ']]>',
    'مرحبا {{- x}}',
  ),
);
const representable = (value: string) =>
  !/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(value);
const { tree } = fc.letrec<{ tree: unknown; node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text.filter(representable),
    fc.constantFrom(3, true, null, 0.5),
    fc.array(tie('node'), { maxLength: 3 }),
    tie('tree'),
  ),
  tree: fc.dictionary(key, tie('node'), { maxKeys: 5 }),
}));

describe('app strings through XLIFF and back', () => {
  it.each(['1.2', '2.0'] as const)(
    '%s: any resource comes back in its shape, every text where it was',
    async (version) => {
      const languages = { from: 'fr', to: 'fr-CA' };
      await fc.assert(
        fc.asyncProperty(tree, async (any) => {
          const source = resource(any);
          fc.pre(stringUnits(source, languages).length > 0);
          const xliff = filled(await sent(source, languages, version), (_, words) => words);
          const { resource: home, outcomes } = await merged(source, xliff, languages);
          expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['taken']));
          const again = await merged(source, xliff, languages, home);
          expect(again.resource).toEqual(home);
          expect(again.outcomes.every(({ outcome }) => outcome === 'unchanged')).toBe(true);
          for (const unit of stringUnits(source, languages)) {
            expect(
              stringUnits(home, languages)
                .find(({ id }) => id === unit.id)
                ?.written.trim(),
            ).toBe(unit.written.trim());
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it('nested objects, lists, numbers and odd keys stand where they stood', async () => {
    const source = resource({
      '10': 'dix',
      'menu.title': { 'a:b': 'un', list: ['x', { deep: ['y', 3, ''] }, true] },
      n: 5,
      blank: ' ',
      end: '  fin\n',
    });
    const languages = { from: 'fr', to: 'de' };
    const xliff = filled(await sent(source, languages), (_, words) => `${words}!`);
    expect(contents((await merged(source, xliff, languages)).resource)).toEqual({
      '10': 'dix!',
      'menu.title': { 'a:b': 'un!', list: ['x!', { deep: ['y!', 3, ''] }, true] },
      n: 5,
      end: '  fin!\n',
    });
  });

  it('a file keeps the order of its keys, and a new one comes behind the one before it', async () => {
    const source = readJson('{"a":"un","2":"deux","b":{"x":"trois"},"1":"quatre"}', file);
    const existing = readJson(
      '{"zz":"bleibt","1":"vier","a":"eins","b":{"own":"auch"}}',
      'locales/de/app.json',
    );
    const languages = { from: 'fr', to: 'de' };
    const xliff = filled(await sent(source, languages, '1.2', existing), (id) =>
      id === '1' ? undefined : `de ${id}`,
    );
    expect(
      writeJson((await merged(source, xliff, languages, existing)).resource, { ...layout, indent: '' }),
    ).toBe(
      '{\n"zz": "bleibt",\n"1": "vier",\n"a": "de a",\n"2": "de 2",\n"b": {\n"x": "de b.x",\n"own": "auch"\n}\n}\n',
    );
  });

  it('a list is written when all of it is translated, for an app gets it as a whole', async () => {
    const source = resource({ steps: ['un', 'deux'], title: 'trois' });
    const languages = { from: 'fr', to: 'de' };
    const half = filled(await sent(source, languages), (id) => (id === 'steps.:0' ? undefined : 'x'));
    const { resource: home, outcomes } = await merged(source, half, languages);
    expect(contents(home)).toEqual({ title: 'x' });
    expect(outcomes.map(({ key: name, outcome }) => [name, outcome])).toEqual([
      ['steps[0]', 'pending'],
      ['steps[1]', 'pending'],
      ['title', 'taken'],
    ]);
    const existing = resource({ steps: ['eins', 'zwei'] });
    const revised = filled(await sent(source, languages, '1.2', existing), (id) =>
      id === 'steps.:0' ? undefined : 'x',
    );
    expect(contents((await merged(source, revised, languages, existing)).resource)).toEqual({
      steps: ['eins', 'x'],
      title: 'x',
    });
  });
});

describe('ids of units', () => {
  it('are name tokens that tell their path, one for each', () => {
    const step = fc.oneof(key, fc.nat(99), fc.string({ unit: 'binary', maxLength: 5 }));
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (path) => {
        const id = idOfPath(path);
        expect(id).toMatch(/^[A-Za-z0-9_.:-]+$/u);
        expect(id).not.toBe('__proto__');
        expect(pathOfId(id)).toEqual(path);
      }),
    );
  });

  it.each(['a b', 'a:2E:b', ':ffffff:', ':110000:', '', '__proto__'])('“%s” is none of ours', (id) => {
    expect(pathOfId(id)).toBeUndefined();
  });
});

it.each([
  ['', 'a.json:1:1: not JSON'],
  ['{"a": 1, "b": }', 'a.json:1:15: not JSON'],
  ['["a"]', 'a.json:1:1: app strings are an object'],
  ['{"a": "x",\n "b": 1, "a": "y"}', 'a.json:2:10: the key “a” stands there twice'],
  [`{"a": ${'['.repeat(100_000)}`, 'a.json:1:70: nested more than 64 deep'],
])('JSON that does not hold is refused, case %#', (written, says) => {
  expect(() => readJson(written, 'a.json')).toThrow(
    expect.objectContaining({ code: 'invalid', place: expect.objectContaining({ file: 'a.json' }) }),
  );
  try {
    readJson(written, 'a.json');
  } catch (error) {
    const { message, place } = error as { message: string; place: { line: number; column: number } };
    expect(`a.json:${place.line}:${place.column}: ${message}`).toContain(says);
  }
});
