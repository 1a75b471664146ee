import { tokenTexts } from '../text/tokens.ts';
import { wordingOf } from '../text/wording.ts';
import type { TokenOrder } from './token-order.ts';

/** A source text made ready to be compared: built once for each query. */
export type Sentence = {
  /**
   * What exactness compares. A sentence typed with ’ or with a blank that does not break is exactly the one typed without; one with
   * another letter, case, number or mark is not.
   */
  readonly wording: string;
  /** The tokens in reading order, as numbers of a {@link TokenOrder}; what similarity compares. */
  readonly tokens: Int32Array;
};

/** The tokens of a wording, case folded. */
export function foldedTokens(wording: string): readonly string[] {
  return tokenTexts(wording.toLowerCase());
}

/** Makes a query ready. Tokens that the order does not know are rarer than all it knows, and equal only to themselves. */
export function readSentence(text: string, order: TokenOrder): Sentence {
  const wording = wordingOf(text);
  const strangers = new Map<string, number>();
  const numbers = foldedTokens(wording).map((token) => {
    const known = order.numberOf(token) ?? strangers.get(token);
    if (known !== undefined) return known;
    const stranger = rarest - strangers.size;
    strangers.set(token, stranger);
    return stranger;
  });
  return { wording, tokens: Int32Array.from(numbers) };
}

/** The highest number a token can have. */
const rarest = 0x7fff_ffff;
/** From here up are strangers: no text has as many tokens, and no index comes near it. */
const firstStranger = 0x7000_0000;

/** Whether a number is that of a token that no sentence of the index has. */
export function isStranger(token: number): boolean {
  return token >= firstStranger;
}
