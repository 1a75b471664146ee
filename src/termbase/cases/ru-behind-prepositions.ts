import type { Rule } from './demand.ts';
import { allCases, type Case, type Declension } from './readings.ts';
import { type Part, type Place, prepositionOf } from './ru-place.ts';
import {
  direction,
  genitiveLeads,
  goal,
  highPlaces,
  placeLeads,
  rest,
  staying,
  takingOff,
  towards,
} from './ru-prepositions.ts';

/** `из Москвы`, `в соседней Грузии`, `с президентом`. */
export const behindPreposition: Rule<Place> = ({ sentence, parts, at, match, declension }) => {
  const found = prepositionOf(parts, at);
  // What is quoted may be the name of anything, in no case at all.
  if (!found || (parts[at]?.quoted && declension.readings.some((reading) => reading.case === 'nom')))
    return undefined;
  const { part, cases } = found;
  if (isIdiom(parts[part.at - 1], part, declension)) return undefined;
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

/** `в президенты`, a nominative plural for people, and `что за президент`. */
function isIdiom(before: Part | undefined, { lower }: Part, { readings }: Declension): boolean {
  if (lower === 'за') return /^(?:что|это)$/u.test(before?.lower ?? '');
  return /^во?$/u.test(lower) && readings.some((reading) => reading.plural && reading.case === 'nom');
}

const isDirection = (word: string): boolean => direction.test(word) && !staying.test(word);
const isTowards = (word: string): boolean => towards.test(word);
const isRest = (word: string): boolean => rest.test(word);
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
