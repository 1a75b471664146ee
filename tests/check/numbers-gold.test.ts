import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { numberExtra, numberMissing } from '../../src/check/numbers.ts';
import { numberSwapped } from '../../src/check/swapped-numbers.ts';
import { termbase, unitOf } from './fixture.ts';

/** A sentence, its translation, and whether every number, date, time and unit of it is right. */
type Pair = { readonly right: boolean; readonly source: string; readonly target: string };

const folder = new URL('../gold/numbers/', import.meta.url);

const golds = readdirSync(folder).map((file): { to: string; pairs: Pair[] } => ({
  to: file.replace(/^fr-|\.tsv$/gu, ''),
  pairs: readFileSync(new URL(file, folder), 'utf8').trim().split('\n').map(pairOfLine),
}));

function pairOfLine(line: string): Pair {
  const [label = '', source = '', target = ''] = line.split('\t');
  return { right: label === 'ok', source, target };
}

function isFlagged({ source, target }: Pair, to: string): boolean {
  const context = { source: 'fr', target: to, termbase };
  const unit = unitOf([to, source, target]);
  return [numberMissing, numberExtra, numberSwapped].some((check) => check.run(unit, context).length > 0);
}

/** What the checks say of these pairs against their labels, with the pairs they err on. */
function measure(golds: readonly { to: string; pairs: readonly Pair[] }[]) {
  const judged = golds.flatMap(({ to, pairs }) =>
    pairs.map((pair) => ({ pair, flagged: isFlagged(pair, to) })),
  );
  const found = judged.filter(({ pair, flagged }) => flagged && !pair.right).length;
  const missed = judged.filter(({ pair, flagged }) => !flagged && !pair.right).map(({ pair }) => pair);
  const falseAlarms = judged.filter(({ pair, flagged }) => flagged && pair.right).map(({ pair }) => pair);
  return {
    precision: found / (found + falseAlarms.length),
    recall: found / (found + missed.length),
    missed,
    falseAlarms,
  };
}

it('raises nothing in correct sentences that say numbers in other ways', () => {
  const file = new URL('../gold/correct-numbers.tsv', import.meta.url);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(60);
  const flagged = lines.filter((line) => {
    const [to = '', source = '', target = ''] = line.split('\t');
    return isFlagged({ right: true, source, target }, to);
  });
  expect(flagged).toEqual([]);
});

describe('the gold of numbers', () => {
  it('has sixty pairs or more for each of six languages, about half of them wrong, none twice', () => {
    expect(golds.map(({ to }) => to).sort()).toEqual(['de', 'en', 'es', 'it', 'pt', 'ru']);
    for (const { pairs } of golds) {
      const wrong = pairs.filter(({ right }) => !right).length;
      expect(pairs.length).toBeGreaterThanOrEqual(60);
      expect(Math.abs(wrong / pairs.length - 0.5)).toBeLessThan(0.1);
      expect(new Set(pairs.map(({ source, target }) => `${source}\t${target}`)).size).toBe(pairs.length);
      for (const { source, target } of pairs) expect([source, target]).not.toContain('');
    }
  });

  it.each(golds)('is told right from wrong into $to', ({ to, pairs }) => {
    const { precision, recall, ...errors } = measure([{ to, pairs }]);
    expect(precision, JSON.stringify(errors, null, 2)).toBeGreaterThanOrEqual(0.98);
    expect(recall, JSON.stringify(errors, null, 2)).toBeGreaterThanOrEqual(0.98);
  });

  it('is told right from wrong over all languages', () => {
    const { precision, recall } = measure(golds);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.98);
  });
});
