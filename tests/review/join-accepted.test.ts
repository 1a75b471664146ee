import { describe, expect, it } from 'vitest';
import type { AcceptedFinding } from '../../src/model/accepted-finding.ts';
import type { Master, Target } from '../../src/model/draft.ts';
import { joinMasters } from '../../src/review/join-masters.ts';

const provenance = { origin: { kind: 'human', by: 'Ada' }, steps: [] } as const;
const words = (text: string, state: 'translated' | 'final' = 'translated'): Target => ({
  state,
  text,
  by: 'Ada',
  provenance,
});

/** What was accepted for the words `text`; hashes are opaque to a merge. */
const accepted = (finding: string, text = 'a'): AcceptedFinding => ({
  check: 'number-extra',
  finding,
  words: text,
  by: 'Ada',
});

function master(target: Target, findings: readonly string[] = []): Master {
  const own = findings.map((finding) => accepted(finding, 'text' in target ? target.text : ''));
  const unit = { id: 's1', source: 'Bonjour.', target, ...(own.length > 0 && { accepted: own }) };
  return { id: 'flash', source: 'fr', target: 'en', version: 1, units: [unit], removed: [] };
}

const drafted: Target = {
  state: 'drafted',
  text: 'a',
  provenance: { origin: { kind: 'machine', provider: 'deepl' }, steps: [] },
};

describe('findings that were accepted on two branches', () => {
  it.each([
    ['one branch accepted', [words('a'), []], [words('a'), ['x']], [words('a'), []], ['x']],
    ['both accepted, each its own', [words('a'), []], [words('a'), ['x']], [words('a'), ['y']], ['x', 'y']],
    ['both accepted the same', [words('a'), []], [words('a'), ['x']], [words('a'), ['x']], ['x']],
    ['one took it back', [words('a'), ['x']], [words('a'), ['x', 'y']], [words('a'), []], ['y']],
    ['the other signed the words', [words('a'), []], [words('a'), ['x']], [words('a', 'final'), []], ['x']],
    ['the other wrote other words', [words('a'), []], [words('a'), ['x']], [words('b'), []], []],
    [
      'a machine’s draft that was accepted',
      [drafted, []],
      [drafted, ['x']],
      [words('a', 'final'), []],
      ['x'],
    ],
  ] as const)('%s', (_, base, ours, theirs, expected) => {
    const [before, here, there] = [base, ours, theirs].map(([target, own]) => master(target, own));
    if (!before || !here || !there) throw new Error('three masters are needed');
    for (const [left, right] of [
      [here, there],
      [there, here],
    ] as const) {
      const { master: joined, conflicts } = joinMasters(before, left, right);
      expect(conflicts).toEqual([]);
      const found = joined.units.flatMap((unit) => unit.accepted ?? []).map(({ finding }) => finding);
      expect(found.toSorted()).toEqual(expected);
    }
  });

  it('ours keeps its own in a conflict', () => {
    const { master: joined, conflicts } = joinMasters(
      master(words('a')),
      master(words('b'), ['x']),
      master(words('c'), ['y']),
    );
    expect(conflicts).toMatchObject([{ segment: 's1' }]);
    expect(joined.units[0]?.accepted).toEqual([accepted('x', 'b')]);
  });
});
