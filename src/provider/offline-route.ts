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
 * The models that a text goes through from one locale into another, one after the other: one, or two by way of English.
 *
 * @returns undefined where they do not get there
 */
export function offlineRoute<Model extends ModelPair>(
  models: readonly Model[],
  source: Locale,
  target: Locale,
): readonly Model[] | undefined {
  const byName = new Map(models.map((model) => [pairOf(model), model]));
  const pairs = modelLanguages(source).flatMap((from) =>
    modelLanguages(target).map((to) => ({ source: from, target: to })),
  );
  for (const pair of pairs) {
    const model = byName.get(pairOf(pair));
    if (model) return [model];
  }
  for (const { source: from, target: to } of pairs) {
    const first = byName.get(pairOf({ source: from, target: hub }));
    const second = byName.get(pairOf({ source: hub, target: to }));
    if (first && second) return [first, second];
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
