import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesOf, halvesOf } from '../../src/provider/batches.ts';
import { createDeepl } from '../../src/provider/deepl.ts';

const { capabilities } = createDeepl({ authKey: 'k' });

/** Texts as they come: French, Cyrillic, emoji, lone surrogates, and some that fill a request alone. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom('Н', 'а', 'г', ' ', '🙂', 'é', '&', '\ud800'), maxLength: 4000 }),
  fc.integer({ min: 9_000, max: 12_000 }).map((length) => 'Ж'.repeat(length)),
);
const segmentsArbitrary = fc
  .array(text, { maxLength: 130 })
  .map((texts) => texts.map((one, index) => ({ id: `s${index}`, text: one })));

describe('batchesOf', () => {
  it('keeps both limits of DeepL in the bytes that go over the wire', () => {
    fc.assert(
      fc.property(segmentsArbitrary, fc.string({ unit: 'grapheme', maxLength: 500 }), (segments, context) => {
        for (const batch of batchesOf(segments, capabilities, context).batches) {
          const body = new URLSearchParams(batch.map((segment): [string, string] => ['text', segment.text]));
          body.append('context', context);
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(50);
          expect(new TextEncoder().encode(body.toString()).length).toBeLessThanOrEqual(64 * 1024);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('loses, doubles and moves no segment, and sets aside only those that fit in no request', () => {
    fc.assert(
      fc.property(segmentsArbitrary, (segments) => {
        const { batches, tooLarge } = batchesOf(segments, capabilities);
        const large = new Set(tooLarge);
        expect(batches.flat()).toEqual(segments.filter((segment) => !large.has(segment)));
        for (const one of tooLarge) {
          expect(capabilities.encodedSize(one.text)).toBeGreaterThan(capabilities.maxBytes);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('fills a request before it begins another', () => {
    const segments = Array.from({ length: 101 }, (_, index) => ({ id: `s${index}`, text: 'Oui.' }));
    expect(batchesOf(segments, capabilities).batches.map((batch) => batch.length)).toEqual([50, 50, 1]);
  });
});

it('halvesOf cuts in two until one is left', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
  if (!a || !b || !c) throw new Error('three segments');
  expect(halvesOf([a, b, c])).toEqual([[a, b], [c]]);
  expect(halvesOf([a])).toEqual([[a]]);
});
