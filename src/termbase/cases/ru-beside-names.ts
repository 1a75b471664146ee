import type { Rule } from './demand.ts';
import type { Case } from './readings.ts';
import { behindLead, behindPreposition } from './ru-behind-prepositions.ts';
import { behindVerb } from './ru-behind-words.ts';
import { isGiving } from './ru-heads.ts';
import { casesOfRank, ofNobody } from './ru-nouns.ts';
import {
  agrees,
  genderOfName,
  isGoverned,
  isOnly,
  modifiersFrom,
  nextVerb,
  type Part,
  type Place,
  prepositionOf,
} from './ru-place.ts';
import { casesBehindVerb, isPredicative } from './ru-verbs.ts';

/** `президента Ильхама Алиева`, `министру обороны Турции Акару`: a title and the name behind it are in one case. */
export const besideTitle: Rule<Place> = ({ sentence, parts, at, part, match }) => {
  if (match.concept.type !== 'person' || !part.direct) return undefined;
  const title = titleBefore(parts, at);
  const own = title && casesOfTitle(title);
  if (!title || !own || own.length === 0) return undefined;
  // `пресс-секретарь президента России Песков`: the name may be that of the word the title belongs to.
  if (
    own.includes('gen') &&
    isGoverned(parts, modifiersFrom(parts, title.at)) &&
    !prepositionOf(parts, title.at)
  )
    return undefined;
  const cases: Case[] = ofNobody.test(title.lower) ? [...own] : [...own, 'gen'];
  // `Мэром Новолипска Баранов избран`, `Президента Лавров встретил`: the verb of the name takes the title.
  const verb = nextVerb(parts, at);
  if (verb?.verb && agrees(genderOfName(match), verb.verb) && takesCase(sentence.has, verb, own))
    cases.push('nom');
  return { construction: `beside “${title.text}”`, cases, sure: false, mutual: true };
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
  return { construction: `beside “${first.text}”`, cases: own, sure: false, mutual: true };
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
  return other && own && { construction: `beside “${other.text}”`, cases: own, sure: false, mutual: true };
};

/** The cases that the words right before a name leave of its own. */
function casesLeft(place: Place): readonly Case[] {
  const demands = [behindPreposition, behindLead, behindVerb].flatMap((rule) => rule(place) ?? []);
  const own = place.declension.readings.map((reading) => reading.case);
  return own.filter((one) => demands.every(({ cases }) => cases.includes(one)));
}
