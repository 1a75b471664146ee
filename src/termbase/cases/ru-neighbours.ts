import type { Rule } from './demand.ts';
import { allCases, type Case } from './readings.ts';
import { takesDativeToo, takesInstrumental } from './ru-licences.ts';
import { casesOfRank, generic, kindOfHead, ofNobody, takesDative } from './ru-nouns.ts';
import { agrees, genderOfName, isOnly, type Part, type Place, prepositionOf } from './ru-place.ts';
import { direction, genitiveLeads, highPlaces, placeLeads, takingOff } from './ru-prepositions.ts';
import { casesBehindVerb, isAdverb } from './ru-verbs.ts';

/** What the words right before a name ask of it. */

/** `из Москвы`, `в соседней Грузии`, `с президентом`. */
export const behindPreposition: Rule<Place> = ({ sentence, parts, at, match }) => {
  const found = prepositionOf(parts, at);
  if (!found) return undefined;
  const { part, cases } = found;
  const isPlace = match.concept.type === 'place';
  const isExcluded = (one: Case): boolean => {
    if (one === 'acc' && isPlace && /^(?:во?|под)$/u.test(part.lower)) return !sentence.has(isDirection);
    if (one === 'gen' && /^со?$/u.test(part.lower) && match.concept.type !== 'title')
      return !(isPlace && highPlaces.test(match.form.text.toLowerCase())) && !sentence.has(isTakingOff);
    return false;
  };
  const left = cases.filter((one) => !isExcluded(one));
  const isSure = left.length === cases.length;
  return { construction: `behind “${part.text}”`, cases: left, sure: isSure };
};

const isDirection = (word: string): boolean => direction.test(word);
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
export const besideTitle: Rule<Place> = ({ parts, at, part, match }) => {
  if (match.concept.type !== 'person' || !part.direct) return undefined;
  const title = titleBefore(parts, at);
  const own = title && casesOfTitle(title);
  if (!title || !own || own.length === 0) return undefined;
  const cases: readonly Case[] = ofNobody.test(title.lower) ? own : [...own, 'gen'];
  return { construction: `beside “${title.text}”`, cases, sure: false };
};

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
  const beforeVerb: readonly Case[] = next && !isNominative ? ['acc', 'dat'] : [];
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
export const inCoordination: Rule<Place> = ({ parts, at, match }) => {
  const and = parts[at - 1];
  const first = parts[at - 2];
  if (!and || !first?.match || !first.declension || !/^(?:и|или)$/u.test(and.lower)) return undefined;
  if (!isJoined(and) || !isJoined(parts[at])) return undefined;
  if (first.match.concept.type !== match.concept.type || match.concept.type === 'title') return undefined;
  const own = first.declension.readings.map((reading) => reading.case);
  const head = parts[at - 3];
  // `глава Турции и Россия`: the first one may belong to the word before it, the second may begin a clause.
  const isAttribute = own.includes('gen') && first.direct && head !== undefined && !head.takes;
  const verb = nextVerb(parts, at)?.verb;
  if (isAttribute || (verb !== undefined && verb !== 'plural')) return undefined;
  return { construction: `beside “${first.text}”`, cases: own, sure: false };
};

function isJoined(part: Part | undefined): boolean {
  return part !== undefined && /^[»“”"]?[ \u00a0][«„“"]?$/u.test(part.gap);
}

/** `решение Белого дома`: a name right behind a noun belongs to it. */
export const behindNoun: Rule<Place> = ({ sentence, parts, at, part, match, declension }) => {
  const noun = parts[at - 1];
  if (!noun || noun.match || noun.takes || !part.direct || part.quoted || match.concept.type === 'title')
    return undefined;
  const kind = kindOfHead(noun.lower);
  const isPerson = match.concept.type === 'person';
  if (!kind || (kind === 'people' && isPerson) || (!isPerson && generic.test(noun.lower))) return undefined;
  const next = nextVerb(parts, at);
  const verbsBefore = parts.slice(0, at).some(({ verb }) => verb !== undefined);
  const cases: Case[] = ['gen'];
  const isFirst = noun.at === 0;
  // `По решению Лавров отозван`, `решение Трамп принял сам`; not `Слова Эрдоган удивили`.
  const isOwnSubject = next?.verb !== undefined && agrees(genderOfName(match), next.verb);
  if (
    isFirst
      ? false
      : isOwnSubject || !declension.readings.some(({ case: one }) => one === 'nom') || !hasSubject(parts, at)
  )
    cases.push('nom');
  if (
    takesDative(noun.lower) ||
    (next === undefined || verbsBefore ? sentence.has(takesDativeToo) : !isFirst)
  )
    cases.push('dat');
  if (!isFirst && next !== undefined) cases.push('acc');
  if (!isFirst || isPerson ? sentence.has(takesInstrumental) && next === undefined : false) cases.push('ins');
  return { construction: `behind “${noun.text}”`, cases, sure: false };
};

function hasSubject(parts: readonly Part[], at: number): boolean {
  return parts.slice(0, at).some((part) => part.declension && isOnly(part, 'nom'));
}

/** `поздравили Макрона`, `подписан Лавровым`, `боится России`. */
export const behindVerb: Rule<Place> = ({ parts, at, part, match }) => {
  const verb = parts[at - 1];
  if (!verb || verb.match || !part.direct || part.quoted || match.concept.type === 'title') return undefined;
  const cases = casesBehindVerb(verb.lower);
  return cases && { construction: `behind “${verb.text}”`, cases, sure: false };
};

/** A prepositional has its preposition somewhere before. */
export const withoutPreposition: Rule<Place> = ({ parts, at, declension }) => {
  if (!declension.readings.some((reading) => reading.case === 'pre')) return undefined;
  if (parts.slice(0, at).some(({ takes }) => takes?.includes('pre'))) return undefined;
  return {
    construction: 'without “в”, “на” or “о” before it',
    cases: allCases.filter((one) => one !== 'pre'),
    sure: false,
  };
};
