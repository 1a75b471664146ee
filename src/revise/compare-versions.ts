import type { Revision } from '../model/dispatch.ts';
import { wordingOf } from '../text/wording.ts';
import { type DispatchRecord, type RecordedSegment, storyAt } from './record.ts';

/** What became of the sentences of a story from one version to another. */
export type Changes = Pick<Revision, 'changed' | 'added' | 'moved' | 'removed'>;

/**
 * Compares two versions of a story by the ids of their sentences. A sentence moved where its neighbours stayed; of two that changed places
 * one is told.
 */
export function compareVersions(
  before: readonly RecordedSegment[],
  after: readonly RecordedSegment[],
): Changes {
  const had = new Map(before.map(({ id, text }) => [id, text]));
  const has = new Set(after.map(({ id }) => id));
  const places = new Map(before.map(({ id }, place) => [id, place]));
  const stayed = after.flatMap(({ id }) => places.get(id) ?? []);
  const inOrder = longestRise(stayed);
  return {
    changed: after.flatMap(({ id, text }) => {
      const was = had.get(id);
      return was === undefined || wordingOf(was) === wordingOf(text) ? [] : [{ id, was }];
    }),
    added: after.flatMap(({ id }) => (had.has(id) ? [] : [id])),
    moved: after.flatMap(({ id }) => {
      const place = places.get(id);
      return place === undefined || inOrder.has(place) ? [] : [id];
    }),
    removed: before.flatMap(({ id, text }) => (has.has(id) ? [] : [{ id, was: text }])),
  };
}

/** One sentence of two versions of a story, and what became of it. */
export type SentenceChange = {
  readonly segment: string;
  readonly kind: 'unchanged' | 'changed' | 'new' | 'moved' | 'removed';
  /** What it says, or said before it left. */
  readonly text: string;
  /** What it said before, where it was changed. */
  readonly was?: string;
};

/** Both versions in one list: the later one in reading order, each sentence that has left it behind the one it followed. */
export function sentenceChanges(
  before: readonly RecordedSegment[],
  after: readonly RecordedSegment[],
): readonly SentenceChange[] {
  const { changed, added, moved } = compareVersions(before, after);
  const previous = new Map(changed.map(({ id, was }) => [id, was]));
  const [fresh, elsewhere] = [new Set(added), new Set(moved)];
  const list = after.map(({ id: segment, text }): SentenceChange => {
    const was = previous.get(segment);
    if (was !== undefined) return { segment, kind: 'changed', text, was };
    return {
      segment,
      kind: fresh.has(segment) ? 'new' : elsewhere.has(segment) ? 'moved' : 'unchanged',
      text,
    };
  });
  const present = new Set(after.map(({ id }) => id));
  for (const [place, { id: segment, text }] of before.entries()) {
    if (present.has(segment)) continue;
    const behind = list.findIndex((one) => one.segment === before[place - 1]?.id);
    list.splice(behind + 1, 0, { segment, kind: 'removed', text });
  }
  return list;
}

/** What the newest version of a dispatch changed; nothing for the first one, or where an earlier depeche kept too little of the one before. */
export function revisionOf(record: DispatchRecord): Revision | undefined {
  const last = record.versions.at(-1);
  const previous = record.versions.at(-2);
  const before = previous && storyAt(record, previous.version);
  const after = last && storyAt(record, last.version);
  if (!before || !after) return undefined;
  const told = last.update ?? { kind: 'write-through', repeated: before.length, of: before.length };
  return { revises: previous.version, ...told, ...compareVersions(before, after) };
}

/** The numbers of a longest rising part of a list, each number standing in it once (Schensted 1961). */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const number of numbers) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before.set(number, low === 0 ? undefined : ends[low - 1]);
    ends[low] = number;
  }
  const rise = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) rise.add(at);
  return rise;
}
