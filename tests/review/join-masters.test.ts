import { describe, expect, it } from 'vitest';
import type { Kept, Master, Target } from '../../src/model/draft.ts';
import { joinMasters } from '../../src/review/join-masters.ts';

const machine = { origin: { kind: 'machine', provider: 'deepl' }, steps: [] } as const;
const human = { origin: { kind: 'human', by: 'Ada' }, steps: [] } as const;
const pending: Target = { state: 'pending' };
const drafted = (text: string): Target => ({ state: 'drafted', text, provenance: machine });
const persons = (state: 'translated' | 'reviewed' | 'final', text: string): Target => ({
  state,
  text,
  by: 'Ada',
  provenance: human,
});

const stale = (was: 'translated' | 'final', text: string): Target => ({
  state: 'stale',
  was,
  text,
  previousSource: 'Salut.',
  by: 'Ada',
  provenance: human,
});

function master(target: Target, more: Partial<Master> = {}): Master {
  const units: Kept[] = [{ id: 's1', source: 'Bonjour.', target }];
  return { id: 'flash', source: 'fr', target: 'en', version: 1, units, removed: [], ...more };
}

describe('two branches of a master', () => {
  it.each([
    ['nothing changed', drafted('a'), drafted('a'), drafted('a'), drafted('a')],
    ['one side worked', drafted('a'), drafted('a'), persons('translated', 'b'), persons('translated', 'b')],
    ['the other side worked', drafted('a'), persons('final', 'b'), drafted('a'), persons('final', 'b')],
    ['a person and a machine', pending, drafted('m'), persons('translated', 'b'), persons('translated', 'b')],
    ['two machines', pending, drafted('m'), drafted('n'), drafted('m')],
    [
      'the same words, one further',
      pending,
      persons('translated', 'b'),
      persons('final', 'b'),
      persons('final', 'b'),
    ],
    [
      'one words, the other lowered',
      persons('final', 'a'),
      persons('final', 'b'),
      persons('reviewed', 'a'),
      persons('final', 'b'),
    ],
  ])('%s', (_, base, ours, theirs, expected) => {
    const { master: joined, conflicts } = joinMasters(master(base), master(ours), master(theirs));
    expect(conflicts).toEqual([]);
    expect(joined.units.map(({ target }) => target)).toEqual([expected]);
  });

  it.each([
    ['two persons', drafted('a'), persons('translated', 'b'), persons('translated', 'c')],
    [
      'one edited what the other signed',
      persons('translated', 'a'),
      persons('translated', 'b'),
      persons('final', 'a'),
    ],
    [
      'one edited the stale words that the other signed',
      stale('translated', 'a'),
      persons('translated', 'b'),
      stale('final', 'a'),
    ],
  ])('%s conflict, and ours stays', (_, base, ours, theirs) => {
    const { master: joined, conflicts } = joinMasters(master(base), master(ours), master(theirs));
    expect(conflicts).toMatchObject([{ segment: 's1', outcome: 'conflicting' }]);
    expect(joined).toEqual(master(ours));
  });

  it('keeps a person’s work whose sentence is not in the later version, and all that was removed', () => {
    const old: Kept = { id: 'dateline', source: 'Paris -', target: persons('final', 'PARIS —') };
    const dateline: Kept = { id: 'dateline', source: 'Lyon -', target: persons('final', 'LYON —') };
    const ours = master(persons('final', 'b'), {
      removed: [old],
      units: [dateline, ...master(persons('final', 'b')).units],
    });
    const later: Kept = { id: 's2', source: 'Bonsoir.', target: pending };
    const theirs = master(pending, { version: 2, units: [dateline, later] });
    const { master: joined } = joinMasters(undefined, ours, theirs);
    expect(joined.version).toBe(2);
    expect(joined.units).toEqual([dateline, later]);
    expect(joined.removed).toEqual([{ id: 's1', source: 'Bonjour.', target: persons('final', 'b') }, old]);
  });

  it('remembers the exports of both', () => {
    const made = (id: string) => ({ id, profile: '1.2', segments: new Map() }) as const;
    const { master: joined } = joinMasters(
      master(pending),
      master(pending, { exports: [made('e1-a')] }),
      master(pending, { exports: [made('e1-a'), made('e2-b')] }),
    );
    expect(joined.exports?.map(({ id }) => id)).toEqual(['e1-a', 'e2-b']);
  });

  it('refuses masters of two dispatches', () => {
    expect(() => joinMasters(undefined, master(pending), master(pending, { id: 'autre' }))).toThrow(
      /two masters/u,
    );
  });
});
