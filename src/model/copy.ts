import type { Dateline, Encoding, Header, ParagraphKind } from './dispatch.ts';
import type { LineBreak } from './line-break.ts';
import type { Span } from './span.ts';

/**
 * A text that a format has escaped, as a reader reads it: `&#233;` and `\u00e9` are `é`. For each of its UTF-16 units, the stretch of the
 * raw text that says it; a blank that stands for markup between two words has an empty one.
 */
export type Reading = {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/**
 * A paragraph as the wire room recovers it from physical lines, not yet cut into sentences.
 *
 * `spans` has one stretch of the raw text for each physical line, blanks at both ends left out. In a format with
 * markup or escapes they are the stretches between markup, and `reading` is the text they say; without one they say what stands there.
 */
export type Block = {
  readonly kind: ParagraphKind;
  readonly spans: readonly Span[];
  readonly reading?: Reading;
  /** Why it ends where it does, if that was recovered from lines; markup says so itself, and the last paragraph just ends. */
  readonly ending?: LineBreak;
};

/** Wire copy that has been read but not yet segmented: what lies between bytes and a {@link Dispatch}. */
export type Copy = {
  readonly raw: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly header: Header;
  readonly dateline?: Dateline;
  readonly blocks: readonly Block[];
};
