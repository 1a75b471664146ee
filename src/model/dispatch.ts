import type { Locale } from './locale.ts';
import type { Span } from './span.ts';

/** How the bytes of a dispatch were read. The byte order mark, where there is one, is no part of the text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1';

/**
 * A sentence, a headline, a list item or a caption.
 *
 * `spans` are ordered, disjoint stretches of {@link Dispatch.raw}, one for each physical line, or for each piece between markup; `text` is
 * what a reader reads there: the lines joined by blanks, with entities and escapes resolved.
 */
export type Segment = {
  readonly id: string;
  readonly spans: readonly Span[];
  readonly text: string;
  /** The rule that cut behind this segment; none for the last of its paragraph. */
  readonly rule?: string;
};

/** What a paragraph is by its looks and its place; `table` has a row in each segment, `signoff` says who wrote and edited it. */
export type ParagraphKind = 'headline' | 'body' | 'list' | 'table' | 'signoff';

/** Segments that are read together, in reading order. */
export type Paragraph = {
  readonly id: string;
  readonly kind: ParagraphKind;
  readonly segments: readonly Segment[];
};

/** The editors' line to subscribers: shown to the reviewer, never published as copy. */
export type Note = {
  readonly text: string;
  readonly span: Span;
  readonly update?: 'adds' | 'corrects' | 'replaces';
};

/** What stands above the copy. */
export type Header = {
  /** `withheld` until the agency releases it; `canceled` when the agency has taken the dispatch back. */
  readonly status: 'usable' | 'withheld' | 'canceled';
  /** What a system put around the copy (`date 2020-10`): kept, never translated. */
  readonly carrier?: string;
  readonly note?: Note;
  /** As the copy has it; it is translated as the paragraph of kind `headline`. */
  readonly headline?: string;
  readonly byline?: string;
  /** Not to be published before this time: ISO 8601 in UTC, `2020-10-21T18:00:00Z`. */
  readonly embargo?: string;
  /** 1, the most urgent, to 9. */
  readonly urgency?: number;
  /** What the sender calls the item through all its versions. */
  readonly itemId?: string;
  /** Set where `itemId` is that of the message alone: another version of the story has another. */
  readonly isMessageId?: true;
  /** The sender's own count of versions, as it is written. */
  readonly itemVersion?: string;
  /** What the sender files the story under: a slug, a keyword. Another story may have it on another day. */
  readonly storyKey?: string;
  /** What the metadata say of earlier versions, where they do; what editors say of them is in the note. */
  readonly update?: Note['update'];
  /** The language the sender says the item is in, as it is written. */
  readonly language?: string;
};

/** `Moscou, 21 oct 2020 (AFP) -`: localised by rule, no part of the first sentence. */
export type Dateline = {
  readonly text: string;
  readonly span: Span;
  readonly place: string;
  /** The date as ISO 8601: `2020-10-21`, or `--10-21` where the copy gives no year. */
  readonly date: string;
  readonly agency: string;
};

/** What the newest version of a dispatch is to the one before it. */
export type Revision = {
  /** The number of the version before. */
  readonly revises: number;
  /**
   * `write-through`: the whole story, in place of the earlier one. `correction`: the same, and it says that something was wrong. `addition`:
   * new paragraphs alone (ADD, INSERT), and nothing leaves the story.
   */
  readonly kind: 'write-through' | 'correction' | 'addition';
  /** How many of the sentences of the version before the new copy itself repeats, word for word or in other words. */
  readonly repeated: number;
  readonly of: number;
  /** Sentences that say something else than before, with what they said. */
  readonly changed: readonly { readonly id: string; readonly was: string }[];
  /** Ids of sentences that are new. */
  readonly added: readonly string[];
  /** Ids of sentences that stand elsewhere in the story than before. */
  readonly moved: readonly string[];
  /** Sentences that have left the story, with what they said. */
  readonly removed: readonly { readonly id: string; readonly was: string }[];
};

/** One piece of wire copy. No stage ever changes it. */
export type Dispatch = {
  readonly id: string;
  readonly locale: Locale;
  /** The whole decoded text, as it came. */
  readonly raw: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly header: Header;
  readonly dateline?: Dateline;
  readonly paragraphs: readonly Paragraph[];
  /** Counts the wordings of this dispatch that were seen, from 1. */
  readonly version: number;
  /** What this version changed; left out for the first one. */
  readonly revision?: Revision;
};

/** The unit of the dateline has this id, in XLIFF and in the bundles. */
export const datelineId = 'dateline';

/** Whether a text can be the id of a dispatch: the stem of a file name, as it stands in paths. */
export function isDispatchId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/u.test(text);
}

/** All segments of a dispatch in reading order, without its dateline. */
export function segmentsOf(dispatch: Pick<Dispatch, 'paragraphs'>): readonly Segment[] {
  return dispatch.paragraphs.flatMap((paragraph) => paragraph.segments);
}
