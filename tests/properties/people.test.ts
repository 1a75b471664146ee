import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allUnits, type Draft, isPersons, type Target } from '../../src/model/draft.ts';
import { conditions, newsroom, story, targetsOf } from './newsroom.ts';

type PersonsTarget = Extract<Target, { state: 'translated' | 'reviewed' | 'final' }>;

/** What a person decided, and the source they had before them. */
type Decision = { readonly source: string; readonly target: PersonsTarget };

/** A person takes the nth unit of a draft in hand: writes it anew, or signs what stands there. */
const act = fc.record({
  nth: fc.nat(20),
  locale: fc.nat(1),
  state: fc.constantFrom('translated' as const, 'reviewed' as const, 'final' as const),
  keepsWords: fc.boolean(),
});

const step = fc.record({ copy: story, conditions, acts: fc.array(act, { maxLength: 3 }) });

/** Desks type apostrophes as they like; that is no other source. */
const typed = (text: string): string => text.replace(/’/gu, "'");

function expected({ source, target }: Decision, sourceNow: string): object {
  if (typed(source) === typed(sourceNow)) return target;
  const { state, ...work } = target;
  return { ...work, state: 'stale', was: state, previousSource: expect.any(String) };
}

describe('whatever providers, redo, memories, glossaries and later versions come', () => {
  it("no word of people's is changed or lost, and only another source makes their work stale", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        const room = newsroom();
        const decisions = new Map<string, Map<string, Decision>>();
        let count = 0;
        for (const { copy, conditions: today, acts } of steps) {
          const drafts = await room.run(copy, today);
          for (const draft of drafts) {
            const made = decisions.get(draft.locale) ?? new Map<string, Decision>();
            decisions.set(draft.locale, made);
            expectKept(draft, made);
          }
          const latest = [...drafts];
          for (const { nth, locale, state, keepsWords } of acts) {
            const draft = latest[locale % latest.length];
            const unit = draft && allUnits(draft)[nth % allUnits(draft).length];
            const made = draft && decisions.get(draft.locale);
            if (!draft || !unit || !made) continue;
            count += 1;
            const before = unit.target;
            const text =
              keepsWords && 'text' in before && isPersons(before)
                ? before.text
                : `Ada ${count}: Anne Roy and Anne King in Brest.`;
            const origin =
              'provenance' in before ? before.provenance.origin : ({ kind: 'human', by: 'Ada' } as const);
            const target: PersonsTarget = {
              state,
              text,
              by: 'Ada',
              at: '2021-05-03T10:00:00Z',
              provenance: { origin, steps: [{ did: 'edited', by: 'Ada' }] },
            };
            if ('text' in before) made.delete(before.text);
            made.set(text, { source: unit.segment.text, target });
            room.decide(draft, unit.segment.id, target);
            const change = (one: typeof unit) => (one === unit ? { ...one, target } : one);
            latest[locale % latest.length] = {
              ...draft,
              ...(draft.dateline && { dateline: change(draft.dateline) }),
              units: draft.units.map(change),
            };
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** What a machine proposes beside a person's words is no part of them. */
function withoutProposal(target: Target): Target {
  if (target.state !== 'stale') return target;
  const { proposed: _, ...work } = target;
  return work;
}

function expectKept(draft: Draft, decisions: ReadonlyMap<string, Decision>): void {
  const all = targetsOf(draft);
  for (const [text, decision] of decisions) {
    const found = all.filter(({ target }) => 'text' in target && target.text === text);
    expect(found.map(({ target }) => withoutProposal(target))).toEqual([
      expected(decision, found[0]?.source ?? ''),
    ]);
  }
  const persons = all.filter(({ target }) => isPersons(target));
  expect(persons).toHaveLength(decisions.size);
}
