import type { Copy } from '../model/copy.ts';
import type { Span } from '../model/span.ts';
import type { Decoded } from './decode.ts';
import { type PhysicalLine, partOf, physicalLines } from './physical-lines.ts';
import { readLines } from './plain-text.ts';
import { refuseAt } from './refuse-at.ts';
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

const startOfHeading = '\u0001';
const startOfText = '\u0002';
const endOfText = '\u0003';

/** In UTF-16 units: what may stand before SOH, and how long a header may be with its keywords. */
const longestLead = 40;
const longestHeader = 500;

/** Service letters and number, priority, category, count of words; keywords and other words of the sender may follow. */
const headerLine = /^(?<service>\p{L}{2,5})(?<number>\d{2,6}) (?<urgency>\d) \p{L}{1,5} \d{1,6}(?: |$)/u;

type MessageStart = { readonly itemId: string; readonly urgency: number; readonly textStart: number };

function messageStart(raw: string): MessageStart | undefined {
  const start = raw.slice(0, longestLead + 1).indexOf(startOfHeading);
  if (start < 0 || withoutControls(raw.slice(0, start)) !== '') return undefined;
  const length = raw.slice(start, start + longestHeader).indexOf(startOfText);
  if (length < 0) return undefined;
  const { service, number, urgency } =
    headerLine.exec(withoutControls(raw.slice(start, start + length)))?.groups ?? {};
  if (!service || !number) return undefined;
  return { itemId: `${service}${number}`, urgency: Number(urgency), textStart: start + length + 1 };
}

function read(decoded: Decoded, options: ReadOptions): Copy {
  const { raw } = decoded;
  const start = messageStart(raw);
  if (!start) {
    const message =
      'no message of IPTC 7901: it begins with SOH, a header such as “fra0123 4 POL 0231”, and STX';
    return refuseAt(raw, 0, message);
  }
  const { itemId, urgency, textStart } = start;
  const textEnd = raw.indexOf(endOfText, textStart);
  if (textEnd < 0)
    refuseAt(raw, raw.length, 'the message has no end: ETX is missing; fetch the dispatch again');
  const next = raw.indexOf(startOfHeading, textEnd);
  if (next >= 0) refuseAt(raw, next, 'a second message begins here (SOH): keep one dispatch in a file');
  const lines = linesWithin(raw, { start: textStart, end: textEnd });
  const copy = readLines(decoded, lines, options);
  const envelope = [raw.slice(0, textStart), raw.slice(textEnd)].map(withoutControls);
  const carrier = [envelope[0], copy.header.carrier, envelope[1]].filter((part) => part);
  return {
    ...copy,
    header: {
      ...copy.header,
      carrier: carrier.join(' '),
      ...(urgency > 0 && { urgency }),
      itemId,
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

function withoutControls(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
