import { foldCovers } from '../model/covers.ts';
import type { Draft, SentenceOrder } from '../model/draft.ts';
import { fittingOrder, idsAsRead } from '../model/sentence-order.ts';
import { quiet, type ReviewOptions, type SegmentReport } from './outcome.ts';
import type { Returned } from './returned.ts';

/**
 * Takes over the order that a person has given to the sentences of a paragraph. A file that says nothing of it changes nothing.
 *
 * @returns the very draft where no order has changed; one line for each paragraph that comes back in another order, under its id
 */
export function mergeOrders(
  draft: Draft,
  { orders = [], export: named }: Pick<Returned, 'orders' | 'export'>,
  { prefer }: ReviewOptions,
): { readonly draft: Draft; readonly report: readonly SegmentReport[] } {
  if (orders.length === 0) return { draft, report: [] };
  const report: SegmentReport[] = [];
  const changed = new Map(draft.order);
  const sent = draft.exports?.find(({ id }) => id === named)?.order;
  const folded = foldCovers(draft);
  for (const ids of orders) {
    const paragraph = folded.dispatch.paragraphs.find(({ segments }) =>
      segments.some(({ id }) => id === ids[0]),
    );
    if (!paragraph) continue;
    const segment = paragraph.id;
    const words = (read: readonly string[]) => read.join(' ');
    const known = new Set(paragraph.segments.map(({ id }) => id));
    if (ids.length !== known.size || !ids.every((id) => known.has(id))) {
      report.push({ segment, outcome: 'refused', why: 'its order names other sentences than it has' });
      continue;
    }
    const ours = idsAsRead(paragraph, folded.order);
    const went = idsAsRead(paragraph, sent);
    if (words(ids) === words(ours) || words(ids) === words(went)) {
      report.push({
        segment,
        outcome: 'unchanged',
        why: words(ids) === words(ours) ? quiet.known : quiet.asSent,
      });
    } else if (words(ours) !== words(went) && prefer !== 'theirs') {
      const outcome = prefer === 'ours' ? 'unchanged' : 'conflicting';
      const why = 'its sentences were put in another order there and here';
      report.push({ segment, outcome, why, ours: words(ours), theirs: words(ids) });
    } else {
      changed.set(segment, ids);
      report.push({ segment, outcome: 'taken', why: `its sentences are read as ${words(ids)}` });
    }
  }
  if (!report.some(({ outcome }) => outcome === 'taken')) return { draft, report };
  return { draft: withOrder(draft, fittingOrder(draft.dispatch.paragraphs, changed)), report };
}

function withOrder({ order: _, ...draft }: Draft, order: SentenceOrder | undefined): Draft {
  return { ...draft, ...(order && { order }) };
}
