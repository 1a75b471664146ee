import type { Dispatch, Segment } from '../model/dispatch.ts';
import { datelineId } from '../model/dispatch.ts';
import type { Draft } from '../model/draft.ts';
import type { Locale } from '../model/locale.ts';
import { compareText } from '../text/compare.ts';
import { foldTypography } from '../text/fold.ts';
import { findTermsTogether } from './match.ts';
import { explainedIn } from './new-names/abbreviations.ts';
import { sequencesIn } from './new-names/sequences.ts';
import { openers } from './new-names/vocabulary.ts';
import {
  addVotes,
  foldName,
  type NameType,
  noVotes,
  typeOf,
  type Votes,
  votesFor,
} from './new-names/votes.ts';
import { isAbbreviation, type Word, wordsIn } from './new-names/words.ts';
import { type Termbase, termbaseFor } from './termbase.ts';

/** A sentence of a dispatch. */
export type SourcePlace = { readonly dispatch: string; readonly segment: string };

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

/** One sighting of what may be a name. */
type Sighting = SourcePlace & {
  readonly key: string;
  readonly text: string;
  readonly long?: string;
  readonly votes: Votes;
  /** Nothing but the beginning of the sentence may be the reason for its capital. */
  readonly isWeak: boolean;
  /** With the word before it that may or may not belong to it: `La Rochelle` where a sentence begins. */
  readonly whole?: { readonly key: string; readonly text: string };
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
  return withFamilies(named)
    .map((name) => ({ ...name, unchanged: unchangedIn(drafts, name) }))
    .toSorted((left, right) => right.count - left.count || compareText(left.name, right.name));
}

/** Words in lower case: a capital that one of them has where a sentence begins is the sentence's. */
function ordinaryWords({ paragraphs }: Dispatch): readonly string[] {
  return paragraphs.flatMap(({ segments }) =>
    segments.flatMap(({ text }) =>
      wordsIn(text).flatMap(({ text: word, isCapitalised }) => (isCapitalised ? [] : [word])),
    ),
  );
}

function sightingsIn(
  dispatch: Dispatch,
  house: Termbase,
  ordinary: ReadonlySet<string>,
): readonly Sighting[] {
  const termbase = termbaseFor(dispatch, house);
  const segments = dispatch.paragraphs
    .filter(({ kind }) => kind !== 'signoff')
    .flatMap(({ segments: own }) => own)
    .filter(({ text }) => !isShouted(text));
  const known = findTermsTogether(
    termbase,
    segments.map(({ text }) => text),
    dispatch.locale,
  );
  const forms = knownForms(termbase, dispatch.locale);
  const isKnown = (key: string): boolean => forms.has(key);
  const inCopy = segments.flatMap((segment, index) => {
    const taken = known[index] ?? [];
    return sightingsOf(segment, dispatch.id, ordinary).filter(
      ({ key, start, end }) =>
        !isKnown(key) && !taken.some((match) => match.start < end && match.end > start),
    );
  });
  return [...inCopy, ...datelineSightings(dispatch).filter(({ key }) => !isKnown(key))];
}

/** A headline in capitals tells nothing of its words. */
function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter)).length;
  const initials = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capitals > 0.7 * letters.length || (words.length >= 4 && initials > 0.8 * words.length);
}

/** Every form of the house, those that two concepts share too, and the text alone does not tell which it is. */
function knownForms({ concepts }: Termbase, locale: Locale): ReadonlySet<string> {
  return new Set(
    [...concepts.values()].flatMap(({ terms }) =>
      terms
        .filter(({ lang }) => lang === locale)
        .flatMap(({ text, forms }) => [text, ...forms.map((form) => form.text)].map(foldName)),
    ),
  );
}

function sightingsOf(
  segment: Segment,
  dispatch: string,
  ordinary: ReadonlySet<string>,
): readonly (Sighting & { start: number; end: number })[] {
  const words = wordsIn(segment.text);
  const place = { dispatch, segment: segment.id };
  const explained = explainedIn(words, segment.text);
  const longForms = explained.map(({ short, long, start, end }) => ({
    ...place,
    key: foldName(short),
    text: short,
    long,
    votes: { ...noVotes, organisation: 4 },
    isWeak: false,
    start,
    end,
  }));
  const others = sequencesIn(words).flatMap((sequence) => {
    if (explained.some(({ start, end }) => sequence.start < end && sequence.end > start)) return [];
    const from = sequence.from + (hasOpener(words, sequence, ordinary) ? 1 : 0);
    const [first, last] = [words[from], words[sequence.to]];
    if (!first || !last || from > sequence.to) return [];
    const text = foldTypography(segment.text.slice(first.start, last.end));
    const votes = votesFor(words, { ...sequence, from });
    const isLone = from === sequence.to && !isTelling(first);
    const isOrdinary = ordinary.has(first.text.toLowerCase()) && Math.max(...Object.values(votes)) < 2;
    const all = foldTypography(segment.text.slice(sequence.start, last.end));
    return [
      {
        ...place,
        key: foldName(text),
        text,
        votes,
        isWeak: isLone && (first.opens || isOrdinary),
        ...(all !== text && { whole: { key: foldName(all), text: all } }),
        start: first.start,
        end: last.end,
      },
    ];
  });
  return [...longForms, ...others];
}

/** The first word has its capital from the sentence: `Selon Moscou`. */
function hasOpener(
  words: readonly Word[],
  { from, to }: { readonly from: number; readonly to: number },
  ordinary: ReadonlySet<string>,
): boolean {
  const first = words[from];
  if (!first?.opens || to === from) return false;
  return openers.has(first.text) || ordinary.has(first.text.toLowerCase());
}

/** What has a capital of its own beside the first: `Etats-Unis`, `OSCE`. */
function isTelling({ text }: Word): boolean {
  const [first = ''] = text.split('-');
  return isAbbreviation(text) || (!openers.has(first) && /^\p{Lu}.*[-']\p{Lu}/u.test(text));
}

/** The place of a dateline and its agency. */
function datelineSightings({ id, dateline }: Dispatch): readonly Sighting[] {
  if (!dateline) return [];
  const place = { dispatch: id, segment: datelineId, isWeak: false };
  const of = (text: string, votes: Votes): Sighting[] =>
    text === '' ? [] : [{ ...place, key: foldName(text), text, votes }];
  return [
    ...of(dateline.place, { ...noVotes, place: 5 }),
    ...of(dateline.agency, { ...noVotes, organisation: 5 }),
  ];
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
      const isPlace = one.votes.place > one.votes.person + 1;
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

/** How often the drafts leave a name as it is. */
function unchangedIn(drafts: readonly Draft[], name: Found): NewName['unchanged'] {
  const wanted = new Map(
    Array.from(
      Map.groupBy(name.places, ({ dispatch }) => dispatch),
      ([dispatch, places]) => [dispatch, new Set(places.map(({ segment }) => segment))],
    ),
  );
  const byLocale = Map.groupBy(drafts, ({ locale }) => locale);
  return Array.from(byLocale, ([locale, own]) => {
    const texts = own.flatMap(({ dispatch, units }) =>
      units.flatMap(({ segment, target }) =>
        wanted.get(dispatch.id)?.has(segment.id) && 'text' in target ? [foldTypography(target.text)] : [],
      ),
    );
    const forms = [name.name, ...(name.family === undefined ? [] : [name.family])];
    const count = texts.filter((text) => forms.some((form) => hasWords(text, form))).length;
    return { locale, sentences: texts.length, count };
  });
}

function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const [before, behind] = [text.slice(0, at), text.slice(at + words.length)];
    if (!/[\p{L}\p{M}\p{Nd}]$/u.test(before) && !/^[\p{L}\p{M}\p{Nd}]/u.test(behind)) return true;
  }
  return false;
}
