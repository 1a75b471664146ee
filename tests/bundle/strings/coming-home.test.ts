import { describe, expect, it } from 'vitest';
import { placeholderDamage } from '../../../src/bundle/strings/placeholders.ts';
import { readStringsXliff } from '../../../src/bundle/strings/strings-xliff.ts';
import { DepecheError, describeError } from '../../../src/model/errors.ts';
import { filled, merged, resource, sent } from './translator.ts';

const languages = { from: 'fr', to: 'de' };
const source = resource({
  hello: 'Bonjour {{name}}',
  link: 'Voir <1>la page</1> de $t(site)',
  plain: 'Rien',
  file_one: '{{count}} fichier',
  file_other: '{{count}} fichiers dans {{folder}}',
});
const german = new Map([
  ['hello', 'Guten Tag, {{ name }}'],
  ['link', 'Siehe &lt;1&gt;Seite&lt;/1&gt; auf $t(site)'],
  ['plain', 'Nichts'],
  ['file_one', 'eine Datei'],
  ['file_other', '{{folder}}: {{count, number}} Dateien'],
]);

async function outcomes(xliff: string): Promise<Record<string, string>> {
  const { outcomes: all } = await merged(source, xliff, languages);
  return Object.fromEntries(
    all.map(({ key, outcome, why }) => [key, why === undefined ? outcome : `${outcome}: ${why}`]),
  );
}

describe.each(['1.2', '2.0'] as const)('translations that come home in XLIFF %s', (version) => {
  const home = async (changes: Record<string, string | undefined> = {}) =>
    filled(await sent(source, languages, version), (id) => (id in changes ? changes[id] : german.get(id)));

  it('are taken whatever a tool does around them: order, prefix, indentation, notes', async () => {
    const plain = await home();
    const [head = '', ...units] = plain.split(/\n(?=<(?:trans-)?unit )/u);
    const last = (units.pop() ?? '').split('</file>');
    const end = last[0]?.endsWith('</body>\n') ? '</body>\n' : '';
    const reordered = [
      head,
      (last[0] ?? '').slice(0, -end.length || undefined),
      ...units,
      `${end}</file>${last[1]}`,
    ].join('\n');
    const prefixed = plain.replaceAll(/<(\/?)(?=[a-z])/gu, '<$1ns0:').replace('xmlns="', 'xmlns:ns0="');
    const indented = plain
      .replaceAll('<target>', '<target>\n        ')
      .replaceAll('</target>', '\n      </target>')
      .replaceAll('><', '>\n  <');
    for (const returned of [plain, reordered, prefixed, indented, plain.trimEnd()]) {
      expect(new Set(Object.values(await outcomes(returned)))).toEqual(new Set(['taken']));
    }
  });

  it('are not written where a placeholder is damaged, and it is said which', async () => {
    const damaged = await home({
      hello: 'Guten Tag, {{nmae}}',
      link: 'Siehe Seite auf $t(site)',
      file_other: 'Dateien in {{folder}}',
    });
    expect(await outcomes(damaged)).toEqual({
      hello: 'refused: {{name}} is missing; {{nmae}} is not in the source',
      link: 'refused: <1>, </1> is missing',
      plain: 'taken',
      file_one: 'taken',
      file_other: 'refused: {{count}} is missing',
    });
  });

  it('are pending where they are empty, marked or not there, and refused for another source', async () => {
    const text = (await home({ hello: undefined, plain: '' })).replace('Voir ', 'Lire ');
    const less = text.replace(/\n<(?:trans-)?unit id="file_one".*?(?=\n<)/su, '');
    expect(await outcomes(less)).toMatchObject({
      hello: 'pending',
      plain: 'pending',
      link: 'refused: its source has changed: export it again',
      file_one: 'pending: it was not in the file',
      file_other: 'taken',
    });
    const marked = (await home()).replace(
      version === '1.2' ? '<target>Nichts' : /<segment>(?=<source>Rien)/u,
      version === '1.2' ? '<target state="needs-translation">Nichts' : '<segment subState="poedit:fuzzy">',
    );
    expect(await outcomes(marked)).toMatchObject({ plain: 'pending: the file says that work is left to do' });
  });

  it('are refused in pieces or with codes, and units nobody sent are told of', async () => {
    const foreign =
      version === '1.2'
        ? '<trans-unit id="x"><source>x</source></trans-unit>'
        : '<unit id="x"><segment><source>x</source></segment></unit>';
    const text = (await home({ plain: 'Ni<ph id="1"/>chts' })).replace(
      /(?=\n<(?:trans-)?unit id="plain")/u,
      foreign,
    );
    expect(await outcomes(text)).toMatchObject({
      plain: 'refused: it came home in pieces, or with inline codes that were not sent',
      x: 'unknown: the source has no such text',
    });
    if (version === '1.2') return;
    const split = (await home()).replace(
      '<segment><source>Rien</source><target>Nichts</target></segment>',
      '<segment><source>Ri</source><target>Ni</target></segment><segment><source>en</source><target>chts</target></segment>',
    );
    expect(await outcomes(split)).toMatchObject({
      plain: expect.stringContaining('refused: it came home in pieces'),
    });
  });
});

describe('the gate', () => {
  const body = '<trans-unit id="a"><source>x</source></trans-unit>';
  const xliff = (inside: string, attributes = 'source-language="fr" target-language="de"') =>
    `<xliff version="1.2"><file original="locales/fr/app.json" ${attributes}><body>${inside}</body></file></xliff>`;

  it.each([
    ['', '1:1: not well-formed XML'],
    ['<html/>', '1:1: this is no XLIFF file'],
    ['<xliff version="3.0"/>', '1:1: XLIFF of version 3.0 is not known here'],
    [xliff(body).slice(0, -10), 'not well-formed XML'],
    [xliff(''), 'there are no units in it'],
    [xliff(body + body), '1:157: the id “a” stands there twice'],
    [xliff(body, 'source-language="fr"'), 'it does not say its languages (target-language)'],
    [xliff(body, 'source-language="fr" target-language="../de"'), '“../de” is no language tag'],
    [xliff('<trans-unit id="a"/>'), 'a <trans-unit> has no <source>'],
    [xliff('<trans-unit><source/></trans-unit>'), 'a <trans-unit> has no id'],
    [xliff('<group>'.repeat(100)), 'nested more than 64 deep'],
    [
      `<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]>${xliff(body)}`,
      'a document type (DOCTYPE) is not accepted',
    ],
    [
      '<xliff version="2.0" srcLang="fr" trgLang="de"><file id="f"><unit id="a"><segment/></unit></file></xliff>',
      'a <segment> has no <source>',
    ],
  ])('refuses what is no XLIFF of ours, case %#', async (text, says) => {
    try {
      await readStringsXliff(text);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof DepecheError)) throw error;
      expect([error.code, describeError(error)]).toEqual(['invalid', expect.stringContaining(says)]);
      expect(error.place.line).toBeGreaterThan(0);
    }
  });

  it('keeps ids that are no ids from doing harm', async () => {
    const { files } = await readStringsXliff(xliff(body.replace('"a"', '"__proto__"')));
    expect(files[0]?.units.map(({ id, readable }) => [id, readable])).toEqual([['__proto__', false]]);
    expect(Object.hasOwn(Object.prototype, 'source')).toBe(false);
  });
});

describe('placeholders', () => {
  it.each([
    ['{{name}}', '{{ name }}', undefined],
    ['{{- name}}', '{{name, uppercase}}', undefined],
    ['<0>a</0><br/>', '<br /><0>b</0>', undefined],
    ['{{a}} {{a}}', '{{a}}', { missing: ['{{a}}'], added: [] }],
    ['a', '$t(b)', { missing: [], added: ['$t(b)'] }],
    ['1 < 2', '1 < 2 et 3 > 2', undefined],
  ])('%s, %s', (before, after, damage) => {
    expect(placeholderDamage(before, after)).toEqual(damage);
  });

  it('a count may be written out in a form of one number, and nowhere else', () => {
    expect(placeholderDamage('{{count}} a', 'un a', { omissible: true })).toBeUndefined();
    expect(placeholderDamage('a', '{{count}} a', { omissible: false })).toBeUndefined();
    expect(placeholderDamage('{{count}} a', 'a', { omissible: false })?.missing).toEqual(['{{count}}']);
  });
});
