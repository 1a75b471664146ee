import fc from 'fast-check';
import type { MemoryEntry } from '../../src/memory/entry.ts';

/** An entry with what a test is about, and something plain for the rest. */
export function entry(change: Partial<MemoryEntry>): MemoryEntry {
  return {
    source: 'fr',
    target: 'en',
    sourceText: 'Le port est fermé.',
    targetText: 'The port is closed.',
    provenance: { origin: { kind: 'human', by: 'Ana' }, steps: [] },
    from: 'locales/memory/a.tmx',
    ...change,
  };
}

const words = [
  'le',
  'Le',
  'la',
  'port',
  'maire',
  'ministre',
  'a',
  'dit',
  '12',
  '30.000',
  '3,4',
  '%',
  ',',
  '.',
  '«',
  '»',
  '’',
  "'",
];

/** A sentence of few different words, so that many are alike. */
export const sentences = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 })
  .map((tokens) => tokens.join(' '));

/** Entries among which there are exact, contradicting and similar ones. */
export const memories = fc.array(
  fc
    .record({
      sourceText: sentences,
      targetText: fc.constantFrom('One.', 'Two.', 'Three.', '“Four.”'),
      target: fc.constantFrom('en', 'en-GB', 'de'),
      previous: fc.option(sentences, { nil: undefined }),
      next: fc.option(sentences, { nil: undefined }),
      from: fc.constantFrom('a.tmx', 'b.tmx'),
      at: fc.constantFrom(undefined, '2020-10-21T10:00:00Z', '2021-01-01T00:00:00Z'),
    })
    .map(({ previous, next, at, ...rest }) =>
      entry({
        ...rest,
        ...(previous !== undefined && { previous }),
        ...(next !== undefined && { next }),
        ...(at !== undefined && { at }),
      }),
    ),
  { maxLength: 40 },
);
