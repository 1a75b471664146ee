import type { Dateline, Header, Note } from '../model/dispatch.ts';
import { joinedView } from '../text/joined-view.ts';
import { findDateline } from './dateline.ts';
import { isByline, isDateCarrier, isPriority, isSlug } from './header-line.ts';
import { noteEnd, noteStart, statusOf, updateOf } from './note.ts';
import { type PhysicalLine, partOf, trimmed, withoutControls } from './physical-lines.ts';

/** The lines of a dispatch told apart: what the header takes, and the lines that are left to read, in order. */
export type HeaderReading = {
  readonly header: Header;
  readonly dateline?: Dateline;
  /** Above the dateline, and neither carrier, note nor byline. */
  readonly headline: readonly PhysicalLine[];
  readonly body: readonly PhysicalLine[];
};

/** A dateline is looked for in so many lines at the top; a note with an end mark is read over so many. */
const mostHeaderLines = 14;
const mostNoteLines = 6;

/** With the byline below them. */
const mostHeadlineLines = 4;

/**
 * Reads carrier, note, byline and dateline from the first lines. Without a dateline only lines that are plainly a header are taken
 * from the top; copy that has neither is all body. No text is lost: what no part of the header takes is in `headline` or `body`.
 */
export function readHeader(raw: string, lines: readonly PhysicalLine[]): HeaderReading {
  const found = findDateline(raw, lines.slice(0, mostHeaderLines));
  if (found) {
    const { dateline, firstLine, lastLine } = found;
    const broken = lines[lastLine];
    const rest = broken && partOf(raw, broken, { start: dateline.span.end });
    const body = [...(rest ? [rest] : []), ...lines.slice(lastLine + 1)];
    return { ...readTop(raw, lines.slice(0, firstLine)), dateline, body };
  }
  const top = plainHeaderLength(lines);
  return { ...readTop(raw, lines.slice(0, top)), body: lines.slice(top) };
}

/** How many lines at the top are a header without doubt: carriers and notes, and what stands above a byline. */
function plainHeaderLength(top: readonly PhysicalLine[]): number {
  const lines = top.slice(0, mostHeaderLines);
  const end = lines.findIndex((line, at) => !isPlainHeader(line.text, at === 0) && !isInNote(lines, at));
  const plain = end < 0 ? lines.length : end;
  const above = lines.slice(plain, plain + mostHeadlineLines);
  const byline = above.findIndex(({ text }) => isByline(text));
  const isHeadline = above.slice(0, byline).every(({ text }) => !/[.;:,]$/u.test(text));
  return byline >= 0 && isHeadline ? plain + byline + 1 : plain;
}

function isPlainHeader(text: string, isFirst: boolean): boolean {
  return isDateCarrier(text) || isPriority(text) || isSureNote(text) || (!isFirst && isSlug(text));
}

/** Whether a line goes on with a note that began above and has its end mark here or below. */
function isInNote(lines: readonly PhysicalLine[], at: number): boolean {
  const above = lines.slice(Math.max(0, at - mostNoteLines + 1), at);
  const begins = above.findLastIndex(({ text }) => text.includes(noteEnd) || noteStart(text) >= 0);
  const opener = above[begins];
  if (!opener || opener.text.includes(noteEnd)) return false;
  return lines
    .slice(at, at - above.length + begins + mostNoteLines)
    .some(({ text }) => text.includes(noteEnd));
}

function isSureNote(text: string): boolean {
  return noteIn(text) >= 0 && (text.endsWith(noteEnd) || text.startsWith('ATTENTION'));
}

/** Reads the lines above the dateline. */
function readTop(raw: string, top: readonly PhysicalLine[]): Pick<HeaderReading, 'header' | 'headline'> {
  const carrier: string[] = [];
  const bylines: string[] = [];
  const headline: PhysicalLine[] = [];
  let note: Note | undefined;
  for (let at = 0; at < top.length; at += 1) {
    const line = top[at];
    if (!line) continue;
    const begins = note ? -1 : noteIn(line.text);
    const noteAt = begins < 0 ? line.span.end : line.span.start + begins;
    const before = partOf(raw, line, { end: noteAt });
    if (before && isCarrier(before.text)) carrier.push(textOf(raw, before));
    else if (before && isByline(before.text)) bylines.push(textOf(raw, before));
    else if (before) headline.push(before);
    if (begins < 0) continue;
    const found = readNote(raw, top, at, noteAt);
    note = found.note;
    if (found.rest) headline.push(found.rest);
    at = found.line;
  }
  const text = { carrier: carrier.join(' '), byline: bylines.join(' ') };
  return {
    header: {
      ...(text.carrier !== '' && { carrier: text.carrier }),
      ...(note && { note }),
      ...(text.byline !== '' && { byline: text.byline }),
      status: statusOf(note?.text),
    },
    headline,
  };
}

function isCarrier(text: string): boolean {
  return isDateCarrier(text) || isSlug(text);
}

/** Where a note begins in a line above the dateline, or -1: at its beginning, or behind a carrier. */
function noteIn(text: string): number {
  const start = noteStart(text);
  if (start === 0 || (start > 0 && isCarrier(text.slice(0, start).trim()))) return start;
  if (!text.endsWith(noteEnd)) return -1;
  const carrier = /^date \S+\s+/iu.exec(text);
  return carrier ? carrier[0].length : 0;
}

/** A note ends with its mark, which may stand some lines below; without one it ends with its line. */
function readNote(
  raw: string,
  top: readonly PhysicalLine[],
  at: number,
  start: number,
): { note: Note; line: number; rest: PhysicalLine | undefined } {
  const reachable = top.slice(at, at + mostNoteLines);
  const marks = reachable.map(({ span }) => endMark(raw, Math.max(span.start, start), span.end));
  const below = Math.max(
    0,
    marks.findIndex((mark) => mark !== undefined),
  );
  const lines = reachable.slice(0, below + 1);
  const last = lines.at(-1);
  const end = marks[below] ?? last?.span.end ?? start;
  const spans = lines.map(({ span }) => ({
    start: Math.max(span.start, start),
    end: Math.min(span.end, end),
  }));
  const text = joinedView(
    raw,
    spans.flatMap((span) => withoutControls(raw, span)),
  ).text;
  const update = updateOf(text);
  const span = trimmed(raw, { start, end });
  return {
    note: { text, span, ...(update && { update }) },
    line: at + below,
    rest: last && partOf(raw, last, { start: end }),
  };
}

/** The end of the first mark that ends a note between two places of the raw text. */
function endMark(raw: string, start: number, end: number): number | undefined {
  const mark = /\/{3,}/u.exec(raw.slice(start, end));
  return mark ? start + mark.index + mark[0].length : undefined;
}

function textOf(raw: string, line: PhysicalLine): string {
  return joinedView(raw, withoutControls(raw, line.span)).text;
}
