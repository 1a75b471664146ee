import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/align/align.ts';
import { type Bead, shapeOf } from '../../src/align/bead.ts';
import { soundOf } from '../../src/align/sounds.ts';
import { disturbed, pairsOf } from './disturbed.ts';
import { inventedPairs } from './invented-pairs.ts';

/** Sentences, scraps, nothing but blanks, and what is far too long. */
const sentence = fc.oneof(
  fc.constantFrom(...pairsOf('tour-etape', 'de').flatMap(({ source, target }) => [source, target])),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('', ' ', '\u0000', '?', '7', 'a'.repeat(20_000), '1 '.repeat(3000), '__proto__'),
);
const sentences = fc.array(sentence, { maxLength: 24 });

function expectWhole(beads: readonly Bead[], sources: number, targets: number): void {
  let [source, target] = [0, 0];
  for (const bead of beads) {
    expect(bead.source.start).toBe(source);
    expect(bead.target.start).toBe(target);
    expect(bead.source.end - source + bead.target.end - target).toBeGreaterThan(0);
    expect(bead.confidence).toBeGreaterThanOrEqual(0);
    expect(bead.confidence).toBeLessThanOrEqual(1);
    [source, target] = [bead.source.end, bead.target.end];
  }
  expect([source, target]).toEqual([sources, targets]);
}

describe('an alignment', () => {
  it('has every sentence of both sides in one bead, in order, and comes out the same again', () => {
    fc.assert(
      fc.property(sentences, sentences, fc.constantFrom('de', 'ar', 'ru'), (left, right, locale) => {
        const [source, target] = [
          { locale: 'fr', sentences: left },
          { locale, sentences: right },
        ];
        const beads = align(source, target);
        expectWhole(beads, left.length, right.length);
        expect(align(source, target)).toEqual(beads);
      }),
      { numRuns: 60 },
    );
  });

  it('holds where a side is empty', () => {
    const some = { locale: 'fr', sentences: ['Un.', 'Deux.'] };
    const none = { locale: 'en', sentences: [] };
    expect(align(none, none)).toEqual([]);
    expect(align(some, none).map(shapeOf)).toEqual(['1-0', '1-0']);
    expect(align(none, some).map(shapeOf)).toEqual(['0-1', '0-1']);
  });

  it.each([
    [900, 900],
    [1200, 15],
    [15, 1200],
  ])('holds for %i sentences against %i that have nothing in common', (sources, targets) => {
    const text = (count: number, letter: string) =>
      Array.from({ length: count }, (_, at) => `${letter.repeat((at % 40) + 3)}.`);
    const beads = align(
      { locale: 'fr', sentences: text(sources, 'e') },
      { locale: 'ar', sentences: text(targets, 'ن') },
    );
    expectWhole(beads, sources, targets);
  });

  it('says of a text and itself that nothing was joined or left out', () => {
    const { source } = disturbed('en', 3);
    const beads = align(source, source);
    expect(new Set(beads.map(shapeOf))).toEqual(new Set(['1-1']));
  });

  it('finds its way round hundreds of sentences that were put in, in languages without a word in common', () => {
    const { source, target, places } = inventedPairs({ pairs: 800, seed: 5, inserted: 400 });
    const right = align(source, target).filter(
      (bead) => shapeOf(bead) === '1-1' && places[bead.source.start] === bead.target.start,
    );
    expect(right.length / 800).toBeGreaterThan(0.98);
  });
});

it('hears the same name in three scripts', () => {
  expect(soundOf('Mansour')).toBe(soundOf('منصور'));
  expect(soundOf('Lavrov')).toBe(soundOf('Лавров'));
  expect(soundOf('Ferhat')).toBe(soundOf('فرحات'));
  expect(soundOf('Ali')).toBeUndefined();
});
