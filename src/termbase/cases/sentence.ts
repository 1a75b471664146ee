import type { TermMatch } from '../match.ts';

/** A word of a sentence, or a name of the termbase as a whole. */
export type Item = {
  readonly text: string;
  readonly lower: string;
  /** What stands between it and the item before: blanks and marks. */
  readonly gap: string;
  readonly match?: TermMatch;
};

const word = /[\p{L}\p{M}\p{Nd}]+(?:[-‑’'.][\p{L}\p{M}\p{Nd}]+)*/gu;

/** Cuts a sentence into its words, the names in one piece, in the order of the text. The last item is empty: its gap is what follows them all. */
export function itemsOf(text: string, matches: readonly TermMatch[]): readonly Item[] {
  const items: Item[] = [];
  let end = 0;
  const add = (start: number, stop: number, match?: TermMatch): void => {
    const own = text.slice(start, stop);
    items.push({ text: own, lower: own.toLowerCase(), gap: text.slice(end, start), ...(match && { match }) });
    end = stop;
  };
  const addWords = (from: number, to: number): void => {
    for (const { 0: own, index } of text.slice(from, to).matchAll(word)) {
      add(from + index, from + index + own.length);
    }
  };
  for (const match of matches) {
    addWords(end, match.start);
    add(match.start, match.end, match);
  }
  addWords(end, text.length);
  items.push({ text: '', lower: '', gap: text.slice(end) });
  return items;
}

/** Whether nothing but a blank stands before an item. */
export function isDirect({ gap }: Item): boolean {
  return /^[ \u00a0\u202f]$/u.test(gap);
}

/** A sentence of more words is no sentence of a wire: nothing is said of it, so that no text costs more than its length. */
export const maxItems = 250;
