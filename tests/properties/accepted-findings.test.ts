import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allUnits, type Draft, mapUnits, type Target, textOf, type Unit } from '../../src/model/draft.ts';
import type { Issue } from '../../src/model/issue.ts';
import { acceptFinding } from '../../src/review/accept-finding.ts';
import { wordingOf } from '../../src/text/wording.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { conditions, newsroom, story } from './newsroom.ts';

/** What a person accepted, beside the words and the source they had before them. */
type Given = {
  readonly check: string;
  readonly message: string;
  /** Where: a check can say the same of two places. */
  readonly spans: string;
  readonly words: string;
  readonly source: string;
  /** Whether the words have stood in every run since; unknown once the sentence has left the story. */
  stands: boolean | 'unknown';
};

const step = fc.record({
  copy: story,
  conditions,
  accepts: fc.array(fc.record({ nth: fc.nat(40), locale: fc.nat(1) }), { maxLength: 3 }),
  edits: fc.array(fc.record({ nth: fc.nat(40), locale: fc.nat(1), number: fc.constantFrom(7, 8) }), {
    maxLength: 2,
  }),
});

function spansOf({ source, target }: Issue): string {
  return JSON.stringify([source, target]);
}

/** The findings that `accept-finding` takes: those of units with words. */
function findingsIn(draft: Draft) {
  return allUnits(draft).flatMap((unit) =>
    (textOf(unit.target) ?? '').trim() === ''
      ? []
      : unit.issues
          .filter(({ check }) => check !== 'marked-for-work')
          .map((issue) => ({
            unit,
            issue,
            nth: 1 + unit.issues.filter(({ check }) => check === issue.check).indexOf(issue),
          })),
  );
}

/** @param left what was accepted in sentences that have left the story: their work comes back for a sentence that says the same */
function expectHonest(unit: Unit, given: readonly Given[], left: readonly Given[]): void {
  const text = textOf(unit.target);
  for (const entry of given) if (entry.stands === true && text !== entry.words) entry.stands = false;
  for (const issue of unit.issues) {
    const reasons = [...given, ...left].filter(
      ({ check, message, spans, words, source }) =>
        check === issue.check &&
        spans === spansOf(issue) &&
        message === issue.message &&
        words === text &&
        source === wordingOf(unit.segment.text),
    );
    if (issue.accepted) expect(reasons.filter(({ stands }) => stands !== false)).not.toEqual([]);
    else expect(reasons.filter(({ stands }) => stands === true)).toEqual([]);
  }
}

describe('whatever providers, memories, glossaries, later versions and edits come', () => {
  it('an accepted finding stays accepted while its words stand, is gone when they change, and hides no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
        const room = newsroom();
        const given = new Map<string, Given[]>();
        const givenFor = (draft: Draft, id: string): Given[] => {
          const key = `${draft.locale} ${id}`;
          const known = given.get(key) ?? [];
          given.set(key, known);
          return known;
        };
        for (const { copy, conditions: today, accepts, edits } of steps) {
          const drafts = [...(await room.run(copy, today))];
          for (const draft of drafts) {
            const units = allUnits(draft);
            const present = new Set(units.map(({ segment }) => `${draft.locale} ${segment.id}`));
            for (const [key, entries] of given) {
              if (!key.startsWith(`${draft.locale} `) || present.has(key)) continue;
              for (const entry of entries) if (entry.stands === true) entry.stands = 'unknown';
            }
            const left = [...given].flatMap(([key, entries]) =>
              key.startsWith(`${draft.locale} `) ? entries.filter(({ stands }) => stands === 'unknown') : [],
            );
            for (const unit of units) expectHonest(unit, givenFor(draft, unit.segment.id), left);
          }
          for (const { nth, locale } of accepts) {
            const at = locale % drafts.length;
            const draft = drafts[at];
            const found = draft && findingsIn(draft);
            const chosen = found?.[nth % found.length];
            if (!draft || !chosen) continue;
            const { unit, issue } = chosen;
            const named = { check: issue.check, segment: unit.segment.id, nth: chosen.nth };
            const accepted = acceptFinding(draft, named, { by: 'Ada' });
            drafts[at] = accepted.draft;
            room.files.set(`${draft.locale}/depeche.xlf`, writeMaster(accepted.draft));
            givenFor(draft, unit.segment.id).push({
              check: issue.check,
              message: issue.message,
              spans: spansOf(issue),
              words: textOf(unit.target) ?? '',
              source: wordingOf(unit.segment.text),
              stands: true,
            });
          }
          for (const { nth, locale, number } of edits) {
            const at = locale % drafts.length;
            const draft = drafts[at];
            const unit = draft && allUnits(draft)[nth % allUnits(draft).length];
            if (!draft || !unit) continue;
            const text = `Ada counted ${number}, 11, 12.`;
            const provenance = { origin: { kind: 'human', by: 'Ada' }, steps: [] } as const;
            const target: Target = { state: 'translated', text, by: 'Ada', provenance };
            room.decide(draft, unit.segment.id, target);
            drafts[at] = mapUnits(draft, (one) =>
              one.segment.id === unit.segment.id ? { ...one, target } : one,
            );
            for (const entry of givenFor(draft, unit.segment.id))
              if (entry.words !== text) entry.stands = false;
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
