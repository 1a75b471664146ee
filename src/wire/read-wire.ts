import type { Copy } from '../model/copy.ts';
import type { ParagraphKind } from '../model/dispatch.ts';
import { joinedView } from '../text/joined-view.ts';
import { blockOf } from './block.ts';
import type { Decoded } from './decode.ts';
import { type PhysicalLine, physicalLines } from './physical-lines.ts';
import { readHeader } from './read-header.ts';
import { type ReflowMode, reflow } from './reflow.ts';

/**
 * Reads wire copy: header, dateline, and paragraphs out of physical lines. Never throws; linear in the length of the text.
 *
 * Carrier and byline are in the header as text alone; everything else that is no blank is in the span of the note, of the dateline, or of a
 * block. Control characters are blanks: none is in a text.
 *
 * @param options.reflow what marks the end of a paragraph, where that shall not be told from the copy
 */
export function readWire(decoded: Decoded, options: { readonly reflow?: ReflowMode } = {}): Copy {
  const { raw, encoding, bom } = decoded;
  const { header, dateline, headline, body } = readHeader(raw, physicalLines(raw));
  const top = reflow(headline, options.reflow).map(({ lines }) => blockOf(raw, headlineKind(lines), lines));
  // What stands behind a dateline is no heading, however short.
  const text = reflow(body, options.reflow).map(({ kind, lines }, at) =>
    blockOf(raw, dateline && at === 0 && kind === 'headline' ? 'body' : kind, lines),
  );
  const blocks = [...top, ...text];
  const [first] = blocks;
  return {
    raw,
    encoding,
    bom,
    header: { ...header, ...(first?.kind === 'headline' && { headline: joinedView(raw, first.spans).text }) },
    ...(dateline && { dateline }),
    blocks,
  };
}

/** Copy above the dateline that ends with a full stop is text, not a headline. */
function headlineKind(lines: readonly PhysicalLine[]): ParagraphKind {
  return lines.at(-1)?.text.endsWith('.') ? 'body' : 'headline';
}
