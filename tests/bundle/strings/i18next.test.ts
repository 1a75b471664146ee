import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { type JsonObject, writeJson } from '../../../src/bundle/strings/json-tree.ts';
import { categoriesIn, parsePluralKey } from '../../../src/bundle/strings/plural-forms.ts';
import { stringUnits } from '../../../src/bundle/strings/string-units.ts';
import { filled, merged, resource, sent } from './translator.ts';

/** The real i18next on a resource that has come home. */
async function app(language: string, home: JsonObject) {
  const i18n = createInstance();
  const strings: Record<string, string> = JSON.parse(writeJson(home, { indent: '', finalNewline: false }));
  await i18n.init({
    lng: language,
    resources: { [language]: { translation: strings } },
  });
  return i18n;
}

/** Translates every text into the name of its form and the numbers it is for. */
async function translated(contents: unknown, languages: { from: string; to: string }): Promise<JsonObject> {
  const source = resource(contents);
  const xliff = filled(await sent(source, languages), (id, words) => {
    const category = parsePluralKey(id)?.category;
    return category === undefined ? words : `${category}: ${words}`;
  });
  const { resource: home, outcomes } = await merged(source, xliff, languages);
  expect(outcomes.filter(({ outcome }) => outcome !== 'taken')).toEqual([]);
  return home;
}

const french = {
  file_one: '{{count}} fichier',
  file_many: '{{count}} de fichiers',
  file_other: '{{count}} fichiers',
  place_ordinal_one: '{{count}}er',
  place_ordinal_other: '{{count}}e',
  friend: 'Un ami',
  friend_male_one: '{{count}} ami',
  friend_male_other: '{{count}} amis',
  colour_other: 'Autre couleur',
  nested: { hello: 'Bonjour {{name}}, $t(friend)' },
};

describe('plurals in the forms of the target language', () => {
  it('Arabic: six of the three that French has', async () => {
    const i18n = await app('ar', await translated(french, { from: 'fr', to: 'ar' }));
    const said = [0, 1, 2, 3, 11, 100].map((count) => i18n.t('file', { count }));
    expect(said).toEqual([
      'zero: 0 fichier',
      'one: 1 fichier',
      'two: 2 fichiers',
      'few: 3 fichiers',
      'many: 11 fichiers',
      'other: 100 fichiers',
    ]);
    expect(i18n.t('friend', { count: 11, context: 'male' })).toBe('many: 11 amis');
    expect(i18n.t('place', { count: 1, ordinal: true })).toBe('other: 1e');
    expect(i18n.t('nested.hello', { name: 'Ana' })).toBe('Bonjour Ana, Un ami');
    expect(i18n.t('colour', { context: 'other' })).toBe('other: Autre couleur');
    expect(i18n.exists('colour_few')).toBe(false);
  });

  it('Polish: few and many', async () => {
    const i18n = await app('pl', await translated(french, { from: 'fr', to: 'pl' }));
    const said = [0, 1, 2, 5, 22, 25, 1.5].map((count) => i18n.t('file', { count }));
    expect(said).toEqual([
      'many: 0 fichiers',
      'one: 1 fichier',
      'few: 2 fichiers',
      'many: 5 fichiers',
      'few: 22 fichiers',
      'many: 25 fichiers',
      'other: 1.5 fichiers',
    ]);
    expect(i18n.t('friend', { count: 3, context: 'male' })).toBe('few: 3 amis');
  });

  it('French: the millions of its own, and the four ordinals of English', async () => {
    const english = {
      file_one: '{{count}} file',
      file_other: '{{count}} files',
      file_zero: 'no file',
      place_ordinal_one: '{{count}}st',
      place_ordinal_two: '{{count}}nd',
      place_ordinal_few: '{{count}}rd',
      place_ordinal_other: '{{count}}th',
    };
    const fr = await app('fr', await translated(english, { from: 'en', to: 'fr' }));
    expect([0, 1, 2, 1_000_000].map((count) => fr.t('file', { count }))).toEqual([
      'zero: no file',
      'one: 1 file',
      'other: 2 files',
      'many: 1000000 files',
    ]);
    expect([1, 2, 3].map((count) => fr.t('place', { count, ordinal: true }))).toEqual([
      'one: 1st',
      'other: 2th',
      'other: 3th',
    ]);
    const en = await app('en', await translated(french, { from: 'fr', to: 'en' }));
    expect([1, 2, 3, 4].map((count) => en.t('place', { count, ordinal: true }))).toEqual([
      'one: 1er',
      'two: 2e',
      'few: 3e',
      'other: 4e',
    ]);
  });

  it.each(['ar', 'cs', 'cy', 'de', 'en', 'es', 'fr', 'ga', 'ja', 'lv', 'pl', 'pt', 'ru', 'sl'])(
    '%s: every whole number finds the form it needs',
    async (to) => {
      const home = await translated(
        { file_one: '{{count}} a', file_other: '{{count}} b' },
        { from: 'fr', to: to === 'fr' ? 'fr-CA' : to },
      );
      const i18n = await app(to, home);
      for (const count of [0, 1, 2, 3, 5, 6, 10, 11, 21, 101, 1_000_000]) {
        expect(i18n.t('file', { count })).toMatch(
          new RegExp(`^${new Intl.PluralRules(to).select(count)}: `, 'u'),
        );
      }
    },
  );

  it('asks for each form once, in the order of CLDR', () => {
    const ids = stringUnits(resource({ b_other: '{{count}} b', a: 'x', b_one: '{{count}} b' }), {
      from: 'fr',
      to: 'ar',
    });
    expect(ids.map(({ id }) => id)).toEqual(['b_zero', 'b_one', 'b_two', 'b_few', 'b_many', 'b_other', 'a']);
    expect(categoriesIn('ja', false)).toEqual(['other']);
  });
});
