import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileBundle } from '../../src/bundle/compile.ts';
import { disclosureOf } from '../../src/bundle/disclosure.ts';
import { emptyManifest, entryAfter, withEntries } from '../../src/bundle/manifest.ts';
import { checks } from '../../src/check/checks.ts';
import { runChecks } from '../../src/check/run-checks.ts';
import { entriesOf } from '../../src/memory/entries-of.ts';
import { createInMemoryStore } from '../../src/memory/in-memory-store.ts';
import { recall } from '../../src/memory/recall.ts';
import { type Dispatch, type Encoding, segmentsOf } from '../../src/model/dispatch.ts';
import type { Draft } from '../../src/model/draft.ts';
import { readDispatch } from '../../src/pipeline.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { translate } from '../../src/provider/translate.ts';
import { carry } from '../../src/revise/carry.ts';
import { keepSignOffs } from '../../src/revise/sign-off.ts';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { localiseDateline } from '../../src/termbase/dateline.ts';
import { enforceTerms } from '../../src/termbase/enforce.ts';
import { scoreTerms } from '../../src/termbase/score.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { encode } from '../../src/wire/encode.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { instantClock } from '../provider/clocks.ts';
import { conditions, newsroom, story } from './newsroom.ts';

const segmenter = houseSegmenter('fr');

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inside of Object.values(value)) frozen(inside);
  }
  return value;
}

describe('a dispatch', () => {
  it('is the same behind every stage, and so is its order; no stage writes into what it is given', async () => {
    const expectSame = (draft: Draft, dispatch: Dispatch): Draft => {
      expect(draft.dispatch).toBe(dispatch);
      expect(draft.units.map(({ segment }) => segment)).toEqual(segmentsOf(dispatch));
      return frozen(draft);
    };
    await fc.assert(
      fc.asyncProperty(story, story, conditions, async (first, second, today) => {
        const { memory = [], termbase = createTermbase([]), provider = createScripted() } = today;
        const room = newsroom(['en']);
        await room.run(first);
        const master = readMaster(room.files.get('en/depeche.xlf') ?? '');
        const record = JSON.parse(room.files.get('fr/depeche.dispatch.json') ?? '');
        const known = { id: 'depeche', locale: 'fr', record };
        const read = readDispatch(new TextEncoder().encode(second), known, segmenter);
        const dispatch = frozen(read.dispatch);
        const scheduler = createScheduler(provider, { clock: instantClock(), attempts: 2 });
        const tools = { scheduler, journal: createInMemoryJournal(), redo: true };

        let draft = expectSame(carry(dispatch, 'en', frozen(master)), dispatch);
        draft = expectSame(keepSignOffs(draft), dispatch);
        draft = expectSame(await recall(draft, createInMemoryStore(memory)), dispatch);
        draft = expectSame(await translate(draft, tools), dispatch);
        draft = expectSame(localiseDateline(draft, termbase), dispatch);
        draft = expectSame(enforceTerms(draft, termbase), dispatch);
        draft = expectSame(runChecks(draft, { termbase, checks }), dispatch);
        await scheduler.close();
        writeMaster(draft);
        compileBundle(draft);
        disclosureOf(draft);
        scoreTerms(draft, termbase);
        entriesOf(draft, 'en/depeche.xlf');
        const entry = entryAfter(undefined, dispatch, [draft], { minState: 'drafted' });
        withEntries(frozen(emptyManifest), new Map([['depeche', entry]]));
      }),
      { numRuns: 60 },
    );
  });
});

const encodings: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1'];
const ending = fc.constantFrom('\n', '\r\n', '\r');

/** Copy as desks send it: notes, headlines, datelines, lines that break anywhere. */
const wire = fc
  .tuple(
    fc.constantFrom('', 'date 2021-05 ATTENTION - ajoute bilan ///\n\n', 'URGENT\nLe port rouvre\n\n'),
    story,
    fc.integer({ min: 20, max: 80 }),
    ending,
  )
  .map(([top, copy, width, end]) => {
    const lines = copy.replace(new RegExp(`(?=\\S)(.{1,${width}})(?: |$)`, 'gmu'), '$1\n');
    return (top + lines).replaceAll('’', "'").replaceAll('\n', end);
  });

describe('the spans of a dispatch', () => {
  it('are ordered and disjoint, and with the gaps between them, encoded as they came, give back the bytes', () => {
    fc.assert(
      fc.property(wire, fc.constantFrom(...encodings), fc.boolean(), (text, encoding, marked) => {
        const bom = marked && encoding.startsWith('utf');
        const bytes = encode(text, encoding, bom);
        const { dispatch } = readDispatch(bytes, { id: 'a', locale: 'fr', encoding }, segmenter);
        const { raw, header, dateline } = dispatch;
        const spans = [
          ...(header.note ? [header.note.span] : []),
          ...(dateline ? [dateline.span] : []),
          ...segmentsOf(dispatch).flatMap((segment) => segment.spans),
        ];
        // The headline stands before a dateline, and is read with the paragraphs.
        spans.sort((left, right) => left.start - right.start);
        const pieces: Uint8Array[] = bom ? [encode('', dispatch.encoding, true)] : [];
        let at = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          pieces.push(encode(raw.slice(at, start), dispatch.encoding, false));
          pieces.push(encode(raw.slice(start, end), dispatch.encoding, false));
          at = end;
        }
        pieces.push(encode(raw.slice(at), dispatch.encoding, false));
        expect(Buffer.concat(pieces).equals(Buffer.from(bytes))).toBe(true);
        for (const segment of segmentsOf(dispatch)) {
          expect(segment.spans.map(({ start, end }) => raw.slice(start, end)).join(' ')).toBe(segment.text);
        }
      }),
      { numRuns: 300 },
    );
  });
});
