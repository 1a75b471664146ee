import type { Span } from '../model/span.ts';
import { matchesOf } from './matches.ts';

/** A token and where it stands: a word, a number with its separators, or one mark. Blanks are no tokens. */
export type Token = Span & { readonly text: string; readonly kind: 'word' | 'number' | 'mark' };

const pattern = /(\p{Nd}+(?:[.,:\u00a0\u202f]\p{Nd}+)*)|([\p{L}\p{M}\p{Nd}\u200c\u200d]+)|\S/gu;

/**
 * Cuts a text into tokens. A French elision is a word and a mark (`l`, `’`, `Azerbaïdjan`), and so is a hyphenated compound; numbers keep
 * their separators (`30.000`, `3,4`, `14:30`). Linear in the length of the text.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: found, 1: number, 2: word, index: start } of matchesOf(text, pattern)) {
    const kind = number !== undefined ? 'number' : word !== undefined ? 'word' : 'mark';
    tokens.push({ text: found, kind, start, end: start + found.length });
  }
  return tokens;
}

/** The tokens of a text without their places, for whoever needs no more: several times as fast as {@link tokenize}. */
export function tokenTexts(text: string): readonly string[] {
  return text.match(pattern) ?? [];
}
