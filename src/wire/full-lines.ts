import type { Join } from './joins.ts';
import type { LineBreak } from './line-break.ts';
import type { PhysicalLine } from './physical-lines.ts';
import { innerSentenceEnds } from './sentence-end.ts';

/**
 * Decides the lines that end a sentence and are full. Read as a paragraph's end, such a line leaves paragraphs of some lengths; read as
 * a line of one paragraph, one of another length. What the sure paragraphs of the same dispatch make likelier is taken.
 *
 * @param decided for each join: a break that is sure, `full` for a line to decide, or no break
 */
export function fullLineBreaks(
  lines: readonly PhysicalLine[],
  joins: readonly Join[],
  decided: readonly (LineBreak | 'full' | undefined)[],
): (LineBreak | undefined)[] {
  const pieces = piecesOf(lines, joins, decided);
  const likelihood = likelihoodOf(pieces);
  const breaks = decided.map((found) => (found === 'full' ? undefined : found));
  let sentences = 0;
  pieces.forEach((piece, at) => {
    sentences += piece.sentences;
    const next = pieces[at + 1];
    if (!next || !piece.isOpen) {
      sentences = 0;
      return;
    }
    const split = likelihood(sentences) * likelihood(next.sentences);
    const chance = split / (split + likelihood(sentences + next.sentences));
    if (chance < 0.5) return;
    breaks[piece.last] = { reason: 'full-line', confidence: chance };
    sentences = 0;
  });
  return breaks;
}

/** Lines between two places where a paragraph ends or may end. */
type Piece = {
  readonly sentences: number;
  /** Index of its last line. */
  readonly last: number;
  /** Whether it is to be decided that a paragraph ends behind it. */
  readonly isOpen: boolean;
};

function piecesOf(
  lines: readonly PhysicalLine[],
  joins: readonly Join[],
  decided: readonly (LineBreak | 'full' | undefined)[],
): Piece[] {
  const pieces: Piece[] = [];
  let sentences = 0;
  lines.forEach((line, last) => {
    sentences += innerSentenceEnds(line.text);
    const found = decided[last];
    const isLast = last === lines.length - 1;
    if (found || isLast) {
      pieces.push({ sentences: sentences + 1, last, isOpen: found === 'full' });
      sentences = 0;
    } else if (joins[last]?.end === 'yes') {
      sentences += 1;
    }
  });
  return pieces;
}

/** How likely a paragraph of so many sentences is: by the sure paragraphs here, and before any is seen by the manner of the wires. */
function likelihoodOf(pieces: readonly Piece[]): (sentences: number) => number {
  const counts = new Map<number, number>();
  let total = 0;
  pieces.forEach((piece, at) => {
    if (piece.isOpen || pieces[at - 1]?.isOpen) return;
    counts.set(piece.sentences, (counts.get(piece.sentences) ?? 0) + 1);
    total += 1;
  });
  return (sentences) =>
    ((counts.get(sentences) ?? 0) + priorWeight * prior(sentences)) / (total + priorWeight);
}

/** In paragraphs. */
const priorWeight = 10;

function prior(sentences: number): number {
  return usualShares[sentences - 1] ?? Math.max(leastShare, 0.03 * 0.3 ** (sentences - usualShares.length));
}

/** Above zero, so that two endless paragraphs can still be compared. */
const leastShare = 1e-12;

/** Shares of paragraphs with one, two, three and four sentences. */
const usualShares = [0.5, 0.33, 0.12, 0.04];
