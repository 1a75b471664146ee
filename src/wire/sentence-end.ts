import { opening } from '../text/french-openings.ts';

/**
 * Whether a line of French copy ends a sentence, as far as it and the next line tell.
 *
 * `doubtful`: it ends with an abbreviation, an initial or a colon, or the next line begins with a small letter.
 */
export type SentenceEnd = 'yes' | 'doubtful' | 'no';

/** Looks only at the last characters of `line` and the first of `next`. */
export function sentenceEnd(line: string, next: string): SentenceEnd {
  if (/^[»”’,;:.!?)\]%]/u.test(next)) return 'no';
  const tail = line.slice(-reach);
  const marks = closing.exec(tail);
  if (!marks) return tail.endsWith(':') ? 'doubtful' : 'no';
  if (!mayBeginSentence(next) || yearInParentheses.test(next)) return 'doubtful';
  if (!/^\.[^.!?…]*$/u.test(marks[0])) return 'yes';
  const stopped = tail.slice(0, marks.index + 1);
  if (initial.test(stopped)) return opensSentence.test(next.slice(0, reach)) ? 'yes' : 'doubtful';
  return abbreviation.test(stopped) || marker.test(stopped) ? 'doubtful' : 'yes';
}

/** Whether a line may begin a sentence: not with a small letter, nor with a mark that closes or goes on. */
export function mayBeginSentence(text: string): boolean {
  return !/^[\p{P}\s]{0,6}\p{Ll}|^[»”’,;:.!?)\]%]/u.test(text.slice(0, reach));
}

/** How many sentences end inside a text, its own end not counted. */
export function innerSentenceEnds(text: string): number {
  let count = 0;
  for (const match of text.matchAll(innerEnd)) {
    const before = text.slice(Math.max(0, match.index - reach), match.index + 1);
    if (!endsWithAbbreviation(before)) count += 1;
  }
  return count;
}

/** Whether a sentence begins with a word for something before it: `Il`, `Cette`, `Celui-ci`. */
export function goesBack(text: string): boolean {
  return /^(?:["«“]\s?)?(?:(?:Ils?|Elles?|Ce|Cet|Cette|Ces|Cela|Celui|Celle|Ceux|Puis|Et)(?!\p{L})|C['’])/u.test(
    text,
  );
}

/** In UTF-16 units: longer than any abbreviation, or run of closing marks. */
const reach = 24;

const closing = /[.!?…]["'»”’)\]\s.]{0,8}$/u;

const innerEnd = /[.!?…]["'»”’)\]\u00a0\u202f]{0,4}[ ]{1,3}(?=["'«“([\u00a0\u202f ]{0,4}[\p{Lu}\p{Nd}])/gu;

/** Initials, dotted letters, and what companies and sons carry behind their names: only what follows tells whether a sentence ends. */
const initial =
  /(?:^|[\s"'’«“(-])(?:\p{Lu}|(?:\p{Lu}\.){1,4}\p{Lu}|\p{Lu}\.-\p{Lu}|Jr|Sr|Cie|Inc|Corp|Ltd|Co)\.$/u;

/** Titles and units that a full stop follows inside a sentence, and capitalised words without a vowel, which are short for a name. */
const abbreviation =
  /(?:^|[\s"'’«“(-])(?:MM|Mme|Mmes|Mlle|Prof|Me|Ste|Lt|lt|lt-col|[Gg]én|Col|av|bd|cf|ex|art|al|arr|chap|fig|vol|env|éd|janv|févr?|avr|juil|sept|oct|nov|déc|p|pp|n|[Nn]o|tél|vs|[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,2})\.$/u;

/** The number of an item. */
const marker = /(?:^|[:;]\s|\p{L}{3}[.!?]\s)\d{1,2}\.$/u;

const yearInParentheses = /^\(\d{4}\b[^)]*\)/u;

const opensSentence = new RegExp(`^${opening}`, 'u');

function endsWithAbbreviation(text: string): boolean {
  return initial.test(text) || abbreviation.test(text) || marker.test(text);
}
