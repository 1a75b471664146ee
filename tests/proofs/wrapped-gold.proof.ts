import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fOf, tFOf, wrappedGold } from '../wire/wrapped-gold.ts';

/** `npm run bench:reflow` goes through all 21 widths and both spacings; here the ends and the middle. */
const widths = [60, 70, 80];

describe('gold sentences of others, in paragraphs that were wrapped', () => {
  it.for<readonly [string, number]>([
    ['fr-gsd-dev.txt', 0.5],
    ['de-gsd-dev.txt', 0.5],
    ['es-gsd-dev.txt', 0.5],
    // A fifth of its sentences are headings and items without a stop; where one fills its line nothing tells it from copy that goes on.
    ['fr-sequoia-train.txt', 1],
  ])(
    '%s: F is at most %d below that of the paragraphs (needs ../shared/segmentation)',
    ([name, most], { skip }) => {
      const file = new URL(`../../../shared/segmentation/${name}`, import.meta.url);
      if (!existsSync(file)) skip(`../shared/segmentation/${name} is not here`);
      const gold = wrappedGold(readFileSync(file, 'utf8'), name.slice(0, 2), 1);
      for (const width of widths) {
        const single = gold.ingested(width, '\n');
        expect(gold.ingested(width, '\n\n')).toEqual(single);
        expect(fOf(single)).toBeGreaterThanOrEqual(fOf(gold.unwrapped) - most);
        expect(tFOf(single)).toBeGreaterThanOrEqual(tFOf(gold.unwrapped) - 0.5);
        expect(fOf(single)).toBeGreaterThanOrEqual(fOf(gold.byStops(width)));
      }
    },
  );
});
