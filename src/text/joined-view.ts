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

/** @param spans ordered, disjoint and not empty */
export function joinedView(raw: string, spans: readonly Span[]): JoinedView {
  const lines: { at: number; span: Span }[] = [];
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
      for (const { at, span } of lines) {
        const from = Math.max(start, at);
        const to = Math.min(end, at + span.end - span.start);
        if (from < to) found.push({ start: span.start + from - at, end: span.start + to - at });
      }
      return found;
    },
  };
}
