import type { ConceptType } from '../../model/term-hit.ts';
import { foldTypography, withoutAccents } from '../../text/fold.ts';
import { countryNames } from './demonym.ts';
import { isPeopleBefore, type Sequence } from './sequences.ts';
import {
  adjectiveEnding,
  capitalPlaces,
  capitalRanks,
  events,
  institutions,
  personParticles,
  placeNouns,
  placePrepositions,
  ranks,
  saying,
  titles,
} from './vocabulary.ts';
import { isAbbreviation, isInitial, type Word } from './words.ts';

/** What a new name may be. */
export type NameType = Extract<ConceptType, 'person' | 'place' | 'organisation' | 'event'>;

/** How much speaks for each type. */
export type Votes = Readonly<Record<NameType, number>>;

export const noVotes: Votes = { person: 0, place: 0, organisation: 0, event: 0 };

export function addVotes(left: Votes, right: Votes): Votes {
  return {
    person: left.person + right.person,
    place: left.place + right.place,
    organisation: left.organisation + right.organisation,
    event: left.event + right.event,
  };
}

/** The type that most speaks for; what nothing speaks for is a person where it has two words, else a place. */
export function typeOf(votes: Votes, name: string): NameType {
  const order: readonly NameType[] = ['organisation', 'place', 'person', 'event'];
  const most = Math.max(...order.map((type) => votes[type]));
  if (most === 0) return / /u.test(name) ? 'person' : 'place';
  return order.find((type) => votes[type] === most) ?? 'place';
}

/** What the words around one mention of a name, and those in it, say of its type. */
export function votesFor(words: readonly Word[], { from, to }: Sequence): Votes {
  const name = words.slice(from, to + 1);
  const first = name[0]?.text ?? '';
  const whole = name.map(({ text }) => text).join(' ');
  const isLone = from === to;
  const person = personVotes(words, from, to);
  const institution = institutions.has(first) || (isLone && isAbbreviation(first) && !isCountry(first));
  return {
    person: institution || isCountry(whole) ? 0 : person,
    place:
      (isCountry(whole) ? 6 : 0) +
      (institution ? 0 : placeVotes(words, from, isLone)) +
      (capitalPlaces.has(first) && !isLone ? 3 : 0),
    organisation: (institution ? 5 : 0) + (name.some(({ gap }, at) => at > 0 && gap === ' & ') ? 6 : 0),
    event: events.has(first) && !isLone ? 6 : 0,
  };
}

function personVotes(words: readonly Word[], from: number, to: number): number {
  const name = words.slice(from, to + 1);
  const follows = /^\s+$/u.test(words[from]?.gap ?? '');
  let votes = name.some(({ text }) => isInitial(text) || personParticles.has(text)) ? 2 : 0;
  if (name.length > 1) votes += 1;
  if (titleBefore(words, from) || titleOfSeveral(words, from)) votes += 5;
  if (rankBefore(words, from) || (follows && isPeopleBefore(words, from - 1))) votes += 3;
  const [next, after] = [words[to + 1], words[to + 2]];
  if (
    next &&
    /^\s+$/u.test(next.gap) &&
    (next.text === 'a' || next.text === 'avait') &&
    saying.has(after?.text ?? '')
  )
    votes += 1;
  if (saying.has(words[from - 1]?.text ?? '') && name.length > 1) votes += 2;
  if (next?.text === 'ans' && /\d+\s$/u.test(next.gap)) votes += 3;
  return votes;
}

function titleBefore(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.text ?? '';
  return /^\.?\s+$/u.test(words[at]?.gap ?? '') && (titles.has(before) || capitalRanks.has(before));
}

/** `MM. Roux, Morel et Vidal`: all of them. */
function titleOfSeveral(words: readonly Word[], at: number): boolean {
  for (let place = at; place > Math.max(0, at - 8); place -= 1) {
    const word = words[place];
    const before = words[place - 1];
    if (!word || !before) return false;
    if (/^(?:MM|Mmes)$/u.test(before.text)) return true;
    const isListed = word.gap === ', ' || word.text === 'et' || before.text === 'et' || before.isCapitalised;
    if (!isListed) return false;
  }
  return false;
}

/** A rank up to three words before, with adjectives between: `leur homologue américain, Mike …`, `la préfète de l’Ardèche, Mme …`. */
function rankBefore(words: readonly Word[], at: number): boolean {
  const gap = words[at]?.gap ?? '';
  if (!/^,?\s+$/u.test(gap)) return false;
  for (let place = at - 1; place >= Math.max(0, at - 3); place -= 1) {
    const text = words[place]?.text ?? '';
    if (ranks.has(text)) return true;
    const next = words[place]?.gap ?? '';
    if (
      !adjectiveEnding.test(text) &&
      !/^(?:russe|turc|turque|grec|grecque|belge|suisse|britannique|serbe|kurde)s?$/u.test(text)
    )
      return false;
    if (!/^\s+$/u.test(next)) return false;
  }
  return false;
}

function placeVotes(words: readonly Word[], from: number, isLone: boolean): number {
  const word = words[from];
  const before = words[from - 1]?.text.toLowerCase() ?? '';
  if (!word) return 0;
  let votes = /^(?:Saint|Sainte|Mont|Val|Haut|Haute)-\p{Lu}/u.test(word.text) ? 1 : 0;
  if (/^\s+$/u.test(word.gap) && placePrepositions.has(before)) {
    votes += before === 'en' || before === 'au' || isLone ? 3 : 1;
  }
  if (isLone && /^(?:la|l|le)$/u.test(before)) votes += 1;
  const noun = words[from - 2]?.text.toLowerCase() ?? '';
  if (/^(?:de|d|du)$/u.test(before) && placeNouns.has(noun)) votes += 3;
  return votes;
}

function isCountry(name: string): boolean {
  countries ??= new Set(countryNames().map(foldName));
  return countries.has(foldName(name));
}
let countries: ReadonlySet<string> | undefined;

/** Names without accents and case, so that `Etats-Unis` and `États-Unis` are one. */
export function foldName(name: string): string {
  return withoutAccents(foldTypography(name)).toLowerCase();
}
