import type { TermMatch } from '../match.ts';
import { adjectiveKind } from '../paradigms/ru-adjectives.ts';
import { genderOf } from '../paradigms/ru-names.ts';
import { type Case, type Declension, declensionOf } from './readings.ts';
import { adjectiveIn, fitsGender, isAdjective } from './ru-nouns.ts';
import { casesBehind } from './ru-prepositions.ts';
import { type Agreement, agreementOf, isAdverb } from './ru-verbs.ts';
import { type Item, isDirect } from './sentence.ts';

/** A word of a sentence, or a name in it, with what is known of it wherever it stands. */
export type Part = Item & {
  readonly at: number;
  /** Nothing but a blank stands before it. */
  readonly direct: boolean;
  /** Nothing but a blank and quotation marks. */
  readonly near: boolean;
  readonly quoted: boolean;
  /** Of a finite verb. */
  readonly verb?: Agreement;
  /** Of a preposition. */
  readonly takes?: readonly Case[];
  /** Of a name that declines. */
  readonly declension?: Declension;
};

/** A sentence, and facts about all of it that are looked up but once. */
export type Sentence = {
  readonly parts: readonly Part[];
  /** Whether a word that is no name fulfils a condition; the answer is kept. */
  readonly has: (condition: (word: string) => boolean) => boolean;
};

/** A name or title that declines, and the sentence it stands in. */
export type Place = {
  readonly sentence: Sentence;
  readonly parts: readonly Part[];
  readonly at: number;
  readonly part: Part;
  readonly match: TermMatch;
  readonly declension: Declension;
};

export function sentenceOf(items: readonly Item[]): Sentence {
  const parts = items.map((item, at): Part => {
    const own = {
      ...item,
      at,
      direct: at > 0 && isDirect(item),
      near: at > 0 && /^[»“”"]?[ \u00a0\u202f][«„“"]?$/u.test(item.gap),
      quoted: /[«„“"]$/u.test(item.gap),
    };
    if (item.match) {
      const declension = declensionOf(item.match);
      return declension ? { ...own, declension } : own;
    }
    const takes = casesBehind(item.lower);
    if (takes) return { ...own, takes };
    const verb = agreementOf(item.lower);
    return verb ? { ...own, verb } : own;
  });
  const known = new Map<(word: string) => boolean, boolean>();
  const has = (condition: (word: string) => boolean): boolean => {
    const answer = known.get(condition) ?? parts.some(({ match, lower }) => !match && condition(lower));
    known.set(condition, answer);
    return answer;
  };
  return { parts, has };
}

/** Where the words begin that stand between a name and what governs it: adjectives, as far as one can follow another. */
export function modifiersFrom(parts: readonly Part[], at: number): number {
  let from = at;
  while (parts[from]?.direct && isModifier(parts[from - 1])) from -= 1;
  return from;
}

function isModifier(part: Part | undefined): boolean {
  return (
    part !== undefined &&
    !part.match &&
    !part.takes &&
    !part.verb &&
    /^\p{Ll}/u.test(part.text) &&
    isAdjective(part.lower)
  );
}

/** The preposition before a part, adjectives between them left out of account, and the cases they leave. */
export function prepositionOf(
  parts: readonly Part[],
  at: number,
): { part: Part; cases: readonly Case[] } | undefined {
  const from = modifiersFrom(parts, at);
  const part = parts[from]?.near ? parts[from - 1] : undefined;
  if (!part?.takes) return undefined;
  const between = parts.slice(from, at);
  const { match } = parts[at] ?? {};
  // `о прошлом Москва молчит`: an adjective of another gender is none of the name's; persons have few.
  const gender = match && genderOfName(match);
  const isAlone =
    match?.concept.type === 'person' ||
    (gender !== undefined && !between.every(({ lower }) => fitsGender(lower, gender)));
  if (between.length > 0 && isAlone) return undefined;
  const cases = part.takes.filter((one) => between.every(({ lower }) => adjectiveIn[one].test(lower)));
  return cases.length === 0 ? undefined : { part, cases };
}

/** Whether the word right before may govern a name: anything but a verb or an adverb. */
export function isGoverned(parts: readonly Part[], at: number): boolean {
  const before = parts[at - 1];
  return before !== undefined && parts[at]?.direct === true && !before.verb && !isAdverb(before.lower);
}

/** The stretch around a part with no mark in it: from the first part to behind the last. */
export function clauseAround(parts: readonly Part[], at: number): readonly Part[] {
  let from = at;
  while (parts[from]?.direct) from -= 1;
  let to = at + 1;
  while (to < parts.length - 1 && parts[to]?.direct) to += 1;
  return parts.slice(from, to);
}

/** Gender or number of a name, as its verb tells them; undefined where nothing gives them away. */
export function genderOfName({ concept, term, form }: TermMatch): Agreement | undefined {
  if (concept.type === 'person') return genderOf(term, term.text.split(' '));
  if (concept.type === 'title') return form.label.includes('pl') ? 'plural' : 'singular';
  const [first = ''] = term.text.split(' ');
  if (/^\p{Lu}{2,}$/u.test(first)) return undefined;
  const kind = adjectiveKind(first);
  if (kind) return kind;
  if (/[ая]$/u.test(first)) return 'feminine';
  if (/[ыи]$/u.test(first)) return 'plural';
  if (/[ое]$/u.test(first)) return 'neuter';
  return /ь$/u.test(first) ? 'singular' : 'masculine';
}

/** Whether a subject of this gender or number may have this verb; `singular` is one whose gender is not known. */
export function agrees(subject: Agreement | undefined, verb: Agreement): boolean {
  if (subject === undefined || subject === verb) return true;
  if (subject === 'singular') return verb !== 'plural' && verb !== 'neuter';
  return verb === 'singular' && subject !== 'plural';
}

export function isOnly(part: Part, one: Case): boolean {
  return part.declension?.readings.every((reading) => reading.case === one) === true;
}

export function couldBe(part: Part, one: Case): boolean {
  return part.declension?.readings.some((reading) => reading.case === one) === true;
}

/** The verb right behind a part, or with an adverb or two between. */
export function nextVerb(parts: readonly Part[], at: number): Part | undefined {
  for (const part of parts.slice(at + 1, at + 4)) {
    if (!part.direct) return undefined;
    if (part.verb) return part;
    if (!isAdverb(part.lower)) return undefined;
  }
  return undefined;
}
