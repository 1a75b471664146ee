import type { Rule } from './demand.ts';
import { allCases } from './readings.ts';
import { generic } from './ru-heads.ts';
import { takesGenitive } from './ru-licences.ts';
import { isSurelyNominative, mayBeSubject } from './ru-nouns.ts';
import {
  agrees,
  clauseAround,
  couldBe,
  genderOfName,
  isGoverned,
  isOnly,
  nextVerb,
  type Part,
  type Place,
  prepositionOf,
} from './ru-place.ts';
import { type Agreement, impersonal, isReflexive, subjectless } from './ru-verbs.ts';
import { words } from './word-list.ts';

/** What a verb and its subject ask of each other. */

/** `Сергей Лавров прибыл`: a verb of one subject, and no other word that could be it. */
export const asOnlySubject: Rule<Place> = ({ sentence, parts, at, part, match }) => {
  const verbs = parts.filter(({ verb }) => verb !== undefined);
  const [verb] = verbs;
  if (!verb?.verb || verbs.length !== 1 || verb.verb === 'neuter' || verb.verb === 'plural') return undefined;
  if (impersonal.has(verb.lower) || sentence.has(isSubjectless)) return undefined;
  const agreement = verb.verb;
  if (!isBesideVerb(parts, at, verb)) return undefined;
  const isTitle = match.concept.type === 'title';
  if (!isTitle && !agrees(genderOfName(match), agreement)) return undefined;
  if (parts.some((other) => other !== part && other !== verb && couldBeSubject(parts, other, agreement)))
    return undefined;
  const rivals = parts.filter(
    (other) =>
      other !== part &&
      other.match &&
      other.declension &&
      agrees(genderOfName(other.match), agreement) &&
      isBesideVerb(parts, other.at, verb),
  );
  const construction = `as the subject of “${verb.text}”`;
  if (isTitle && genderOfName(match) === 'plural') return { construction, cases: [], sure: false };
  return { construction, cases: ['nom'], sure: rivals.length === 0 && !isTitle };
};

const isSubjectless = (word: string): boolean => subjectless.has(word);

/** Whether a name stands free, before a verb or behind it. */
function isBesideVerb(parts: readonly Part[], at: number, verb: Part): boolean {
  if (isGoverned(parts, at)) return false;
  return verb.at === at - 1 || (at === 0 && verb.at > at) || nextVerb(parts, at) === verb;
}

function couldBeSubject(parts: readonly Part[], part: Part, verb: Agreement): boolean {
  if (part.takes || part.text === '' || prepositionOf(parts, part.at)) return false;
  if (!part.match) return (part.at > 0 && /^\p{Lu}/u.test(part.text)) || mayBeSubject(part.lower, verb);
  if (!agrees(genderOfName(part.match), verb)) return false;
  // What does not decline belongs to the noun before it, where there is one.
  return part.declension ? couldBe(part, 'nom') : !isGoverned(parts, part.at);
}

/** `США и Россия возобновят`: two names before a verb in the plural. */
export const asSecondSubject: Rule<Place> = ({ parts, at, part }) => {
  const [first, and] = parts;
  if (at !== 2 || !first?.match || !and || and.lower !== 'и' || !part.direct) return undefined;
  if (nextVerb(parts, at)?.verb !== 'plural') return undefined;
  if (first.declension && !couldBe(first, 'nom')) return undefined;
  if (first.declension && isOnly(first, 'nom')) {
    return { construction: `beside “${first.text}”`, cases: ['nom'], sure: true };
  }
  return { construction: `beside “${first.text}”`, cases: ['nom', 'acc'], sure: false };
};

/** `Президенты Украины и США встретились`: before a reflexive verb in the plural nobody is an object. */
export const beforeReflexive: Rule<Place> = ({ sentence, parts, at, match }) => {
  if (at > 0 || match.concept.type !== 'title') return undefined;
  const verbs = parts.filter(({ verb }) => verb !== undefined);
  const [verb] = verbs;
  if (
    verbs.length !== 1 ||
    verb?.verb !== 'plural' ||
    !isReflexive(verb.lower) ||
    sentence.has(takesGenitive)
  )
    return undefined;
  if (parts.some((other) => other.at > 0 && other !== verb && couldBeSubject(parts, other, 'plural')))
    return undefined;
  const isSingular = genderOfName(match) !== 'plural';
  const hasTwo = parts.some(
    (other) => other.at > 0 && other.at < verb.at && other.match?.concept.type === 'title',
  );
  return {
    construction: `before “${verb.text}”`,
    cases: isSingular && !hasTwo ? ['dat', 'ins'] : ['nom', 'dat', 'ins'],
    sure: false,
  };
};

/** `Жители Новолипска жалуются`: the only verb around says that its subject is something else. */
export const besideOtherVerb: Rule<Place> = ({ parts, at, part, match }) => {
  if (part.quoted) return undefined;
  const clause = clauseAround(parts, at);
  const verbs = clause.filter(({ verb }) => verb !== undefined);
  const [verb] = verbs;
  if (verbs.length !== 1 || !verb?.verb || agrees(genderOfName(match), verb.verb)) return undefined;
  if (verb.verb === 'plural' && isInList(parts, at)) return undefined;
  if (/^(?:с|со|вместе|плюс)$/u.test(parts[at + 1]?.lower ?? '')) return undefined;
  if (clause.some(({ lower }) => joining.has(lower)) || isApposed(parts, at, match.concept.type))
    return undefined;
  if (/^(?:было|стало|оказалось|станет|стал|стала|стали|были|был|была|будет|будут)$/u.test(verb.lower))
    return undefined;
  return notNominative(`beside “${verb.text}”, which says it of something else`);
};

/** Whether a comma joins a name to another one: `Макрон, Эрдоган и Алиев`. */
function isInList(parts: readonly Part[], at: number): boolean {
  const next = parts[at + 1];
  return (
    /,/u.test(parts[at]?.gap ?? '') ||
    (next !== undefined && /,/u.test(next.gap) && /^\p{Lu}/u.test(next.text))
  );
}

const joining = words(
  'и или ни да как чем это нет а но что по имени зовут звали называют назвали называется именуют',
);

/** `Посол передал Сергею Лаврову`: the verb has its subject already. */
export const besideOtherSubject: Rule<Place> = ({ parts, at, part, match }) => {
  if (part.quoted || isApposed(parts, at, match.concept.type)) return undefined;
  const clause = clauseAround(parts, at);
  const verbs = clause.filter(({ verb }) => verb !== undefined);
  const [verb] = verbs;
  if (verbs.length !== 1 || !verb?.verb || verb.at > at) return undefined;
  const subject = clause.find(
    (other) => other.at < verb.at && isSurelySubject(parts, other, verb.verb ?? 'neuter'),
  );
  if (
    !subject ||
    clause.some(
      ({ lower, at: where }) => joiningTwo.has(lower) || (lower === 'и' && where > verb.at && where < at),
    )
  )
    return undefined;
  return notNominative(`beside the subject “${subject.text}”`);
};

const joiningTwo = words(
  'как чем что это или ни а но зовут назвали называется был была стал стала станет будет',
);

/** A part that is in the nominative for certain and agrees with the verb. */
function isSurelySubject(parts: readonly Part[], part: Part, verb: Agreement): boolean {
  if (prepositionOf(parts, part.at) || isGoverned(parts, part.at)) return false;
  if (part.match) return isOnly(part, 'nom') && agrees(genderOfName(part.match), verb);
  return (part.at === 0 || !part.direct) && verb !== 'neuter' && isSurelyNominative(part.lower);
}

/** Whether a name stands behind a word that it may only explain: `город Москва`, `президент Алиев`. */
function isApposed(parts: readonly Part[], at: number, kind: string): boolean {
  const before = parts[at - 1];
  if (!before || !parts[at]?.direct) return false;
  return before.match?.concept.type === 'title' || (kind !== 'person' && generic.test(before.lower));
}

function notNominative(construction: string) {
  return { construction, cases: allCases.filter((one) => one !== 'nom'), sure: false };
}
