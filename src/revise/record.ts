import { datelineId, type ParagraphKind } from '../model/dispatch.ts';
import type { Locale } from '../model/locale.ts';

/** A sentence under the id it was given when it was first seen. */
export type RecordedSegment = { readonly id: string; readonly text: string };

export type RecordedParagraph = {
  readonly id: string;
  readonly kind: ParagraphKind;
  readonly segments: readonly RecordedSegment[];
};

/**
 * The identity of a dispatch over all its wordings: kept once, beside its source bundle, so that every locale and every branch
 * speaks of the same sentences.
 */
export type DispatchRecord = {
  readonly id: string;
  readonly source: Locale;
  /** One entry for each wording that was seen, oldest first, the last one is today's. `hash` is that of its text and order. */
  readonly versions: readonly { readonly version: number; readonly hash: string; readonly note?: string }[];
  readonly dateline?: string;
  readonly paragraphs: readonly RecordedParagraph[];
  /** Sentences that left the story, with the last version they stood in. Their ids are never given again. */
  readonly removed: readonly (RecordedSegment & { readonly version: number })[];
  /** Ids of paragraphs that left the story. */
  readonly removedParagraphs: readonly string[];
};

/** Every id a record has ever given to a sentence or a paragraph. */
export function usedIds(record: DispatchRecord | undefined): Set<string> {
  const used = new Set<string>([datelineId]);
  for (const paragraph of record?.paragraphs ?? []) {
    used.add(paragraph.id);
    for (const segment of paragraph.segments) used.add(segment.id);
  }
  for (const segment of record?.removed ?? []) used.add(segment.id);
  for (const id of record?.removedParagraphs ?? []) used.add(id);
  return used;
}
