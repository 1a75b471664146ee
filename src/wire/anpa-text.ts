import type { Reading } from '../model/copy.ts';
import type { Span } from '../model/span.ts';
import { type PhysicalLine, physicalLines } from './physical-lines.ts';

/** What stands between STX and ETX. */
export type AnpaText = {
  readonly text: Reading;
  /** A blank line stands between paragraphs; where the message marks none, the lines are as they came. */
  readonly isMarked: boolean;
  /** The keyword once more, with its version: `BC-Phare, 1st Ld`. It is no part of the text. */
  readonly slug?: string;
};

/**
 * The text of a message of ANPA 1312 as lines a reader reads. A line that begins with `^` stands by itself and ends with `<`, `=` or `>`; a
 * tab begins a paragraph. Quotation marks are doubled accents and apostrophes, and a dash is an underscore between blanks.
 */
export function anpaText(raw: string, inside: Span): AnpaText {
  const all = physicalLines(raw.slice(inside.start, inside.end)).map((line) => moved(line, inside.start));
  const slug = slugIn(raw, all[0]);
  const lines = slug === undefined ? all : all.slice(1);
  const isMarked = lines.some((line) => beginsParagraph(raw, line, inside));
  const writer = unitWriter();
  let isOpen = false;
  for (const line of lines) {
    const begins = isMarked ? line.gap > 0 || beginsParagraph(raw, line, inside) || !isOpen : false;
    if (writer.length() > 0) {
      const gap = isMarked ? (begins ? '\n\n' : '\n') : '\n'.repeat(Math.min(line.gap, 2) + 1);
      writer.write(gap, line.span.start, line.span.start);
    }
    const { start, end, ends } = bare(raw, line.span);
    if (!isMarked) writer.write(' '.repeat(line.indent), start, start);
    writeText(raw, { start, end }, writer);
    isOpen = !ends;
  }
  return { text: writer.take(), isMarked, ...(slug !== undefined && { slug }) };
}

function slugIn(raw: string, first: PhysicalLine | undefined): string | undefined {
  if (!first || raw[first.span.start] !== '^') return undefined;
  const { start, end } = bare(raw, first.span);
  const text = raw.slice(start, end);
  return /^(?:AM|AP|BC|PM)-{1,2}[\p{L}\p{N}]/u.test(text) ? text.replace(/,$/u, '') : undefined;
}

function moved(line: PhysicalLine, by: number): PhysicalLine {
  return { ...line, span: { start: line.span.start + by, end: line.span.end + by } };
}

/** A tab before the text, or the mark of a line that stands by itself. */
function beginsParagraph(raw: string, { span, indent }: PhysicalLine, inside: Span): boolean {
  const before = raw.slice(Math.max(inside.start, span.start - indent), span.start);
  return raw[span.start] === '^' || before.includes('\t');
}

/** A line without the marks at its ends; `ends`: it has one that ends what stands by itself. */
function bare(raw: string, { start, end }: Span): Span & { readonly ends: boolean } {
  let from = start;
  let to = end;
  while (from < to && raw[from] === '^') from += 1;
  while (to > from && /[<=>]/u.test(raw.charAt(to - 1))) to -= 1;
  return { start: from, end: to, ends: to < end };
}

type Writer = {
  write(text: string, start: number, end: number): void;
  length(): number;
  take(): Reading;
};

function unitWriter(): Writer {
  const text: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    write(written, start, end) {
      for (const unit of written.split('')) {
        text.push(unit);
        starts.push(start);
        ends.push(end);
      }
    },
    length: () => text.length,
    take: () => ({ text: text.join('').toWellFormed(), starts, ends }),
  };
}

/** What the six bits of a teletypesetter had no sign for. */
const signs = /``|''|(?<=\s)_(?=\s)/gu;
const read = new Map([
  ['``', '“'],
  ["''", '”'],
  ['_', '-'],
]);

function writeText(raw: string, { start, end }: Span, writer: Writer): void {
  const written = raw.slice(start, end);
  let at = 0;
  const plain = (to: number): void => {
    for (; at < to; at += 1) writer.write(written.charAt(at), start + at, start + at + 1);
  };
  for (const sign of written.matchAll(signs)) {
    plain(sign.index);
    writer.write(read.get(sign[0]) ?? sign[0], start + at, start + at + sign[0].length);
    at += sign[0].length;
  }
  plain(written.length);
}
