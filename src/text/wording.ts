import { foldTypography } from './fold.ts';

/**
 * What makes two typings of a sentence one wording: Unicode's canonical form, straight or curved apostrophes, hyphens and blanks
 * that break or do not, runs of blanks. Letters, case, numbers and all other marks count.
 */
export function wordingOf(text: string): string {
  return withPlainBlanks(foldTypography(text.normalize('NFC')));
}

/** A text in which every run of blanks is one plain blank, and none stands at an end. */
export function withPlainBlanks(text: string): string {
  return text.replace(blanks, ' ').trim();
}

/** Those that are not one plain blank already. */
const blanks = / \s+|[^\S ]\s*/gu;
