import type { Copy } from '../model/copy.ts';
import type { ParagraphKind } from '../model/dispatch.ts';
import { joinedView } from '../text/joined-view.ts';
import { blockOf } from './block.ts';
import type { Decoded } from './decode.ts';
import { type PhysicalLine, physicalLines } from './physical-lines.ts';
import { readHeader } from './read-header.ts';
import { reflow } from './reflow.ts';
import type { ReadOptions, WireFormat } from './wire-format.ts';

/** Text as a teleprinter would print it. It takes every text that no other format claims, so it is the last in the list. */
export const plainText: WireFormat = { name: 'text', detects: () => true, read: readPlainText };

/**
 * Reads wire copy without markup: header, dateline, and paragraphs out of physical lines. Never throws; linear in the length of the text.
 *
 * Carrier and byline are in the header as text alone; everything else that is no blank is in the span of the note, of the dateline, or of a
 * block. Control characters are blanks: none is in a text.
 */
export function readPlainText(decoded: Decoded, options: ReadOptions = {}): Copy {
  return readLines(decoded, physicalLines(decoded.raw), options);
}

/** The same for some of the lines of a text: the rest is of an envelope. */
export function readLines(decoded: Decoded, lines: readonly PhysicalLine[], options: ReadOptions = {}): Copy {
  const { raw, encoding, bom } = decoded;
  const { header, dateline, headline, body } = readHeader(raw, lines);
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
