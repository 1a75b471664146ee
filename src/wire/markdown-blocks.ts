import type { ParagraphKind } from '../model/dispatch.ts';
import type { Span } from '../model/span.ts';
import { refuseAt } from './refuse-at.ts';

/** A paragraph of Markdown, its inline marks unread. */
export type MarkdownBlock = {
  readonly kind: ParagraphKind;
  /** One, or more for the cells of a row; each has a stretch for every line. */
  readonly cells: readonly (readonly Span[])[];
};

export type MarkdownText = {
  readonly blocks: readonly MarkdownBlock[];
  /** Of definitions such as `[port]: https://…`, in small letters: what links may refer to. */
  readonly labels: ReadonlySet<string>;
};

type Line = Span & { readonly text: string };

const atx = /^ {0,3}(#{1,6})(?:[ \t]+|$)/u;
const aside = /^ {0,3}<(?:!--|(script|style)(?=[\s>]))/iu;
const rule = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/u;
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/u;
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u;
const quote = /^ {0,3}>[ \t]?/u;
const item = /^[ \t]{0,9}(?:[-*+]|(\d{1,9})[.)])(?:[ \t]{1,4}|$)/u;
const definition =
  /^ {0,3}\[(?!\^)((?:[^[\]\\]|\\.){1,200})\]:[ \t]*(?:<[^<>]*>|\S+)(?:[ \t]+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\([^()]*\)))?[ \t]*$/u;
const titleAlone = /^[ \t]+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')[ \t]*$/u;
const footnote = /^ {0,3}\[(\^[^[\]\\\s]{1,200})\]:[ \t]*/u;
const delimiters = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u;

/**
 * The paragraphs of Markdown: headings, items, rows of tables, and text. Code between fences and comments of HTML are no copy, and passed
 * over; an indented line is text, for the first lines of paragraphs are often indented in copy.
 *
 * @param from where the text begins in the document
 * @param count told of every line, as two nodes
 * @throws DepecheError `invalid`, with line and column: code between fences, or a comment, without its end
 */
export function markdownBlocks(
  raw: string,
  from: number,
  count: (nodes: number, at: number) => void = () => {},
): MarkdownText {
  const lines = linesOf(raw, from);
  const blocks: MarkdownBlock[] = [];
  const labels = new Set<string>();
  let open: Span[] = [];
  let kind: ParagraphKind = 'body';
  let inList = false;
  const end = (as: ParagraphKind = kind): void => {
    if (open.length > 0) blocks.push({ kind: as, cells: [open] });
    open = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) break;
    if (line.text.trim() !== '') count(2, line.start);
    const inner = withoutContainers(line, { isOpen: open.length > 0, inList });
    const { text } = inner;
    if (inner.begins) {
      end();
      inList = inner.begins === 'list';
      kind = inList ? 'list' : 'body';
    }
    const closes = fence.exec(text)?.[1];
    if (text.trim() === '') {
      end();
    } else if (closes !== undefined) {
      end();
      at = endOfCode(raw, lines, at, closes);
    } else if (aside.test(text)) {
      end();
      at = endOfAside(raw, lines, at, inner);
    } else if (open.length > 0 && !inner.begins && underline.test(text)) {
      end('headline');
    } else if (rule.test(text)) {
      end();
    } else if (atx.test(text)) {
      end();
      open.push(heading(inner));
      end('headline');
    } else if (open.length === 0 && definition.test(text)) {
      labels.add(labelOf(definition.exec(text)?.[1] ?? ''));
      if (titleAlone.test(lines[at + 1]?.text ?? '')) at += 1;
    } else if (open.length <= 1 && isTable(open, inner, lines[at + 1])) {
      end();
      at = readRows(lines, at, inner, blocks);
    } else {
      const note = open.length === 0 ? footnote.exec(text) : undefined;
      if (note) labels.add(labelOf(note[1] ?? ''));
      // What is not indented and stands behind a blank line has left the list.
      if (open.length === 0 && !inner.begins) {
        inList &&= /^[ \t]{2,}/u.test(line.text);
        kind = inList ? 'list' : 'body';
      }
      open.push(note ? { start: inner.start + note[0].length, end: inner.end } : inner);
    }
  }
  end();
  return { blocks, labels };
}

/** As links and definitions are compared. */
export function labelOf(written: string): string {
  return written.trim().replace(/\s+/gu, ' ').toLowerCase();
}

function linesOf(raw: string, from: number): Line[] {
  const lines: Line[] = [];
  let start = from;
  for (const mark of [...raw.slice(from).matchAll(/\r\n|\n|\r/gu), undefined]) {
    const stop = mark ? from + mark.index : raw.length;
    lines.push({ start, end: stop, text: raw.slice(start, stop) });
    start = stop + (mark?.[0].length ?? 0);
  }
  return lines;
}

/** A line without the marks of quotations and items it stands in; `begins`: one of them begins here. */
function withoutContainers(
  line: Line,
  { isOpen, inList }: { readonly isOpen: boolean; readonly inList: boolean },
): Line & { readonly begins?: 'list' | 'quote' } {
  // What an item holds is indented as far as its own words are.
  let text = inList ? line.text.trimStart() : line.text;
  let begins: 'list' | 'quote' | undefined;
  for (let depth = 0; depth < 16; depth += 1) {
    if (rule.test(text)) break;
    const quoted = quote.exec(text)?.[0].length;
    if (quoted !== undefined) {
      if (!isOpen) begins ??= 'quote';
      text = text.slice(quoted);
      continue;
    }
    const found = item.exec(text);
    // A number in the middle of a paragraph begins a list only where it is 1; an empty item never does.
    const interrupts =
      !isOpen ||
      inList ||
      begins === 'list' ||
      (text.length > (found?.[0].length ?? 0) && [undefined, '1'].includes(found?.[1]));
    if (!found || !interrupts) break;
    begins = 'list';
    text = text.slice(found[0].length);
  }
  return { start: line.end - text.length, end: line.end, text, ...(begins && { begins }) };
}

/** A heading without its marks in front and behind. */
function heading({ start, end, text }: Line): Span {
  const from = atx.exec(text)?.[0].length ?? 0;
  const words = text.slice(from).replace(/(?:^|[ \t])#+[ \t]*$/u, '');
  return { start: start + from, end: Math.min(end, start + from + words.length) };
}

function endOfCode(raw: string, lines: readonly Line[], at: number, opened: string): number {
  const closes = (text: string): boolean => {
    const mark = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/u.exec(text)?.[1];
    return mark !== undefined && mark[0] === opened[0] && mark.length >= opened.length;
  };
  for (let line = at + 1; line < lines.length; line += 1) if (closes(lines[line]?.text ?? '')) return line;
  return refuseAt(raw, lines[at]?.start ?? 0, `the code that begins here (${opened}) has no end`);
}

/** The line on which a comment, a script or a style sheet ends. */
function endOfAside(raw: string, lines: readonly Line[], at: number, { start, text }: Line): number {
  const name = aside.exec(text)?.[1]?.toLowerCase();
  const closes = name === undefined ? /-->/gu : new RegExp(`</${name}\\s*>`, 'giu');
  closes.lastIndex = start + 4;
  const end = closes.exec(raw)?.index;
  if (end === undefined) return refuseAt(raw, start, `the ${name ?? 'comment'} that begins here has no end`);
  let line = at;
  while ((lines[line]?.end ?? raw.length) < end) line += 1;
  return line;
}

/** In UTF-16 units: the line of hyphens under the head of a table. */
const longestDelimiters = 1000;

function isTable(open: readonly Span[], line: Line, next: Line | undefined): boolean {
  return (
    open.length === 0 &&
    next !== undefined &&
    line.text.includes('|') &&
    next.text.length < longestDelimiters &&
    next.text.includes('-') &&
    delimiters.test(next.text) &&
    cellsOf(line).length === cellsOf(next).length
  );
}

/** Each row down to a blank line; the line of hyphens is none. */
function readRows(lines: readonly Line[], first: number, head: Line, blocks: MarkdownBlock[]): number {
  blocks.push({ kind: 'table', cells: cellsOf(head) });
  let at = first + 2;
  for (; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || line.text.trim() === '' || !line.text.includes('|')) break;
    blocks.push({ kind: 'table', cells: cellsOf(line) });
  }
  return at - 1;
}

function cellsOf({ start, text }: Line): Span[][] {
  const bare = text.trim();
  const from = start + text.indexOf(bare) + (bare.startsWith('|') ? 1 : 0);
  const inner = bare.replace(/^\|/u, '').replace(/(?<!\\)\|$/u, '');
  const cells: Span[][] = [];
  let at = 0;
  for (const bar of inner.matchAll(/(?<!\\)\|/gu)) {
    cells.push([{ start: from + at, end: from + bar.index }]);
    at = bar.index + 1;
  }
  cells.push([{ start: from + at, end: from + inner.length }]);
  return cells;
}
