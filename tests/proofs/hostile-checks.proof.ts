import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../src/check/check.ts';
import { checks } from '../../src/check/checks.ts';
import { issuesOf } from '../check/fixture.ts';

/** What makes a careless pattern look at every place again from every place before it. */
const parts = [
  'a',
  'Aa',
  ' ',
  'a ',
  '\u00a0.',
  '"“« ',
  "l'",
  '1.000 ',
  '1',
  '7 ',
  '(7 ',
  '7 km ',
  '7 morts, 8 blessés, ',
  'OSCE ',
  '21 octobre, ',
  '{{',
  '{n, plural, one {',
  '{n, plural, one {# a} other {# b}} ',
  '<a ',
  'a@a.',
  '%s$t(',
  '(',
  ')(',
  '...',
  '-- ',
  '/',
  '¿?',
  'Ã©',
  'Ø§',
  'aж',
  '\u2066',
  'e\u0301',
  'لا ',
  'ne pas ',
  'n’a ',
  'n’a-a-',
  'ne a’',
  'dans la ville ',
  'AFP ',
  '$ €',
  '\n',
];

const directions: readonly (readonly [CheckContext['source'], CheckContext['target']])[] = [
  ['fr', 'en'],
  ['en', 'fr'],
  ['fr', 'ar'],
  ['fr', 'es'],
  ['fr', 'ru'],
];

/** In milliseconds: a hundred times what the million units take. What is not linear is far beyond it, and the runner gives up on it. */
const patience = 60_000;

describe.each(checks)('$id takes linear time', (check) => {
  it.each(parts)('on a line of %j', { timeout: patience }, (part) => {
    for (const size of [100_000, 1_000_000]) {
      const text = part.repeat(Math.ceil(size / part.length));
      const [from, to] = directions[(part.charCodeAt(0) + size) % directions.length] ?? ['fr', 'en'];
      const found = issuesOf(check, [to, `Oui. ${text}x`, `${text}x.`, from]);
      const others = issuesOf(check, [to, 'Une trêve de 3,4 km a échoué.', text, from]);
      expect([...found, ...others].every((issue) => issue.check === check.id)).toBe(true);
    }
  });
});
