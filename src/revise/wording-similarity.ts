import { foldedTokens } from '../memory/sentence.ts';
import { similarity } from '../memory/similarity.ts';
import { wordingOf } from '../text/wording.ts';

/** How alike two texts are in their tokens, 0 to 100. */
export function wordingSimilarity(left: string, right: string): number {
  return likeness()(left, right);
}

/** The similarity of two texts, 0 to 100; for many of them, for each text is cut into tokens once. */
export function likeness(): (left: string, right: string) => number {
  const numbers = new Map<string, number>();
  const known = new Map<string, Int32Array>();
  const tokensOf = (text: string): Int32Array => {
    const tokens = known.get(text) ?? Int32Array.from(foldedTokens(wordingOf(text)).map(numberOf));
    known.set(text, tokens);
    return tokens;
  };
  const numberOf = (token: string): number => {
    const number = numbers.get(token) ?? numbers.size + 1;
    numbers.set(token, number);
    return number;
  };
  return (left, right) => similarity(tokensOf(left), tokensOf(right));
}
