import type { Block, Copy, Reading } from '../model/copy.ts';
import type { Decoded } from './decode.ts';
import { resolvedHtml, writeHtmlText } from './html-text.ts';
import { readHtmlTree } from './html-tree.ts';
import { itemCopy } from './item-copy.ts';
import { headerOf } from './item-facts.ts';
import { itemOfPage } from './item-of-page.ts';
import { type MarkupElement, type MarkupRules, markupBlocks, markupReading } from './markup-blocks.ts';
import type { WireFormat } from './wire-format.ts';

/** HTML, a page or a piece of one: the copy is in its `article`, else in `main`, else in all of its body. */
export const html: WireFormat = {
  name: 'html',
  detects: (raw) => begins.test(raw),
  read: (decoded) => htmlCopy(decoded, readHtmlTree(decoded.raw)),
};

/** A page, or an element that begins a paragraph: text that begins with `<i>` may be anything. */
const begins =
  /^[\s\ufeff]*(?:<!--(?:[^-]|-(?!->)){0,9999}-->\s*|<\?[^>]{0,999}\?>\s*){0,9}(?:<!doctype\s+html|<(?:html|head|body|article|main|section|header|figure|div|h[1-6]|p|ul|ol|table|blockquote)(?=[\s/>]))/iu;

const passedOver = new Set(
  ['head', 'script', 'style', 'template', 'noscript', 'nav', 'form', 'button', 'select', 'textarea']
    .concat(['iframe', 'object', 'audio', 'video', 'canvas', 'svg', 'math', 'xmp', 'noembed', 'noframes'])
    .concat(['title']),
);

const rules: MarkupRules = { passedOver, writeText: writeHtmlText };

function htmlCopy(decoded: Decoded, document: MarkupElement): Copy {
  const { raw } = decoded;
  const page = first(document, 'html') ?? document;
  const root = copyIn(document);
  const body = htmlBlocks(raw, document);
  const metas = metasOf(raw, page);
  const header = headerOf({
    language: attribute(raw, root, 'lang') ?? attribute(raw, page, 'lang'),
    itemId: canonical(raw, page) ?? metas.get('og:url'),
    byline: metas.get('author'),
  });
  const item = { header, headline: headlineOf(raw, page, body), body };
  return itemCopy(decoded, itemOfPage(item));
}

/** The paragraphs of the copy in a page, or in a piece of one. */
export function htmlBlocks(raw: string, document: MarkupElement): Block[] {
  return markupBlocks(raw, copyIn(document), rules);
}

function copyIn(document: MarkupElement): MarkupElement {
  return first(document, 'article') ?? first(document, 'main') ?? first(document, 'body') ?? document;
}

/** The title of the page, where no heading stands in the copy. */
function headlineOf(raw: string, page: MarkupElement, body: readonly Block[]): Reading | undefined {
  if (body.some(({ kind }) => kind === 'headline')) return undefined;
  const title = first(page, 'title');
  return title && markupReading(raw, title, rules);
}

/** The first element of a name, in the order of the document. */
function first(element: MarkupElement, local: string): MarkupElement | undefined {
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    const found = child.local === local ? child : first(child, local);
    if (found) return found;
  }
  return undefined;
}

function all(element: MarkupElement, local: string): MarkupElement[] {
  return element.children.flatMap((child) =>
    child.kind === 'element' ? [...(child.local === local ? [child] : []), ...all(child, local)] : [],
  );
}

function metasOf(raw: string, page: MarkupElement): ReadonlyMap<string, string> {
  return new Map(
    all(page, 'meta').flatMap((meta): [string, string][] => {
      const name = attribute(raw, meta, 'name') ?? attribute(raw, meta, 'property');
      const content = attribute(raw, meta, 'content');
      return name !== undefined && content !== undefined ? [[name.toLowerCase(), content]] : [];
    }),
  );
}

function canonical(raw: string, page: MarkupElement): string | undefined {
  const link = all(page, 'link').find((each) => attribute(raw, each, 'rel') === 'canonical');
  return link && attribute(raw, link, 'href');
}

function attribute(raw: string, { tag }: MarkupElement, name: string): string | undefined {
  const written = /\s([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/gu;
  for (const match of raw.slice(tag.start, tag.end).matchAll(written)) {
    if (match[1]?.toLowerCase() === name) return resolvedHtml(match[2] ?? match[3] ?? match[4] ?? '');
  }
  return undefined;
}
