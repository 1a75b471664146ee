import type { Header } from '../model/dispatch.ts';
import type { Edition } from './manifest.ts';

/**
 * Whether a story must not go out yet. Without a time of day an embargo holds: nothing goes out early because nobody knew how late it is.
 *
 * @param now ISO 8601
 */
export function isEmbargoed({ embargo }: Pick<Header, 'embargo'>, now: string | undefined): boolean {
  if (embargo === undefined) return false;
  const [until, today] = [Date.parse(embargo), Date.parse(now ?? '')];
  return !(today >= until);
}

/** What may stay out while a version is withheld or under embargo: the bundles of the versions before it, which now wait for a newer one. */
export function editionsBefore(
  version: number,
  editions: Readonly<Record<string, Edition>>,
): ReadonlyMap<string, Edition> {
  return new Map(
    Object.entries(editions)
      .filter(([, edition]) => edition.version < version)
      .map(([locale, edition]) => [locale, { ...edition, complete: false }]),
  );
}
