import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tmxStretches } from '../../src/memory/tmx-edit.ts';

const parts = fc.array(
  fc.constantFrom(
    '<tu>',
    '<tu\n srclang="fr">',
    '</tu>',
    '</tu >',
    '<tuv>',
    '</tuv>',
    '<tux/>',
    'mot ',
    '🗞',
    '\n  ',
    '<t',
    'u>'.repeat(40),
  ),
  { maxLength: 40 },
);

it('cuts a file into units and what is between, whatever pieces it comes in, and loses nothing', () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 90 }), (words, size) => {
      const text = words.join('');
      const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'gu')) ?? [];
      const stretches = [...tmxStretches(pieces)];
      expect(stretches.map((stretch) => stretch.text).join('')).toBe(text);
      const units = stretches.filter(
        (stretch) => stretch.kind === 'unit' && /<\/tu\s*>$/u.test(stretch.text),
      );
      expect(units.map((unit) => unit.text)).toEqual(text.match(/<tu(?=[\s>])[\s\S]*?<\/tu\s*>/gu) ?? []);
      for (const stretch of stretches) expect(stretch.text.isWellFormed()).toBe(true);
    }),
  );
});
