import type { Branch, Told } from './desk.ts';
import type { Asked, Work } from './ledger.ts';
import type { AskedOrders, Reading, Readings } from './orders.ts';
import { rankOf } from './parcel.ts';
import { readMaster } from './remembering.ts';
import type { Wording } from './wording.ts';

/** A branch with what people stand for on it. */
export type Line = {
  readonly branch: Branch;
  readonly wording: Wording;
  readonly works: readonly Work[];
  readonly readings: Readings;
};

/**
 * What the joining of two branches may change on ours: where people worked on theirs, and nobody did on ours since the fork, theirs comes
 * in; where both did, the same words go as far as the further of them, and anything else is a conflict that has to be told.
 */
export function forked(base: Line, ours: Line, theirs: Line, told: Told): Asked[] {
  const conflicts = new Set(told.segments.map(({ segment }) => segment));
  const asked: Asked[] = [];
  const ids = new Set([...ours.works, ...theirs.works, ...base.works].map(({ id }) => id));
  for (const id of ids) {
    if (conflicts.has(id)) continue;
    const [was, here, there] = [base, ours, theirs].map(({ works }) =>
      works.filter((work) => work.id === id),
    );
    // Who signs what was marked has acted, though words and state are as they were.
    const isHeard = keptIn(base, id) !== keptIn(theirs, id);
    for (const work of there ?? []) {
      asked.push({
        id,
        text: work.text,
        levels: [work.level],
        by: work.by,
        replaces: (old) => isHeard && (isLeftAlone(was, here) || old.text === work.text),
      });
    }
    if (there?.length === 0 && isHeard && isLeftAlone(was, here))
      asked.push({ id, replaces: () => true, clears: true });
  }
  return asked;
}

/** All that a master keeps of a segment, with its history. */
function keptIn({ branch }: Line, id: string): string {
  const { units, removed } = readMaster(branch.master ?? '');
  return JSON.stringify([...units, ...removed].filter((kept) => kept.id === id));
}

/** Whether nobody has written other words or taken them further. Who lowers words, or signs them again, does not stand in the way of an edit. */
function isLeftAlone(before: readonly Work[] = [], after: readonly Work[] = []): boolean {
  return after.every(({ text, level }) =>
    before.some((was) => was.text === text && rankOf(was.level) >= rankOf(level)),
  );
}

/** @throws Error for what people did on theirs that is neither in the joined master nor told to conflict */
export function nobodyIsPassedOver(base: Line, theirs: Line, told: Told, joined: readonly Work[]): void {
  const conflicts = new Set(told.segments.map(({ segment }) => segment));
  for (const work of theirs.works) {
    if (conflicts.has(work.id) || joined.some(({ text }) => text === work.text)) continue;
    if (
      isLeftAlone(
        base.works.filter(({ id }) => id === work.id),
        [work],
      )
    )
      continue;
    throw new Error(`nobody was told of work on the other branch: ${JSON.stringify(work)}`);
  }
}

/** Orders that theirs has made and nobody on ours since the fork; two new ones conflict, which has to be told. */
export function forkedOrders(base: Line, ours: Line, theirs: Line, told: Told): AskedOrders {
  const conflicts = new Set(told.segments.map(({ segment }) => segment));
  const asked = new Map<string, readonly string[]>();
  for (const [id, there] of theirs.readings) {
    const [was, here] = [base, ours].map(({ readings }) => readings.get(id));
    if (conflicts.has(id) || !was) continue;
    // An order may move only what another sentence says: nobody reads it then.
    if (there.isOrdered && !was.isOrdered) asked.set(id, there.ids);
    if (isSameOrder(was, there)) continue;
    if (here && !isSameOrder(was, here) && !isSameOrder(here, there)) {
      throw new Error(`nobody was told of two orders of ${id}: ${JSON.stringify({ was, here, there })}`);
    }
    asked.set(id, there.ids);
  }
  return asked;
}

/** What only a later wording has moved is no order that a person made. */
function isSameOrder(one: Reading, other: Reading): boolean {
  if (!one.isOrdered && !other.isOrdered) return true;
  const among = (read: readonly string[], ids: readonly string[]) =>
    read.filter((id) => ids.includes(id)).join();
  return among(one.ids, other.ids) === among(other.ids, one.ids);
}
