import type { Copy } from '../model/copy.ts';
import type { Locale } from '../model/locale.ts';
import { segmentCopy } from '../segment/segment-copy.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { joinedView } from '../text/joined-view.ts';
import type { Decoded } from '../wire/decode.ts';
import { linesAsParagraphs } from '../wire/lines-as-paragraphs.ts';
import { readWire } from '../wire/read-wire.ts';

/** A translation as a person delivered it: a text, cut into sentences. */
export type Translation = {
  readonly locale: Locale;
  /** As it stands in the text; it is no part of the first sentence. */
  readonly dateline?: string;
  /** In reading order, headlines and rows of tables among them. */
  readonly sentences: readonly string[];
};

/** How a translation is read. */
export type TranslationReading = {
  readonly locale: Locale;
  readonly segmenter: Segmenter;
  /** The agency in the dateline of the source; none: no dateline is looked for. */
  readonly agency?: string | undefined;
  /** `false`: each line is a paragraph. */
  readonly reflow?: boolean | undefined;
};

/** Reads a translation as the wire reads copy: paragraphs out of physical lines, and the sentences of each. */
export function readTranslation(decoded: Decoded, reading: TranslationReading): Translation {
  const read = reading.reflow === false ? linesAsParagraphs(decoded) : readWire(decoded);
  const { copy, dateline } = withoutDateline(read, reading.agency);
  return {
    locale: reading.locale,
    ...(dateline !== undefined && { dateline }),
    sentences: segmentCopy(copy, reading.segmenter).flatMap(({ sentences }) =>
      sentences.map(({ text }) => text),
    ),
  };
}

/** A dateline stands in one of so many paragraphs: below a headline and a byline. */
const mostParagraphsAbove = 3;

/** The wire knows French datelines; those of other languages end in an agency and a dash too. */
function withoutDateline(
  copy: Copy,
  agency: string | undefined,
): { readonly copy: Copy; readonly dateline?: string } {
  if (copy.dateline) return { copy, dateline: copy.dateline.text };
  if (agency === undefined) return { copy };
  for (const [at, block] of copy.blocks.slice(0, mostParagraphsAbove).entries()) {
    const view = joinedView(copy.raw, block.spans);
    const match = /^.{2,120}?\((?<agency>[^()]{2,60})\)\s{0,3}(?:--|[-–—])\s+/u.exec(view.text);
    const written = match?.groups?.agency;
    // An agency may be written in another script; a remark in brackets is neither.
    if (!match || written === undefined || (written !== agency && /\p{Ll}/u.test(written))) continue;
    const spans = view.spansAt(match[0].length, view.text.length);
    return {
      copy: { ...copy, blocks: copy.blocks.with(at, { ...block, spans }) },
      dateline: match[0].trim(),
    };
  }
  return { copy };
}
