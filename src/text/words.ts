import type { Span } from '../model/span.ts';
import { matchesOf } from './matches.ts';
import { remembered } from './remembered.ts';

/** A word as it is written and where it stands: letters only, so an elision (`l’eau`) and a compound are two. */
export type Word = Span & { readonly text: string };

/**
 * The words of a text in reading order. Linear in the length of the text.
 */
export function wordsOf(text: string): readonly Word[] {
  return remembered(kept, text, () => {
    const words: Word[] = [];
    for (const { 0: word, index: start } of matchesOf(text, pattern))
      words.push({ text: word, start, end: start + word.length });
    return words;
  });
}

const pattern = /\p{L}[\p{L}\p{M}]*/gu;

const kept = new Map<string, readonly Word[]>();
