import type { Gesture } from '../../review/tool-damage.ts';
import type { Command, Moves } from './command.ts';
import type { Branch, Desk } from './desk.ts';
import type { Line } from './fork.ts';
import { type Asked, hold, type Work } from './ledger.ts';
import { type AskedOrders, holdOrders, type Readings, readingsOf } from './orders.ts';
import type { Parcel } from './parcel.ts';
import { readMaster } from './remembering.ts';
import type { Wording } from './wording.ts';

/** How often what happened, so that nobody takes a run in which nothing happens for a proof. */
export type Tally = Map<string, number>;

/** A desk, and what is known of it so far. */
export type Day = {
  readonly desk: Desk;
  readonly tally: Tally;
  /** What went out, in the order it did. */
  readonly parcels: Parcel[];
  /** Words that were the work of a person at any time. */
  readonly everKept: Set<string>;
  wording: Wording;
  works: readonly Work[];
  readings: Readings;
  conditions: Extract<Command, { do: 'translate' }>['conditions'];
  fork: { readonly base: Line; readonly other: Line } | undefined;
  /** Numbered, so that no two edits have the same words. */
  edits: number;
  /** Whether the copy has changed and no run has seen it. */
  isReworded: boolean;
};

export const levels = ['translated', 'reviewed', 'final'] as const;

export function count({ tally }: Day, what: string, times = 1): void {
  tally.set(what, (tally.get(what) ?? 0) + times);
}

export async function masterText({ desk }: Day): Promise<string> {
  const { master } = await desk.branch();
  if (master === undefined) throw new Error('there is no master');
  return master;
}

/**
 * The law after a command; what it left behind is where the next one begins.
 *
 * @throws Error at the first thing that breaks it
 */
export async function holdNow(
  day: Day,
  asked: readonly Asked[],
  ...orders: readonly AskedOrders[]
): Promise<void> {
  const now = readingsOf(await day.desk.branch());
  holdOrders(day.readings, now, orders);
  day.readings = now;
  count(day, 'paragraphs in another order', [...now.values()].filter(({ isOrdered }) => isOrdered).length);
  day.works = hold(day.works, readMaster(await masterText(day)), asked);
  count(day, 'words for several sentences', day.works.filter(({ covers }) => covers).length);
  for (const { text } of day.works) day.everKept.add(text.normalize('NFC'));
}

/** @throws Error where anything is not as it was before */
export async function unchanged({ desk }: Day, before: Branch, why: string): Promise<void> {
  const { copy, record, master } = await desk.branch();
  if (copy !== before.copy || record !== before.record || master !== before.master) {
    throw new Error(`${why}, and bytes have changed`);
  }
}

/** Counted from the one that went out last. */
export function placeOf({ parcels }: Day, parcel: number): number {
  return parcels.length - 1 - (parcel % parcels.length);
}

export async function lineOf({ desk, wording, works, readings }: Day): Promise<Line> {
  return { branch: await desk.branch(), wording, works, readings };
}

/** The moves of a command on the sentences that are there, an edit with words that no other has. */
export function named(
  day: Day,
  moves: Moves,
  ids: readonly string[],
  isMaster = false,
): Map<string, Gesture> {
  return new Map(
    moves.flatMap(([place, move]): [string, Gesture][] => {
      const id = ids[place % ids.length];
      if (id === undefined) return [];
      if (move.kind === 'clear' && isMaster) return [[id, { kind: 'clear', says: 'initial' }]];
      if (move.kind === 'join' && move.words === undefined) return [[id, { kind: 'join' }]];
      if (move.kind !== 'edit' && move.kind !== 'join') return [[id, move]];
      day.edits += 1;
      return [[id, { ...move, text: `E${day.edits} ${move.words}` }]];
    }),
  );
}

/** A run, and one more that has nothing to do. */
export async function translate(day: Day): Promise<void> {
  await day.desk.translate(day.conditions);
  day.isReworded = false;
  await holdNow(day, []);
  const before = await day.desk.branch();
  await day.desk.translate(day.conditions);
  await unchanged(day, before, 'a second run has nothing to do');
}
