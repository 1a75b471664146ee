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
  if (!mayBeginSentence(next)) return 'doubtful';
  return marks[0].startsWith('.') && endsWithAbbreviation(tail.slice(0, marks.index + 1))
    ? 'doubtful'
    : 'yes';
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

/** In UTF-16 units: longer than any abbreviation, or run of closing marks. */
const reach = 24;

const closing = /[.!?…]["'»”’)\]\s.]{0,8}$/u;

const innerEnd = /[.!?…]["'»”’)\]\u00a0\u202f]{0,4}[ ]{1,3}(?=["'«“([\u00a0\u202f ]{0,4}[\p{Lu}\p{Nd}])/gu;

/** Titles, initials and units that a full stop follows inside a sentence. */
const abbreviation =
  /(?:^|[\s"'«“(’-])(?:\p{Lu}|(?:\p{Lu}\.){1,4}\p{Lu}|\p{Lu}\.-\p{Lu}|MM|Mme|Mmes|Mlle|Mgr|Dr|Pr|Prof|Me|Ste?|av|bd|cf|ex|art|al|env|éd|janv|févr?|avr|juil|sept|oct|nov|déc|p|pp|n|tél|vs|Jr|Sr|Cie|Inc|Corp|Ltd|Co)\.$/u;

function endsWithAbbreviation(text: string): boolean {
  return abbreviation.test(text);
}
