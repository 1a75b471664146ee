import type { Span } from '../model/span.ts';
import { matchesOf } from '../text/matches.ts';
import { defineTextCheck } from './check.ts';

export const unpairedBracket = defineTextCheck({
  id: 'unpaired-bracket',
  family: 'punctuation',
  severity: 'warning',
  describe: 'A bracket of the target has no partner, and the source has fewer such brackets.',
  example: {
    locale: 'en',
    source: 'Il est mort (à 81 ans).',
    target: 'He died (aged 81.',
    note: 'the bracket is not closed',
  },
  find({ source, text }) {
    const lonely = lonelyBrackets(text);
    if (lonely.length === 0) return [];
    return lonely.slice(lonelyBrackets(source).length, 5).map((at) => {
      const bracket = text.slice(at.start, at.end);
      return { message: `“${bracket}” has no partner`, target: at };
    });
  },
});

const brackets = /(?<![:;]-?)[()[\]]/gu;

/** Those left over when each closing bracket has taken the last open one of its kind; smileys are no brackets. */
function lonelyBrackets(text: string): Span[] {
  const waiting = new Map<string, number[]>([
    ['(', []],
    ['[', []],
  ]);
  const lonely: number[] = [];
  for (const { 0: bracket, index } of matchesOf(text, brackets)) {
    const opener = bracket === ')' ? '(' : bracket === ']' ? '[' : undefined;
    if (opener === undefined) waiting.get(bracket)?.push(index);
    else if (waiting.get(opener)?.pop() === undefined) lonely.push(index);
  }
  for (const open of waiting.values()) lonely.push(...open.slice(0, 20));
  return lonely
    .slice(0, 40)
    .sort((left, right) => left - right)
    .map((start) => ({ start, end: start + 1 }));
}
