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
    const own = [before, ours, theirs].flatMap((master) => master.order?.get(paragraph) ?? []);
    const [was, here, there] = [before, ours, theirs].map((master) =>
      readIn(master, paragraph, new Set(own)),
    );
    const [mine, other] = [ours, theirs].map((master) => master.order?.get(paragraph));
    const later = theirs.version > ours.version ? (other ?? mine) : (mine ?? other);
    const isConflict = !isSame(here, there) && !isSame(there, was) && !isSame(here, was);
    const taken = isSame(here, there) ? later : isSame(here, was) ? other : mine;
    if (taken) order.set(paragraph, taken);
    if (!isConflict) continue;
    conflicts.push({
      segment: paragraph,
      outcome: 'conflicting',
      why: 'its sentences were put in another order on both branches: ours is kept',
      ours: here?.join(' ') ?? '',
      theirs: there?.join(' ') ?? '',
    });
  }
  return { order, conflicts };
}

/** The sentences as a master reads them: without an order of its own, as its source has them. */
function readIn(
  { units, order }: Master,
  paragraph: string,
  sentences: ReadonlySet<string>,
): readonly string[] {
  return order?.get(paragraph) ?? units.flatMap(({ id }) => (sentences.has(id) ? [id] : []));
}

function isSame(one: readonly string[] = [], other: readonly string[] = []): boolean {
  const among = (read: readonly string[], ids: ReadonlySet<string>) =>
    read.filter((id) => ids.has(id)).join();
  return among(one, new Set(other)) === among(other, new Set(one));
}
