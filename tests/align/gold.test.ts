import { describe, expect, it } from 'vitest';
import { disturbed, pairsOf, stories } from './disturbed.ts';
import { handMade } from './hand-made.ts';
import { f1Of, scoreOf, sumOf } from './score.ts';

/** Not those that the constants of the room were set on, which begin at 101. */
const seeds = [1, 2, 3, 4, 5];
const scores = new Map(
  ['en', 'de', 'es', 'pt', 'ar'].map((locale) => [
    locale,
    sumOf(seeds.map((seed) => scoreOf(disturbed(locale, seed)))),
  ]),
);

describe('translations with sentences merged, split, left out, put in and swapped', () => {
  it.each([...scores])('are aligned in %s', (_, score) => {
    expect(score.gold).toBeGreaterThan(280);
    expect(f1Of(score)).toBeGreaterThanOrEqual(0.97);
  });

  it('have beads of a high confidence that are right', () => {
    const { judged } = sumOf([...scores.values()]);
    const confident = judged.filter(({ confidence }) => confidence >= 0.9);
    expect(confident.length / judged.length).toBeGreaterThan(0.85);
    expect(confident.filter(({ isRight }) => isRight).length / confident.length).toBeGreaterThanOrEqual(0.99);
  });

  it('are less sure of beads that are wrong', () => {
    const { judged } = sumOf([...scores.values()]);
    const mean = (wanted: boolean) => {
      const some = judged.filter(({ isRight }) => isRight === wanted);
      return some.reduce((all, { confidence }) => all + confidence, 0) / some.length;
    };
    expect(mean(true)).toBeGreaterThan(0.95);
    expect(mean(false)).toBeLessThan(0.8);
  });
});

describe('stories of six to eight sentences, which teach next to nothing themselves', () => {
  const f1 = (score: (story: ReturnType<typeof handMade>[number]) => ReturnType<typeof scoreOf>) =>
    f1Of(sumOf(handMade().map(score)));
  const alone = f1(({ gold }) => scoreOf(gold));
  const taught = f1(({ gold }) => {
    const { locale } = gold.target;
    return scoreOf(gold, { known: stories.flatMap((story) => pairsOf(story, locale)) });
  });

  it('are aligned less well', () => {
    expect(handMade()).toHaveLength(10);
    expect(alone).toBeGreaterThanOrEqual(0.8);
  });

  it('are aligned better with a memory of eighty sentences about other things', () => {
    expect(taught).toBeGreaterThan(alone);
    expect(taught).toBeGreaterThanOrEqual(0.85);
  });
});
