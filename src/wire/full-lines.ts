import type { FoundBreak } from './break-behind.ts';
import type { Join } from './joins.ts';
import type { PhysicalLine } from './physical-lines.ts';
import { isInQuotation } from './quotation.ts';
import { goesBack, innerSentenceEnds } from './sentence-end.ts';

/**
 * Decides the lines that end a sentence and are full. Read as a paragraph's end, such a line leaves paragraphs of some sizes; read as
 * a line of one paragraph, one of another size. What the sure paragraphs of the same dispatch make likelier is taken. Nothing ends
 * inside a quotation, unless the next paragraph takes it up with a mark of its own.
 *
 * @param decided for each join: a break that is sure, `full` for a line to decide, or no break
 */
export function fullLineBreaks(
  lines: readonly PhysicalLine[],
  joins: readonly Join[],
  decided: readonly (FoundBreak | 'full' | undefined)[],
): (FoundBreak | undefined)[] {
  const pieces = piecesOf(lines, joins, decided);
  const breaks = decided.map((found) => (found === 'full' ? undefined : found));
  const inBody = likelihoodOf(pieces);
  let isLead = true;
  let size = nothing;
  pieces.forEach((piece, at) => {
    size = sum(size, piece);
    const next = pieces[at + 1];
    if (!next || piece.end === 'quotation') return;
    if (piece.end === 'full') {
      const likelihood = isLead ? inLead : inBody;
      const split = likelihood(size) * inBody(next) * (next.goesBack ? shareThatGoesBack : 1);
      const chance = split / (split + likelihood(sum(size, next)));
      if (chance < 0.5) return;
      breaks[piece.last] = { reason: 'full-line', confidence: chance };
    }
    isLead = false;
    size = nothing;
  });
  return breaks;
}

/** Of a paragraph or a part of one. */
type Size = { readonly sentences: number; readonly characters: number };

const nothing: Size = { sentences: 0, characters: 0 };

function sum(a: Size, b: Size): Size {
  return { sentences: a.sentences + b.sentences, characters: a.characters + b.characters };
}

/** Lines between two places where a paragraph ends or may end. */
type Piece = Size & {
  /** Index of its last line. */
  readonly last: number;
  /** Whether a paragraph ends behind it: for sure; that is to be decided; or not, because a quotation goes on. */
  readonly end: 'sure' | 'full' | 'quotation';
  /** Whether it begins with a word for something before it. */
  readonly goesBack: boolean;
};

function piecesOf(
  lines: readonly PhysicalLine[],
  joins: readonly Join[],
  decided: readonly (FoundBreak | 'full' | undefined)[],
): Piece[] {
  const pieces: Piece[] = [];
  const quoted = isInQuotation(lines, decided);
  let first = 0;
  let size = nothing;
  lines.forEach((line, last) => {
    const end = decided[last] ?? (last === lines.length - 1 ? 'last' : undefined);
    const sentences = innerSentenceEnds(line.text) + (end || joins[last]?.end === 'yes' ? 1 : 0);
    size = sum(size, { sentences, characters: line.text.length + 1 });
    if (!end) return;
    const opening = lines[first]?.text ?? '';
    pieces.push({
      sentences: size.sentences,
      characters: isShortByNature(opening, line.text)
        ? Math.max(size.characters, usualLength)
        : size.characters,
      last,
      end: end !== 'full' ? 'sure' : quoted[last] ? 'quotation' : 'full',
      goesBack: goesBack(opening),
    });
    size = nothing;
    first = last + 1;
  });
  return pieces;
}

/** What announces a list, and a remark in parentheses. */
function isShortByNature(firstLine: string, lastLine: string): boolean {
  return lastLine.endsWith(':') || firstLine.startsWith('(');
}

/** How likely a paragraph of a size is: by the sure paragraphs here, and before any is seen by the manner of the wires. */
function likelihoodOf(pieces: readonly Piece[]): (size: Size) => number {
  const counts = new Map<number, number>();
  let total = 0;
  pieces.forEach((piece, at) => {
    if (piece.end !== 'sure' || (pieces[at - 1]?.end ?? 'sure') !== 'sure') return;
    counts.set(piece.sentences, (counts.get(piece.sentences) ?? 0) + 1);
    total += 1;
  });
  return ({ sentences, characters }) => {
    const count = (counts.get(sentences) ?? 0) + priorWeight * shareOf(sentences, usualShares);
    return (count / (total + priorWeight)) * Math.min(1, characters / usualLength);
  };
}

/** The first paragraph is the lead, which says it all in one sentence. */
function inLead({ sentences, characters }: Size): number {
  return shareOf(sentences, leadShares) * Math.min(1, characters / usualLength);
}

/** In paragraphs. */
const priorWeight = 10;

/** In characters: shorter paragraphs are rarer than the count of their sentences says, in step with their length. */
const usualLength = 120;

/** How much rarer a paragraph begins with `Il` or `Cette` than a sentence inside one. */
const shareThatGoesBack = 0.5;

function shareOf(sentences: number, shares: readonly number[]): number {
  return shares[sentences - 1] ?? Math.max(leastShare, 0.03 * 0.3 ** (sentences - shares.length));
}

/** Above zero, so that two endless paragraphs can still be compared. */
const leastShare = 1e-12;

/** Shares of paragraphs with one, two, three and four sentences. */
const usualShares = [0.5, 0.33, 0.12, 0.04];
const leadShares = [0.85, 0.12, 0.03];
