import type { Dateline, Encoding, Header, ParagraphKind } from './dispatch.ts';
import type { Span } from './span.ts';

/**
 * A paragraph as the wire room recovers it from physical lines, not yet cut into sentences.
 *
 * `spans` has one stretch of the raw text for each physical line, blanks at both ends left out.
 */
export type Block = { readonly kind: ParagraphKind; readonly spans: readonly Span[] };

/** Wire copy that has been read but not yet segmented: what lies between bytes and a {@link Dispatch}. */
export type Copy = {
  readonly raw: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly header: Header;
  readonly dateline?: Dateline;
  readonly blocks: readonly Block[];
};
