import { type Locale, languageOf } from '../model/locale.ts';
import type { Project } from './project.ts';

/** Which providers are asked for each locale of a run, in order; an empty list: nobody is. */
export type Routes = ReadonlyMap<Locale, readonly string[]>;

/**
 * The routes of a run: the list of the locale itself, else of its language, else of `*`, else `provider` of the configuration alone.
 *
 * @param only the provider a person has named for this run, or `none`: no other one is asked
 */
export function routesOf(
  { config }: Pick<Project, 'config'>,
  locales: readonly Locale[],
  only?: string,
): Routes {
  const configured = new Map(Object.entries(config.routes));
  const usual = config.provider === null ? [] : [config.provider];
  const routeOf = (locale: Locale): readonly string[] => {
    if (only !== undefined) return only === 'none' ? [] : [only];
    return configured.get(locale) ?? configured.get(languageOf(locale)) ?? configured.get('*') ?? usual;
  };
  return new Map(locales.map((locale) => [locale, routeOf(locale)]));
}

/** The providers of all routes, each once, those that come first on their route first. */
export function providersOf(routes: Routes): readonly string[] {
  const lists = [...routes.values()];
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const byPlace = Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list[place] ?? []));
  return [...new Set(byPlace.flat())];
}
