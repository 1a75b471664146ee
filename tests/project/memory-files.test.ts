import { expect, it } from 'vitest';
import { telling } from '../../src/project/memory-files.ts';
import { entry } from '../memory/samples.ts';

it('tells now and then how many entries were read, over all files, and gives them all', () => {
  const file = (name: string, count: number) => ({
    name,
    hash: '1',
    entries: () => Array.from({ length: count }, () => entry({ from: name })),
  });
  const told: number[] = [];
  const files = telling([file('a.tmx', 4999), file('b.tmx', 7000)], (read) => told.push(read));
  const sizes = files.map(({ entries }) => [...entries()].length);
  expect(sizes).toEqual([4999, 7000]);
  expect(told).toEqual([5000, 10_000]);
});
