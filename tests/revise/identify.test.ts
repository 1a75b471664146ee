import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Copy } from '../../src/model/copy.ts';
import { type Dispatch, segmentsOf } from '../../src/model/dispatch.ts';
import { identify } from '../../src/revise/identify.ts';
import { type DispatchRecord, usedIds } from '../../src/revise/record.ts';

/** A dispatch of paragraphs of sentences, as the rooms before this one would hand it over. */
function revise(
  paragraphs: readonly (readonly string[])[],
  record?: DispatchRecord,
): { dispatch: Dispatch; record: DispatchRecord } {
  const copy: Copy = {
    raw: paragraphs.flat().join('\n'),
    encoding: 'utf-8',
    bom: false,
    header: { status: 'usable' },
    blocks: [],
  };
  const blocks = paragraphs.map((sentences) => ({
    kind: 'body' as const,
    sentences: sentences.map((text) => ({ text, spans: [] })),
  }));
  return identify(copy, blocks, { id: 'essai', locale: 'fr', record });
}

const idsOf = (dispatch: Dispatch) =>
  new Map(segmentsOf(dispatch).map((segment) => [segment.text, segment.id]));

const first = [
  ['Le barrage de Montbel a cédé lundi à l’aube.', 'Deux villages ont été évacués.'],
  ['Le préfet s’est rendu sur place dans la matinée.', 'Aucune victime n’est à déplorer.'],
];

describe('identity', () => {
  it('gives ids that depend on nothing but dispatch, text and occurrence', () => {
    expect(revise(first).dispatch).toEqual(revise(first).dispatch);
    const ids = segmentsOf(revise(first).dispatch).map((segment) => segment.id);
    expect(ids.every((id) => /^s[0-9a-z]{5}$/u.test(id))).toBe(true);
  });

  it('keeps the record, and the version, of copy that says the same', () => {
    const before = revise(first);
    const straight = first.map((sentences) => sentences.map((text) => text.replaceAll('’', "'")));
    expect(revise(first, before.record).record).toBe(before.record);
    expect([...idsOf(revise(straight, before.record).dispatch).values()]).toEqual([
      ...idsOf(before.dispatch).values(),
    ]);
  });

  it('keeps the id of a sentence that was reworded, and of one that moved', () => {
    const before = revise(first);
    const after = revise(
      [
        ['Aucune victime n’est à déplorer.', 'Le barrage de Montbel a cédé mardi à l’aube.'],
        ['Une enquête est ouverte par le parquet de Foix.', 'Deux villages ont été évacués.'],
      ],
      before.record,
    );
    const old = idsOf(before.dispatch);
    const now = idsOf(after.dispatch);
    expect(now.get('Aucune victime n’est à déplorer.')).toBe(old.get('Aucune victime n’est à déplorer.'));
    expect(now.get('Le barrage de Montbel a cédé mardi à l’aube.')).toBe(
      old.get('Le barrage de Montbel a cédé lundi à l’aube.'),
    );
    expect([...old.values()]).not.toContain(now.get('Une enquête est ouverte par le parquet de Foix.'));
    expect(after.dispatch.version).toBe(2);
    expect(after.record.removed.map((segment) => segment.text)).toEqual([
      'Le préfet s’est rendu sur place dans la matinée.',
    ]);
  });

  it('tells two sentences with the same words apart', () => {
    const { dispatch } = revise([['Il a nié.', 'Elle aussi.', 'Il a nié.']]);
    expect(new Set(segmentsOf(dispatch).map((segment) => segment.id)).size).toBe(3);
  });
});

it('takes a time that grows with the copy, not with its square', () => {
  const refrain = Array.from({ length: 40_000 }, () => 'Une phrase.');
  const verses = Array.from({ length: 40_000 }, (_, index) => `Le ${index} a gagné.`);
  // At a cost that grows with the square this takes minutes, and the runner gives up.
  const before = revise([refrain]);
  const ids = segmentsOf(revise([refrain, verses], before.record).dispatch).map((segment) => segment.id);
  expect(ids.slice(0, refrain.length)).toEqual(segmentsOf(before.dispatch).map((segment) => segment.id));
});

const sentence = fc
  .constantFrom(...'abcdefgh')
  .map((letter) => `Phrase ${letter} de la dépêche ${letter.repeat(3)}.`);
const story = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

describe('over any number of versions', () => {
  it('never uses an id again, and keeps that of every sentence that stays', () => {
    fc.assert(
      fc.property(fc.array(story, { minLength: 2, maxLength: 6 }), (versions) => {
        let record: DispatchRecord | undefined;
        const everRemoved = new Set<string>();
        for (const version of versions) {
          const before = record;
          const next = revise(version, record);
          record = next.record;
          const ids = next.dispatch.paragraphs.flatMap((paragraph) => [
            paragraph.id,
            ...paragraph.segments.map((segment) => segment.id),
          ]);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.filter((id) => everRemoved.has(id))).toEqual([]);
          const old = (before?.paragraphs ?? []).flatMap((paragraph) => paragraph.segments);
          for (const text of new Set(old.map((segment) => segment.text))) {
            const had = old.filter((segment) => segment.text === text).map((segment) => segment.id);
            const has = segmentsOf(next.dispatch).filter((segment) => segment.text === text);
            const stay = Math.min(had.length, has.length);
            expect(has.filter((segment) => had.includes(segment.id)).length).toBe(stay);
          }
          for (const id of usedIds(before)) if (id !== 'dateline' && !ids.includes(id)) everRemoved.add(id);
        }
      }),
      { numRuns: 200 },
    );
  });
});
