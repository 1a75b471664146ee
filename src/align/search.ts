import { type Bead, shapes } from './bead.ts';
import type { Corridor } from './corridor.ts';
import type { Evidence } from './evidence.ts';
import type { Model } from './model.ts';

/**
 * The likeliest way through a corridor, and how likely each of its beads is, over all ways there are (forward and backward sums).
 * Time and memory are proportional to the corridor.
 */
export function search({ low, high }: Corridor, evidence: Evidence, alone: Model['alone']): Bead[] {
  const priors = shapes.map(({ source, target, share }) =>
    Math.log(target === 0 ? alone.source : source === 0 ? alone.target : share),
  );
  const rows = low.length;
  const offsets = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row += 1)
    offsets[row + 1] = (offsets[row] ?? 0) + (high[row] ?? 0) - (low[row] ?? 0) + 1;
  const cells = offsets[rows] ?? 0;
  const isIn = (row: number, column: number) =>
    row >= 0 && row < rows && column >= (low[row] ?? 0) && column <= (high[row] ?? 0);
  const cellAt = (row: number, column: number) => (offsets[row] ?? 0) + column - (low[row] ?? 0);

  // By the cell a bead ends in, and its shape.
  const scores = new Float32Array(cells * shapes.length).fill(Number.NEGATIVE_INFINITY);
  const best = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  const chosen = new Int8Array(cells).fill(-1);
  const forward = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  best[0] = 0;
  forward[0] = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = low[row] ?? 0; column <= (high[row] ?? 0); column += 1) {
      const cell = cellAt(row, column);
      for (const [shape, { source, target }] of shapes.entries()) {
        if (!isIn(row - source, column - target)) continue;
        const previous = cellAt(row - source, column - target);
        if (best[previous] === Number.NEGATIVE_INFINITY) continue;
        const words =
          source === 0 || target === 0 ? 0 : evidence(row - source, source, column - target, target);
        const score = (priors[shape] ?? 0) + words;
        scores[cell * shapes.length + shape] = score;
        forward[cell] = logSum(forward[cell] ?? 0, (forward[previous] ?? 0) + score);
        if ((best[previous] ?? 0) + score <= (best[cell] ?? 0)) continue;
        best[cell] = (best[previous] ?? 0) + score;
        chosen[cell] = shape;
      }
    }
  }

  const backward = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  backward[cells - 1] = 0;
  const whole = forward[cells - 1] ?? 0;
  const aloneInSource = new Float64Array(rows);
  const aloneInTarget = new Float64Array((high[rows - 1] ?? 0) + 1);
  const likelihood = (cell: number, previous: number, shape: number) =>
    Math.exp(
      (forward[previous] ?? 0) + (scores[cell * shapes.length + shape] ?? 0) + (backward[cell] ?? 0) - whole,
    );
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = high[row] ?? 0; column >= (low[row] ?? 0); column -= 1) {
      const cell = cellAt(row, column);
      if (backward[cell] === Number.NEGATIVE_INFINITY) continue;
      for (const [shape, { source, target }] of shapes.entries()) {
        const score = scores[cell * shapes.length + shape] ?? 0;
        if (score === Number.NEGATIVE_INFINITY) continue;
        const previous = cellAt(row - source, column - target);
        backward[previous] = logSum(backward[previous] ?? 0, (backward[cell] ?? 0) + score);
        // That a sentence stands alone is one fact, wherever on the other side it stands alone.
        if (target === 0)
          aloneInSource[row - 1] = (aloneInSource[row - 1] ?? 0) + likelihood(cell, previous, shape);
        if (source === 0)
          aloneInTarget[column - 1] = (aloneInTarget[column - 1] ?? 0) + likelihood(cell, previous, shape);
      }
    }
  }

  const beads: Bead[] = [];
  let [row, column] = [rows - 1, high[rows - 1] ?? 0];
  while (row > 0 || column > 0) {
    const cell = cellAt(row, column);
    const shape = shapes[chosen[cell] ?? -1];
    if (!shape) break;
    const [fromRow, fromColumn] = [row - shape.source, column - shape.target];
    const confidence =
      shape.target === 0
        ? aloneInSource[fromRow]
        : shape.source === 0
          ? aloneInTarget[fromColumn]
          : likelihood(cell, cellAt(fromRow, fromColumn), chosen[cell] ?? 0);
    beads.push({
      source: { start: fromRow, end: row },
      target: { start: fromColumn, end: column },
      confidence: Math.min(1, Math.max(0, confidence ?? 0)),
    });
    [row, column] = [fromRow, fromColumn];
  }
  return beads.reverse();
}

function logSum(left: number, right: number): number {
  if (left === Number.NEGATIVE_INFINITY) return right;
  const [more, less] = left > right ? [left, right] : [right, left];
  if (more - less > 40) return more;
  return more + Math.log1p(Math.exp(less - more));
}
