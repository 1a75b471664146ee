import { type Locale, languageOf } from '../model/locale.ts';
import type { Span } from '../model/span.ts';
import { foldTypography } from '../text/fold.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { isBorderAfter, isBorderBefore } from './borders.ts';
import { type Concept, type Form, isFamilyForm, isName, type Term, type TermStatus } from './concept.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import { machineText } from './machine-text.ts';
import { hasArticle, stemsOf } from './proclitics.ts';
import { type Spelling, sameSpelling, spellingOf } from './spelling.ts';
import type { Termbase } from './termbase.ts';

/** A term found in a text: `start` and `end` are offsets in the text as it was given. */
export type TermMatch = Span & {
  readonly concept: Concept;
  readonly term: Term;
  readonly form: Form;
  /** The term is one of the source language, left in the target. */
  readonly foreign: boolean;
  /** Arabic particles written onto the match, which begins behind them; empty everywhere else. */
  readonly proclitic: string;
};

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
 * exactly one of them is in `named` or is found under another form in the same text. The cost is linear in the text.
 *
 * @returns the matches in the order of the text; they never overlap
 */
export function findTerms(
  termbase: Termbase,
  text: string,
  locale: Locale,
  options: FindOptions = {},
): TermMatch[] {
  const lexicon = termbase.lexicon(locale, options.leftFrom);
  const named = options.named ?? noConcepts;
  const folded = foldTypography(text);
  const tokens = tokenize(folded);
  const scan: Scan = {
    tokens,
    spellings: tokens.map((token) => spellingOf(token.text)),
    language: languageOf(locale),
    named,
  };
  const sightings: Sighting[] = [];
  for (let at = 0; at < tokens.length; ) {
    const sighting = sightingAt(scan, lexicon, at);
    if (sighting) sightings.push(sighting);
    at = sighting?.next ?? at + 1;
  }
  const closed = sightings.length === 0 ? [] : machineText(text);
  return resolve(sightings, named).filter(
    (match) => !closed.some((span) => match.start < span.end && span.start < match.end),
  );
}

const noConcepts: ReadonlySet<string> = new Set();

type Scan = {
  readonly tokens: readonly Token[];
  readonly spellings: readonly Spelling[];
  readonly language: string;
  readonly named: ReadonlySet<string>;
};

function sightingAt(scan: Scan, lexicon: Lexicon, at: number): Sighting | undefined {
  const token = scan.tokens[at];
  const spelling = scan.spellings[at];
  if (!token || !spelling) return undefined;
  const whole = longestFrom(scan, lexicon, at, spelling, '');
  if (whole) return { ...whole, start: token.start, proclitic: '' };
  if (scan.language !== 'ar' || token.kind !== 'word') return undefined;
  for (const { text, proclitic, offset } of stemsOf(token.text)) {
    const found = longestFrom(scan, lexicon, at, spellingOf(text), proclitic);
    if (found) return { ...found, start: token.start + offset, proclitic };
  }
  return undefined;
}

/** Walks the lexicon from token `at`, whose spelling is given because particles may have been taken off it. */
function longestFrom(
  scan: Scan,
  lexicon: Lexicon,
  at: number,
  first: Spelling,
  proclitic: string,
): Pick<Sighting, 'owners' | 'end' | 'next'> | undefined {
  let node = lexicon.next.get(first.key);
  if (!node || !isBorderBefore(scan.tokens, at)) return undefined;
  const words = [first.word];
  let best: Pick<Sighting, 'owners' | 'end' | 'next'> | undefined;
  for (let last = at; node; ) {
    const end = scan.tokens[last]?.end ?? 0;
    if (node.entries.length > 0 && isBorderAfter(scan.tokens, last, scan.language)) {
      const owners = ownersOf(node.entries, words, scan.named, proclitic);
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

/** The best entry of each concept that accepts the spelling; words left untranslated only where nothing else does. */
function ownersOf(
  entries: readonly Entry[],
  words: readonly string[],
  named: ReadonlySet<string>,
  proclitic: string,
): readonly Entry[] {
  const best = new Map<string, Entry>();
  for (const entry of entries) {
    const { concept, foreign } = entry;
    if (foreign && !named.has(concept.id)) continue;
    if (isName(concept.type) && hasArticle(proclitic)) continue;
    if (!isSpelled(entry, words)) continue;
    const rival = best.get(concept.id);
    if (!rival || rank(entry) < rank(rival)) best.set(concept.id, entry);
  }
  const owners = [...best.values()];
  const own = owners.filter((entry) => !entry.foreign);
  return own.length > 0 ? own : owners;
}

function isSpelled(entry: Entry, words: readonly string[]): boolean {
  const exactCase = isName(entry.concept.type);
  return entry.words.every((word, index) => sameSpelling(words[index] ?? '', word, exactCase && index === 0));
}

const statusRank: Readonly<Record<TermStatus, number>> = {
  preferred: 0,
  admitted: 1,
  deprecated: 2,
  forbidden: 3,
};

function rank(entry: Entry): number {
  return statusRank[entry.term.status] + (entry.foreign ? 4 : 0);
}

/** Settles what two concepts claim, by what the text is known to name. */
function resolve(sightings: readonly Sighting[], named: ReadonlySet<string>): TermMatch[] {
  const inFull = new Set<string>();
  for (const { owners } of sightings) {
    const [owner] = owners;
    if (owner && owners.length === 1 && !isFamilyForm(owner.form)) inFull.add(owner.concept.id);
  }
  return sightings.flatMap(({ owners, start, end, proclitic }) => {
    const meant = owners.length === 1 ? owners : chosen(owners, inFull, named);
    return meant.map(({ concept, term, form, foreign }) => ({
      start,
      end,
      concept,
      term,
      form,
      foreign,
      proclitic,
    }));
  });
}

function chosen(owners: readonly Entry[], ...hints: readonly ReadonlySet<string>[]): readonly Entry[] {
  for (const hint of hints) {
    const meant = owners.filter((owner) => hint.has(owner.concept.id));
    if (meant.length > 0) return meant.length === 1 ? meant : [];
  }
  return [];
}
