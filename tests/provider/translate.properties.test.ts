import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target, Unit } from '../../src/model/draft.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { draftOf, machine } from './drafts.ts';
import { run, textsOf } from './run.ts';

const sentence = fc.constantFrom('Un.', 'Deux.', 'Trois.', 'Quatre.', 'Cinq.', 'Москва 🙂.', '__proto__');
const story = fc.array(sentence, { minLength: 1, maxLength: 12 });

describe('whatever happens', () => {
  it('pays for nothing twice when a run is stopped anywhere and begun again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(story, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (stories, stopAt, maxTexts) => {
          const journal = createInMemoryJournal();
          const drafts = stories.flatMap((sentences, index) =>
            ['de', 'en'].map((locale) => draftOf(sentences, { id: `d${index}`, locale })),
          );
          const paid: string[] = [];
          const stop = new AbortController();
          const provider = createScripted({
            delay: 1,
            clock: { sleep: async () => {} },
            capabilities: { maxTexts },
            failures: (call) => {
              if (call > stopAt) stop.abort();
              return undefined;
            },
            answers: (text, { target }) => {
              paid.push(`${target} ${text}`);
              return `[${target}] ${text}`;
            },
          });
          await run(drafts, provider, { journal, stop: stop.signal, concurrency: 2 });
          const resumed = await run(drafts, provider, { journal });
          const expected = drafts.flatMap(({ locale, units }) =>
            Array.from(new Set(units.map(({ segment }) => segment.text)), (text) => `${locale} ${text}`),
          );
          expect(paid.toSorted()).toEqual(expected.toSorted());
          for (const draft of resumed.drafts) {
            expect(textsOf(draft)).toEqual(
              draft.units.map(({ segment }) => `[${draft.locale}] ${segment.text}`),
            );
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('gives the same drafts for answers in any order', async () => {
    await fc.assert(
      fc.asyncProperty(story, fc.integer({ min: 0, max: 6 }), async (sentences, turn) => {
        const tampered = createScripted({
          tamper: (translations) =>
            [...translations.slice(turn), ...translations.slice(0, turn)].toReversed(),
        });
        const draft = draftOf(sentences);
        expect((await run([draft], tampered)).drafts).toEqual((await run([draft], createScripted())).drafts);
      }),
      { numRuns: 50 },
    );
  });

  it('changes no words of people or of the memory, with redo or without, whatever the provider does', async () => {
    const person = { by: 'A. Reviewer', provenance: machine('scripted') } as const;
    const kept = fc.constantFrom<Target>(
      { state: 'recalled', text: 'R', match: 'exact', provenance: { origin: { kind: 'memory' }, steps: [] } },
      { state: 'translated', text: 'T', ...person },
      { state: 'reviewed', text: 'V', ...person },
      { state: 'final', text: 'F', ...person },
      { state: 'stale', text: 'S', was: 'final', previousSource: 'Avant.', ...person },
    );
    const failure = fc.option(fc.constantFrom('bad-answer', 'quota', 'too-large', 'unavailable' as const), {
      nil: undefined,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(sentence, fc.option(kept, { nil: undefined })), { minLength: 1, maxLength: 12 }),
        failure,
        fc.boolean(),
        async (rows, kind, redo) => {
          const targets = rows.map(([, target]) => target);
          const draft = draftOf(
            rows.map(([text]) => text),
            { targets },
          );
          const provider = createScripted({ failures: () => kind, name: 'deepl' });
          const after = (await run([draft], provider, { redo })).drafts[0];
          for (const [index, target] of targets.entries()) {
            if (target) expect(withoutProposal(after?.units[index])).toEqual(draft.units[index]);
          }
          expect(after?.dispatch).toBe(draft.dispatch);
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** What a machine proposes beside a person's stale words is no part of them. */
function withoutProposal(unit: Unit | undefined): Unit | undefined {
  if (unit?.target.state !== 'stale') return unit;
  const { proposed: _, ...target } = unit.target;
  return { ...unit, target };
}
