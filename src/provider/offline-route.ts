import { type Locale, languageOf } from '../model/locale.ts';

/** One direction that a model translates, in the languages of Firefox. */
export type ModelPair = { readonly source: string; readonly target: string };

/** Its name, as people type it: `fr-en`, `en-zh-Hans`. */
export function pairOf({ source, target }: ModelPair): string {
  return `${source}-${target}`;
}

/** Nearly every model of Firefox goes to or from this language: what no model translates at once goes by it. */
export const hub = 'en';

/**
 * The models that take a text from one locale into another: one, or two by way of English.
 *
 * @param has whether there is a model of a pair
 * @returns undefined where they do not get there
 */
export function offlineRoute(
  source: Locale,
  target: Locale,
  has: (pair: ModelPair) => boolean,
): readonly ModelPair[] | undefined {
  const pairs = modelLanguages(source).flatMap((from) =>
    modelLanguages(target).map((to) => ({ source: from, target: to })),
  );
  for (const pair of pairs) if (has(pair)) return [pair];
  for (const { source: from, target: to } of pairs) {
    const legs = [
      { source: from, target: hub },
      { source: hub, target: to },
    ];
    if (legs.every(has)) return legs;
  }
  return undefined;
}

/**
 * What Firefox may call the language of a locale, the closest first: its Chinese goes by the script, its Norwegian by two names. A language
 * alone is what is written in its usual script, so `zh-TW` is never `zh`.
 */
function modelLanguages(locale: Locale): readonly string[] {
  const language = languageOf(locale);
  const script = scriptOf(locale);
  const alone = script === scriptOf(language) ? [language] : [];
  const names = [locale, `${language}-${script}`, ...alone, ...(norwegian.has(language) ? norwegian : [])];
  return [...new Set(names)];
}

function scriptOf(locale: Locale): string | undefined {
  return new Intl.Locale(locale).maximize().script;
}

const norwegian = new Set(['nb', 'no']);
