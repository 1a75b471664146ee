import type { Copy } from '../model/copy.ts';
import type { Span } from '../model/span.ts';
import type { Decoded } from './decode.ts';
import { carrierOf, messageHeader, messageText, withoutControls } from './message-envelope.ts';
import { type PhysicalLine, partOf, physicalLines } from './physical-lines.ts';
import { readLines } from './plain-text.ts';
import { refuseAt } from './refuse-at.ts';
import { keywordFacts } from './story-key.ts';
import type { ReadOptions, WireFormat } from './wire-format.ts';

/**
 * IPTC 7901, the message format of news agencies' lines: SOH and a header of service letters with a number, priority, category and count
 * of words; the text between STX and ETX; behind it day and time. The text is read as plain text is.
 */
export const iptc7901: WireFormat = {
  name: 'iptc-7901',
  detects: (raw) => messageStart(raw) !== undefined,
  read,
};

/** In UTF-16 units: how long a header may be with its keywords. */
const longestHeader = 500;

/** Service letters and number, priority, category, count of words; keywords and other words of the sender may follow. */
const headerLine = /^(?<service>\p{L}{2,5})(?<number>\d{2,6}) (?<urgency>\d) \p{L}{1,5} \d{1,6}(?: |$)/u;

type MessageStart = {
  readonly itemId: string;
  readonly urgency: number;
  /** They stand between the first line of the header and the text. */
  readonly keywords: string;
  readonly header: Span;
};

function messageStart(raw: string): MessageStart | undefined {
  const header = messageHeader(raw, longestHeader);
  if (!header) return undefined;
  const lines = raw.slice(header.start, header.end);
  const { service, number, urgency } = headerLine.exec(withoutControls(lines))?.groups ?? {};
  if (!service || !number) return undefined;
  const [, ...below] = lines.split(/[\r\n]+/u).filter((line) => withoutControls(line) !== '');
  const keywords = withoutControls(below.join(' '));
  return { itemId: `${service}${number}`, urgency: Number(urgency), keywords, header };
}

function read(decoded: Decoded, options: ReadOptions): Copy {
  const { raw } = decoded;
  const start = messageStart(raw);
  if (!start) {
    const message =
      'no message of IPTC 7901: it begins with SOH, a header such as “fra0123 4 POL 0231”, and STX';
    return refuseAt(raw, 0, message);
  }
  const { itemId, urgency, keywords } = start;
  const text = messageText(raw, start.header);
  const copy = readLines(decoded, linesWithin(raw, text), options);
  return {
    ...copy,
    header: {
      ...copy.header,
      carrier: carrierOf(raw, text, copy.header.carrier),
      ...(urgency > 0 && { urgency }),
      itemId,
      isMessageId: true,
      ...keywordFacts(keywords),
    },
  };
}

/** The physical lines of a stretch of the raw text; of a line that reaches beyond it, the part inside. */
function linesWithin(raw: string, { start, end }: Span): PhysicalLine[] {
  return physicalLines(raw).flatMap((line) => {
    if (line.span.end <= start || line.span.start >= end) return [];
    const part = partOf(raw, line, {
      start: Math.max(start, line.span.start),
      end: Math.min(end, line.span.end),
    });
    return part ? [part] : [];
  });
}
