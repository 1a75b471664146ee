import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allUnits, type Draft, mapUnits, profiles, textOf } from '../../src/model/draft.ts';
import { carry } from '../../src/revise/carry.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { rememberExport } from '../../src/xliff/remember-export.ts';
import { wordingHash } from '../../src/xliff/segment-record.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { draft as arbitraryDraft, target as arbitraryTarget } from './arbitrary-draft.ts';
import { exampleDraft, segment, unit } from './example-draft.ts';

const profile = fc.constantFrom(...profiles);

/** The draft after each of the exports, its targets changed between one and the next. */
const exported = fc
  .tuple(
    arbitraryDraft,
    fc.array(fc.tuple(profile, fc.array(arbitraryTarget, { minLength: 1 })), { maxLength: 4 }),
  )
  .map(([draft, exports]) =>
    exports.reduce<Draft>((before, [to, targets]) => {
      let at = 0;
      const { draft: after } = rememberExport(before, to);
      return mapUnits(after, (unit) => ({ ...unit, target: targets[at++ % targets.length] ?? unit.target }));
    }, draft),
  );

describe('an export', () => {
  it('is remembered by the master with the source, state and words of every segment', () => {
    const draft = exampleDraft();
    const { draft: after, export: made } = rememberExport(draft, '1.2');
    expect(made).toMatchObject({ profile: '1.2' });
    expect(made.id).toMatch(/^e1-[0-9a-f]{10}$/);
    for (const { segment, target } of allUnits(draft)) {
      const text = textOf(target);
      expect(made.segments.get(segment.id)).toEqual({
        sourceHash: wordingHash(segment.text),
        state: target.state,
        ...('was' in target && { was: target.was }),
        ...(text !== undefined && { text }),
        ...('provenance' in target && { origin: target.provenance.origin }),
      });
    }
    expect(made.segments.size).toBe(allUnits(draft).length);
    expect(readMaster(writeMaster(after)).exports).toEqual([made]);
  });

  it('has the same id, and changes nothing, where the same goes out again', () => {
    fc.assert(
      fc.property(exported, profile, (draft, to) => {
        const first = rememberExport(draft, to);
        const again = rememberExport(first.draft, to);
        expect(again.export.id).toBe(first.export.id);
        expect(again.draft).toBe(first.draft);
      }),
    );
  });

  it('has the id it had when the same words went out before others did', () => {
    const { draft, export: first } = rememberExport(exampleDraft(), '2.0');
    const edited = mapUnits(draft, (unit) => ({ ...unit, target: { state: 'pending' } }));
    const second = rememberExport(edited, '2.0');
    expect(second.export.id).toMatch(/^e2-/);
    const back = rememberExport({ ...exampleDraft(), exports: second.draft.exports ?? [] }, '2.0');
    expect(back.export).toBe(first);
  });

  it('has another id in another profile, and for other words', () => {
    const ids = profiles.map((to) => rememberExport(exampleDraft(), to).export.id);
    expect(new Set(ids).size).toBe(profiles.length);
  });
});

describe('a master with exports', () => {
  it('gives them all back, those of segments that left the story included', () => {
    fc.assert(
      fc.property(exported, (draft) => {
        expect(readMaster(writeMaster(draft)).exports).toEqual(draft.exports);
        const withoutLast = { ...draft, units: [], dispatch: { ...draft.dispatch, paragraphs: [] } };
        expect(readMaster(writeMaster(withoutLast)).exports).toEqual(draft.exports);
      }),
      { numRuns: 200 },
    );
  });

  it('is written to the same bytes from what was read', () => {
    fc.assert(
      fc.property(exported, (draft) => {
        const written = writeMaster(draft);
        const { exports } = readMaster(written);
        expect(writeMaster({ ...draft, ...(exports && { exports }) })).toBe(written);
      }),
    );
  });

  it('carries them over to the next draft', () => {
    fc.assert(
      fc.property(exported, (draft) => {
        const next = carry(draft.dispatch, draft.locale, readMaster(writeMaster(draft)));
        expect(next.exports).toEqual(draft.exports);
      }),
    );
  });

  it('writes a text that went out unchanged many times once', () => {
    const once = rememberExport(exampleDraft(), '1.2').draft;
    const written = writeMaster(profiles.reduce((draft, to) => rememberExport(draft, to).draft, once));
    const sentOnce = written.match(/type="text">Brévine harbour reopens</gu);
    expect(sentOnce).toHaveLength(1);
  });

  it('without exports is as it was', () => {
    expect(writeMaster(exampleDraft())).not.toContain('depeche:export');
    expect(readMaster(writeMaster(exampleDraft()))).not.toHaveProperty('exports');
  });

  it.each([
    ['of a profile that is none', /(type="profile">)1\.2/u, '$13.0', '“3.0” is no profile'],
    ['of which the list does not know', /(type="exports">)e1-/u, '$1e9-', 'there is no export “e9-'],
    ['without an id', /(category="depeche:export") id="[^"]*"/u, '$1', 'cannot be the id of an export'],
    [
      'with a state that is not ours',
      /(type="state">)final(?=<\/mda:meta><mda:meta type="text")/u,
      '$1done',
      'unknown state “done”',
    ],
  ])('is refused with an export %s', (_, pattern, replacement, message) => {
    const written = writeMaster(rememberExport(exampleDraft(), '1.2').draft);
    const damaged = written.replace(pattern, replacement);
    expect(damaged).not.toBe(written);
    expect(() => readMaster(damaged)).toThrow(message);
  });
});

it('a dispatch of a hundred thousand sentences goes out', () => {
  const { dateline: _, ...base } = exampleDraft();
  const units = Array.from({ length: 100_000 }, (_, at) =>
    unit(segment(`s${at}`, `Phrase ${at}.`), { state: 'pending' }),
  );
  const paragraphs = [{ id: 'p1', kind: 'body', segments: units.map((each) => each.segment) }] as const;
  const draft = { ...base, dispatch: { ...base.dispatch, paragraphs }, units };
  expect(rememberExport(draft, '1.2').export.segments.size).toBe(100_000);
});
