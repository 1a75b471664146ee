import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/check/run-checks.ts';
import type { Draft, Target, Unit } from '../../src/model/draft.ts';
import { acceptFinding, withdrawFinding } from '../../src/review/accept-finding.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { exampleDraft } from '../xliff/example-draft.ts';
import { termbase } from './fixture.ts';

const provenance = { origin: { kind: 'human', by: 'Ada' }, steps: [] } as const;
const persons = (text: string): Target => ({ state: 'translated', text, by: 'Ada', provenance });

/** The example in which one sentence has two numbers too many. */
function checked(text = 'The sea was calm, 7 and 8.', change: (unit: Unit) => Unit = (unit) => unit): Draft {
  const draft = exampleDraft();
  const units = draft.units.map((unit) =>
    unit.segment.id === 's2ab0' ? change({ ...unit, target: persons(text) }) : unit,
  );
  return runChecks({ ...draft, units }, { termbase });
}

const issuesIn = (draft: Draft) => draft.units.find(({ segment }) => segment.id === 's2ab0')?.issues ?? [];
const unitIn = (draft: Draft) => draft.units.find(({ segment }) => segment.id === 's2ab0');
const seven = { check: 'number-extra', segment: 's2ab0', nth: 1 };

describe('accepting a finding', () => {
  it('marks the one that was named, by whom and when, and no other', () => {
    const { draft, issue } = acceptFinding(checked(), seven, { by: 'Ada', at: '2026-03-02T09:15:00Z' });
    expect(issue.message).toContain('“7”');
    expect(issuesIn(runChecks(draft, { termbase })).map(({ accepted }) => accepted)).toEqual([
      { by: 'Ada', at: '2026-03-02T09:15:00Z' },
      undefined,
    ]);
  });

  it('is taken back by name', () => {
    const { draft } = acceptFinding(checked(), seven, { by: 'Ada' });
    const again = withdrawFinding(runChecks(draft, { termbase }), seven).draft;
    expect(issuesIn(runChecks(again, { termbase })).some(({ accepted }) => accepted)).toBe(false);
    expect(unitIn(again)).not.toHaveProperty('accepted');
  });

  it('holds for another state of the same words, and not for other words, nor for another source', () => {
    const accepted = unitIn(acceptFinding(checked(), seven, { by: 'Ada' }).draft)?.accepted ?? [];
    const first = (draft: Draft) => issuesIn(draft)[0]?.accepted?.by;
    const words = 'The sea was calm, 7 and 8.';
    expect(first(checked(words, (unit) => ({ ...unit, accepted })))).toBe('Ada');
    const final: Target = { ...persons(words), state: 'final', text: words, by: 'Bea', provenance };
    expect(first(checked(words, (unit) => ({ ...unit, target: final, accepted })))).toBe('Ada');
    expect(first(checked('The sea is calm, 7 and 8.', (unit) => ({ ...unit, accepted })))).toBeUndefined();
    const storm = (unit: Unit): Unit => {
      return { ...unit, segment: { ...unit.segment, text: 'La mer était haute.' }, accepted };
    };
    expect(first(checked(words, storm))).toBeUndefined();
  });

  it.each([
    ['a check that finds nothing there', { ...seven, check: 'quote-style' }, /finds nothing in s2ab0/u],
    ['a segment that is not there', { ...seven, segment: 's0000' }, /there is no segment “s0000”/u],
    ['one of several', { check: 'number-extra', segment: 's2ab0' }, /--nth 1: “7”.*\n.*--nth 2: “8”/u],
    ['one that is not there', { ...seven, nth: 3 }, /finds 2 things/u],
    ['what has no words', { check: 'pending', segment: 's3cd1' }, /no words yet/u],
  ])('refuses %s', (_, named, message) => {
    expect(() => acceptFinding(checked(), named, { by: 'Ada' })).toThrow(message);
  });

  it('refuses a mark for work, and to take back what nobody accepted', () => {
    const marked = checked('The sea was calm.', (unit) => ({
      ...unit,
      target: {
        ...persons('Calm.'),
        provenance: { ...provenance, steps: [{ did: 'marked', by: 'Bea' }] },
      } as Target,
    }));
    const mark = { check: 'marked-for-work', segment: 's2ab0' };
    expect(() => acceptFinding(marked, mark, { by: 'Ada' })).toThrow(/answered by an edit/u);
    expect(() => withdrawFinding(checked(), seven)).toThrow(/nobody has accepted/u);
  });
});

describe('the master', () => {
  const { draft } = acceptFinding(checked(), seven, { by: 'Ada', at: '2026-03-02T09:15:00Z' });
  const master = writeMaster(draft);
  const kept = (text: string) => readMaster(text).units.find(({ id }) => id === 's2ab0');

  it('keeps what was accepted inside the group of the segment', () => {
    expect(kept(master)?.accepted).toEqual(unitIn(draft)?.accepted);
    expect(master).toMatch(/<mda:metaGroup category="depeche:segment" id="s2ab0">.*depeche:accepted.*$/mu);
  });

  it('has no note of it', () => {
    const marked = runChecks(draft, { termbase });
    expect(writeMaster(checked())).toContain('“7” of the target');
    expect(writeMaster(marked)).not.toContain('“7” of the target');
    expect(writeMaster(marked)).toContain('“8” of the target');
  });

  it('loses it with an edit in place, and with words that were changed before it is written', () => {
    expect(kept(master.replace('calm, 7', 'calm: 7'))?.accepted).toBeUndefined();
    const changed = draft.units.map((unit) =>
      unit.segment.id === 's2ab0' ? { ...unit, target: persons('Calm, 7.') } : unit,
    );
    expect(writeMaster({ ...draft, units: changed })).not.toContain('depeche:accepted');
  });

  it('is refused where an acceptance is not complete', () => {
    const broken = master.replace(/<mda:meta type="finding">[^<]*<\/mda:meta>/u, '');
    expect(() => readMaster(broken, 'en.xlf')).toThrow(/“finding” is missing/u);
  });
});
