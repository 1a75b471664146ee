import type { Span } from '../model/span.ts';

/** A line of the raw text that has words on it. Lines of blanks alone are counted, not kept. */
export type PhysicalLine = {
  /** From its first character to its last, blanks and control characters at both ends left out. */
  readonly span: Span;
  readonly text: string;
  /** Characters before the text. */
  readonly indent: number;
  /** Characters up to the end of the text, the indentation included. */
  readonly columns: number;
  /** Blank lines between this line and the one before it. */
  readonly gap: number;
  /** A mark that ends a section was taken out before it. */
  readonly opensSection?: boolean;
};

const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/gu;

/** Blanks of every kind, and what a wire system or a bad conversion leaves behind: controls and noncharacters, which XML cannot hold. */
const blank = /[\s\p{Cc}\ufffe\uffff]/u;

/** Cuts a raw text into its physical lines: CRLF, LF, lone CR and the line ends of Unicode. Linear in the length of the text. */
export function physicalLines(raw: string): PhysicalLine[] {
  const lines: PhysicalLine[] = [];
  let gap = 0;
  let start = 0;
  const take = (end: number): void => {
    const span = trimmed(raw, { start, end });
    if (span.start === span.end) {
      gap += 1;
      return;
    }
    lines.push({ ...lineOf(raw, span, start), gap });
    gap = 0;
  };
  for (const match of raw.matchAll(lineEnd)) {
    take(match.index);
    start = match.index + match[0].length;
  }
  take(raw.length);
  return lines;
}

/**
 * The part of a line that is left when its beginning or its end belongs to something else, a note or a dateline. It keeps its
 * columns: the line was as wide as it was. Undefined where only blanks are left.
 */
export function partOf(
  raw: string,
  line: PhysicalLine,
  { start = line.span.start, end = line.span.end }: Partial<Span>,
): PhysicalLine | undefined {
  const span = trimmed(raw, { start, end });
  if (span.start >= span.end) return undefined;
  return { ...line, span, text: raw.slice(span.start, span.end) };
}

/** The span without blanks and control characters at its ends. */
export function trimmed(raw: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && blank.test(raw.charAt(from))) from += 1;
  while (to > from && blank.test(raw.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/** A span without the control characters inside it: one piece, or more where there are some. */
export function withoutControls(raw: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (const match of raw.slice(start, end).matchAll(controls)) {
    pieces.push(trimmed(raw, { start: from, end: start + match.index }));
    from = start + match.index + match[0].length;
  }
  pieces.push(trimmed(raw, { start: from, end }));
  return pieces.filter((piece) => piece.start < piece.end);
}

const controls = /[^\P{Cc}\t]|[\ufffe\uffff]/gu;

function lineOf(raw: string, span: Span, lineStart: number): Omit<PhysicalLine, 'gap'> {
  const text = raw.slice(span.start, span.end);
  const indent = span.start - lineStart;
  return { span, text, indent, columns: indent + lengthInCharacters(text) };
}

/** A wrapper counts characters, not UTF-16 units. */
function lengthInCharacters(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff](?=[\udc00-\udfff])/g)?.length ?? 0);
}
