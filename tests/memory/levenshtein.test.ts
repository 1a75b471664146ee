import fc from 'fast-check';
import { expect, it } from 'vitest';
import { levenshtein } from '../../src/memory/levenshtein.ts';
import { similarity } from '../../src/memory/similarity.ts';

/** The textbook's matrix, a row at a time. */
function plain(left: readonly number[], right: readonly number[]): number {
  let row = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (const [index, token] of left.entries()) {
    const next = [index + 1];
    for (const [column, other] of right.entries()) {
      const replaced = (row[column] ?? 0) + (token === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

const tokens = (maxLength: number) => fc.array(fc.integer({ min: 1, max: 6 }), { maxLength, size: 'max' });

it.each([8, 33, 100])('is the distance of the textbook, up to %i tokens', (maxLength) => {
  fc.assert(
    fc.property(tokens(maxLength), tokens(maxLength), (left, right) => {
      expect(levenshtein(Int32Array.from(left), Int32Array.from(right))).toBe(plain(left, right));
    }),
    { numRuns: 300 },
  );
});

it.each([31, 32, 33, 63, 64, 65, 96])('is right where machine words end: %i tokens', (length) => {
  const left = Int32Array.from({ length }, (_, index) => index);
  const right = left.slice().reverse();
  expect(levenshtein(left, right)).toBe(plain([...left], [...right]));
  expect(levenshtein(left, left.subarray(1, -1))).toBe(2);
});

it('scores by the longer length, in whole points rounded down', () => {
  const score = (left: number[], right: number[]) =>
    similarity(Int32Array.from(left), Int32Array.from(right));
  expect(score([1, 2, 3], [1, 2])).toBe(66);
  expect(score([1, 2, 3], [1, 2, 3])).toBe(100);
  expect(score([1], [2, 3])).toBe(0);
});
