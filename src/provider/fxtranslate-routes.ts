import { type Locale, languageOf } from '../model/locale.ts';
import { compareText } from '../text/compare.ts';
import type { OfflineModel } from './offline-model.ts';
import { hub, offlineRoute, pairOf } from './offline-route.ts';

/** The models that would make up a route for a pair that has none, as `depeche models add` names them. */
export function missingModels(
  models: readonly OfflineModel[],
  source: Locale,
  target: Locale,
): readonly string[] {
  const [from, to] = [usualName(source), usualName(target)];
  const legs = [from, to].includes(hub) ? [[from, to] as const] : [[from, hub] as const, [hub, to] as const];
  return legs.filter(([one, other]) => !offlineRoute(models, one, other)).map((pair) => pair.join('-'));
}

/** What Firefox calls a language: Chinese goes by its script. */
function usualName(locale: Locale): string {
  const language = languageOf(locale);
  return language === 'zh' ? `zh-${new Intl.Locale(locale).maximize().script}` : language;
}

/** For the provenance: `fr-en 2.1 base-memory + en-de 2.0 tiny`. */
export function describeModels(models: readonly OfflineModel[]): string {
  return models.map(describeModel).join(' + ');
}

/** What the answers of these models depend on. */
export function settingsOf(models: readonly OfflineModel[]): string {
  return JSON.stringify(models.map(describeModel).sort(compareText));
}

function describeModel(model: OfflineModel): string {
  return [pairOf(model), model.version, model.architecture].filter((part) => part !== undefined).join(' ');
}
