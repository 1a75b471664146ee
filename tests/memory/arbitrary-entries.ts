import fc from 'fast-check';
import type { MemoryEntry } from '../../src/memory/entry.ts';
import type { Provenance } from '../../src/model/provenance.ts';

const text = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).filter((value) => value.trim() !== '');
const words = fc.oneof(
  text,
  fc.constantFrom('« J’ai dit\u00a0: non ! »', 'a\r\nb\tc', ']]>', '__proto__', '<seg>x</seg>', 'مرحبا', '🗞'),
);
const at = fc.constantFrom('2020-10-21T10:00:00Z', '2020-10-21', '2020-10-21T10:00:00.123+02:00');
const did = fc.constantFrom('recalled' as const, 'repaired' as const, 'edited' as const, 'accepted' as const);

const provenances: fc.Arbitrary<Provenance> = fc.record({
  origin: fc.oneof(
    fc.record(
      {
        kind: fc.constant('machine' as const),
        provider: words,
        model: words,
        gist: fc.constant(true as const),
      },
      { requiredKeys: ['kind', 'provider'] },
    ),
    fc.record({ kind: fc.constant('human' as const), by: words }),
    fc.record({ kind: fc.constant('rule' as const), rule: words }),
    fc.constant({ kind: 'memory' as const }),
  ),
  steps: fc.array(fc.record({ did, by: words, at }, { requiredKeys: ['did', 'by'] }), { maxLength: 3 }),
});

/** Memories with markup, line ends, several scripts and every kind of provenance in them, all of one file. */
export const arbitraryEntries = (file: string): fc.Arbitrary<MemoryEntry[]> =>
  fc.array(
    fc.record(
      {
        source: fc.constantFrom('fr', 'en'),
        target: fc.constantFrom('de', 'pt-BR', 'zh-Hant'),
        sourceText: words,
        targetText: words,
        previous: words,
        next: words,
        provenance: provenances,
        by: words,
        at,
        from: fc.constant(file),
      },
      { requiredKeys: ['source', 'target', 'sourceText', 'targetText', 'provenance', 'from'] },
    ),
    { maxLength: 5 },
  );
