import type { Rule } from './demand.ts';
import { allCases, type Case } from './readings.ts';
import { generic, headOf, isAddressed, isGiving } from './ru-heads.ts';
import { isPassive, takesGenitive } from './ru-licences.ts';
import { casesOfRank, ofNobody } from './ru-nouns.ts';
import {
  agrees,
  couldBe,
  genderOfName,
  isGoverned,
  isOnly,
  type Part,
  type Place,
  prepositionOf,
} from './ru-place.ts';
import {
  direction,
  genitiveLeads,
  goal,
  highPlaces,
  placeLeads,
  predicative,
  rest,
  staying,
  takingOff,
  towards,
} from './ru-prepositions.ts';
import { casesBehindVerb, isAdverb } from './ru-verbs.ts';

/** What the words right before a name ask of it. */

/** `из Москвы`, `в соседней Грузии`, `с президентом`. */
export const behindPreposition: Rule<Place> = ({ sentence, parts, at, match, declension }) => {
  const found = prepositionOf(parts, at);
  // What is quoted may be the name of anything, in no case at all.
  if (!found || (parts[at]?.quoted && declension.readings.some((reading) => reading.case === 'nom')))
    return undefined;
  const { part, cases } = found;
  const isPlace = match.concept.type === 'place';
  const isExcluded = (one: Case): boolean => {
    if (one === 'acc' && isPlace && /^(?:во?|под)$/u.test(part.lower)) return !sentence.has(isDirection);
    if (one === 'acc' && isPlace && part.lower === 'на')
      return !sentence.has(isDirection) && !sentence.has(isTowards);
    if (one === 'pre' && part.lower === 'на' && match.concept.type === 'person') return !sentence.has(isRest);
    if (one === 'pre' && isPlace && part.direct && part.lower === 'в')
      return goal.test(parts[part.at - 1]?.lower ?? '');
    if (one === 'gen' && /^со?$/u.test(part.lower))
      return !(isPlace && highPlaces.test(match.form.text.toLowerCase())) && !sentence.has(isTakingOff);
    return false;
  };
  const left = cases.filter((one) => !isExcluded(one));
  const isSure = left.length === cases.length && part === parts[at - 1];
  return { construction: `behind “${part.text}”`, cases: left, sure: isSure };
};

const isDirection = (word: string): boolean => direction.test(word) && !staying.test(word);
const isTowards = (word: string): boolean => towards.test(word);
const isRest = (word: string): boolean => rest.test(word);
const isPredicative = (word: string): boolean => predicative.test(word);
const isTakingOff = (word: string): boolean => takingOff.test(word);

/** `по словам Пескова`, `в центре Афин`. */
export const behindLead: Rule<Place> = ({ parts, at, part, match }) => {
  if (!part.direct || (!parts[at - 1]?.direct && at !== 2)) return undefined;
  const lead = parts
    .slice(Math.max(0, at - 2), at)
    .map(({ lower }) => lower)
    .join(' ');
  const isLead = genitiveLeads.has(lead) || (match.concept.type === 'place' && placeLeads.has(lead));
  return isLead ? { construction: `behind “${lead}”`, cases: ['gen'], sure: true } : undefined;
};

/** `президента Ильхама Алиева`, `министру обороны Турции Акару`: a title and the name behind it are in one case. */
export const besideTitle: Rule<Place> = ({ sentence, parts, at, part, match }) => {
  if (match.concept.type !== 'person' || !part.direct) return undefined;
  const title = titleBefore(parts, at);
  const own = title && casesOfTitle(title);
  if (!title || !own || own.length === 0) return undefined;
  const cases: Case[] = ofNobody.test(title.lower) ? [...own] : [...own, 'gen'];
  // `Мэром Новолипска Баранов избран`, `Президента Лавров встретил`: the verb of the name takes the title.
  const verb = nextVerb(parts, at);
  if (verb?.verb && agrees(genderOfName(match), verb.verb) && takesCase(sentence.has, verb, own))
    cases.push('nom');
  return { construction: `beside “${title.text}”`, cases, sure: false };
};

function takesCase(has: Place['sentence']['has'], verb: Part, cases: readonly Case[]): boolean {
  if (cases.includes('ins')) return has(isPredicative);
  if (cases.includes('dat')) return isGiving(verb.lower);
  return cases.includes('acc') && casesBehindVerb(verb.lower)?.includes('acc') === true;
}

/** The title right before a name, or before the land or body that the title is of. */
function titleBefore(parts: readonly Part[], at: number): Part | undefined {
  const before = parts[at - 1];
  const owner = before?.match?.concept.type;
  if (before?.direct && (owner === 'place' || owner === 'organisation')) {
    const title = parts[at - 2];
    return title && casesOfTitle(title) ? title : undefined;
  }
  return before;
}

function casesOfTitle({ match, declension, lower }: Part): readonly Case[] | undefined {
  if (!match) return casesOfRank(lower);
  if (match.concept.type !== 'title') return undefined;
  return declension?.readings.filter(({ plural }) => !plural).map((reading) => reading.case);
}

/** `президенты Эрдоган`: a title in the plural before one name. */
export const beforeOneName: Rule<Place> = ({ parts, at, match, declension }) => {
  const name = parts[at + 1];
  if (match.concept.type !== 'title' || name?.match?.concept.type !== 'person' || !name.direct)
    return undefined;
  if (!declension.readings.every(({ plural }) => plural) || !name.declension) return undefined;
  const next = parts[at + 2];
  if (next?.direct === false ? /,/u.test(next.gap) : next?.lower === 'и') return undefined;
  // `министры Пашиняна` are those of somebody.
  if (!ofNobody.test(match.form.text) && name.declension.readings.some((reading) => reading.case === 'gen'))
    return undefined;
  return { construction: `before one name, “${name.text}”`, cases: [], sure: false };
};

/** `премьер-министр Грузии`: a place right behind a title is in the genitive. */
export const behindTitleOfPlace: Rule<Place> = ({ parts, at, part, match, declension }) => {
  const title = parts[at - 1];
  const kind = match.concept.type;
  if (!title || !part.direct || (kind !== 'place' && kind !== 'organisation') || part.quoted)
    return undefined;
  const isTitle = title.match?.concept.type === 'title' || casesOfRank(title.lower) !== undefined;
  if (!isTitle || (title.match && !title.declension)) return undefined;
  // `Новым президентом Чехия избрала`, `Президент Россию покинул`: what stands before a verb may be its own.
  const next = nextVerb(parts, at);
  const isNominative = declension.readings.some((reading) => reading.case === 'nom');
  if (next?.verb && isNominative && !isOnly(title, 'nom') && agrees(genderOfName(match), next.verb))
    return undefined;
  const beforeVerb: readonly Case[] = next && !isNominative && title.at > 0 ? ['acc', 'dat'] : [];
  return { construction: `behind “${title.text}”`, cases: ['gen', ...beforeVerb], sure: false };
};

/** The verb right behind a part, or with an adverb or two between. */
export function nextVerb(parts: readonly Part[], at: number): Part | undefined {
  for (const part of parts.slice(at + 1, at + 4)) {
    if (!part.direct) return undefined;
    if (part.verb) return part;
    if (!isAdverb(part.lower)) return undefined;
  }
  return undefined;
}

/** `в Армении и Азербайджане`: two names of one kind with “and” between them are in one case. */
export const inCoordination: Rule<Place> = ({ sentence, parts, at, part, match, declension }) => {
  const and = parts[at - 1];
  const first = parts[at - 2];
  if (
    !and ||
    !first?.match ||
    !first.declension ||
    !/^(?:и|или)$/u.test(and.lower) ||
    !and.near ||
    !part.near
  )
    return undefined;
  if (first.match.concept.type !== match.concept.type || match.concept.type === 'title') return undefined;
  const own = casesLeft({
    sentence,
    parts,
    at: first.at,
    part: first,
    match: first.match,
    declension: first.declension,
  });
  // `глава Турции и Россия`: the first one may belong to the word before it, the second may begin a clause.
  const isAttribute = own.includes('gen') && isGoverned(parts, first.at) && !prepositionOf(parts, first.at);
  const verb = nextVerb(parts, at)?.verb;
  const isNewSubject =
    verb !== undefined &&
    verb !== 'plural' &&
    agrees(genderOfName(match), verb) &&
    declension.readings.some((reading) => reading.case === 'nom');
  if (isAttribute || isNewSubject) return undefined;
  return { construction: `beside “${first.text}”`, cases: own, sure: false };
};

/** `ни Лавров, ни Песков`: names in a list of this kind are in one case. */
export const inNegatedList: Rule<Place> = ({ parts, at, match }) => {
  const isListed = (part: Part | undefined): boolean =>
    part?.direct === true && parts[part.at - 1]?.lower === 'ни';
  if (!isListed(parts[at])) return undefined;
  const other = parts.find(
    (one) =>
      one.at !== at && one.declension && one.match?.concept.type === match.concept.type && isListed(one),
  );
  const own = other?.declension?.readings.map((reading) => reading.case);
  return other && own && { construction: `beside “${other.text}”`, cases: own, sure: false };
};

/** The cases that the words right before a name leave of its own. */
function casesLeft(place: Place): readonly Case[] {
  const demands = [behindPreposition, behindLead, behindVerb].flatMap((rule) => rule(place) ?? []);
  const own = place.declension.readings.map((reading) => reading.case);
  return own.filter((one) => demands.every(({ cases }) => cases.includes(one)));
}

/** `решение Белого дома`: a name right behind a noun belongs to it. */
export const behindNoun: Rule<Place> = ({ sentence, parts, at, part, match }) => {
  const noun = parts[at - 1];
  if (!noun || noun.match || noun.takes || !part.near || match.concept.type === 'title') return undefined;
  const head = headOf(noun.lower);
  const isPerson = match.concept.type === 'person';
  if (!head || (!isPerson && generic.test(noun.lower))) return undefined;
  const next = nextVerb(parts, at);
  const isFirst = noun.at === 0;
  const isSubject = next?.verb !== undefined && agrees(genderOfName(match), next.verb);
  const cases: Case[] = ['gen'];
  // `По решению Лавров отозван`, `адвокат Лавров`, but not `Слова Эрдоган удивили`.
  if (
    (part.quoted && match.concept.type !== 'organisation') ||
    (head === 'person' && isPerson) ||
    (!isFirst && (isSubject || !hasSubject(parts, at)))
  )
    cases.push('nom');
  if (head === 'person' && isPerson && !isFirst) cases.push('dat', 'acc', 'ins', 'pre');
  if (isAddressed(noun.lower) || sentence.has(isGiving) || (!isFirst && next !== undefined))
    cases.push('dat');
  if (!isFirst && next !== undefined) cases.push('acc');
  if (head === 'deed' || sentence.has(isPassive) || (!isFirst && next !== undefined)) cases.push('ins');
  return { construction: `behind “${noun.text}”`, cases, sure: false };
};

/** Whether a name before is the subject for certain, or stands first with its verb behind it. */
function hasSubject(parts: readonly Part[], at: number): boolean {
  const [first] = parts;
  if (parts.slice(0, at).some((part) => part.declension && isOnly(part, 'nom'))) return true;
  const verb =
    first?.match && (!first.declension || couldBe(first, 'nom')) ? nextVerb(parts, 0)?.verb : undefined;
  return first?.match !== undefined && verb !== undefined && agrees(genderOfName(first.match), verb);
}

/** `поздравили Макрона`, `подписан Лавровым`, `боится России`. */
export const behindVerb: Rule<Place> = ({ sentence, parts, at, part }) => {
  const verb = parts[at - 1];
  if (!verb || verb.match || !part.near) return undefined;
  const cases = casesBehindVerb(verb.lower);
  if (!cases) return undefined;
  const left = sentence.has(takesGenitive) ? cases : cases.filter((one) => one !== 'gen');
  return { construction: `behind “${verb.text}”`, cases: left, sure: false };
};

/** A prepositional has its preposition somewhere before. */
export const withoutPreposition: Rule<Place> = ({ parts, at, declension }) => {
  if (!declension.readings.some((reading) => reading.case === 'pre')) return undefined;
  const preposition = parts.findLast((other) => other.at < at && other.takes?.includes('pre') === true);
  if (preposition && !isUsedUp(parts.slice(preposition.at + 1, at))) return undefined;
  return {
    construction: 'without “в”, “на” or “о” before it',
    cases: allCases.filter((one) => one !== 'pre'),
    sure: false,
  };
};

/** Whether a preposition has its name, and the sentence has gone on to something else. */
function isUsedUp(between: readonly Part[]): boolean {
  if (between.some(({ verb }) => verb !== undefined)) return true;
  const isList = between.some(
    ({ lower, direct }, index) => /^(?:и|или)$/u.test(lower) || (index > 0 && !direct),
  );
  const [first] = between;
  return first?.match !== undefined && first.match.concept.type !== 'title' && !isList;
}
