/** A text as Apertium's pipeline reads it, and the pieces that words of ours stand for. */
export type Streamed = { readonly stream: string; readonly kept: readonly string[] };

/**
 * A text in Apertium's stream format, ended by a blank of its own that holds its number. Without a blank behind it Apertium drops a final
 * full stop; with it each answer tells which text it is of.
 *
 * Placeables, placeholders of names, addresses, signs of the stream and what looks like a word of ours go out as words that no dictionary
 * has: an unknown word comes back as it is, and stands in a sentence like a name. In braces, or as a blank, it may come back elsewhere.
 * Ligatures are taken apart: not every French dictionary has `œuvre`, and all have `oeuvre`.
 */
export function toStream(text: string, number: number): Streamed {
  const kept: string[] = [];
  const worded = text.replaceAll('\0', ' ').replace(keptPieces, (piece) => {
    kept.push(piece);
    return wordFor(kept.length - 1);
  });
  const plain = worded.normalize('NFC').replace(/[œŒ]/gu, (letter) => (letter === 'œ' ? 'oe' : 'Oe'));
  return { stream: `${plain.replace(special, '\\$&')}[;${number}]`, kept };
}

/** The text and the number of an answer; undefined for an answer with no number, or with several. */
export function fromStream(stream: string): { readonly number: number; readonly text: string } | undefined {
  const numbers: number[] = [];
  const text = stream.replace(signs, (_, sign: string | undefined, number: string | undefined) => {
    if (number !== undefined) numbers.push(Number(number));
    return sign ?? '';
  });
  const [number, ...more] = numbers;
  return number === undefined || more.length > 0 ? undefined : { number, text };
}

/** An escaped sign, the blank with the number, or the bracket of another blank. */
const signs = /\\(.)|\[;(\d+)\]|[[\]]/gsu;

/** Puts back what words of ours stand for. */
export function withKept(text: string, kept: readonly string[]): string {
  return text.replace(ourWord, (word, digits: string) => kept[numberOf(digits)] ?? word);
}

const ourWord = /xqw([bcdfghjklm]{1,5})q/giu;

const keptPieces = new RegExp(
  [
    ourWord.source,
    String.raw`\{\{[^{}]*\}\}`,
    String.raw`\$t\([^()]*\)`,
    String.raw`https?://[^\s<>"«»“”]*[\p{L}\p{Nd}/]`,
    String.raw`(?<![\p{L}\p{Nd}._%+-])[\p{L}\p{Nd}._%+-]+@[\p{L}\p{Nd}-]+(?:\.[\p{L}\p{Nd}-]+)+`,
    String.raw`[\^\\~$@<>{}]+`,
  ].join('|'),
  'giu',
);

/** What else means something in the stream. Of most such signs Apertium loses one that stands at the wrong place, or hangs: they are kept. */
const special = /[[\]/]/gu;

const letters = 'bcdfghjklm';

/** `12` → `Xqwcdq`: digits are letters, for a number would be cut off as a word of its own. */
function wordFor(number: number): string {
  return `Xqw${Array.from(String(number), (digit) => letters[Number(digit)] ?? '').join('')}q`;
}

function numberOf(digits: string): number {
  return Number(Array.from(digits.toLowerCase(), (letter) => letters.indexOf(letter)).join(''));
}
