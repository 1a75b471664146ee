/**
 * Every place at which a pattern with the flag `g` matches, in order. The same as `matchAll`, which makes a new expression each time: that
 * costs more than to look through a sentence.
 *
 * @param pattern one that matches no empty text
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) matches.push(match);
  return matches;
}
