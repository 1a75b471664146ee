import * as v from 'valibot';

export const whole = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
  );

export const positive = (most: number, description: string) =>
  v.pipe(
    v.number(),
    v.gtValue(0, 'must be more than 0'),
    v.maxValue(most, `must be at most ${most}`),
    v.description(description),
  );
