import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedView } from '../../src/text/joined-view.ts';

/** Lines of letters with one to three characters that belong to none between them, and the raw text they stand in. */
const copy = fc
  .array(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/u), fc.integer({ min: 1, max: 3 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((lines) => {
    let raw = '';
    const spans = lines.map(([line, gap]) => {
      raw += '\n'.repeat(gap);
      const start = raw.length;
      raw += line;
      return { start, end: raw.length };
    });
    return { raw: `${raw}\n`, spans };
  });

describe('physical lines read as one', () => {
  it('lead back from every stretch to the characters it was read from, in order', () => {
    fc.assert(
      fc.property(copy, fc.nat(90), fc.nat(90), ({ raw, spans }, from, length) => {
        const view = joinedView(raw, spans);
        const stretch = view.text.slice(from, from + length);
        const found = view.spansAt(from, from + length);
        expect(found.map(({ start, end }) => raw.slice(start, end)).join('')).toBe(
          stretch.replace(/ /gu, ''),
        );
        for (const [index, { start }] of found.entries())
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
      }),
    );
  });

  it('are asked for in no more time where there are many of them', () => {
    const lines = 100_000;
    const spans = Array.from({ length: lines }, (_, line) => ({ start: line * 4, end: line * 4 + 3 }));
    // At a cost that grows with the square this takes minutes, and the runner gives up.
    const view = joinedView('ab.\n'.repeat(lines), spans);
    for (let line = 0; line < lines; line += 1) view.spansAt(line * 4, line * 4 + 3);
  });
});
