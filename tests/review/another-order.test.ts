import { describe, expect, it } from 'vitest';
import type { Draft, Master } from '../../src/model/draft.ts';
import { fittingOrder } from '../../src/model/sentence-order.ts';
import { joinMasters } from '../../src/review/join-masters.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { comeHome, sendOut, story } from './ferry-story.ts';

describe('another order', () => {
  const reordered = (file: string, orders: readonly number[]) => {
    let nth = 0;
    return file.replace(/<target /gu, (found, at: number) => {
      const isSentence = file.lastIndexOf('<segment ', at) > file.lastIndexOf('<ignorable ', at);
      const order = isSentence ? orders[nth++] : undefined;
      return order === undefined ? found : `<target order="${order}" `;
    });
  };

  /** The segments themselves in another order; the blanks between stay where they are. */
  const withSentencesMoved = (file: string, ids: readonly string[]) => {
    const segments = new Map(
      Array.from(file.matchAll(/<segment id="(s\d\w+)"[\s\S]*?<\/segment>/gu), ([text, id]) => [id, text]),
    );
    let nth = 0;
    return file.replace(
      /<segment id="s\d\w+"[\s\S]*?<\/segment>/gu,
      () => segments.get(ids[nth++] ?? '') ?? '',
    );
  };

  it('is taken, kept in the master, goes out and comes home', () => {
    const { draft, file } = sendOut(story(), '2.1');
    const home = comeHome(draft, reordered(file, [3, 1, 5]));
    expect(home.outcome('p1')).toBe('taken');
    expect([...(home.draft.order ?? [])]).toEqual([['p1', ['s2bbb', 's1aaa', 's3ccc']]]);
    expect(readMaster(writeMaster(home.draft)).order).toEqual(home.draft.order);
    expect(comeHome(home.draft, reordered(file, [3, 1, 5])).draft).toBe(home.draft);
    const again = sendOut(home.draft, '2.0');
    expect(comeHome(again.draft, again.file).draft).toBe(again.draft);
    expect(comeHome(home.draft, file).draft).toBe(home.draft);
  });

  it('that was changed there and here conflicts', () => {
    const { draft, file } = sendOut(story(), '2.1');
    const ours: Draft = { ...draft, order: new Map([['p1', ['s3ccc', 's1aaa', 's2bbb']]]) };
    const came = reordered(file, [3, 1, 5]);
    expect(comeHome(ours, came)).toMatchObject({ draft: ours });
    expect(comeHome(ours, came).outcome('p1')).toBe('conflicting');
    expect(comeHome(ours, came, { prefer: 'theirs' }).draft.order?.get('p1')).toEqual([
      's2bbb',
      's1aaa',
      's3ccc',
    ]);
  });

  it('that is none changes nothing, and is told', () => {
    const { draft, file } = sendOut(story(), '2.1');
    const home = comeHome(draft, reordered(file, [9, 1, 5]));
    expect(home.draft).toBe(draft);
    expect(home.outcome('p1')).toBe('refused');
  });

  it('is taken also where the tool has put the sentences themselves into it', () => {
    const { draft, file } = sendOut(story(), '2.1');
    const moved = withSentencesMoved(file, ['s2bbb', 's1aaa', 's3ccc']);
    expect(comeHome(draft, moved).draft).toBe(draft);
    const home = comeHome(draft, reordered(moved, [1, 3, 5]));
    expect(home.draft.order?.get('p1')).toEqual(['s2bbb', 's1aaa', 's3ccc']);
    // And back again, in a file that says so.
    const again = sendOut(home.draft, '2.1');
    const back = again.file.replaceAll(/ order="\d"/gu, '');
    expect(comeHome(again.draft, reordered(back, [1, 3, 5])).draft.order).toBeUndefined();
  });

  it('that a file has lost stays, and is told', () => {
    const { draft, file } = sendOut(
      { ...story(), order: new Map([['p1', ['s3ccc', 's1aaa', 's2bbb']]]) },
      '2.1',
    );
    const home = comeHome(draft, file.replaceAll(/ order="\d"/gu, ''));
    expect(home.draft).toBe(draft);
    expect(home.report.find(({ segment }) => segment === 'p1')?.why).toMatch(/says nothing of any/u);
  });

  it('in a master that is none is refused: nobody’s order is lost', () => {
    const master = writeMaster({ ...story(), order: new Map([['p1', ['s3ccc', 's1aaa', 's2bbb']]]) });
    const broken = master.replace('order="1"', 'order="3"');
    expect(() => readMaster(broken)).toThrow(/unit p1 are in no order/u);
    const moved = withSentencesMoved(master, ['s3ccc', 's1aaa', 's2bbb']);
    expect(readMaster(moved).order).toEqual(readMaster(master).order);
  });

  it('is kept for the sentences that stay where the first has left the story or others have come', () => {
    const { draft, file } = sendOut(story(), '2.1');
    const came = reordered(file, [5, 3, 1]);
    const kept = (ids: readonly string[]): Draft => ({
      ...draft,
      dispatch: {
        ...draft.dispatch,
        paragraphs: draft.dispatch.paragraphs.map((paragraph) => ({
          ...paragraph,
          segments: paragraph.segments.filter(({ id }) => ids.includes(id)),
        })),
      },
      units: draft.units.filter(({ segment }) => ids.includes(segment.id)),
    });
    const without = comeHome(kept(['s1aaa', 's2bbb']), came);
    expect(without.draft.order?.get('p1')).toEqual(['s2bbb', 's1aaa']);
    expect(comeHome(kept([]), came).report.find(({ segment }) => segment === 'p1')?.why).toMatch(
      /left the story/u,
    );
    const first = sendOut(kept(['s1aaa', 's2bbb']), '2.1');
    const whole = { ...draft, exports: first.draft.exports ?? [] };
    expect(comeHome(whole, reordered(first.file, [3, 1])).draft.order?.get('p1')).toEqual([
      's2bbb',
      's3ccc',
      's1aaa',
    ]);
  });

  it('that went out and was changed here since is nobody’s act in a file that has lost its export', () => {
    const first = sendOut({ ...story(), order: new Map([['p1', ['s3ccc', 's1aaa', 's2bbb']]]) }, '2.1');
    const { order: _, ...plain } = first.draft;
    const { draft } = sendOut(plain, '2.1');
    const home = comeHome(draft, first.file.replace(/<mda:meta type="export">[^<]*<\/mda:meta>/u, ''));
    expect(home.draft).toBe(draft);
  });

  it('that only says how the sentences stood before a later wording moved them waits for a decision', () => {
    const { draft, file } = sendOut(story(), '2.1');
    const moved = (version: number): Draft => ({
      ...draft,
      dispatch: {
        ...draft.dispatch,
        version,
        paragraphs: draft.dispatch.paragraphs.map((paragraph) => ({
          ...paragraph,
          segments: paragraph.segments.toReversed(),
        })),
      },
    });
    const later = moved(draft.dispatch.version + 1);
    const came = reordered(file, [1, 3, 5]);
    expect(comeHome(later, came)).toMatchObject({ draft: later });
    expect(comeHome(later, came).outcome('p1')).toBe('conflicting');
    expect(comeHome(later, came, { prefer: 'theirs' }).draft.order?.get('p1')).toEqual([
      's1aaa',
      's2bbb',
      's3ccc',
    ]);
  });

  it('goes with sentences that a desk puts into a paragraph of their own', () => {
    const paragraphs = [
      { id: 'p1', segments: [{ id: 'a' }] },
      { id: 'p2', segments: [{ id: 'x' }, { id: 'b' }, { id: 'c' }] },
    ].map(({ id, segments }) => ({
      id,
      segments: segments.map((each) => ({ ...each, spans: [], text: each.id })),
    }));
    const order = fittingOrder(paragraphs, new Map([['p1', ['c', 'b', 'a']]]));
    expect([...(order ?? [])]).toEqual([['p2', ['x', 'c', 'b']]]);
  });

  it('that two branches have made conflicts; one that a later wording only made shorter does not', () => {
    const master = (version: number, ids: readonly string[], read?: readonly string[]): Master => ({
      id: 'brevine-port',
      source: 'fr',
      target: 'en',
      version,
      units: ids.map((id) => ({ id, source: id, target: { state: 'pending' } })),
      removed: [],
      ...(read && { order: new Map([['p1', read]]) }),
    });
    const all = ['a', 'b', 'c'];
    const base = master(1, all, ['b', 'a', 'c']);
    const both = joinMasters(base, master(1, all, ['c', 'b', 'a']), master(1, all));
    expect(both.conflicts).toMatchObject([{ segment: 'p1', ours: 'c b a', theirs: 'a b c' }]);
    expect(both.master.order?.get('p1')).toEqual(['c', 'b', 'a']);
    const later = joinMasters(base, master(1, all, ['c', 'b', 'a']), master(2, ['a', 'b'], ['b', 'a']));
    expect(later.conflicts).toEqual([]);
    expect(later.master.order?.get('p1')).toEqual(['b', 'a']);
    const before = master(1, ['a']);
    const came = joinMasters(before, master(2, ['a', 'b'], ['b', 'a']), master(2, ['a', 'b']));
    expect(came.master.order?.get('p1')).toEqual(['b', 'a']);
    const undone = joinMasters(base, master(1, all), base);
    expect(undone.master.order).toBeUndefined();
  });
});
