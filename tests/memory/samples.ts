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

/** A sentence that takes several machine words to compare. */
export const longSentences = fc
  .array(fc.constantFrom(...words), { minLength: 30, maxLength: 100 })
  .map((tokens) => tokens.join(' '));

/** Entries among which there are exact, contradicting and similar ones. */
export const memories = fc.array(
  fc
    .record(
      {
        sourceText: sentences,
        targetText: fc.constantFrom('One.', 'Two.', 'Three.', '“Four.”'),
        target: fc.constantFrom('en', 'en-GB', 'de'),
        previous: sentences,
        next: sentences,
        from: fc.constantFrom('a.tmx', 'b.tmx'),
        at: fc.constantFrom('2020-10-21T10:00:00Z', '2021-01-01T00:00:00Z'),
      },
      { requiredKeys: ['sourceText', 'targetText', 'target', 'from'] },
    )
    .map(entry),
  { maxLength: 40 },
);

/** A memory and a sentence made from one of its own by a few edits: something that is truly alike. */
export const alike = memories
  .filter((entries) => entries.length > 0)
  .chain((entries) =>
    fc.tuple(
      fc.constant(entries),
      fc.nat(entries.length - 1),
      fc.array(fc.tuple(fc.nat(14), fc.constantFrom('', 'neuf', ...words)), { maxLength: 4 }),
    ),
  )
  .map(([entries, at, edits]) => {
    const tokens = (entries[at]?.sourceText ?? '').split(' ');
    for (const [place, word] of edits)
      tokens.splice(place % (tokens.length + 1), word === '' ? 1 : place % 2, word);
    return { entries, text: tokens.filter((token) => token !== '').join(' ') };
  });
