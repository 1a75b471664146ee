import type { Locale } from '../model/locale.ts';
import type { Span } from '../model/span.ts';
import { foldTypography } from '../text/fold.ts';
import { remembered } from '../text/remembered.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { isBorderAfter, isBorderBefore, isCompoundHead } from './borders.ts';
import { compoundFronts } from './compounds.ts';
import { type Concept, type Form, isFamilyForm, isName, type Term, type TermStatus } from './concept.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import { machineText } from './machine-text.ts';
import { hasArticle, stemsOf } from './proclitics.ts';
import { type Spelling, sameSpelling, spellingOf } from './spelling.ts';
import type { Termbase } from './termbase.ts';

/**
 * A term found in a text: `start` and `end` are offsets in the text as it was given. A form that nobody has confirmed is marked
 * `generated`.
 */
export type TermMatch = Span & {
  readonly concept: Concept;
  readonly term: Term;
  readonly form: Form;
  /** The term is one of the source language, left in the target. */
  readonly foreign: boolean;
  /** Arabic particles written onto the match, which begins behind them; empty everywhere else. */
  readonly proclitic: string;
};

/** What is known of a text before terms are looked for in it. */
export type FindOptions = {
  /** Ids of the concepts the text is known to be about. They decide between two concepts that share a form. */
  readonly named?: ReadonlySet<string>;
  /** Also look for terms of this language that were left untranslated, of the concepts in `named` only. */
  readonly leftFrom?: Locale;
};

/** What a lexicon knows at one place of a text; `owners` has one entry for each concept. */
type Sighting = Span & {
  readonly owners: readonly Entry[];
  readonly proclitic: string;
  readonly next: number;
};

/**
 * Finds the terms of a locale in a text: the longest at each place, from left to right, never inside another word or inside an address.
 *
 * Apostrophes, hyphens and blanks of all kinds are alike; elided articles and Arabic particles are seen through; case and accents
 * follow {@link sameSpelling}. A form that two concepts share, such as the family name of two persons, is found only where
 * exactly one of them is in `named` or else is found under another form in the same text. The cost is linear in the text.
 *
 * @returns the matches in the order of the text; they never overlap
 */
export function findTerms(
  termbase: Termbase,
  text: string,
  locale: Locale,
  options: FindOptions = {},
): TermMatch[] {
  return findTermsTogether(termbase, [text], locale, options)[0] ?? [];
}

/** Finds the terms in the sentences of one dispatch, each by itself, but what one of them names in full decides in all of them. */
export function findTermsTogether(
  termbase: Termbase,
  texts: readonly string[],
  locale: Locale,
  options: FindOptions = {},
): TermMatch[][] {
  const lexicon = termbase.lexicon(locale, options.leftFrom);
  const named = options.named ?? noConcepts;
  const sightings = texts.map((text) => sightingsIn(text, lexicon, options.leftFrom ? named : noConcepts));
  const inFull = namedInFull(sightings.flat());
  return sightings.map((found) => found.flatMap((sighting) => settle(sighting, [named, inFull])));
}

const noConcepts: ReadonlySet<string> = new Set();

/** Kept for a while: rules and checks look at the same sentence one after the other, and each locale at the same source. */
function sightingsIn(text: string, lexicon: Lexicon, named: ReadonlySet<string>): readonly Sighting[] {
  const kept = keptSightings.get(lexicon) ?? new Map<string, readonly Sighting[]>();
  keptSightings.set(lexicon, kept);
  const key = named.size === 0 ? text : `${[...named].join(' ')}\n${text}`;
  return remembered(kept, key, () => lookThrough(text, lexicon, named));
}

const keptSightings = new WeakMap<Lexicon, Map<string, readonly Sighting[]>>();

function lookThrough(text: string, lexicon: Lexicon, named: ReadonlySet<string>): readonly Sighting[] {
  const tokens = tokenize(foldTypography(text));
  const spellings = tokens.map((token) => spellingOf(token.text));
  const scan: Scan = { tokens, spellings, lexicon, named };
  const sightings: Sighting[] = [];
  for (let at = 0; at < tokens.length; ) {
    const sighting = sightingAt(scan, at);
    if (sighting) sightings.push(sighting);
    at = sighting?.next ?? at + 1;
  }
  return sightings.length === 0 ? sightings : outside(machineText(text), sightings);
}

/** The sightings that touch none of the closed stretches; both are in the order of the text. */
function outside(closed: readonly Span[], sightings: readonly Sighting[]): Sighting[] {
  let next = 0;
  return sightings.filter(({ start, end }) => {
    while ((closed[next]?.end ?? Infinity) <= start) next += 1;
    return (closed[next]?.start ?? Infinity) >= end;
  });
}

type Scan = {
  readonly tokens: readonly Token[];
  readonly spellings: readonly Spelling[];
  readonly lexicon: Lexicon;
  readonly named: ReadonlySet<string>;
};

function sightingAt(scan: Scan, at: number): Sighting | undefined {
  const token = scan.tokens[at];
  const spelling = scan.spellings[at];
  if (!token || !spelling) return undefined;
  const whole = longestFrom(scan, at, spelling, '');
  if (whole) return { ...whole, start: token.start, proclitic: '' };
  if (token.kind !== 'word') return undefined;
  if (scan.lexicon.language === 'de') return compoundAt(scan, at, token);
  if (scan.lexicon.language !== 'ar') return undefined;
  for (const { text, proclitic, offset } of stemsOf(token.text)) {
    const found = longestFrom(scan, at, spellingOf(text), proclitic);
    if (found) return { ...found, start: token.start + offset, proclitic };
  }
  return undefined;
}

/** What stands at the front of a compound that is written as one word. */
function compoundAt(
  { lexicon, named, tokens }: Scan,
  at: number,
  { text, start }: Token,
): Sighting | undefined {
  if (!isBorderBefore(tokens, at)) return undefined;
  for (const front of compoundFronts(text)) {
    const { key, word } = spellingOf(front);
    const owners = ownersOf(lexicon.root.next.get(key)?.entries ?? [], [word], { named, proclitic: '' });
    if (owners.length > 0) return { owners, start, end: start + front.length, proclitic: '', next: at + 1 };
  }
  return undefined;
}

/** Walks the lexicon from token `at`, whose spelling is given because particles may have been taken off it. */
function longestFrom(
  scan: Scan,
  at: number,
  first: Spelling,
  proclitic: string,
): Pick<Sighting, 'owners' | 'end' | 'next'> | undefined {
  let node = scan.lexicon.root.next.get(first.key);
  if (!node) return undefined;
  const namesToo = isBorderBefore(scan.tokens, at);
  if (!namesToo && !isCompoundHead(scan.tokens, at, scan.lexicon.language)) return undefined;
  const words = [first.word];
  let best: Pick<Sighting, 'owners' | 'end' | 'next'> | undefined;
  for (let last = at; node; ) {
    const end = scan.tokens[last]?.end ?? 0;
    if (node.entries.length > 0 && isBorderAfter(scan.tokens, last, scan.lexicon.language)) {
      const owners = ownersOf(node.entries, words, { named: scan.named, proclitic, namesToo });
      if (owners.length > 0) best = { owners, end, next: last + 1 };
    }
    last += 1;
    const spelling = scan.spellings[last];
    if (!spelling) break;
    words.push(spelling.word);
    node = node.next.get(spelling.key);
  }
  return best;
}

/** The best entry of each concept that accepts the spelling; a generated form, and words left untranslated, only where nothing else does. */
function ownersOf(
  entries: readonly Entry[],
  words: readonly string[],
  {
    named,
    proclitic,
    namesToo = true,
  }: { named: ReadonlySet<string>; proclitic: string; namesToo?: boolean },
): readonly Entry[] {
  const best = new Map<string, Entry>();
  for (const entry of entries) {
    const { concept, foreign } = entry;
    if (foreign && !named.has(concept.id)) continue;
    if (!namesToo && isName(concept.type)) continue;
    if (hasArticle(proclitic) && isName(concept.type) && !startsInLatin(words)) continue;
    if (!isSpelled(entry, words)) continue;
    const rival = best.get(concept.id);
    if (!rival || rank(entry) < rank(rival)) best.set(concept.id, entry);
  }
  const owners = [...best.values()];
  const own = owners.filter((entry) => !entry.foreign);
  const listed = own.filter((entry) => !entry.form.generated);
  return listed.length > 0 ? listed : own.length > 0 ? own : owners;
}

/** Arabic names have their article in the termbase; a name left in Latin letters has lent one. */
function startsInLatin(words: readonly string[]): boolean {
  return /^\p{Script=Latin}/u.test(words[0] ?? '');
}

function isSpelled({ words: wanted, exactCase }: Entry, words: readonly string[]): boolean {
  return wanted.every((word, index) => sameSpelling(words[index] ?? '', word, exactCase && index === 0));
}

const statusRank: Readonly<Record<TermStatus, number>> = {
  preferred: 0,
  admitted: 1,
  deprecated: 4,
  forbidden: 5,
};

/**
 * Of an accepted and a wrong form that are spelled alike the accepted one counts, be it generated: `о Лефевре` is right though a name
 * `Лефевре` is forbidden. Otherwise what a person listed counts for more than what a paradigm made, and both for more than words of
 * another language.
 */
function rank({ term, form, foreign }: Entry): number {
  return statusRank[term.status] + (form.generated ? 2 : 0) + (foreign ? 8 : 0);
}

/** The concepts that are found under a form nobody else has and that is no mere family name. */
function namedInFull(sightings: readonly Sighting[]): ReadonlySet<string> {
  const inFull = new Set<string>();
  for (const { owners } of sightings) {
    const [owner] = owners;
    if (owner && owners.length === 1 && !isFamilyForm(owner.form)) inFull.add(owner.concept.id);
  }
  return inFull;
}

/** What a sighting means: its only owner, or the one that the hints leave; the first hint counts most. */
function settle(sighting: Sighting, hints: readonly ReadonlySet<string>[]): TermMatch[] {
  let owners = sighting.owners;
  for (const hint of owners.length > 1 ? hints : []) {
    const meant = owners.filter((owner) => hint.has(owner.concept.id));
    if (meant.length > 0) owners = meant;
  }
  const [owner] = owners;
  if (!owner || owners.length > 1) return [];
  const { concept, term, form, foreign } = owner;
  const { start, end, proclitic } = sighting;
  return [{ start, end, concept, term, form, foreign, proclitic }];
}
