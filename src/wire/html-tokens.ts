import type { Span } from '../model/span.ts';
import type { SourceText } from '../xml/source-tree.ts';
import { refuseAt } from './refuse-at.ts';

/** A tag or a text of HTML, with its place. Names are in small letters. */
export type HtmlToken =
  | SourceText
  | { readonly kind: 'open'; readonly name: string; readonly span: Span; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string; readonly span: Span };

const tagStart = /<(\/?)([A-Za-z][^\s/>]{0,99})/uy;

/** Elements whose content is no markup, up to their end tag. */
const rawText = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'noembed', 'noframes', 'xmp']);

/**
 * The tags and texts of HTML in order; comments, doctypes and instructions are passed over. A `<` that begins none of them is text. Linear.
 *
 * @throws DepecheError `invalid`, with line and column, for a tag, a comment or a script that does not end
 */
export function* htmlTokens(document: string): Generator<HtmlToken> {
  for (let at = 0; at < document.length; ) {
    const mark = nextMark(document, at);
    if (mark > at) yield text(at, mark);
    if (mark === document.length) return;
    at = mark;
    tagStart.lastIndex = at;
    const [, slash, written] = tagStart.exec(document) ?? [];
    if (written === undefined) {
      at = endOfPassedOver(document, at);
      continue;
    }
    const name = written.toLowerCase();
    const end = endOfTag(document, at, name);
    const span = { start: at, end };
    at = end;
    if (slash === '/') {
      yield { kind: 'close', name, span };
      continue;
    }
    yield { kind: 'open', name, span, empty: document[end - 2] === '/' };
    if (!rawText.has(name)) continue;
    const close = endOfRawText(document, end, name);
    if (close > end) yield text(end, close);
    at = close;
  }
}

function text(start: number, end: number): SourceText {
  return { kind: 'text', span: { start, end }, cdata: false };
}

/** The next `<` that begins a tag, a comment or the like. */
function nextMark(document: string, from: number): number {
  for (let at = document.indexOf('<', from); at >= 0; at = document.indexOf('<', at + 1)) {
    if (/[A-Za-z/!?]/u.test(document.charAt(at + 1))) return at;
  }
  return document.length;
}

function endOfPassedOver(document: string, at: number): number {
  const isComment = document.startsWith('<!--', at);
  const mark = isComment ? '-->' : '>';
  const from = isComment ? at + (/^(?:-?>)/u.test(document.slice(at + 4, at + 6)) ? 2 : 4) : at + 2;
  const end = document.indexOf(mark, from);
  if (end < 0) return refuseAt(document, at, `a ${isComment ? 'comment' : 'tag'} has no end: ${cut}`);
  return end + mark.length;
}

const cut = 'the file is cut here; fetch the dispatch again';

/** Behind the `>` that ends a tag; one may stand in the value of an attribute as well. */
function endOfTag(document: string, start: number, name: string): number {
  const marks = /[>"']/gu;
  marks.lastIndex = start;
  for (let mark = marks.exec(document); mark; mark = marks.exec(document)) {
    if (mark[0] === '>') return mark.index + 1;
    // Only behind an equals sign does a quotation mark open a value.
    const isValue = /=\s{0,20}$/u.test(document.slice(Math.max(start, mark.index - 21), mark.index));
    if (!isValue) continue;
    const closing = document.indexOf(mark[0], mark.index + 1);
    if (closing < 0) break;
    marks.lastIndex = closing + 1;
  }
  return refuseAt(document, start, `the tag “${name}” has no end: ${cut}`);
}

function endOfRawText(document: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'giu');
  end.lastIndex = from;
  const found = end.exec(document);
  return found ? found.index : refuseAt(document, from, `the element “${name}” has no end: ${cut}`);
}
