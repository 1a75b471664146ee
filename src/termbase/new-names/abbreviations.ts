import type { Span } from '../../model/span.ts';
import { withoutAccents } from '../../text/fold.ts';
import { isAbbreviation, type Word } from './words.ts';

/** An abbreviation that a sentence explains, in either order: `OSCE (Organisation pour …)`, `Organisation pour … (OSCE)`. */
export type Explained = Span & { readonly short: string; readonly long: string };

/** Names of institutions seldom have more words. */
const longest = 16;

/** The abbreviations that are explained in a sentence; `start` and `end` are the bounds of both together. */
export function explainedIn(words: readonly Word[], text: string): readonly Explained[] {
  return words.flatMap((word, at): Explained[] => {
    if (!isAbbreviation(word.text)) return [];
    const before = longBefore(words, at);
    const first = before === undefined ? undefined : words[before];
    const last = words[at - 1];
    if (first && last) {
      return [
        { short: word.text, long: text.slice(first.start, last.end), start: first.start, end: word.end },
      ];
    }
    const end = longBehind(words, at, text);
    const opening = words[at + 1];
    return end === undefined || !opening
      ? []
      : [{ short: word.text, long: text.slice(opening.start, end), start: word.start, end }];
  });
}

/** The first word of what stands before `(OSCE)` and has its letters as initials. */
function longBefore(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  if (!word || !/^\s*\($/u.test(word.gap)) return undefined;
  for (let from = at - 1; from >= Math.max(0, at - longest); from -= 1) {
    const first = words[from];
    if (!first) return undefined;
    if (first.isCapitalised && spells(words.slice(from, at), word.text)) return from;
    if (/[.;:!?()«»"]/u.test(first.gap)) return undefined;
  }
  return undefined;
}

/** Where the bracket closes behind an abbreviation that explains it. */
function longBehind(words: readonly Word[], at: number, text: string): number | undefined {
  const next = words[at + 1];
  if (!next?.isCapitalised || !/^\s*\($/u.test(next.gap)) return undefined;
  const close = text.indexOf(')', next.start);
  const inside = words.slice(at + 1, at + 1 + longest).filter(({ end }) => end <= close);
  return spells(inside, words[at]?.text ?? '') ? inside.at(-1)?.end : undefined;
}

/** Whether the letters of an abbreviation are initials of the words, in their order; small words may be passed over, the first may not. */
function spells(words: readonly Word[], short: string): boolean {
  const initials = words
    .flatMap(({ text }) => text.split('-'))
    .map((part) => withoutAccents(part).charAt(0).toUpperCase());
  const letters = [...withoutAccents(short)].filter((letter) => /\p{Lu}/u.test(letter));
  if (letters.length < 2 || initials[0] !== letters[0]) return false;
  let at = 0;
  for (const letter of letters) {
    const found = initials.indexOf(letter, at);
    if (found === -1) return false;
    at = found + 1;
  }
  return words.length <= letters.length * 3 + 2;
}
