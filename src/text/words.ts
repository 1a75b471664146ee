import type { Span } from '../model/span.ts';

/** A word as it is written and where it stands: letters only, so an elision (`l’eau`) and a compound are two. */
export type Word = Span & { readonly text: string };

/**
 * The words of a text in reading order. Linear in the length of the text. The last two answers are kept: checks ask for the words of the
 * same source and target one after the other.
 */
export function wordsOf(text: string): readonly Word[] {
  const known = kept.find((each) => each.text === text);
  if (known) return known.words;
  const words: Word[] = [];
  for (const { 0: word, index: start } of text.matchAll(/\p{L}[\p{L}\p{M}]*/gu))
    words.push({ text: word, start, end: start + word.length });
  kept = [{ text, words }, ...kept.slice(0, 1)];
  return words;
}

let kept: readonly { readonly text: string; readonly words: readonly Word[] }[] = [];
