import { type Draft, isFilled } from '../model/draft.ts';
import type { Locale } from '../model/locale.ts';
import { compareText } from '../text/compare.ts';
import { foldTypography } from '../text/fold.ts';
import { ordinaryWords, type Sighting, type SourcePlace, sightingsIn } from './new-names/sightings.ts';
import { addVotes, foldName, type NameType, noVotes, typeOf, type Votes } from './new-names/votes.ts';
import type { Termbase } from './termbase.ts';

/** A name of the copy that the termbase does not have. */
export type NewName = {
  readonly name: string;
  /** A guess from the words around it. */
  readonly type: NameType;
  /** What it is called as well: the family name of a person alone, the long form of an abbreviation. */
  readonly family?: string;
  readonly long?: string;
  /** How often it stands in the copy, under any of these names. */
  readonly count: number;
  readonly places: readonly SourcePlace[];
  /** In each locale: of the sentences with the name that have a target, how many have it there as in the source. */
  readonly unchanged: readonly {
    readonly locale: Locale;
    readonly sentences: number;
    readonly count: number;
  }[];
};

/**
 * Names in the source of drafts that the termbase lacks: capitalised sequences that stand somewhere else than where a sentence begins.
 * Made for French; the oftenest first.
 */
export function newNames(drafts: readonly Draft[], termbase: Termbase): readonly NewName[] {
  const dispatches = [...new Map(drafts.map(({ dispatch }) => [dispatch.id, dispatch])).values()];
  const ordinary = new Set(dispatches.flatMap(ordinaryWords));
  const sightings = dispatches.flatMap((dispatch) => sightingsIn(dispatch, termbase, ordinary));
  const strong = new Set(sightings.flatMap(({ isWeak, key }) => (isWeak ? [] : [key])));
  const settled = sightings.map(({ whole, ...one }) =>
    whole && strong.has(whole.key) ? { ...one, ...whole } : one,
  );
  const groups = Map.groupBy(
    settled.filter(({ key }) => strong.has(key)),
    ({ key }) => key,
  );
  const named = [...groups.values()].map(nameOf);
  const renderings = renderingsOf(drafts);
  const locales = [...new Set(drafts.map(({ locale }) => locale))];
  return withFamilies(named)
    .map(({ votes: _, ...name }): NewName => ({ ...name, unchanged: unchangedIn(name, renderings, locales) }))
    .toSorted((left, right) => right.count - left.count || compareText(left.name, right.name));
}

/** A name that has no renderings yet. */
type Found = Omit<NewName, 'unchanged'> & { readonly votes: Votes };

/** Of several spellings (`Etats-Unis`, `États-Unis`) the one with its accents. */
function nameOf(sightings: readonly Sighting[]): Found {
  const [first] = sightings;
  const spellings = sightings
    .map(({ text }) => text)
    .toSorted((left, right) => accentsIn(right) - accentsIn(left));
  const name = spellings[0] ?? first?.text ?? '';
  const votes = sightings.map((sighting) => sighting.votes).reduce(addVotes, noVotes);
  const long = sightings.find((sighting) => sighting.long !== undefined)?.long;
  const places = sightings.map(({ dispatch, segment }) => ({ dispatch, segment }));
  const type = typeOf(votes, name);
  return { name, type, votes, count: sightings.length, places, ...(long !== undefined && { long }) };
}

function accentsIn(text: string): number {
  return text.normalize('NFD').length - text.normalize('NFC').length;
}

/** A lone name that is the last one of exactly one person, and is no place for other reasons, is that person's. */
function withFamilies(names: readonly Found[]): readonly Found[] {
  const persons = Map.groupBy(
    names.filter(({ type, name }) => type === 'person' && / /u.test(name)),
    ({ name }) => foldName(familyOf(name)),
  );
  const owned = new Map(
    names.flatMap((one): [Found, Found][] => {
      const [owner, second] = persons.get(foldName(one.name)) ?? [];
      const isPlace = one.votes.place > one.votes.person;
      return owner && !second && owner !== one && !isPlace ? [[owner, one]] : [];
    }),
  );
  const families = new Set(owned.values());
  return names
    .filter((name) => !families.has(name))
    .map((name) => {
      const family = owned.get(name);
      if (!family) return name;
      const places = [...name.places, ...family.places];
      return { ...name, family: family.name, count: places.length, places };
    });
}

/** What stands behind the given names, its particle with it: `Villepin` and `de Villepin` are both tried by their last word. */
function familyOf(name: string): string {
  return /\s((?:Le|La|Ben|El|Al)\s\S+|\S+)$/u.exec(name)?.[1] ?? name;
}

/** The words that a sentence has in a locale. */
type Rendered = { readonly locale: Locale; readonly text: string };

/** By dispatch and segment, what each draft says there. */
function renderingsOf(drafts: readonly Draft[]): ReadonlyMap<string, readonly Rendered[]> {
  const rendered = drafts.flatMap(({ dispatch, locale, units }) =>
    units.flatMap(({ segment, target }) =>
      isFilled(target)
        ? [
            {
              key: keyOf({ dispatch: dispatch.id, segment: segment.id }),
              locale,
              text: foldTypography(target.text),
            },
          ]
        : [],
    ),
  );
  return Map.groupBy(rendered, ({ key }) => key);
}

function keyOf({ dispatch, segment }: SourcePlace): string {
  return `${dispatch} ${segment}`;
}

/** How often the drafts leave a name as it is. */
function unchangedIn(
  { name, family, places }: Omit<NewName, 'unchanged'>,
  renderings: ReadonlyMap<string, readonly Rendered[]>,
  locales: readonly Locale[],
): NewName['unchanged'] {
  const forms = family === undefined ? [name] : [name, family];
  const said = [...new Set(places.map(keyOf))].flatMap((key) => renderings.get(key) ?? []);
  return locales.map((locale) => {
    const texts = said.filter((one) => one.locale === locale);
    const count = texts.filter(({ text }) => forms.some((form) => hasWords(text, form))).length;
    return { locale, sentences: texts.length, count };
  });
}

function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    const [before, behind] = [text.slice(Math.max(0, at - 2), at), text.slice(end, end + 2)];
    if (!/[\p{L}\p{M}\p{Nd}]$/u.test(before) && !/^[\p{L}\p{M}\p{Nd}]/u.test(behind)) return true;
  }
  return false;
}
