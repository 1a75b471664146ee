import type { Reading } from '../model/copy.ts';
import type { Span } from '../model/span.ts';
import { onOneLine } from './marked-reading.ts';
import { nodeCounter } from './node-count.ts';
import { type PhysicalLine, physicalLines } from './physical-lines.ts';

/** A paragraph of a message; `isFlush`: it has the marks of a line that stands by itself. */
export type AnpaParagraph = { readonly reading: Reading; readonly isFlush: boolean };

/** What stands between STX and ETX. */
export type AnpaText = {
  /** None where the message marks none: its lines are then as they came. */
  readonly paragraphs: readonly AnpaParagraph[];
  readonly lines: Reading;
  /** The keyword once more, with its version: `BC-Phare, 1st Ld`. It is no part of the text. */
  readonly slug?: string;
};

/**
 * The text of a message of ANPA 1312. A line that begins with `^` stands by itself and ends with `<`, `=` or `>`; a tab begins a paragraph.
 * Quotation marks are doubled accents and apostrophes, and a dash is an underscore between blanks.
 */
export function anpaText(raw: string, inside: Span): AnpaText {
  const all = physicalLines(raw.slice(inside.start, inside.end)).map((line) => moved(line, inside.start));
  const slug = slugIn(raw, all[0]);
  const lines = slug === undefined ? all : all.slice(1);
  const isMarked = lines.some((line) => beginsParagraph(raw, line, inside));
  return {
    paragraphs: isMarked ? paragraphsOf(raw, lines, inside) : [],
    lines: isMarked ? emptyReading : linesAsTheyCame(raw, lines),
    ...(slug !== undefined && { slug }),
  };
}

const emptyReading: Reading = { text: '', starts: [], ends: [] };

function paragraphsOf(raw: string, lines: readonly PhysicalLine[], inside: Span): AnpaParagraph[] {
  const paragraphs: AnpaParagraph[] = [];
  const count = nodeCounter(raw, 'paragraphs');
  const writer = unitWriter();
  let isFlush = false;
  const end = (): void => {
    const reading = writer.take();
    if (reading.text === '') return;
    count(2, reading.starts[0] ?? inside.start);
    paragraphs.push({ reading: onOneLine(reading), isFlush });
  };
  for (const line of lines) {
    if (line.gap > 0 || beginsParagraph(raw, line, inside)) end();
    if (writer.isEmpty()) isFlush = raw[line.span.start] === '^';
    else writer.write('\n', line.span.start, line.span.start);
    const { start, end: to, ends } = bare(raw, line.span);
    writeText(raw, { start, end: to }, writer);
    if (ends) end();
  }
  end();
  return paragraphs;
}

function linesAsTheyCame(raw: string, lines: readonly PhysicalLine[]): Reading {
  const writer = unitWriter();
  for (const { span, gap, indent } of lines) {
    const before = writer.isEmpty() ? '' : '\n'.repeat(Math.min(gap, 2) + 1);
    writer.write(before + ' '.repeat(indent), span.start, span.start);
    writeText(raw, bare(raw, span), writer);
  }
  return writer.take();
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
  isEmpty(): boolean;
  take(): Reading;
};

function unitWriter(): Writer {
  let text: string[] = [];
  let starts: number[] = [];
  let ends: number[] = [];
  return {
    write(written, start, end) {
      for (const unit of written.split('')) {
        text.push(unit);
        starts.push(start);
        ends.push(end);
      }
    },
    isEmpty: () => text.length === 0,
    take() {
      const taken = { text: text.join('').toWellFormed(), starts, ends };
      [text, starts, ends] = [[], [], []];
      return taken;
    },
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
