import type { Copy } from '../model/copy.ts';
import type { ParagraphKind } from '../model/dispatch.ts';
import { joinedView } from '../text/joined-view.ts';
import { blockOf } from './block.ts';
import type { Decoded } from './decode.ts';
import { withoutDeskMarks } from './desk-marks.ts';
import { type PhysicalLine, physicalLines } from './physical-lines.ts';
import { readHeader } from './read-header.ts';
import { type ReflowedParagraph, reflow } from './reflow.ts';
import type { ReadOptions, WireFormat } from './wire-format.ts';

/** Text as a teleprinter would print it. It takes every text that no other format claims, so it is the last in the list. */
export const plainText: WireFormat = { name: 'text', detects: () => true, read: readPlainText };

/**
 * Reads wire copy without markup: header, dateline, and paragraphs out of physical lines. Never throws; linear in the length of the text.
 *
 * Carrier, marks of the desk and byline are in the header as text alone; everything else that is no blank is in the span of the note, of the dateline, or of a
 * block. Control characters are blanks: none is in a text.
 */
export function readPlainText(decoded: Decoded, options: ReadOptions = {}): Copy {
  return readLines(decoded, physicalLines(decoded.raw), options);
}

/** The same for some of the lines of a text: the rest is of an envelope. */
export function readLines(decoded: Decoded, lines: readonly PhysicalLine[], options: ReadOptions = {}): Copy {
  const { raw, encoding, bom } = decoded;
  const { header, dateline, headline, body } = readHeader(raw, lines);
  const above = withoutDeskMarks(raw, headline);
  const below = withoutDeskMarks(raw, body);
  const blocksOf = (
    flowed: readonly ReflowedParagraph[],
    kindOf: (paragraph: ReflowedParagraph, at: number) => ParagraphKind,
  ) => flowed.map((paragraph, at) => blockOf(raw, kindOf(paragraph, at), paragraph.lines, paragraph.ending));
  const top = blocksOf(reflow(above.lines, options.reflow), ({ lines }) => headlineKind(lines));
  // What stands behind a dateline is no heading, however short.
  const text = blocksOf(reflow(below.lines, options.reflow), ({ kind }, at) =>
    dateline && at === 0 && kind === 'headline' ? 'body' : kind,
  );
  const carrier = [header.carrier, ...above.marks, ...below.marks].filter((part) => part);
  const blocks = [...top, ...text];
  const [first] = blocks;
  return {
    raw,
    encoding,
    bom,
    header: {
      ...header,
      ...(carrier.length > 0 && { carrier: carrier.join(' ') }),
      ...(first?.kind === 'headline' && { headline: joinedView(raw, first.spans).text }),
    },
    ...(dateline && { dateline }),
    blocks,
  };
}

/** Copy above the dateline that ends with a full stop is text, not a headline. */
function headlineKind(lines: readonly PhysicalLine[]): ParagraphKind {
  return lines.at(-1)?.text.endsWith('.') ? 'body' : 'headline';
}
