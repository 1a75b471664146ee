import type { Span } from '../model/span.ts';

/**
 * Physical lines read as one line: the stretches of a raw text joined by one blank each. Offsets in the joined text lead back to
 * spans of the raw one, so nobody has to look a text up again.
 */
export type JoinedView = {
  readonly text: string;
  /** The spans of the raw text under `start`..`end` of the joined one; a blank that stands for a line break has none. */
  spansAt(start: number, end: number): Span[];
};

/** A stretch of the raw text, and where it stands in the joined one. */
type Line = { readonly at: number; readonly span: Span };

/** @param spans ordered, disjoint and not empty */
export function joinedView(raw: string, spans: readonly Span[]): JoinedView {
  const lines: Line[] = [];
  let text = '';
  for (const span of spans) {
    if (text !== '') text += ' ';
    lines.push({ at: text.length, span });
    text += raw.slice(span.start, span.end);
  }
  return {
    text,
    spansAt(start, end) {
      const found: Span[] = [];
      for (let index = lastLineFrom(lines, start); index < lines.length; index += 1) {
        const line = lines[index];
        if (!line || line.at >= end) break;
        const { at, span } = line;
        const from = Math.max(start, at);
        const to = Math.min(end, at + span.end - span.start);
        if (from < to) found.push({ start: span.start + from - at, end: span.start + to - at });
      }
      return found;
    },
  };
}

/** The last line that begins at an offset or before it, found by halving: a paragraph may have as many lines as sentences. */
function lastLineFrom(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
