import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, isPersons, mapUnits, type Unit } from '../../src/model/draft.ts';
import { type Command, commands } from './commands/command.ts';
import { liveThrough } from './commands/day.ts';
import type { Tally } from './commands/day-so-far.ts';
import { deskInMemory, type Functions, trueFunctions } from './commands/desk-in-memory.ts';
import { sameSequences } from './commands/same-sequences.ts';
import { firstWording } from './commands/wording.ts';

/** A sentence that somebody signed leaves the story: every day may begin so. */
const opening: readonly Command[] = [
  { do: 'accept', places: [], as: 'reviewed', by: 'Ada' },
  { do: 'reword', changes: [{ kind: 'remove', at: 0 }] },
  { do: 'translate', conditions: {} },
];

const inDays = (functions: Functions, tally?: Tally) =>
  fc.asyncProperty(firstWording, commands, fc.constantFrom('en', 'ar'), (first, day, locale) =>
    liveThrough(deskInMemory(locale, functions), first, [...opening, ...day], tally),
  );

describe('whatever commands come in whatever order', () => {
  it('no text of a person is lost, none is changed unasked, every edit is taken or told of', async () => {
    const tally: Tally = new Map();
    await fc.assert(inDays(trueFunctions, tally), { numRuns: 60, ...sameSequences() });
    const happened = [...tally.keys()];
    expect(happened).toEqual(expect.arrayContaining(['segments taken', 'segments conflicting', 'joins']));
  }, 120_000);
});

/** Changes the first unit of a person, wherever it stands. */
function spoiled(draft: Draft, change: (unit: Unit) => Unit): Draft {
  let isDone = false;
  return mapUnits(draft, (unit) => {
    if (isDone || !isPersons(unit.target)) return unit;
    isDone = true;
    return change(unit);
  });
}

const overwritten = ({ target, ...unit }: Unit): Unit => ({
  ...unit,
  target: {
    state: 'drafted',
    text: 'A machine knows better.',
    provenance: { origin: { kind: 'machine', provider: 'deepl' }, steps: [] },
  },
});
const respelled = ({ target, ...unit }: Unit): Unit => ({
  ...unit,
  target: 'text' in target ? { ...target, text: `${target.text} ` } : target,
});

/** Functions that break the law, each in one way: a law that lets one of them pass is none. */
const broken: readonly (readonly [string, Partial<Functions>])[] = [
  [
    'a run that drafts over a person',
    {
      translateDispatch: async (...given) =>
        spoiled(await trueFunctions.translateDispatch(...given), overwritten),
    },
  ],
  [
    'a run that corrects a person',
    {
      translateDispatch: async (...given) =>
        spoiled(await trueFunctions.translateDispatch(...given), respelled),
    },
  ],
  [
    'a run that forgets what has left the story',
    {
      translateDispatch: async (...given) => ({
        ...(await trueFunctions.translateDispatch(...given)),
        removed: [],
      }),
    },
  ],
  [
    'an import that lets the later win',
    {
      merge: (draft, returned, options) =>
        trueFunctions.merge(draft, returned, { ...options, prefer: 'theirs' }),
    },
  ],
  [
    'an import that lets the earlier win and says nothing',
    {
      merge(draft, returned, options) {
        const { report, ...merged } = trueFunctions.merge(draft, returned, { ...options, prefer: 'ours' });
        return { ...merged, report: report.map((one) => ({ ...one, why: 'as it went out' })) };
      },
    },
  ],
  [
    'an import that drops edits',
    {
      merge(draft, returned, options) {
        const { report, absent } = trueFunctions.merge(draft, returned, options);
        return {
          draft,
          absent,
          report: report.map((one) => ({ ...one, outcome: 'unchanged', why: 'as it went out' })),
        };
      },
    },
  ],
  [
    'an import that signs what nobody touched',
    {
      merge(draft, returned, options) {
        const merged = trueFunctions.merge(draft, returned, options);
        const signed = mapUnits(merged.draft, (unit) =>
          unit.target.state === 'drafted'
            ? { ...unit, target: { ...unit.target, state: 'final', by: 'Ben' } }
            : unit,
        );
        return { ...merged, draft: signed };
      },
    },
  ],
  [
    'an import that is not the same twice',
    {
      merge(draft, returned, options) {
        const merged = trueFunctions.merge(draft, returned, options);
        return {
          ...merged,
          draft: { ...merged.draft, exports: [...(merged.draft.exports ?? [])].reverse() },
        };
      },
    },
  ],
  [
    'accepting that rewrites',
    {
      accept(...given) {
        const accepted = trueFunctions.accept(...given);
        return accepted.draft === given[0]
          ? accepted
          : { ...accepted, draft: spoiled(accepted.draft, respelled) };
      },
    },
  ],
  [
    'branches of which theirs wins',
    { joinMasters: (base, ours, theirs) => ({ ...trueFunctions.joinMasters(base, theirs, ours) }) },
  ],
  [
    'branches of which ours wins and nobody is told',
    {
      joinMasters: (base, ours) => ({
        ...trueFunctions.joinMasters(base, ours, ours),
        conflicts: [],
      }),
    },
  ],
];

describe('the law finds', () => {
  it.each(broken)(
    '%s',
    async (_, functions) => {
      const found = await fc.check(inDays({ ...trueFunctions, ...functions }), {
        numRuns: 1500,
        endOnFailure: true,
      });
      expect(found.failed).toBe(true);
    },
    120_000,
  );
});
