import { foldCovers } from './covers.ts';
import type { Paragraph } from './dispatch.ts';
import type { Draft, SentenceOrder, Unit } from './draft.ts';

/** A paragraph as it is read in a locale. */
export type ReadParagraph = { readonly paragraph: Paragraph; readonly units: readonly Unit[] };

/**
 * The paragraphs of a draft as a reader of the translation meets them: sentences in the order of the locale, joined sentences once.
 * A paragraph whose sentences are all said elsewhere is empty.
 */
export function paragraphsAsRead(draft: Draft): readonly ReadParagraph[] {
  const { dispatch, units, order } = foldCovers(draft);
  const byId = new Map(units.map((unit) => [unit.segment.id, unit]));
  return dispatch.paragraphs.map((paragraph) => ({
    paragraph,
    units: idsAsRead(paragraph, order).flatMap((id) => byId.get(id) ?? []),
  }));
}

/** The ids of a paragraph's segments in the order they are read in a locale. */
export function idsAsRead(
  { id, segments }: Pick<Paragraph, 'id' | 'segments'>,
  order: SentenceOrder | undefined,
): readonly string[] {
  return order?.get(id) ?? segments.map((segment) => segment.id);
}

/**
 * An order that fits the paragraphs of today: sentences that left are left out, those that came stand behind the one they follow in the
 * source, and sentences that went to another paragraph together are read there as they were. Paragraphs that are read in the order of the
 * source are left out, and so is an order without any.
 */
export function fittingOrder(
  paragraphs: readonly Pick<Paragraph, 'id' | 'segments'>[],
  order: SentenceOrder | undefined,
): SentenceOrder | undefined {
  if (!order || order.size === 0) return undefined;
  const fitting = new Map<string, readonly string[]>();
  const lists = new Map([...order.values()].flatMap((list) => list.map((id) => [id, list] as const)));
  for (const { id, segments } of paragraphs) {
    const ids = segments.map((segment) => segment.id);
    if (!ids.some((segment) => lists.has(segment))) continue;
    const own = new Set(ids);
    const read = [...new Set(order.get(id))].filter((segment) => own.has(segment));
    const placed = new Set(read);
    for (const [place, segment] of ids.entries()) {
      if (placed.has(segment)) continue;
      const together = lists.get(segment)?.filter((each) => own.has(each) && !placed.has(each)) ?? [segment];
      const before = ids[place - 1];
      read.splice(before === undefined ? 0 : read.indexOf(before) + 1, 0, ...together);
      for (const each of together) placed.add(each);
    }
    if (read.some((segment, place) => segment !== ids[place])) fitting.set(id, read);
  }
  return fitting.size === 0 ? undefined : fitting;
}
