import type { Span } from '../../model/span.ts';
import { tokenize } from '../../text/tokens.ts';

/**
 * Where a text differs from another: from the first word that is not the same to the last one. Nothing, where all words are the same.
 * Linear, and enough for two sentences that a person compares: one changed name, one changed figure.
 */
export function difference(text: string, other: string): Span | undefined {
  const own = tokenize(text);
  const others = tokenize(other);
  const shorter = Math.min(own.length, others.length);
  let first = 0;
  while (first < shorter && own[first]?.text === others[first]?.text) first += 1;
  let last = 0;
  while (last < shorter - first && own.at(-1 - last)?.text === others.at(-1 - last)?.text) last += 1;
  const from = own[first];
  const to = own[own.length - 1 - last];
  return from && to && from.start < to.end ? { start: from.start, end: to.end } : undefined;
}
