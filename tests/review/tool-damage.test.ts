import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allUnits, type Draft, isPersons, type Target, textOf } from '../../src/model/draft.ts';
import { DepecheError } from '../../src/model/errors.ts';
import { textOf as savedText } from '../../src/project/files.ts';
import { merge } from '../../src/review/merge.ts';
import { readReturned } from '../../src/review/read-returned.ts';
import { exportDrafts } from '../../src/xliff/export-drafts.ts';
import { exampleDraft, segment, unit } from '../xliff/example-draft.ts';
import {
  bytesOf,
  type Damage,
  damages,
  type Gesture,
  ruins,
  throughTool,
  wordsThrough,
} from './tool-damage.ts';

function draft(): Draft {
  const example = exampleDraft();
  const odd = unit(segment('s4ef2', 'Le code \u0001 de <b>Brévine</b> & {{nom}} ]]> est « 5 > 4 ».'), {
    state: 'translated',
    text: 'The code \u0001 of <b>Brévine</b> & {{nom}} ]]> is “5 > 4”.',
    by: 'Ada Meyer',
    provenance: { origin: { kind: 'human', by: 'Ada Meyer' }, steps: [] },
  });
  const { dispatch } = example;
  return {
    ...example,
    dispatch: {
      ...dispatch,
      paragraphs: [...dispatch.paragraphs, { id: 'p0004', kind: 'body', segments: [odd.segment] }],
    },
    units: [...example.units, odd],
  };
}

const ids = allUnits(draft()).map((each) => each.segment.id);
const pieces = [
  'word',
  'Brévine',
  '«',
  '\u00a0',
  ' ',
  '&',
  '<b>',
  ']]>',
  'حزب',
  '😀',
  '{{x}}',
  '1.000',
  '\\u0001',
];
const words = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
  .map((parts) => `E${parts.join('')}.`);
const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  fc.record({
    kind: fc.constant('edit' as const),
    text: words,
    says: fc.constantFrom('nothing', 'translated', 'needs work'),
  }),
  fc.record({ kind: fc.constantFrom('accept', 'mark', 'clear') }),
);
const gestures = fc
  .array(fc.tuple(fc.constantFrom(...ids), gesture), { maxLength: 5 })
  .map((pairs) => new Map(pairs));

/** What happened here while the file was away. */
const meanwhile = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom('edited', 'signed', 'redone')), {
  maxLength: 3,
});

function workedOn(before: Draft, changes: readonly (readonly [string, string])[]): Draft {
  const changed = new Map(changes);
  const human = { origin: { kind: 'human', by: 'Cleo' }, steps: [] } as const;
  const at = (id: string, target: Target): Target => {
    switch (changed.get(id)) {
      case 'edited':
        return { state: 'translated', text: 'Work of Cleo', by: 'Cleo', provenance: human };
      case 'signed':
        return { state: 'final', text: textOf(target) ?? 'Work of Cleo', by: 'Cleo', provenance: human };
      case 'redone':
        if (isPersons(target)) return target;
        return {
          state: 'drafted',
          text: 'A machine again',
          provenance: { origin: { kind: 'machine', provider: 'deepl' }, steps: [] },
        };
      default:
        return target;
    }
  };
  const dateline = before.dateline;
  return {
    ...before,
    ...(dateline && { dateline: { ...dateline, target: at('dateline', dateline.target) } }),
    units: before.units.map((each) => ({ ...each, target: at(each.segment.id, each.target) })),
  };
}

function sendOut(profile: '2.1' | '2.0' | '1.2') {
  const { remembered, files } = exportDrafts([{ draft: draft() }], profile);
  const [first] = remembered;
  const [file] = files.values();
  if (!first || file === undefined) throw new Error('nothing went out');
  return { sent: first.draft, file };
}

function returnedFrom(saved: string, done: readonly Damage[] = []) {
  const [returned] = readReturned(savedText(bytesOf(saved, done), 'home.xlf'), 'home.xlf');
  if (!returned) throw new Error('nothing came home');
  return returned;
}

const targetsOf = (of: Draft) => new Map(allUnits(of).map((each) => [each.segment.id, each.target]));

describe.each(['2.1', '2.0', '1.2'] as const)('%s', (profile) => {
  const { sent, file } = sendOut(profile);

  it.each(damages)('a tool that %s, and a person who did nothing: nothing changes', (damage) => {
    const merged = merge(sent, returnedFrom(throughTool(file, new Map(), [damage]), [damage]));
    const odd = merged.report.filter(({ outcome }) => outcome !== 'unchanged').map(({ segment: id }) => id);
    expect(odd).toEqual(damage === 'adds units' ? ['__proto__'] : []);
    expect(merged.draft).toBe(sent);
  });

  it.each(ruins)('a tool that %s: refused as a whole', (ruin) => {
    expect(() => merge(sent, returnedFrom(throughTool(file, new Map(), [ruin])))).toThrow(DepecheError);
  });

  it('whatever a tool does, every edit is taken or reported, and nobody’s text is lost or changed unasked', () => {
    fc.assert(
      fc.property(gestures, fc.subarray([...damages]), meanwhile, (asked, done, changes) => {
        const ours = workedOn(sent, changes);
        const returned = returnedFrom(throughTool(file, asked, done), done);
        const { draft: after, report } = merge(ours, returned, { by: 'Ben', at: '2026-03-03T10:00:00Z' });
        const outcomes = new Map(report.map((each) => [each.segment, each.outcome]));
        const before = targetsOf(ours);
        for (const [id, target] of targetsOf(after)) {
          const was = before.get(id);
          const act = asked.get(id);
          if (!act) expect(target).toEqual(was);
          if (act?.kind === 'edit') {
            const outcome = outcomes.get(id);
            if (outcome !== 'conflicting') {
              expect(textOf(target)).toBe(wordsThrough(act.text, done));
              expect(isPersons(target)).toBe(true);
            }
            expect(['taken', 'accepted', 'conflicting']).toContain(outcome);
            if (outcome === 'conflicting') expect(target).toEqual(was);
          } else if (was && isPersons(was)) expect(textOf(target)).toBe(textOf(was));
          else if (was && textOf(was) !== undefined) expect(textOf(target)).not.toBeUndefined();
        }
        expect(after.removed).toEqual(ours.removed);
        const again = merge(after, returned, { by: 'Eve', at: '2027-01-01T00:00:00Z' });
        expect(again.draft).toBe(after);
      }),
      { numRuns: 150 },
    );
  });
});
