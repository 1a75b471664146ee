import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInMemoryStore } from '../../src/memory/in-memory-store.ts';
import { segmentsOf } from '../../src/model/dispatch.ts';
import type { Draft } from '../../src/model/draft.ts';
import { readDispatch, translateDispatch } from '../../src/pipeline.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import type { Translation } from '../../src/provider/provider.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { translate } from '../../src/provider/translate.ts';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { instantClock } from '../provider/clocks.ts';
import { story } from './newsroom.ts';

const segmenter = houseSegmenter('fr');
const answerTo = (text: string, locale: string): string => `[${locale}] ${text}`;

/** What a provider may do to an answer on its way back. Ids of any dispatch may come in `strangers`. */
const mishap = fc.record({
  turn: fc.nat(5),
  reversed: fc.boolean(),
  drop: fc.option(fc.nat(5), { nil: -1 }),
  twice: fc.option(fc.nat(5), { nil: -1 }),
  strangers: fc.boolean(),
});

type Mishap = typeof mishap extends fc.Arbitrary<infer Value> ? Value : never;

function tampered(
  translations: readonly Translation[],
  { turn, reversed, drop, twice, strangers }: Mishap,
  ids: readonly string[],
): Translation[] {
  const own = new Set(translations.map(({ id }) => id));
  const others = strangers ? ids.filter((id) => !own.has(id)) : [];
  const kept = translations.filter((_, index) => index !== drop);
  const turned = [...kept.slice(turn), ...kept.slice(0, turn)];
  return [
    ...others.map((id) => ({ id, text: 'The answer to another question.' })),
    ...(reversed ? turned.reverse() : turned),
    ...kept.slice(twice, twice + 1).map(({ id }) => ({ id, text: 'A second answer.' })),
    ...['__proto__', ''].map((id) => ({ id, text: 'An answer to nobody.' })),
  ];
}

describe('answers that come in another order, too many, twice or not at all', () => {
  it('never stand in a wrong unit: each has its own answer or has failed, also in the master', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(story, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(mishap, { minLength: 1, maxLength: 8 }),
        async (copies, maxTexts, mishaps) => {
          const dispatches = copies.map((copy, index) => {
            const known = { id: `depeche-${index}`, locale: 'fr' };
            return readDispatch(new TextEncoder().encode(copy), known, segmenter).dispatch;
          });
          const ids = dispatches.flatMap((dispatch) => segmentsOf(dispatch).map(({ id }) => id));
          let answers = 0;
          const provider = createScripted({
            capabilities: { maxTexts },
            answers: (text, { target }) => answerTo(text, target),
            tamper(translations) {
              const today = mishaps[answers++ % mishaps.length];
              return today ? tampered(translations, today, ids) : translations;
            },
          });
          const scheduler = createScheduler(provider, { clock: instantClock() });
          const journal = createInMemoryJournal();
          const tools = {
            memory: createInMemoryStore([]),
            fuzzyThreshold: 75,
            termbase: createTermbase([]),
            checks: [],
            ask: (draft: Draft) => translate(draft, { scheduler, journal }),
          };
          const drafts = await Promise.all(
            dispatches.flatMap((dispatch) =>
              ['en', 'de'].map((locale) => translateDispatch(dispatch, locale, undefined, tools)),
            ),
          );
          await scheduler.close();
          for (const draft of drafts) {
            const signOffs = draft.dispatch.paragraphs
              .filter(({ kind }) => kind === 'signoff')
              .flatMap(({ segments }) => segments);
            const kept = new Map(readMaster(writeMaster(draft)).units.map((unit) => [unit.id, unit]));
            for (const { segment, target } of draft.units) {
              expect(kept.get(segment.id)).toEqual({ id: segment.id, source: segment.text, target });
              const right = signOffs.includes(segment) ? segment.text : answerTo(segment.text, draft.locale);
              if (target.state === 'failed') expect(target.code).toMatch(/^answer-(missing|duplicated)$/u);
              else expect(target).toMatchObject({ state: 'drafted', text: right });
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
