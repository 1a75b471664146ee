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
  '7 km ',
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

/** Seconds that a hundred thousand units of a text may take, and ten times as many: a hundred times more than they do. */
const patience = 20;

describe.each(checks)('$id takes linear time', (check) => {
  it.each(parts)('on a line of %j', (part) => {
    for (const size of [100_000, 1_000_000]) {
      const text = part.repeat(Math.ceil(size / part.length));
      const [from, to] = directions[(part.charCodeAt(0) + size) % directions.length] ?? ['fr', 'en'];
      const start = process.cpuUsage();
      issuesOf(check, [to, `Oui. ${text}x`, `${text}x.`, from]);
      issuesOf(check, [to, 'Une trêve de 3,4 km a échoué.', text, from]);
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1e6).toBeLessThan(patience);
    }
  });
});
