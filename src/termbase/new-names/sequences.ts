import type { Span } from '../../model/span.ts';
import { isDemonym, isPeople } from './demonym.ts';
import {
  adjectiveEnding,
  capitalPlaces,
  capitalRanks,
  determiners,
  elisions,
  events,
  institutions,
  links,
  noNames,
  openers,
  personParticles,
  placePrepositions,
  portfolioHolders,
  talkative,
  titles,
} from './vocabulary.ts';
import { isAbbreviation, isInitial, type Word } from './words.ts';

/** Words that may be a name: `words[from]` to `words[to]`, both inside. */
export type Sequence = Span & { readonly from: number; readonly to: number };

/**
 * The capitalised sequences of a sentence: initials, particles (`Marie de la Roche`), hyphens, and the lower-case words that names of institutions
 * have in them (`Cour pénale internationale`). Titles, peoples, days and portfolios are left out.
 */
export function sequencesIn(words: readonly Word[]): readonly Sequence[] {
  const sequences: Sequence[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    if (!word?.isCapitalised || titles.has(word.text) || isBareArticle(words, at)) {
      at += 1;
      continue;
    }
    const from = beginning(words, at);
    const to = endOf(words, from);
    const [first, last] = [words[from], words[to]];
    if (first && last && !isNoName(words, from, to)) {
      sequences.push({ from, to, start: first.start, end: last.end });
    }
    at = Math.max(to, at) + 1;
  }
  return sequences;
}

/** `L’` where a sentence begins. */
function isBareArticle(words: readonly Word[], at: number): boolean {
  return words[at + 1]?.gap === "'" && elisions.has(words[at]?.text.toLowerCase() ?? '');
}

/** Behind a rank with a capital, or a people, the person begins: `Président Emile Roux`, `le Suédois Oskar Lind`. */
function beginning(words: readonly Word[], at: number): number {
  const word = words[at];
  const article = word?.opens && /^(?:Le|La|L|Les|Un|Une)$/u.test(word.text);
  if (article && isPeopleBefore(words, at + 1) && words[at + 2]?.isCapitalised && follows(words, at + 2))
    return at + 2;
  const isRank = capitalRanks.has(words[at]?.text ?? '') || isPeopleBefore(words, at);
  return isRank && follows(words, at + 1) && words[at + 1]?.isCapitalised ? at + 1 : at;
}

/** `l’Espagnol`, `du Suédois`: one of a people, whose name may follow. */
export function isPeopleBefore(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.text.toLowerCase() ?? '';
  return /^(?:le|la|l|du|au|un|une|les|des|aux|d|deux)$/u.test(before) && isPeople(words[at]?.text ?? '');
}

/** Whether a word stands behind the one before it with nothing but blanks between. */
function follows(words: readonly Word[], at: number): boolean {
  return /^\s+$/u.test(words[at]?.gap ?? '');
}

function endOf(words: readonly Word[], from: number): number {
  let to = from;
  let linked = false;
  for (;;) {
    const next = to + 1;
    if (joinsCapital(words, to)) to = next;
    else {
      const behindParticle: number | undefined = personAfterParticle(words, next);
      const behindLink: number | undefined =
        linked || !mayLink(words, from, to) ? undefined : afterLink(words, from, next);
      const adjective = institutionAdjective(words, from, next);
      const further = behindParticle ?? behindLink ?? adjective;
      if (further === undefined) return to;
      linked ||= behindLink !== undefined && behindParticle === undefined;
      to = further;
    }
  }
}

/** A capital follows: directly, or behind the stop of an initial. */
function joinsCapital(words: readonly Word[], to: number): boolean {
  const next = words[to + 1];
  const before = words[to]?.text ?? '';
  if (!next?.isCapitalised || titles.has(next.text)) return false;
  return /^(?:\s+|\s&\s)$/u.test(next.gap) || (isInitial(before) && /^\.[\s-]*$/u.test(next.gap));
}

/** `Ursula von der Leyen`, `Ahmed ben Salah`: the last word behind particles that only persons have. */
function personAfterParticle(words: readonly Word[], at: number): number | undefined {
  let next = at;
  while (next < at + 3 && follows(words, next) && personParticles.has(words[next]?.text ?? '')) next += 1;
  const isName = next > at && words[next]?.isCapitalised && follows(words, next);
  return isName ? next : undefined;
}

/**
 * Whether `de` may go on with the name: behind an institution, or behind a lone word that no article and no preposition makes a place
 * (`Dominique de Villepin`, but `la Russie de Poutine`). Where a sentence begins it may be any word (`Mort de …`).
 */
function mayLink(words: readonly Word[], from: number, to: number): boolean {
  const first = words[from];
  if (!first) return false;
  if (opensInstitution(first.text)) return true;
  if (from !== to || first.opens || isAbbreviation(first.text)) return false;
  const before = words[from - 1]?.text.toLowerCase() ?? '';
  const isPlace =
    determiners.has(before) ||
    placePrepositions.has(before) ||
    ['l', 'd', 'de', 'du', 'en', 'et'].includes(before);
  return !isPlace;
}

function opensInstitution(text: string): boolean {
  return institutions.has(text) || events.has(text) || capitalPlaces.has(text);
}

/** `Groupe de Minsk`, `Tour de l’Ardèche`, `Conseil de sécurité`. */
function afterLink(words: readonly Word[], from: number, at: number): number | undefined {
  if (!follows(words, at) || !links.has(words[at]?.text ?? '')) return undefined;
  let next = at + 1;
  if (/^(?:la|l)$/u.test(words[next]?.text ?? '')) next += 1;
  const word = words[next];
  if (!word || !/^[\s']+$/u.test(word.gap)) return undefined;
  if (word.isCapitalised) return isDemonymAt(words, next) ? undefined : next;
  const goesOn = talkative.has(words[from]?.text ?? '') && next <= at + 2 && /^\p{Ll}{4,}$/u.test(word.text);
  return goesOn ? next : undefined;
}

function institutionAdjective(words: readonly Word[], from: number, at: number): number | undefined {
  const word = words[at];
  const isInside = opensInstitution(words[from]?.text ?? '') && at <= from + 4;
  return isInside && word && follows(words, at) && adjectiveEnding.test(word.text) ? at : undefined;
}

/** Whether capitalised words name nothing that a termbase has. */
export function isNoName(words: readonly Word[], from: number, to: number): boolean {
  const word = words[from];
  if (!word) return true;
  if (isPortfolio(words, from)) return true;
  if (isTitleOfWork(words, from, to) || isShouting(words.slice(from, to + 1))) return true;
  if (words.slice(from, to + 1).every(({ text: part }) => part.length === 1)) return true;
  if (from !== to) return false;
  const { text } = word;
  return (
    noNames.has(text) ||
    openers.has(text) ||
    /^[IVXLC]+(?:e|er|ère|ème)?$/u.test(text) ||
    isDemonymAt(words, from)
  );
}

/** `« Les Heures d’argile »`: an article and a capital, with which a quotation begins. */
function isTitleOfWork(words: readonly Word[], from: number, to: number): boolean {
  const article = words[from];
  const isQuoted = article?.opens && /[«“„"]\s*$/u.test(article.gap);
  return to > from && isQuoted === true && /^(?:Les?|La|L|Une?|Des)$/u.test(article.text);
}

/** Words in capitals from end to end are no name: `PLAN DE GESTION`. */
function isShouting(words: readonly Word[]): boolean {
  return (
    words.filter(({ text }) => text.length > 3 && text === text.toUpperCase()).length > 2 || words.length > 8
  );
}

function isDemonymAt(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  const touches = word.gap === "'" || follows(words, at);
  return isDemonym(word.text, touches ? (words[at - 1]?.text.toLowerCase() ?? '') : '');
}

/** `ministère russe des Affaires étrangères`. */
function isPortfolio(words: readonly Word[], at: number): boolean {
  const near = words.slice(Math.max(0, at - 5), at).map(({ text }) => text.toLowerCase());
  const link = near.findLastIndex((word) => /^(?:des|de|du)$/u.test(word));
  const holder = near.findLastIndex((word) => portfolioHolders.has(word));
  const isBehindLink =
    link !== -1 && link >= near.length - 2 && /^(?:la|l)?$/u.test(near.slice(link + 1).join(''));
  return holder !== -1 && holder < link && isBehindLink;
}
