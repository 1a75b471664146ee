/**
 * A pattern that takes the letters of `words` in either case: `[Mm][Aa][Ii]`.
 *
 * `(?i:avril|mai)` will not do: in a process that has made about a megabyte of code from expressions V8 stops optimizing them, and then
 * misses `MAI`.
 *
 * @param words a pattern without escapes: `avril|mai|ao[ûu]t`
 */
export function eitherCase(words: string): string {
  const both = (letters: string): string => `[${letters.toUpperCase()}${letters.toLowerCase()}]`;
  return `(?:${words.replace(/\[(\p{L}+)\]|\p{L}/gu, (letter, several?: string) => both(several ?? letter))})`;
}
