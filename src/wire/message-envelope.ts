import type { Span } from '../model/span.ts';
import { refuseAt } from './refuse-at.ts';

/** SOH, STX and ETX: what begins the header, the text and the trailer of a message on a line. */
const startOfHeading = '\u0001';
const startOfText = '\u0002';
const endOfText = '\u0003';

/** In UTF-16 units: what may stand before SOH, all of it controls and blanks. */
const longestLead = 40;

/** The header of a message, from behind SOH up to STX; nothing where a text does not begin with one. */
export function messageHeader(raw: string, longest: number): Span | undefined {
  const start = raw.slice(0, longestLead + 1).indexOf(startOfHeading);
  if (start < 0 || withoutControls(raw.slice(0, start)) !== '') return undefined;
  const length = raw.slice(start, start + longest).indexOf(startOfText);
  return length < 0 ? undefined : { start: start + 1, end: start + length };
}

/**
 * The text of a message, between STX and ETX.
 *
 * @param header as {@link messageHeader} found it
 * @throws DepecheError `invalid`, with line and column: no ETX, or a second message
 */
export function messageText(raw: string, header: Span): Span {
  const start = header.end + 1;
  const end = raw.indexOf(endOfText, start);
  if (end < 0)
    return refuseAt(raw, raw.length, 'the message has no end: ETX is missing; fetch the dispatch again');
  const next = raw.indexOf(startOfHeading, end);
  if (next >= 0)
    return refuseAt(raw, next, 'a second message begins here (SOH): keep one dispatch in a file');
  return { start, end };
}

/** What stands around the text, on one line, with what a reader has found between; parts that are empty are left out. */
export function carrierOf(raw: string, text: Span, ...inside: readonly (string | undefined)[]): string {
  const parts = [withoutControls(raw.slice(0, text.start)), ...inside, withoutControls(raw.slice(text.end))];
  return parts.filter((part) => part).join(' ');
}

/** On one line. */
export function withoutControls(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
