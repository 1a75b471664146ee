import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dispatch } from '../../src/model/dispatch.ts';
import { type Draft, isPersons, type Kept, type Master, type Target } from '../../src/model/draft.ts';
import { carry } from '../../src/revise/carry.ts';

function dispatchOf(sentences: readonly { id: string; text: string }[]): Dispatch {
  return {
    id: 'essai',
    locale: 'fr',
    raw: '',
    encoding: 'utf-8',
    bom: false,
    header: { status: 'usable' },
    paragraphs: [
      { id: 'p1', kind: 'body', segments: sentences.map((sentence) => ({ ...sentence, spans: [] })) },
    ],
    version: 1,
  };
}

const human = { origin: { kind: 'human', by: 'Lea' }, steps: [] } as const;
const machine = { origin: { kind: 'machine', provider: 'deepl' }, steps: [] } as const;
const masterOf = (units: readonly Kept[], removed: readonly Kept[] = []): Master => ({
  id: 'essai',
  source: 'fr',
  target: 'en',
  version: 1,
  units,
  removed,
});
const reviewed: Target = { state: 'reviewed', text: 'The dam gave way.', by: 'Lea', provenance: machine };

describe('carry', () => {
  it('keeps the target of a sentence that stayed', () => {
    const draft = carry(
      dispatchOf([{ id: 's1', text: 'Le barrage a cédé.' }]),
      'en',
      masterOf([{ id: 's1', source: 'Le barrage a cédé.', target: reviewed }]),
    );
    expect(draft.units[0]?.target).toEqual(reviewed);
  });

  it("makes a person's work stale where the source has changed, and whole again where it changes back", () => {
    const source = 'Le barrage a cédé.';
    const changed = carry(
      dispatchOf([{ id: 's1', text: 'Le barrage a tenu.' }]),
      'en',
      masterOf([{ id: 's1', source, target: reviewed }]),
    );
    expect(changed.units[0]?.target).toEqual({
      ...reviewed,
      state: 'stale',
      was: 'reviewed',
      previousSource: source,
    });
    const back = carry(dispatchOf([{ id: 's1', text: source }]), 'en', masterOf(keptOf(changed)));
    expect(back.units[0]?.target).toEqual(reviewed);
  });

  it("drops a machine's draft whose source has changed", () => {
    const drafted: Target = { state: 'drafted', text: 'The dam gave way.', provenance: machine };
    const draft = carry(
      dispatchOf([{ id: 's1', text: 'Le barrage a tenu.' }]),
      'en',
      masterOf([{ id: 's1', source: 'Le barrage a cédé.', target: drafted }]),
    );
    expect(draft.units[0]?.target).toEqual({ state: 'pending' });
    expect(draft.removed).toEqual([]);
  });

  it("keeps a person's work whose sentence left, and gives it back when the sentence returns under another id", () => {
    const kept = { id: 's1', source: 'Le barrage a cédé.', target: reviewed };
    const without = carry(dispatchOf([{ id: 's2', text: 'Il pleut.' }]), 'en', masterOf([kept]));
    expect(without.removed).toEqual([kept]);
    const again = carry(
      dispatchOf([{ id: 's9', text: kept.source }]),
      'en',
      masterOf(keptOf(without), without.removed),
    );
    expect(again.units[0]?.target).toEqual(reviewed);
    expect(again.removed).toEqual([]);
  });
});

describe('work whose sentence returns', () => {
  const source = 'Le barrage a cédé.';
  const kept: Kept = { id: 's1', source, target: reviewed };

  it('is given back also where a machine’s sentence is reworded into it', () => {
    const drafted: Target = { state: 'drafted', text: 'The dam held.', provenance: machine };
    const draft = carry(
      dispatchOf([{ id: 's2', text: source }]),
      'en',
      masterOf([{ id: 's2', source: 'Le barrage a tenu.', target: drafted }], [kept]),
    );
    expect(draft.units[0]?.target).toEqual(reviewed);
    expect(draft.removed).toEqual([]);
  });

  it('is given back for what it was made for, though it had become stale before the sentence left', () => {
    const stale: Target = { ...reviewed, state: 'stale', was: 'reviewed', previousSource: source };
    const gone: Kept = { id: 's1', source: 'Le barrage a tenu.', target: stale };
    const draft = carry(dispatchOf([{ id: 's9', text: source }]), 'en', masterOf([], [gone]));
    expect(draft.units[0]?.target).toEqual(reviewed);
  });

  it('never takes the place of other people’s work', () => {
    const other: Target = { ...reviewed, text: 'The dam held.' };
    const held: Kept = { id: 's2', source: 'Le barrage a tenu.', target: other };
    const draft = carry(dispatchOf([{ id: 's2', text: source }]), 'en', masterOf([held], [kept]));
    expect(draft.units[0]?.target).toMatchObject({ state: 'stale', text: 'The dam held.' });
    expect(draft.removed).toEqual([kept]);
  });

  it('is a dateline’s too, though another dateline stood there in between', () => {
    const dateline = {
      text: 'Foix -',
      span: { start: 0, end: 6 },
      place: 'Foix',
      date: '2020-10-21',
      agency: 'AFP',
    };
    const rule: Target = {
      state: 'drafted',
      text: 'Pamiers -',
      provenance: { origin: { kind: 'rule', rule: 'dateline' }, steps: [] },
    };
    const draft = carry(
      { ...dispatchOf([]), dateline },
      'en',
      masterOf(
        [{ id: 'dateline', source: 'Pamiers -', target: rule }],
        [{ id: 'dateline', source: 'Foix -', target: reviewed }],
      ),
    );
    expect(draft.dateline?.target).toEqual(reviewed);
  });
});

describe('a master in the wrong place', () => {
  it.each([
    ['of another dispatch', { id: 'autre' }],
    ['in another language', { target: 'de' }],
    ['from another language', { source: 'es' }],
  ])('%s is refused: its words are not made for this draft', (_, change) => {
    const master = { ...masterOf([]), ...change };
    expect(() => carry(dispatchOf([]), 'en', master)).toThrow(expect.objectContaining({ code: 'invalid' }));
  });
});

function keptOf(draft: Draft): Kept[] {
  return draft.units.map((unit) => ({ id: unit.segment.id, source: unit.segment.text, target: unit.target }));
}

const sentence = fc.record({
  id: fc.constantFrom('s1', 's2', 's3', 's4'),
  text: fc.constantFrom('Un.', 'Deux.', 'Trois.'),
});
const sentences = fc.uniqueArray(sentence, { selector: ({ id }) => id, minLength: 1 });
const target: fc.Arbitrary<Target> = fc.oneof(
  fc.constant<Target>({ state: 'pending' }),
  fc.string().map((text): Target => ({ state: 'drafted', text, provenance: machine })),
  fc
    .record({ state: fc.constantFrom('translated', 'reviewed', 'final'), text: fc.string({ minLength: 1 }) })
    .map(({ state, text }): Target => ({ state, text, by: 'Lea', provenance: human })),
);

describe('over any versions', () => {
  it("loses none of people's words and changes none", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(sentence, target), { maxLength: 6 }),
        fc.array(sentences, { minLength: 1 }),
        (work, versions) => {
          const units = [
            ...new Map(work.map(([{ id, text }, made]) => [id, { id, source: text, target: made }])).values(),
          ];
          const words = (kept: readonly Kept[]) =>
            kept
              .flatMap((unit) => (isPersons(unit.target) && 'text' in unit.target ? [unit.target.text] : []))
              .sort();
          let master = masterOf(units);
          for (const version of versions) {
            const draft = carry(dispatchOf(version), 'en', master);
            master = masterOf(keptOf(draft), draft.removed);
            expect(words([...master.units, ...master.removed])).toEqual(words(units));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
