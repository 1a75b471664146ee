import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../src/bundle/read-manifest.ts';
import { readStory } from '../../src/bundle/reader.ts';
import { segmentsOf } from '../../src/model/dispatch.ts';
import type { Draft } from '../../src/model/draft.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { newsroom, story } from './newsroom.ts';

const typed = (text: string): string => text.replace(/’/gu, "'");
const idsIn = ({ dispatch }: Draft): string[] => [
  ...dispatch.paragraphs.map(({ id }) => id),
  ...segmentsOf(dispatch).map(({ id }) => id),
];

describe('a sentence', () => {
  it('that stays keeps its id in every later version, and no id is ever used again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(story, { minLength: 2, maxLength: 6 }), async (copies) => {
        const room = newsroom(['en']);
        const gone = new Set<string>();
        let before: Draft | undefined;
        for (const copy of copies) {
          const [draft] = await room.run(copy);
          if (!draft) throw new Error('one locale gives one draft');
          const ids = idsIn(draft);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.filter((id) => gone.has(id))).toEqual([]);
          const idsByText = (one: Draft | undefined) =>
            Map.groupBy(one ? segmentsOf(one.dispatch) : [], ({ text }) => typed(text));
          for (const [text, had] of idsByText(before)) {
            const has = idsByText(draft).get(text) ?? [];
            const old = new Set(had.map(({ id }) => id));
            expect(has.filter(({ id }) => old.has(id))).toHaveLength(Math.min(had.length, has.length));
          }
          for (const id of before ? idsIn(before) : []) if (!ids.includes(id)) gone.add(id);
          before = draft;
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** The keys of a JSON object in another order. */
function shuffled(json: string, turn: number): object {
  const entries = Object.entries<unknown>(JSON.parse(json)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)]);
}

/** The units of a master in another order. */
function unitsTurned(master: string, turn: number): string {
  const units = master.match(/^ {4}<unit .*?^ {4}<\/unit>\n/gmsu) ?? [];
  const rest = master.replace(/^ {4}<unit .*?^ {4}<\/unit>\n/gmsu, '');
  const turned = [...units.slice(turn), ...units.slice(0, turn)].toReversed().join('');
  return rest.replace('  </file>', () => `${turned}  </file>`);
}

describe('the order a story is read in', () => {
  it('is that of the copy, whatever the order of units in the master and of keys in the bundle', async () => {
    await fc.assert(
      fc.asyncProperty(story, fc.nat(9), async (copy, turn) => {
        const room = newsroom(['en']);
        const today = { provider: createScripted() };
        const [draft] = await room.run(copy, today);
        if (!draft) throw new Error('one locale gives one draft');
        const starts = segmentsOf(draft.dispatch).map(({ spans }) => spans[0]?.start ?? -1);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));

        const master = room.files.get('en/depeche.xlf') ?? '';
        room.files.set('en/depeche.xlf', unitsTurned(master, turn));
        const [again] = await room.run(copy, today);
        expect(again?.units).toEqual(draft.units);
        expect(room.files.get('en/depeche.xlf')).toBe(master);

        const bundle = new Map(Object.entries(shuffled(room.files.get('en/depeche.json') ?? '', turn)));
        const read = readStory(
          readManifest(room.files.get('manifest.json') ?? ''),
          { languages: ['en'], getResource: (_lng, _ns, key) => bundle.get(key ?? '') },
          'depeche',
        );
        const headed = draft.dispatch.paragraphs.filter(({ kind }) => kind === 'headline').slice(0, 1);
        expect(read?.paragraphs.map(({ id, sentences }) => [id, ...sentences.map((one) => one.id)])).toEqual(
          draft.dispatch.paragraphs
            .filter((paragraph) => !headed.includes(paragraph))
            .map(({ id, segments }) => [id, ...segments.map((segment) => segment.id)]),
        );
      }),
      { numRuns: 60 },
    );
  });
});
