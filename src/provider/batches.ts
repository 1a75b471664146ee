import type { Capabilities, RequestSegment } from './provider.ts';

export type Batches = {
  /** In order; none is empty. */
  readonly batches: readonly (readonly RequestSegment[])[];
  /** Segments that exceed the limit all by themselves. */
  readonly tooLarge: readonly RequestSegment[];
};

/**
 * Cuts segments into requests that keep both limits of a provider: the count of texts, and the bytes as *encoded* (Cyrillic grows
 * to three times its UTF-8 in a form). Greedy and in order, so the same segments always make the same requests.
 *
 * @param context sent with every request; its size counts in each
 */
export function batchesOf(
  segments: readonly RequestSegment[],
  { maxTexts, maxBytes, encodedSize }: Pick<Capabilities, 'maxTexts' | 'maxBytes' | 'encodedSize'>,
  context = '',
): Batches {
  const room = maxBytes - (context === '' ? 0 : encodedSize(context));
  const batches: RequestSegment[][] = [];
  const tooLarge: RequestSegment[] = [];
  let batch: RequestSegment[] = [];
  let bytes = 0;
  for (const segment of segments) {
    const size = encodedSize(segment.text);
    if (size > room) {
      tooLarge.push(segment);
      continue;
    }
    if (batch.length === maxTexts || bytes + size > room) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(segment);
    bytes += size;
  }
  if (batch.length > 0) batches.push(batch);
  return { batches, tooLarge };
}

/** A batch cut in two of about the same count, for a provider that found it too large. */
export function halvesOf(batch: readonly RequestSegment[]): (readonly RequestSegment[])[] {
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)].filter((half) => half.length > 0);
}
