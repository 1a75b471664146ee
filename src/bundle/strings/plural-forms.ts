import type { Locale } from '../../model/locale.ts';

/** The categories of CLDR, in its order: https://cldr.unicode.org/index/cldr-spec/plural-rules */
export const pluralCategories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
export type PluralCategory = (typeof pluralCategories)[number];

/** A key of i18next that is one form of many: `file_few`, `place_ordinal_two`, `friend_male_one`. */
export type PluralKey = {
  /** Everything before the category, `_ordinal` included: what the forms of one text share. */
  readonly family: string;
  readonly ordinal: boolean;
  readonly category: PluralCategory;
};

/** Reads a key as that of a plural form; undefined where it does not end as one. */
export function parsePluralKey(key: string): PluralKey | undefined {
  const at = key.lastIndexOf('_');
  const category = pluralCategories.find((known) => known === key.slice(at + 1));
  const family = key.slice(0, Math.max(at, 0));
  if (category === undefined || family === '' || family === '_ordinal') return undefined;
  return { family, ordinal: family.endsWith('_ordinal'), category };
}

/** The forms a language needs: six in Arabic, three in French and Polish, one in Japanese. */
export function categoriesIn(locale: Locale, ordinal: boolean): readonly PluralCategory[] {
  const { pluralCategories: needed } = rulesOf(locale, ordinal).resolvedOptions();
  return pluralCategories.filter((category) => needed.includes(category));
}

/** What plural rules can tell apart lies below a thousand, but for the millions of Romance languages. */
const samples = [...Array.from({ length: 1000 }, (_, index) => index), 1_000_000, 2_000_000];

/** Whole numbers that take a form, as examples for a translator and to find the form of the source that stands for it. */
export function numbersOf(locale: Locale, ordinal: boolean, category: PluralCategory): readonly number[] {
  const rules = rulesOf(locale, ordinal);
  return samples.filter((number) => rules.select(number) === category);
}

/**
 * The form of the source that a translator of `category` should see: what the source language says for the same number. `other`
 * stands in for a form the source does not have.
 */
export function sourceCategory(
  category: PluralCategory,
  languages: { readonly from: Locale; readonly to: Locale },
  ordinal: boolean,
): PluralCategory {
  if (category === 'other') return 'other';
  const numbers = numbersOf(languages.to, ordinal, category);
  const number = numbers.find((candidate) => candidate > 0) ?? numbers[0];
  if (number === undefined) return 'other';
  const chosen = rulesOf(languages.from, ordinal).select(number);
  return pluralCategories.find((known) => known === chosen) ?? 'other';
}

const rules = new Map<string, Intl.PluralRules>();

function rulesOf(locale: Locale, ordinal: boolean): Intl.PluralRules {
  const key = `${locale} ${ordinal}`;
  const known = rules.get(key);
  if (known) return known;
  const made = new Intl.PluralRules(locale, { type: ordinal ? 'ordinal' : 'cardinal' });
  rules.set(key, made);
  return made;
}
