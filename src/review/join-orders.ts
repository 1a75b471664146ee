import type { Master, SentenceOrder } from '../model/draft.ts';
import type { SegmentReport } from './outcome.ts';

/** The order of sentences on two branches in one, and the paragraphs that both have put in another order: they have ours. */
export type JoinedOrders = {
  readonly order: SentenceOrder;
  readonly conflicts: readonly SegmentReport[];
};

/**
 * The order of a paragraph that one branch alone has changed is taken; two new ones conflict. Sentences that a later version has brought
 * or taken away are no change.
 *
 * @param base none where the branches have nothing in common: then neither order was there before
 */
export function joinOrders(base: Master | undefined, ours: Master, theirs: Master): JoinedOrders {
  const order = new Map<string, readonly string[]>();
  const conflicts: SegmentReport[] = [];
  const { order: _, ...unordered } = ours;
  const before: Master = base ?? unordered;
  for (const paragraph of new Set([ours, theirs].flatMap((master) => [...(master.order?.keys() ?? [])]))) {
    const sentences = new Set([before, ours, theirs].flatMap(({ order: own }) => own?.get(paragraph) ?? []));
    const reading = (master: Master) => readIn(master, paragraph, sentences);
    const [was, here, there] = [reading(before), reading(ours), reading(theirs)];
    const later = theirs.version > ours.version ? (there.own ?? here.own) : (here.own ?? there.own);
    const isConflict = !isSame(here, there) && isNew(here, was) && isNew(there, was);
    const taken = isSame(here, there) ? later : !isConflict && isNew(there, was) ? there.own : here.own;
    if (taken) order.set(paragraph, taken);
    if (!isConflict) continue;
    conflicts.push({
      segment: paragraph,
      outcome: 'conflicting',
      why: 'its sentences were put in another order on both branches: ours is kept',
      ours: here.read.join(' '),
      theirs: there.read.join(' '),
    });
  }
  return { order, conflicts };
}

/** The sentences as a master reads them: without an order of its own, as its source has them. */
type Reading = { readonly read: readonly string[]; readonly own?: readonly string[] | undefined };

function readIn({ units, order }: Master, paragraph: string, sentences: ReadonlySet<string>): Reading {
  const own = order?.get(paragraph);
  return { read: own ?? units.flatMap(({ id }) => (sentences.has(id) ? [id] : [])), own };
}

/** Whether a branch has made an order, or taken it back; what it orders may have come since. */
function isNew(now: Reading, was: Reading): boolean {
  return !isSame(now, was) || (now.own !== undefined && was.own === undefined);
}

/** Two masters without an order of their own differ by what a later wording moved, and that is no person's doing. */
function isSame(one: Reading, other: Reading): boolean {
  if (!one.own && !other.own) return true;
  const among = (read: readonly string[], ids: ReadonlySet<string>) =>
    read.filter((id) => ids.has(id)).join();
  return among(one.read, new Set(other.read)) === among(other.read, new Set(one.read));
}
