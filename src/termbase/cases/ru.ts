import { isName } from '../concept.ts';
import type { TermMatch } from '../match.ts';
import type { CaseError, CaseRules } from './case-error.ts';
import type { Demand, Rule } from './demand.ts';
import { allCases, type Case } from './readings.ts';
import { behindLead, behindPreposition, withoutPreposition } from './ru-behind-prepositions.ts';
import { behindNoun, behindVerb } from './ru-behind-words.ts';
import {
  beforeOneName,
  behindTitleOfPlace,
  besideTitle,
  inCoordination,
  inNegatedList,
} from './ru-beside-names.ts';
import { takesDativeToo, takesGenitive, takesInstrumental } from './ru-licences.ts';
import { type Place, sentenceOf } from './ru-place.ts';
import {
  asOnlySubject,
  asSecondSubject,
  beforeReflexive,
  besideOtherSubject,
  besideOtherVerb,
} from './ru-subjects.ts';
import { itemsOf, maxItems } from './sentence.ts';

/**
 * Russian. Each rule looks for one construction and says which cases it takes; a name none of whose readings is left is in a wrong case.
 * Nothing is parsed: a rule that could be wrong about a sentence keeps silent.
 */
export const russian: CaseRules = (text, matches) => {
  const errors = new Map<TermMatch, CaseError>();
  const items = itemsOf(text, matches);
  if (items.length > maxItems) return errors;
  const sentence = sentenceOf(items);
  const { parts } = sentence;
  for (const part of parts) {
    const { match, declension, at } = part;
    if (!match || !declension) continue;
    const error = judged({ sentence, parts, at, part, match, declension });
    if (error) errors.set(match, error);
  }
  return errors;
};

const withoutInstrumental: Rule<Place> = ({ sentence, declension }) =>
  declension.readings.some((reading) => reading.case === 'ins') && !sentence.has(takesInstrumental)
    ? without('ins', 'without a word that takes an instrumental')
    : undefined;

const withoutDative: Rule<Place> = ({ sentence, declension }) =>
  declension.readings.some((reading) => reading.case === 'dat') && !sentence.has(takesDativeToo)
    ? without('dat', 'without a word that takes a dative')
    : undefined;

/** A genitive that is no object belongs to a noun before it; that of a man is an accusative too. */
const withoutGenitive: Rule<Place> = ({ sentence, parts, at, part, match }) => {
  if (!isName(match.concept.type) || sentence.has(takesGenitive)) return undefined;
  const before = parts[at - 1];
  const isFirst = at === 0 || (at === 2 && before?.lower === 'и' && parts[0]?.match !== undefined);
  if (isFirst)
    return part.quoted && at > 0 ? undefined : without('gen', 'at the beginning, with no noun before it');
  const isBehindVerb = part.direct && before?.verb !== undefined;
  return isBehindVerb ? without('gen', `behind “${before.text}”`) : undefined;
};

function without(excluded: Case, construction: string): Demand {
  return { construction, cases: allCases.filter((one) => one !== excluded), sure: false };
}

/** The first ones know most of their place. */
const rules: readonly Rule<Place>[] = [
  behindPreposition,
  behindLead,
  asOnlySubject,
  asSecondSubject,
  beforeReflexive,
  besideTitle,
  beforeOneName,
  behindTitleOfPlace,
  inCoordination,
  inNegatedList,
  behindNoun,
  behindVerb,
  besideOtherVerb,
  besideOtherSubject,
  withoutPreposition,
  withoutInstrumental,
  withoutDative,
  withoutGenitive,
];

/** Asks one rule after the other until no reading of the form is left. */
function judged(place: Place): CaseError | undefined {
  const { declension } = place;
  let left = declension.readings;
  let cases: readonly Case[] = allCases;
  let broken: Demand | undefined;
  for (const rule of rules) {
    const demand = rule(place);
    if (!demand) continue;
    cases = cases.filter((one) => demand.cases.includes(one));
    left = left.filter((reading) => demand.cases.includes(reading.case));
    if (left.length > 0) continue;
    broken = demand;
    break;
  }
  if (!broken) return undefined;
  const forms = declension.readings.every(({ plural }) => plural) ? declension.plural : declension.singular;
  const rights = new Set(cases.map((one) => forms.get(one)?.[0]));
  const [right] = rights;
  if (rights.size !== 1 || right === undefined || broken.mutual)
    return { construction: broken.construction, sure: false };
  return { construction: broken.construction, right, sure: broken.sure };
}
