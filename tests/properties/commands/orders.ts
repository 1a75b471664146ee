import * as v from 'valibot';
import { foldSentences } from '../../../src/model/covers.ts';
import { isRemarkable, type ReviewOptions } from '../../../src/review/outcome.ts';
import { readOrders, type ShownOrders, shownOrders } from '../../review/tool-orders.ts';
import { opened } from '../../review/tool-tree.ts';
import type { Branch, Told } from './desk.ts';
import { isLost, type Parcel } from './parcel.ts';
import { readMaster } from './remembering.ts';

/** A paragraph as it is read in a locale, sentences that another one says left out. */
export type Reading = {
  readonly ids: readonly string[];
  /** Whether somebody has put it in an order of its own. */
  readonly isOrdered: boolean;
};
export type Readings = ReadonlyMap<string, Reading>;

const recordSchema = v.object({
  paragraphs: v.array(v.object({ id: v.string(), segments: v.array(v.object({ id: v.string() })) })),
});

/** What the last command has left of every paragraph. */
export function readingsOf({ record, master }: Branch): Readings {
  if (record === undefined || master === undefined) return new Map();
  const { order, units } = readMaster(master);
  const said = new Set(foldSentences(units).map(({ id }) => id));
  return new Map(
    v.parse(recordSchema, JSON.parse(record)).paragraphs.map(({ id, segments }) => {
      const own = order?.get(id);
      const ids = (own ?? segments.map((segment) => segment.id)).filter((each) => said.has(each));
      return [id, { ids, isOrdered: own !== undefined }];
    }),
  );
}

/** Orders that a person has asked for, by the ids of the paragraphs. */
export type AskedOrders = ReadonlyMap<string, readonly string[]>;

/**
 * The law of orders: sentences that a person has put into an order are read in it as long as they stand in one paragraph, and no others are
 * put into one, but for what was asked.
 *
 * @throws Error that says which order was changed
 */
export function holdOrders(before: Readings, after: Readings, asked: readonly AskedOrders[]): void {
  for (const [id, now] of after) {
    // Sentences may have gone to another paragraph together.
    const wanted = asked
      .flatMap((orders) => [...orders.values()])
      .filter((order) => common(order, now.ids).length > 0);
    if (wanted.some((order) => isSame(order, now.ids))) continue;
    const known = [...before.values()].filter((each) => common(each.ids, now.ids).length > 0);
    const changed = known.find((was) => was.isOrdered && !isSame(was.ids, now.ids));
    if (changed) fail('nobody asked for another order', id, { was: changed.ids, now: now.ids, wanted });
    if (now.isOrdered && !known.some((was) => was.isOrdered)) {
      fail('nobody asked for an order', id, { now: now.ids, wanted });
    }
  }
}

/** The orders in a master that somebody has edited by hand. */
export function ordersByHand(master: string): AskedOrders {
  return readOrders(opened(master));
}

/** What an import may change: where the file says an order that is not the one it went out in, and nobody here has made another. */
export function ordersAskedBy(parcel: Parcel, before: Readings, { prefer }: ReviewOptions): AskedOrders {
  const made = ordersMadeIn(parcel);
  // What a person prefers counts in all that the file says; who puts first what stands first has said so, and a later wording may move it.
  const orders = [...ordersIn(parcel)].filter(
    ([id]) => prefer === 'theirs' || made.has(id) || !parcel.ordered.has(id),
  );
  return new Map(
    orders.flatMap(([id, order]) => {
      if (order === 'none') return [];
      const here = before.get(id);
      // What a later wording alone has moved nobody has touched.
      const hasOrder = here?.isOrdered === true || parcel.ordered.has(id);
      const isTouched = hasOrder && !isSame(here?.ids ?? [], parcel.orders.get(id) ?? []);
      return isTouched && prefer !== 'theirs' ? [] : [[id, order] as const];
    }),
  );
}

/** What an import may take of a file that the master does not remember, where its words are to count: all that it says. */
export function ordersFromElsewhere(parcel: Parcel): AskedOrders {
  return new Map(
    [...ordersIn(parcel)].flatMap(([id, order]) => (order === 'none' ? [] : [[id, order] as const])),
  );
}

/**
 * Every order that somebody has made in a tool is in the master, or somebody is told why it is not.
 *
 * @param isReworded whether a later wording is there that no run has taken in: the order may be that of its source by now
 * @throws Error that says which order was passed over
 */
export function everyOrderIsToldOf(parcel: Parcel, told: Told, after: Readings, isReworded: boolean): void {
  const reports = new Map(told.segments.map((segment) => [segment.segment, segment]));
  for (const [id, order] of ordersMadeIn(parcel)) {
    const now = after.get(id);
    const report = reports.get(id);
    if (order !== 'none' && (now === undefined || isSame(order, now.ids))) continue;
    if (report && (isRemarkable(report) || isLost(parcel) || isReworded)) continue;
    fail('nobody was told of an order', id, { order, now: now?.ids, report });
  }
}

/** Orders that the file says and did not go out with. */
function ordersMadeIn(parcel: Parcel): ShownOrders {
  const { orders } = parcel;
  return new Map(
    [...ordersIn(parcel)].filter(([id, order]) => {
      const sent = orders.get(id);
      return sent !== undefined && (order === 'none' || !isSame(order, sent));
    }),
  );
}

/** Orders that the file says. */
export function ordersIn({ profile, files, damages }: Parcel): ShownOrders {
  if ((profile !== '2.0' && profile !== '2.1') || damages.includes('is cut off')) return new Map();
  return shownOrders(opened(files.get('flash.xlf') ?? ''));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return common(one, other).join() === common(other, one).join();
}

function common(one: readonly string[], other: readonly string[]): readonly string[] {
  return one.filter((id) => other.includes(id));
}

function fail(what: string, paragraph: string, facts: object): never {
  throw new Error(`${what}: ${paragraph}, ${JSON.stringify(facts)}`);
}
