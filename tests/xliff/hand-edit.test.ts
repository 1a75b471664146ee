import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFilled, isPersons, type Target, textOf } from '../../src/model/draft.ts';
import type { Provenance } from '../../src/model/provenance.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { target as anyTarget } from './arbitrary-draft.ts';
import { exampleDraft, segment, unit } from './example-draft.ts';

const machine: Provenance = { origin: { kind: 'machine', provider: 'deepl' }, steps: [] };
const drafted: Target = { state: 'drafted', text: 'He left.', provenance: machine };
const final: Target = {
  state: 'final',
  text: 'He left.',
  by: 'Ada Meyer',
  at: '2026-03-02T09:15:00Z',
  provenance: { origin: machine.origin, steps: [{ did: 'edited', by: 'Ada Meyer' }] },
};
const stale: Target = { ...final, state: 'stale', was: 'reviewed', previousSource: 'Il part.' };

/** The target after `edit` was made to the master by hand. */
function afterEdit(target: Target, edit: (xml: string) => string): Target | undefined {
  const draft = exampleDraft();
  const only = unit(segment('s1', 'Il est parti.'), target);
  const paragraph = { id: 'p1', kind: 'body', segments: [only.segment] } as const;
  const written = writeMaster({
    ...draft,
    dispatch: { ...draft.dispatch, paragraphs: [paragraph] },
    units: [only],
    removed: [],
  });
  const edited = edit(written);
  expect(edited).not.toBe(written);
  return readMaster(edited).units.find(({ id }) => id === 's1')?.target;
}

const words = (text: string) => (xml: string) => xml.replace('>He left.<', `>${text}<`);
const state = (value: string) => (xml: string) =>
  xml.replace(/(<segment id="s1" )state="\w+"( subState="[\w:]+")?/u, `$1state="${value}"`);
const filled = (text: string) => (xml: string) =>
  xml.replace(/(Il est parti\.<\/source>)(?:\s*<target .*?<\/target>)?/u, `$1<target>${text}</target>`);

describe('words that a person changed in the master', () => {
  it('are theirs, and still of machine origin', () => {
    expect(afterEdit(drafted, words('He has left.'))).toEqual({
      state: 'translated',
      text: 'He has left.',
      by: 'unknown',
      provenance: { origin: machine.origin, steps: [{ did: 'edited', by: 'unknown' }] },
    });
  });

  it('have the state the person raised them to', () => {
    const target = afterEdit(drafted, (xml) => state('reviewed')(words('He has left.')(xml)));
    expect(target).toMatchObject({ state: 'reviewed', text: 'He has left.', by: 'unknown' });
  });

  it('are no longer signed off by whoever signed the old ones', () => {
    const target = afterEdit(final, words('He has left.'));
    expect(target).toMatchObject({ state: 'translated', by: 'unknown' });
    expect(target).not.toHaveProperty('at');
  });

  it('are made for the source of today where the old ones were stale', () => {
    const target = afterEdit(stale, words('He has left.'));
    expect(target).toMatchObject({ state: 'translated', text: 'He has left.' });
    expect(target).not.toHaveProperty('previousSource');
  });

  it('may fill what was pending or failed, and are of human origin there', () => {
    const byHand = {
      state: 'translated',
      text: 'He left.',
      by: 'unknown',
      provenance: { origin: { kind: 'human', by: 'unknown' }, steps: [] },
    };
    expect(afterEdit({ state: 'pending' }, filled('He left.'))).toEqual(byHand);
    expect(afterEdit({ state: 'failed', code: 'rejected', message: 'empty' }, filled('He left.'))).toEqual(
      byHand,
    );
  });

  it('are pending where the person took them out', () => {
    expect(afterEdit(drafted, filled(''))).toEqual({ state: 'pending' });
    expect(afterEdit(drafted, filled(' \n'))).toEqual({ state: 'pending' });
    expect(afterEdit(final, (xml) => state('initial')(filled('')(xml)))).toEqual({ state: 'pending' });
  });

  it('cannot be taken out while the state says that they are done', () => {
    expect(() => afterEdit(final, filled(''))).toThrow(/s1 is final and has no words/);
    expect(() => afterEdit({ state: 'pending' }, state('reviewed'))).toThrow(
      /s1 is reviewed and has no words/,
    );
  });

  it('stay as they are where an empty target was added to a pending or failed segment', () => {
    const failed: Target = { state: 'failed', code: 'rejected', message: 'empty' };
    expect(afterEdit({ state: 'pending' }, filled(''))).toEqual({ state: 'pending' });
    expect(afterEdit(failed, filled(''))).toEqual(failed);
  });
});

describe('a state that a person changed in the master', () => {
  it.each(['translated', 'reviewed', 'final'])('accepts a draft as %s', (raised) => {
    expect(afterEdit(drafted, state(raised))).toEqual({
      state: raised,
      text: 'He left.',
      by: 'unknown',
      provenance: { origin: machine.origin, steps: [{ did: 'accepted', by: 'unknown' }] },
    });
  });

  it('accepts stale work as right for the new source', () => {
    const target = afterEdit(stale, state('reviewed'));
    expect(target).toMatchObject({ state: 'reviewed', text: 'He left.' });
    expect(target).not.toHaveProperty('was');
  });

  it('may be lowered, and the words stay those of the person', () => {
    expect(afterEdit(final, state('reviewed'))).toEqual({ ...final, state: 'reviewed' });
    expect(afterEdit(final, state('initial'))).toEqual({ ...final, state: 'translated' });
  });
});

it('is no edit when a tool writes the same words otherwise', () => {
  const text = 'One\nline, é & “two”.';
  const target: Target = { ...drafted, text };
  const rewrite = (xml: string): string =>
    xml.replace(
      'One\nline, é &amp; “two”.',
      '<pc id="c1"><![CDATA[One]]>\r\nline,</pc> &#233; &#38; <mrk id="x1">“two”.</mrk>',
    );
  expect(afterEdit(target, rewrite)).toEqual(target);
});

it('never changes the words of the file, and never makes a machine of a person, whatever the state says', () => {
  const states = fc.constantFrom('initial', 'translated', 'reviewed', 'final');
  fc.assert(
    fc.property(anyTarget.filter(isFilled), states, (target, given) => {
      const read = afterEdit(target, (xml) => `${state(given)(xml)}<!-- touched -->`);
      expect(read && textOf(read)).toBe(target.text);
      if (read && isPersons(target)) expect(isPersons(read)).toBe(true);
      if (read && isFilled(read)) expect(read.provenance.origin).toEqual(target.provenance.origin);
    }),
  );
});
