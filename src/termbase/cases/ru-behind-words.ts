import type { Rule } from './demand.ts';
import type { Case } from './readings.ts';
import { generic, headOf, isAddressed, isGiving } from './ru-heads.ts';
import { isPassive, takesGenitive } from './ru-licences.ts';
import { agrees, couldBe, genderOfName, isOnly, nextVerb, type Part, type Place } from './ru-place.ts';
import { casesBehindVerb, isIntransitive, isReflexive, isShortParticiple } from './ru-verbs.ts';

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
    (isFirst ? isSubject && mayBeObject(noun.lower, next.lower) : isSubject || !hasSubject(parts, at))
  )
    cases.push('nom');
  if (head === 'person' && isPerson && !isFirst) cases.push('dat', 'acc', 'ins', 'pre');
  if (isAddressed(noun.lower) || sentence.has(isGiving) || (!isFirst && next !== undefined))
    cases.push('dat');
  if (!isFirst && next !== undefined) cases.push('acc');
  if (head === 'deed' || sentence.has(isPassive) || (!isFirst && next !== undefined)) cases.push('ins');
  return { construction: `behind “${noun.text}”`, cases, sure: false };
};

/** `Решение Трамп принял сам`: whether a noun in its basic form may stand before the subject of a verb as its object. */
function mayBeObject(noun: string, verb: string): boolean {
  return /[^аяы]$/u.test(noun) && !isReflexive(verb) && !isIntransitive(verb) && !isShortParticiple(verb);
}

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
