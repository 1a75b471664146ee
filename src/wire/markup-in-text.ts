import type { Block, Reading } from '../model/copy.ts';
import { DepecheError } from '../model/errors.ts';
import { readThrough } from '../text/reading.ts';
import { readSourceTree } from '../xml/source-tree.ts';
import { htmlBlocks } from './html.ts';
import { readHtmlTree } from './html-tree.ts';
import { wireXml } from './limits.ts';
import { markupBlocks, readingBlock } from './markup-blocks.ts';
import { refuseAt } from './refuse-at.ts';

/**
 * The paragraphs of XHTML that stands escaped inside another format, a whole document or a fragment of one.
 *
 * @throws DepecheError `invalid`, with the line and column in the raw text, where it is not well-formed
 */
export function xhtmlBlocks(raw: string, outer: Reading): Block[] {
  const isDocument = /^\s*<(?:\?xml|!DOCTYPE|html)[\s>]/u.test(outer.text);
  const [before, after] = isDocument ? ['', ''] : fragmentRoot;
  const text = isDocument ? outer.text.trimStart() : outer.text;
  const document = `${before}${text}${after}`;
  /** What to take from an offset in the document to have one in the text. */
  const shift = before.length - (outer.text.length - text.length);
  const inner = withinText(raw, outer, document, shift, () =>
    markupBlocks(document, readSourceTree(document, wireXml)),
  );
  return inner.flatMap(({ kind, reading }) => {
    if (!reading) return [];
    const moved = {
      text: reading.text,
      starts: reading.starts.map((start) => start - shift),
      ends: reading.ends.map((end) => end - shift),
    };
    return readingBlock(kind, readThrough(outer, moved)) ?? [];
  });
}

const fragmentRoot = ['<body>', '</body>'] as const;

/** Whether a media type says HTML, which need not be well-formed; whatever else has it in its name is XML. */
export function isHtml(mediaType: string): boolean {
  return /^\s*text\/html\s*(?:;|$)/iu.test(mediaType);
}

/**
 * The paragraphs of HTML that stands escaped inside another format, a page or a piece of one.
 *
 * @throws DepecheError `invalid`, with the line and column in the raw text, where it was cut
 */
export function htmlBlocksInText(raw: string, outer: Reading): Block[] {
  const inner = withinText(raw, outer, outer.text, 0, () => htmlBlocks(outer.text, readHtmlTree(outer.text)));
  return inner.flatMap(({ kind, reading }) =>
    reading ? (readingBlock(kind, readThrough(outer, reading)) ?? []) : [],
  );
}

/** Tells of what is wrong at its place in the raw text. */
function withinText<Result>(
  raw: string,
  outer: Reading,
  document: string,
  shift: number,
  read: () => Result,
): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DepecheError)) throw error;
    const offset = offsetOf(document, error.place) - shift;
    const at = Math.min(Math.max(0, offset), outer.starts.length - 1);
    return refuseAt(raw, outer.starts[at] ?? 0, `in the markup: ${error.message}`);
  }
}

function offsetOf(text: string, { line = 1, column = 1 }: DepecheError['place']): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = /\r\n|\n|\r/gu;
    end.lastIndex = start;
    const match = end.exec(text);
    if (!match) break;
    start = match.index + match[0].length;
  }
  return start + column - 1;
}
