import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { paragraphsOf } from './gold.ts';

/**
 * The F1 of boundaries between sentences that have final punctuation: recall leaves out gold sentences without final punctuation, which
 * no punctuation can find.
 */
function tF(documents: readonly (readonly string[])[], language: string): number {
  const segmenter = houseSegmenter(language);
  let [hit, extra, missed] = [0, 0, 0];
  const ends = (sentences: readonly string[]): number[] => {
    let length = 0;
    return sentences.map((sentence) => (length += sentence.replace(/\s+/gu, '').length)).slice(0, -1);
  };
  for (const gold of documents) {
    const wanted = ends(gold);
    const text = gold.join(' ');
    const found = ends(segmenter.cut(text).map(({ start, end }) => text.slice(start, end)));
    extra += found.filter((end) => !wanted.includes(end)).length;
    wanted.forEach((end, index) => {
      if (!/[.!?…][\s"'»”’)\]]*$/u.test(gold[index] ?? '')) return;
      if (found.includes(end)) hit += 1;
      else missed += 1;
    });
  }
  return (200 * hit) / (2 * hit + extra + missed);
}

describe('gold sentences of others', () => {
  it.for<readonly [string, number]>([
    ['fr-gsd-dev.txt', 99.4],
    ['fr-sequoia-train.txt', 99.5],
    ['en-ewt-dev.txt', 98.2],
    ['de-gsd-dev.txt', 99.8],
    ['es-gsd-dev.txt', 99.5],
  ])('tF on %s is at least %d (needs ../shared/segmentation)', ([name, least], { skip }) => {
    const file = new URL(`../../../shared/segmentation/${name}`, import.meta.url);
    if (!existsSync(file)) skip(`../shared/segmentation/${name} is not here`);
    expect(tF(paragraphsOf(readFileSync(file, 'utf8')), name.slice(0, 2))).toBeGreaterThanOrEqual(least);
  });
});
