import { type Dispatch, datelineId, type Segment } from '../../model/dispatch.ts';
import type { Locale } from '../../model/locale.ts';
import { foldTypography } from '../../text/fold.ts';
import { findTermsTogether } from '../match.ts';
import { type Termbase, termbaseFor } from '../termbase.ts';
import { explainedIn } from './abbreviations.ts';
import { isNoName, sequencesIn } from './sequences.ts';
import { openers } from './vocabulary.ts';
import { foldName, noVotes, type Votes, votesFor } from './votes.ts';
import { isAbbreviation, type Word, wordsIn } from './words.ts';

/** A sentence of a dispatch. */
export type SourcePlace = { readonly dispatch: string; readonly segment: string };

/** One sighting of what may be a name. */
export type Sighting = SourcePlace & {
  readonly key: string;
  readonly text: string;
  readonly long?: string;
  readonly votes: Votes;
  /** Nothing but the beginning of the sentence may be the reason for its capital. */
  readonly isWeak: boolean;
  /** With the word before it that may or may not belong to it: `La Rochelle` where a sentence begins. */
  readonly whole?: { readonly key: string; readonly text: string };
};

/** Words in lower case: a capital that one of them has where a sentence begins is the sentence's. */
export function ordinaryWords({ paragraphs }: Dispatch): readonly string[] {
  return paragraphs.flatMap(({ segments }) =>
    segments.flatMap(({ text }) =>
      wordsIn(text).flatMap(({ text: word, isCapitalised }) => (isCapitalised ? [] : [word])),
    ),
  );
}

/** Everything in a dispatch that may be a name and is none of the termbase's. */
export function sightingsIn(
  dispatch: Dispatch,
  house: Termbase,
  ordinary: ReadonlySet<string>,
): readonly Sighting[] {
  const termbase = termbaseFor(dispatch, house);
  const segments = dispatch.paragraphs
    .filter(({ kind }) => kind !== 'signoff')
    .flatMap(({ kind, segments: own }) =>
      own.filter(({ text }) => !isInCapitals(text) && !(kind === 'headline' && isTitleCase(text))),
    );
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

/** A line in capitals tells nothing of its words. */
function isInCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return (text.match(/\p{Lu}/gu) ?? []).length > 0.7 * letters.length;
}

/** A headline whose every long word has a capital. */
function isTitleCase(text: string): boolean {
  const words = text.match(/(?<!\p{L})\p{L}{4,}/gu) ?? [];
  return words.length >= 4 && words.filter((word) => /^\p{Lu}/u.test(word)).length > 0.8 * words.length;
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
    if (from > sequence.from && isNoName(words, from, sequence.to)) return [];
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
