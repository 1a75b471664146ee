/** What an engine says in place of a term: `start` and `end` in its answer, and what stands before the term once it is hidden. */
export type OwnWords = {
  readonly start: number;
  readonly end: number;
  /** `del `, where it says `de la Vuelta` of the term and `del` of a word it does not know; undefined where nothing changes before it. */
  readonly before?: string;
};

/**
 * Finds the words of an engine for a term by comparing its answer with its answer to the same sentence with a placeholder in place of the
 * term: what differs is the term, and perhaps an article. Where more differs, the words on both sides of the placeholder are looked for.
 *
 * @param isArticle whether words are an article, with or without a preposition
 * @returns undefined where that is not sure
 */
export function ownWordsFor(
  answer: string,
  hidden: string,
  placeholder: string,
  isArticle: (words: string) => boolean,
): OwnWords | undefined {
  const [said, other] = [piecesOf(answer), piecesOf(hidden)];
  const at = other.indexOf(placeholder);
  if (at === -1 || other.lastIndexOf(placeholder) !== at) return undefined;
  const found = difference(said, other, at, isArticle) ?? betweenSameWords(said, other, at);
  if (!found) return undefined;
  const words = said.slice(found.from, found.to).join('');
  if (words.trim() === '' || foreign.test(words)) return undefined;
  const start = said.slice(0, found.from).join('').length;
  return { start, end: start + words.length, ...(found.before !== '' && { before: found.before }) };
}

/** What no term of a sentence has in it. */
const foreign = /[{}«»"“”;:!?]/u;

/** Pieces of an answer, and what stands before the placeholder in the other one. */
type Stretch = { readonly from: number; readonly to: number; readonly before: string };

function difference(
  said: readonly string[],
  other: readonly string[],
  at: number,
  isArticle: (words: string) => boolean,
): Stretch | undefined {
  let same = 0;
  while (same < at && said[same] === other[same]) same += 1;
  let tail = 0;
  const longest = Math.min(said.length - same, other.length - at - 1);
  while (tail < longest && said.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const before = other.slice(same, at).join('');
  if (tail < other.length - at - 1 || (before !== '' && !isArticle(before))) return undefined;
  return { from: same, to: said.length - tail, before };
}

/** Words and blanks on either side that must be the same, and stand in the answer once. */
const reach = 4;
/** As many as the longest terms have, blanks counted. */
const mostPieces = 24;

function betweenSameWords(
  said: readonly string[],
  other: readonly string[],
  at: number,
): Stretch | undefined {
  const left = other.slice(Math.max(0, at - reach), at);
  const right = other.slice(at + 1, at + 1 + reach);
  const starts = placesOf(said, left).filter((place) => left.length === reach || place === 0);
  const isAtEnd = (place: number) => right.length === reach || place + right.length === said.length;
  const [from, ...fromElsewhere] = starts.map((place) => place + left.length);
  if (from === undefined || fromElsewhere.length > 0) return undefined;
  const [to, ...toElsewhere] = placesOf(said, right).filter((place) => place >= from && isAtEnd(place));
  if (to === undefined || toElsewhere.length > 0 || to - from > mostPieces) return undefined;
  return { from, to, before: '' };
}

/** Where the wanted pieces stand in a row. */
function placesOf(pieces: readonly string[], wanted: readonly string[]): readonly number[] {
  const isAt = (place: number) => wanted.every((piece, index) => pieces[place + index] === piece);
  return Array.from({ length: pieces.length + 1 }, (_, place) => place).filter(isAt);
}

/** Placeholders, words, and every other sign by itself. */
function piecesOf(text: string): readonly string[] {
  return text.match(/\{\{\w+\}\}|[\p{L}\p{N}\p{M}]+|./gsu) ?? [];
}
