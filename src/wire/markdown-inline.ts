import type { Reading } from '../model/copy.ts';
import type { Span } from '../model/span.ts';
import { referenceAt } from './html-text.ts';
import { labelOf } from './markdown-blocks.ts';
import { emphasisMarks } from './markdown-emphasis.ts';
import { type ReadingWriter, readingWriter } from './marked-reading.ts';

/** A piece of a paragraph: words, a mark of emphasis, a bracket, or markup that parts words or not. */
export type InlinePiece = Span & {
  kind: 'text' | 'emphasis' | 'open' | 'image' | 'dropped' | 'part';
  /** What a reader reads, where that is not what stands there. */
  readonly text?: string;
};

const punctuation = /[!-/:-@[-`{-~]/u;
const address =
  /<(?:([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000})|([^\s<>@]{1,64}@[A-Za-z0-9.-]{1,255}))>/uy;
const tag = /<(?:\/?[A-Za-z][A-Za-z0-9-]{0,99}(?:\s[^<>]{0,2000})?\/?|!--(?:[^-]|-(?!->)){0,2000}--)>/uy;
const plain = /[^\\`&<![\]*_~\n]+/uy;

/** Where a link leads, with the title it may have: `(https://… "…")`. */
const destination =
  /\(\s{0,9}(?:<[^<>\n]{0,2000}>|(?:[^\s()<\\]|\\.|\((?:[^\s()]|\([^\s()]{0,200}\)){0,200}\)){0,2000})(?:\s{1,9}(?:"(?:[^"\\]|\\[\s\S]){0,2000}"|'(?:[^'\\]|\\[\s\S]){0,2000}'|\([^()]{0,2000}\)))?\s{0,9}\)/uy;
const label = /\[((?:[^[\]\\]|\\.){0,200})\]/uy;

type InlineTools = {
  /** What links may refer to. */
  readonly labels: ReadonlySet<string>;
  /** Told of every mark. */
  readonly count: (nodes: number, at: number) => void;
};

/**
 * What a reader reads in a paragraph of Markdown: emphasis and links are read through, pictures and tags left out.
 *
 * @param cells stretches of the raw text, a list for each cell of a row; their line breaks are blanks
 */
export function inlineReading(
  raw: string,
  cells: readonly (readonly Span[])[],
  { labels, count }: InlineTools,
): Reading {
  const writer = readingWriter();
  for (const [index, cell] of cells.entries()) {
    if (index > 0) writer.part(cell[0]?.start ?? 0);
    const { text, offsets } = joined(raw, cell);
    const pieces = piecesOf(text, labels);
    count(pieces.length, cell[0]?.start ?? 0);
    const place = (at: number): number => offsets[at] ?? cell.at(-1)?.end ?? 0;
    for (const piece of emphasisMarks(text, pieces)) write(text, piece, place, writer);
  }
  return writer.take();
}

/** The lines of a cell as one text, and where each of its units stands. */
function joined(raw: string, lines: readonly Span[]): { text: string; offsets: readonly number[] } {
  const texts: string[] = [];
  const offsets: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0) {
      texts.push('\n');
      offsets.push(lines[index - 1]?.end ?? line.start);
    }
    texts.push(raw.slice(line.start, line.end));
    for (let at = line.start; at < line.end; at += 1) offsets.push(at);
  }
  return { text: texts.join(''), offsets };
}

function write(
  text: string,
  { kind, start, end, text: read }: InlinePiece,
  place: (at: number) => number,
  writer: ReadingWriter,
): void {
  if (kind === 'dropped') return;
  if (kind === 'part') writer.part(place(start));
  else if (read !== undefined) writer.write(read, place(start), place(end - 1) + 1);
  else {
    for (let at = start; at < end; ) {
      const next = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
      writer.write(text.slice(at, next), place(at), place(next - 1) + 1);
      at = next;
    }
  }
}

/** The pieces of a text in order, links and pictures already settled. */
function piecesOf(text: string, labels: ReadonlySet<string>): InlinePiece[] {
  const pieces: InlinePiece[] = [];
  const brackets: Brackets = { open: [], inactive: 0 };
  const code = codeSpans(text);
  const put = (kind: InlinePiece['kind'], start: number, end: number, read?: string): number => {
    pieces.push({ kind, start, end, ...(read !== undefined && { text: read }) });
    return end;
  };
  for (let at = 0; at < text.length; ) {
    const unit = text.charAt(at);
    const next = text.charAt(at + 1);
    const ending = code.get(at);
    const reference = unit === '&' ? referenceAt(text, at, text.length, { semicolon: 'wanted' }) : undefined;
    if (unit === '\\' && next === '\n') at = put('part', at, at + 2);
    else if (unit === '\\' && punctuation.test(next)) at = put('text', at, at + 2, next);
    else if (ending) at = putCode(at, ending, put);
    else if (reference) at = put('text', at, reference.end, reference.text);
    else if (unit === '<') at = putTag(text, at, put);
    else if (unit === '!' && next === '[') {
      brackets.open.push(pieces.length);
      at = put('image', at, at + 2);
    } else if (unit === '[') {
      brackets.open.push(pieces.length);
      at = put('open', at, at + 1);
    } else if (unit === ']') at = closeBracket(text, at, { pieces, brackets, labels, put });
    else if (unit === '*' || unit === '_' || (unit === '~' && next === '~'))
      at = put('emphasis', at, runEnd(text, at));
    else at = put('text', at, Math.max(at + 1, endOf(plain, text, at) ?? 0));
  }
  return pieces;
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function runEnd(text: string, at: number): number {
  let end = at;
  while (text[end] === text[at]) end += 1;
  return end;
}

type Put = (kind: InlinePiece['kind'], start: number, end: number, read?: string) => number;

/** By where they begin, the code spans of a text: they end at as many backticks as they begin with, escaped or not. */
function codeSpans(text: string): ReadonlyMap<number, { readonly content: Span; readonly end: number }> {
  const runs = Array.from(text.matchAll(/(\\*)(`+)/gu), ({ index, 1: escapes = '', 2: ticks = '' }) => {
    const start = index + escapes.length;
    return { start, end: start + ticks.length, opens: escapes.length % 2 === 0 };
  });
  const partners = new Map<Span, Span>();
  const next = new Map<number, Span>();
  for (const run of runs.toReversed()) {
    const answer = next.get(run.end - run.start);
    if (answer) partners.set(run, answer);
    next.set(run.end - run.start, run);
  }
  const spans = new Map<number, { content: Span; end: number }>();
  let free = 0;
  for (const run of runs) {
    const close = partners.get(run);
    if (!run.opens || run.start < free || !close) continue;
    spans.set(run.start, { content: { start: run.end, end: close.start }, end: close.end });
    free = close.end;
  }
  return spans;
}

function putCode(
  at: number,
  { content, end }: { readonly content: Span; readonly end: number },
  put: Put,
): number {
  put('dropped', at, content.start);
  if (content.start < content.end) put('text', content.start, content.end);
  return put('dropped', content.end, end);
}

function putTag(text: string, at: number, put: Put): number {
  const addressEnd = endOf(address, text, at);
  if (addressEnd !== undefined) {
    put('dropped', at, at + 1);
    put('text', at + 1, addressEnd - 1);
    return put('dropped', addressEnd - 1, addressEnd);
  }
  const end = endOf(tag, text, at);
  if (end === undefined) return put('text', at, at + 1);
  return put(/^<br[\s/>]/iu.test(text.slice(at, end)) ? 'part' : 'dropped', at, end);
}

/** Brackets that are open, by their place among the pieces; a link holds no other, so those below `inactive` begin none. */
type Brackets = { readonly open: number[]; inactive: number };

/** A bracket that ends a link or a picture, if it does. */
function closeBracket(
  text: string,
  at: number,
  {
    pieces,
    brackets,
    labels,
    put,
  }: { pieces: InlinePiece[]; brackets: Brackets; labels: ReadonlySet<string>; put: Put },
): number {
  const index = brackets.open.pop();
  const opener = index === undefined ? undefined : pieces[index];
  const depth = brackets.open.length;
  const isActive = opener?.kind === 'image' || depth >= brackets.inactive;
  brackets.inactive = Math.min(brackets.inactive, depth);
  if (index === undefined || !opener || !isActive) return put('text', at, at + 1);
  const end = linkEnd(text, { start: opener.end, end: at }, labels);
  if (end === undefined) return put('text', at, at + 1);
  if (opener.kind === 'image' || text[opener.end] === '^') {
    pieces.length = index;
    return put('dropped', opener.start, end);
  }
  brackets.inactive = depth;
  opener.kind = 'dropped';
  return put('dropped', at, end);
}

/** Where a link ends whose words stand between two places, if it is one. */
function linkEnd(text: string, { start, end }: Span, labels: ReadonlySet<string>): number | undefined {
  const behind = end + 1;
  const direct = endOf(destination, text, behind);
  if (direct !== undefined) return direct;
  label.lastIndex = behind;
  const named = label.exec(text);
  const own = end - start <= 200 ? labelOf(text.slice(start, end)) : '';
  if (named && named[1] !== '') return labels.has(labelOf(named[1] ?? '')) ? label.lastIndex : undefined;
  if (own === '' || !labels.has(own)) return undefined;
  return named ? behind + 2 : behind;
}
