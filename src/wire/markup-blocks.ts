import type { Block, Reading } from '../model/copy.ts';
import type { ParagraphKind } from '../model/dispatch.ts';
import type { Span } from '../model/span.ts';
import { partOfReading, spansOf } from '../text/reading.ts';
import type { SourceText } from '../xml/source-tree.ts';
import { readingWriter, writeXmlText } from './marked-reading.ts';

/** An element with its text in place: of XML, or of HTML, which is none. */
export type MarkupElement = {
  readonly kind: 'element';
  readonly local: string;
  /** The start tag, from `<` to `>`. */
  readonly tag: Span;
  readonly children: readonly (MarkupElement | SourceText)[];
};

/** Elements of XHTML and NITF that are no part of the copy. */
const passedOver = new Set(['head', 'script', 'style', 'template', 'media-metadata', 'media-reference']);

/** How a language of markup is read. */
export type MarkupRules = {
  /** Elements that are no part of the copy. */
  readonly passedOver: ReadonlySet<string>;
  readonly writeText: typeof writeXmlText;
};

const xmlRules: MarkupRules = { passedOver, writeText: writeXmlText };

/** What a paragraph inside these is. */
const kinds = new Map<string, ParagraphKind>([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hl1', 'hl2'].map((name) => [name, 'headline'] as const),
  ...['li', 'dt', 'dd'].map((name) => [name, 'list'] as const),
  ['tr', 'table'],
  ['tagline', 'signoff'],
]);

/** What begins and ends a paragraph, beside the above. */
const apart = new Set(
  ['address', 'article', 'aside', 'block', 'blockquote', 'body', 'body.content', 'bq', 'caption', 'credit']
    .concat(['datasource', 'div', 'dl', 'fig', 'figcaption', 'figure', 'footer', 'header', 'hedline', 'hr'])
    .concat(['main', 'media', 'media-caption', 'media-producer', 'nav', 'ol', 'p', 'pre', 'section'])
    .concat(['table', 'tbody', 'tfoot', 'thead', 'ul']),
);

/** What parts two words without ending a paragraph. */
const parting = new Set(['br', 'td', 'th']);

/**
 * The paragraphs under an element of XHTML or NITF. Inline elements (`em`, `person`, `a`) are read through; a row of a table is a
 * paragraph, and so is text that stands between paragraphs.
 */
export function markupBlocks(
  document: string,
  root: MarkupElement,
  { passedOver, writeText }: MarkupRules = xmlRules,
): Block[] {
  const blocks: Block[] = [];
  const writer = readingWriter();
  const end = (kind: ParagraphKind): void => {
    const block = readingBlock(kind, writer.take());
    if (block) blocks.push(block);
  };
  const walk = (element: MarkupElement, around: ParagraphKind): void => {
    const { local, tag } = element;
    if (passedOver.has(local)) return;
    const own = kinds.get(local);
    // A row holds its paragraphs as cells, and a headline stays one.
    const kind = around === 'table' || around === 'headline' ? around : (own ?? around);
    const ends = own !== undefined || apart.has(local);
    const isInRow = around === 'table';
    if (ends && !isInRow) end(around);
    if (parting.has(local) || (isInRow && ends)) writer.part(tag.start);
    for (const child of element.children) {
      if (child.kind === 'element') walk(child, kind);
      else writeText(document, child.span, child, writer);
    }
    if (parting.has(local)) writer.part(tag.end);
    if (ends && !isInRow) end(kind);
  };
  walk(root, kinds.get(root.local) ?? 'body');
  end('body');
  return blocks;
}

/** All text under an element as one reading. */
export function markupReading(
  document: string,
  root: MarkupElement,
  { writeText }: Pick<MarkupRules, 'writeText'> = xmlRules,
): Reading {
  const writer = readingWriter();
  const walk = (element: MarkupElement): void => {
    const isInline = !apart.has(element.local) && !parting.has(element.local);
    if (!isInline) writer.part(element.tag.start);
    for (const child of element.children) {
      if (child.kind === 'element') walk(child);
      else writeText(document, child.span, child, writer);
    }
    if (!isInline) writer.part(element.tag.end);
  };
  walk(root);
  return partOfReading(writer.take());
}

/** A paragraph of a reading; nothing where that is blank. */
export function readingBlock(kind: ParagraphKind, whole: Reading): Block | undefined {
  const reading = partOfReading(whole);
  const spans = spansOf(reading);
  return spans.length === 0 ? undefined : { kind, spans, reading };
}
