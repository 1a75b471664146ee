import type { Span } from '../../model/span.ts';
import { foldTypography } from '../../text/fold.ts';
import { type Token, tokenize } from '../../text/tokens.ts';
import { isAllCapitals, startsWithCapital } from '../spelling.ts';
import { elisions, titles } from './vocabulary.ts';

/** A word as a reader takes it: with what hyphens join to it (`Jean-Baptiste`), without the article that it swallows (`l’`). */
export type Word = Span & {
  /** As the text has it, but for apostrophes, hyphens and blanks, which are folded. */
  readonly text: string;
  /** Whatever stands between this word and the one before it, numbers too; folded. */
  readonly gap: string;
  readonly isCapitalised: boolean;
  /** Its capital may be that of a sentence, so it tells nothing. */
  readonly opens: boolean;
};

/** Cuts a sentence into words. Linear in its length. */
export function wordsIn(text: string): readonly Word[] {
  const folded = foldTypography(text);
  const parts = partsOf(folded);
  const words: Word[] = [];
  let behind = 0;
  for (const { start, end } of parts) {
    const own = folded.slice(start, end);
    const gap = folded.slice(behind, start);
    const previous = words.at(-1);
    words.push({
      text: own,
      start,
      end,
      gap,
      isCapitalised: startsWithCapital(own),
      opens: previous === undefined || opensSentence(gap, previous.text),
    });
    behind = end;
  }
  return words;
}

/** The stretches that are one word: tokens that hyphens or apostrophes join, elided articles apart. */
function partsOf(folded: string): readonly Span[] {
  const tokens = tokenize(folded);
  const parts: { start: number; end: number }[] = [];
  let isJoined = false;
  for (const [at, token] of tokens.entries()) {
    const last = parts.at(-1);
    if (token.kind === 'mark') {
      const next = tokens[at + 1];
      const touches = last?.end === token.start && next?.start === token.end && next.kind !== 'mark';
      isJoined = touches && (token.text === '-' || (token.text === "'" && !isElided(folded, last)));
    } else if (isJoined && last) {
      last.end = token.end;
      isJoined = false;
    } else if (token.kind === 'word' && !isUnit(tokens[at - 1], token)) {
      parts.push({ start: token.start, end: token.end });
    }
  }
  return parts.flatMap((part) => withoutEnclitic(folded, part));
}

/** `16H45`, `5G`: what is written onto a number. */
function isUnit(before: Token | undefined, { start }: Token): boolean {
  return before?.kind === 'number' && before.end === start;
}

/** `l’Ardèche`, and `L’Ardèche` where a sentence begins; `L’Oréal` inside of one is a name. */
function isElided(folded: string, { start, end }: Span): boolean {
  // The longest of them is `lorsqu`; what has been joined so far may be as long as the text.
  if (end - start > 8) return false;
  const word = folded.slice(start, end);
  if (!elisions.has(word.toLowerCase())) return false;
  // A look at the last few characters costs the same wherever the word stands.
  return (
    !startsWithCapital(word) ||
    start === 0 ||
    opensSentence(` ${folded.slice(Math.max(0, start - 8), start)}`, '')
  );
}

/** `Est-il`, `Dit-on`: what a question ties to a verb is no part of a word; `ex-` and `anti-` are none either. */
function withoutEnclitic(folded: string, part: Span): readonly Span[] {
  const word = folded.slice(part.start, part.end);
  const enclitic =
    /-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce|là|ci|moi|lui|leur|les?|la|y|en|même)$/u.exec(word);
  const prefix = /^(?:ex|anti|pro|non|post|pré|néo|vice|ultra|mi)-(?=\p{Lu})/u.exec(word);
  return [
    {
      start: part.start + (prefix?.[0].length ?? 0),
      end: part.end - (enclitic?.[0].length ?? 0),
    },
  ];
}

/** Whether a sentence, or a quoted one, may begin behind a gap. */
function opensSentence(gap: string, before: string): boolean {
  if (/[«“„]\s*$|(?:^|\s)["‘]$/u.test(gap)) return true;
  if (before === '' && /(?:^|[.!?…:]\s+)$/u.test(gap)) return true;
  if (!/[.!?…:;][»”")\s]*\s(?:[-–—]\s*)?$/u.test(gap)) return /(?:^|\n)\s*[-–—•]\s*$/u.test(gap);
  const isShort = gap.startsWith('.') && (titles.has(before) || isInitial(before));
  return !isShort;
}

/** A capital that stands for a given name: `J`, `J-P`. */
export function isInitial(word: string): boolean {
  return /^\p{Lu}(?:-\p{Lu})?$/u.test(word);
}

/** An abbreviation: `OSCE`, `G20`, `SNCF`; no Roman numeral. */
export function isAbbreviation(word: string): boolean {
  return /^[\p{Lu}\p{Nd}]{2,}$/u.test(word) && isAllCapitals(word) && !/^[IVXLC]+$/u.test(word);
}
