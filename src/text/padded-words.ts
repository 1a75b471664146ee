import { foldTypography } from './fold.ts';
import { tokenize } from './tokens.ts';

/** The words and marks of a text in lower case, a blank on either side of each: one text holds another where its words are in a row there. */
export function paddedWords(text: string): string {
  const tokens = tokenize(foldTypography(text)).map((token) => token.text.toLowerCase());
  return ` ${tokens.join(' ')} `;
}
