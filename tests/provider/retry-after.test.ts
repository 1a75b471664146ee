import { expect, it } from 'vitest';
import { parseRetryAfter } from '../../src/provider/retry-after.ts';

const now = Date.UTC(2020, 9, 21, 12, 0, 0);

it.each([
  ['0', 0],
  [' 120 ', 120_000],
  ['Wed, 21 Oct 2020 12:00:30 GMT', 30_000],
  ['Wed, 21 Oct 2020 11:00:00 GMT', 0],
  ['', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['2020', 2_020_000],
])('Retry-After %j asks to wait %j ms', (value, milliseconds) => {
  expect(parseRetryAfter(value, now)).toBe(milliseconds);
});
