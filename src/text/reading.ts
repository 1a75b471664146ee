import type { Block, Reading } from '../model/copy.ts';
import type { Span } from '../model/span.ts';
import { type JoinedView, joinedView } from './joined-view.ts';

/** A paragraph as one line, whether it has a reading of its own or says what stands there. */
export function viewOf(raw: string, { spans, reading }: Omit<Block, 'kind'>): JoinedView {
  return reading ? readingView(reading) : joinedView(raw, spans);
}

/** Offsets in a reading lead back to spans of the raw text: one for each stretch without markup inside it. */
export function readingView(reading: Reading): JoinedView {
  return { text: reading.text, spansAt: (start, end) => spansOf(reading, start, end) };
}

/** The stretches of the raw text under a part of a reading, in order; stretches that touch are one. */
export function spansOf({ starts, ends }: Reading, from = 0, to = starts.length): Span[] {
  const spans: Span[] = [];
  let open: { start: number; end: number } | undefined;
  for (let at = from; at < to; at += 1) {
    const start = starts[at] ?? 0;
    const end = ends[at] ?? start;
    if (start === end) continue;
    if (open && start <= open.end) {
      open.end = Math.max(open.end, end);
    } else {
      open = { start, end };
      spans.push(open);
    }
  }
  return spans;
}

/** A part of a reading, without the blanks and control characters at its ends. */
export function partOfReading({ text, starts, ends }: Reading, from = 0, to = text.length): Reading {
  let start = from;
  let end = to;
  while (start < end && blank.test(text.charAt(start))) start += 1;
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1;
  return { text: text.slice(start, end), starts: starts.slice(start, end), ends: ends.slice(start, end) };
}

const blank = /[\s\p{Cc}]/u;

/** A reading of a text that is itself a reading (XHTML in a JSON string), led back to the raw text of the outer one. */
export function readThrough(outer: Reading, { text, starts, ends }: Reading): Reading {
  const last = outer.ends.at(-1) ?? 0;
  const startOf = (at: number): number => outer.starts[at] ?? last;
  return {
    text,
    starts: starts.map(startOf),
    ends: ends.map((end, at) => (end === starts[at] ? startOf(end) : (outer.ends[end - 1] ?? last))),
  };
}
