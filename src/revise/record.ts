import { datelineId, type ParagraphKind, type Revision } from '../model/dispatch.ts';
import type { Locale } from '../model/locale.ts';

/** A sentence under the id it was given when it was first seen. */
export type RecordedSegment = { readonly id: string; readonly text: string };

export type RecordedParagraph = {
  readonly id: string;
  readonly kind: ParagraphKind;
  readonly segments: readonly RecordedSegment[];
};

/** One wording of a dispatch. */
export type RecordedVersion = {
  readonly version: number;
  /** Of its text and order. */
  readonly hash: string;
  readonly note?: string;
  /** What it was to the version before; left out for the first one. */
  readonly update?: Pick<Revision, 'kind' | 'repeated' | 'of'>;
  /** What the sender calls the item, and the sender's own count of its versions. */
  readonly itemId?: string;
  readonly itemVersion?: string;
  /** What the sender files the story under. */
  readonly storyKey?: string;
  /** The ids of its sentences in reading order; left out for today's, which are in `paragraphs`. */
  readonly segments?: readonly string[];
};

/**
 * The identity of a dispatch over all its wordings: kept once, beside its source bundle, so that every locale and every branch
 * speaks of the same sentences.
 */
export type DispatchRecord = {
  readonly id: string;
  readonly source: Locale;
  /** The names of its files in `source-texts/`, the oldest version first; left out where it is one, named for the id. */
  readonly files?: readonly string[];
  /** One entry for each wording that was seen, oldest first, the last one is today's. */
  readonly versions: readonly RecordedVersion[];
  readonly dateline?: string;
  readonly paragraphs: readonly RecordedParagraph[];
  /** What sentences said before they were changed, with the last version in which they did; left out where none was. */
  readonly changed?: readonly (RecordedSegment & { readonly version: number })[];
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

/**
 * The sentences of a dispatch as they were in one of its versions, in reading order.
 *
 * @returns undefined for a version that was never seen, or that an earlier depeche kept no order of
 */
export function storyAt(record: DispatchRecord, version: number): readonly RecordedSegment[] | undefined {
  const today = record.paragraphs.flatMap(({ segments }) => segments);
  const last = record.versions.at(-1)?.version;
  const found = record.versions.find((one) => one.version === version);
  const ids = version === last ? today.map(({ id }) => id) : found?.segments;
  if (!ids) return undefined;
  const texts = new Map<string, string>();
  const later = [...(record.changed ?? []), ...record.removed].filter((one) => one.version >= version);
  for (const { id, text } of today) texts.set(id, text);
  // Of what a sentence said since, the earliest holds.
  later.sort((left, right) => right.version - left.version);
  for (const { id, text } of later) texts.set(id, text);
  return ids.flatMap((id) => {
    const text = texts.get(id);
    return text === undefined ? [] : [{ id, text }];
  });
}
