import { type Locale, languageOf } from '../model/locale.ts';
import { compareText } from '../text/compare.ts';
import type { OfflineModel } from './offline-model.ts';

/** The models a sentence goes through, one after the other. */
export type ModelRoute = readonly [OfflineModel] | readonly [OfflineModel, OfflineModel];

/** Where most models come from or lead to. */
const hub = 'en';

/** The models from one language into another: one that knows them, else two by way of English. */
export function routeOf(
  models: readonly OfflineModel[],
  source: Locale,
  target: Locale,
): ModelRoute | undefined {
  const direct = modelOf(models, source, target);
  if (direct) return [direct];
  const into = modelOf(models, source, hub);
  const from = modelOf(models, hub, target);
  return into && from && [into, from];
}

/** The models that are missing for a pair, as `depeche models add` names them. */
export function missingModels(
  models: readonly OfflineModel[],
  source: Locale,
  target: Locale,
): readonly string[] {
  if (routeOf(models, source, target)) return [];
  const [from, to] = [usualName(source), usualName(target)];
  const legs = [from, to].includes(hub) ? [[from, to] as const] : [[from, hub] as const, [hub, to] as const];
  return legs.filter(([one, other]) => !modelOf(models, one, other)).map((pair) => pair.join('-'));
}

/** For the provenance: `fr-en 2.1 base-memory + en-de 2.0 tiny`. */
export function describeRoute(route: ModelRoute): string {
  return route.map(describeModel).join(' + ');
}

/** What the answers of these models depend on. */
export function settingsOf(models: readonly OfflineModel[]): string {
  return JSON.stringify(models.map(describeModel).sort(compareText));
}

export function nameOf({ source, target }: OfflineModel): string {
  return `${source}-${target}`;
}

function describeModel(model: OfflineModel): string {
  return [nameOf(model), model.version, model.architecture].filter((part) => part !== undefined).join(' ');
}

function modelOf(models: readonly OfflineModel[], source: Locale, target: Locale): OfflineModel | undefined {
  for (const from of namesFor(source)) {
    for (const to of namesFor(target)) {
      const model = models.find((one) => one.source === from && one.target === to);
      if (model) return model;
    }
  }
  return undefined;
}

/**
 * What Firefox may call a locale, the closest name first: `pt-BR`, `pt-Latn`, `pt`. A language by itself is what is written in its usual
 * script, so `zh-TW` is `zh-Hant`, and never `zh`.
 */
function namesFor(locale: Locale): readonly string[] {
  const language = languageOf(locale);
  const script = scriptOf(locale);
  const scripted = `${language}-${script}`;
  return scriptOf(language) === script ? [locale, scripted, language] : [locale, scripted];
}

/** What Firefox calls a language most likely: Chinese by its script, all others by their language. */
function usualName(locale: Locale): string {
  const language = languageOf(locale);
  const names = namesFor(locale);
  return names.includes(language) && language !== 'zh' ? language : `${language}-${scriptOf(locale)}`;
}

function scriptOf(locale: Locale): string {
  return new Intl.Locale(locale).maximize().script ?? '';
}
