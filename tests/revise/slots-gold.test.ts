import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adapterTo } from '../../src/revise/adapt-words.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';

/** A sentence, the same with other facts, its reviewed translation, and what is to be proposed for it. */
type Pair = {
  readonly kind: string;
  readonly locale: string;
  readonly before: string;
  readonly now: string;
  readonly reviewed: string;
  /** Ways that are equally right; none: nothing may be proposed. */
  readonly right: readonly string[];
};

const folder = new URL('../gold/slots/', import.meta.url);
const termbase = createTermbase(
  readTermsCsv(readFileSync(new URL('glossary.csv', folder), 'utf8'), 'glossary.csv'),
);
function pairsOf(file: string): readonly Pair[] {
  return readFileSync(new URL(file, folder), 'utf8')
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line): Pair => {
      const [kind = '', locale = '', before = '', now = '', reviewed = '', right = ''] = line.split('\t');
      return { kind, locale, before, now, reviewed, right: right === '-' ? [] : right.split(' | ') };
    });
}

function proposed({ locale, before, now, reviewed }: Pair): string | undefined {
  return adapterTo(now, { source: 'fr', target: locale, termbase })(before, reviewed)?.text;
}

function isRight(pair: Pair): boolean {
  const text = proposed(pair);
  return text === undefined ? pair.right.length === 0 : pair.right.includes(text);
}

/** By kind, how many of how many pairs are right; and those that are not. */
function judged(pairs: readonly Pair[]) {
  const rates = Object.fromEntries(
    Array.from(
      Map.groupBy(pairs, ({ kind }) => kind),
      ([kind, all]) => [kind, [all.filter(isRight).length, all.length]],
    ),
  );
  const wrong = pairs.filter((pair) => !isRight(pair)).map((pair) => ({ ...pair, proposed: proposed(pair) }));
  return { rates, wrong };
}

describe('the gold of changed facts', () => {
  const pairs = pairsOf('pairs.tsv');

  it('has a hundred pairs in five languages, of every kind', () => {
    expect(pairs).toHaveLength(100);
    expect(new Set(pairs.map(({ kind }) => kind))).toEqual(
      new Set(['number', 'date', 'time', 'name', 'mixed']),
    );
    expect([...new Set(pairs.map(({ locale }) => locale))].sort()).toEqual(['de', 'en', 'es', 'pt', 'ru']);
  });

  it('is proposed rightly in at least 95 of 100, and wrongly in at most one', () => {
    const { rates, wrong } = judged(pairs);
    const told = JSON.stringify({ rates, wrong }, null, 1);
    expect(wrong.length, told).toBeLessThanOrEqual(5);
    expect(wrong.filter((pair) => pair.proposed !== undefined).length, told).toBeLessThanOrEqual(1);
  });
});

describe('the pairs that were written after the rules', () => {
  it.each(['fresh.tsv', 'later.tsv'])('in %s are proposed rightly in at least 95 of 100', (file) => {
    const pairs = pairsOf(file);
    const { rates, wrong } = judged(pairs);
    expect(wrong.length / pairs.length, JSON.stringify({ rates, wrong }, null, 1)).toBeLessThanOrEqual(0.05);
  });
});
