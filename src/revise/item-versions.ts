import type { Header } from '../model/dispatch.ts';

/** What tells the versions of one item from those of another, and their order. */
export type ItemFacts = Pick<Header, 'itemId' | 'itemVersion' | 'storyKey'>;

/** These facts of a header, or of a version that was seen before. The id of a message names no item. */
export function itemFactsOf({
  itemId,
  isMessageId,
  itemVersion,
  storyKey,
}: ItemFacts & Pick<Header, 'isMessageId'>): ItemFacts {
  return {
    ...(itemId !== undefined && !isMessageId && { itemId }),
    ...(itemVersion !== undefined && { itemVersion }),
    ...(storyKey !== undefined && { storyKey }),
  };
}

/**
 * Compares two versions of an item by the sender's own count: whole numbers, or times of ISO 8601. What is neither, or not of one sort, has
 * no order.
 *
 * @returns below 0 where the first is older, above 0 where it is later, else 0
 */
export function compareItemVersions(left: string, right: string): number {
  const order = (text: string): number => (/^\d{1,15}$/u.test(text) ? Number(text) : Number.NaN);
  const [first, second] = [order(left), order(right)];
  if (!Number.isNaN(first) && !Number.isNaN(second)) return first - second;
  const times = [left, right].map((text) =>
    /^\d{4}-\d\d-\d\dT/u.test(text) ? Date.parse(text) : Number.NaN,
  );
  const [earlier = Number.NaN, later = Number.NaN] = times;
  return Number.isNaN(earlier) || Number.isNaN(later) ? 0 : earlier - later;
}
