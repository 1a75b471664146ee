import type { Reading } from '../model/copy.ts';
import { type SourceElement, sourceChildren } from '../xml/source-tree.ts';
import { type Item, itemOfLines } from './item-copy.ts';
import { readingWriter, writeXmlText } from './marked-reading.ts';
import { markupBlocks } from './markup-blocks.ts';
import { htmlBlocksInText, isHtml, xhtmlBlocks } from './markup-in-text.ts';
import { type NitfStory, nitfStory } from './nitf.ts';
import type { ReadOptions } from './wire-format.ts';

/** A story inside another format: one with markup, or text in lines; neither where the content is elsewhere. */
export type InlineStory = { readonly markup?: NitfStory; readonly lines?: Reading };

/**
 * Reads the story in an element: NITF, XHTML or a part of it, XHTML that is escaped or in a CDATA section, plain text.
 *
 * @param mediaType what the element says its text is, where it has no elements
 */
export function inlineStory(raw: string, element: SourceElement, mediaType = ''): InlineStory {
  const [root] = sourceChildren(element);
  if (root?.local === 'nitf') return { markup: nitfStory(raw, root) };
  if (root) return { markup: { body: markupBlocks(raw, element) } };
  const writer = readingWriter('kept');
  for (const child of element.children) {
    if (child.kind === 'text') writeXmlText(raw, child.span, child, writer);
  }
  const lines = writer.take();
  if (!/html/iu.test(mediaType)) return { lines };
  const read = isHtml(mediaType) ? htmlBlocksInText : xhtmlBlocks;
  return { markup: { body: read(raw, lines) } };
}

/** The item with its story. The headline of the story is the one that readers see; the note of the metadata is the later one. */
export function itemOfStory(item: Omit<Item, 'body'>, story: InlineStory, options: ReadOptions): Item {
  if (story.lines) return itemOfLines(item, story.lines, options);
  const { headline, notes, dateline, body = [] } = story.markup ?? {};
  return {
    header: item.header,
    notes: item.notes?.length ? item.notes : notes,
    headline: headline ?? item.headline,
    dateline: dateline ?? item.dateline,
    body,
  };
}
