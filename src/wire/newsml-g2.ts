import type { Copy, Reading } from '../model/copy.ts';
import { xmlNamespace } from '../xml/names.ts';
import { attributeOf } from '../xml/node.ts';
import { rootName } from '../xml/root-name.ts';
import {
  readSourceTree,
  type SourceElement,
  sourceAt,
  sourceAttribute,
  sourceChildren,
} from '../xml/source-tree.ts';
import type { Decoded } from './decode.ts';
import { type InlineStory, inlineStory, itemOfStory } from './inline-story.ts';
import { itemCopy } from './item-copy.ts';
import { headerOf } from './item-facts.ts';
import { wireXml } from './limits.ts';
import { markupReading } from './markup-blocks.ts';
import { refuseAt } from './refuse-at.ts';
import type { ReadOptions, WireFormat } from './wire-format.ts';

/** NewsML-G2: one `newsItem` of text, alone or in a `newsMessage`, with its story in `inlineXML` (NITF, XHTML) or `inlineData`. */
export const newsmlG2: WireFormat = {
  name: 'newsml-g2',
  detects: (raw) => ['newsItem', 'newsMessage'].includes(rootName(raw) ?? ''),
  read(decoded, options) {
    const root = readSourceTree(decoded.raw, wireXml);
    return newsItemCopy(decoded, textItem(decoded.raw, root), options);
  },
};

/** The one item of text in a document; pictures and packages beside it are left aside. */
function textItem(raw: string, root: SourceElement): SourceElement {
  if (root.local === 'newsItem') return root;
  if (root.local !== 'newsMessage')
    return refuseAt(raw, root.tag.start, `no NewsML-G2: its root is “${root.local}”`);
  const items = sourceChildren(root, 'itemSet')
    .flatMap((set) => sourceChildren(set, 'newsItem'))
    .filter((item) => isText(sourceAt(item, 'itemMeta', 'itemClass')));
  const [item, second] = items;
  if (!item) return refuseAt(raw, root.tag.start, 'there is no newsItem with text in this message');
  if (second) refuseAt(raw, second.tag.start, 'a second newsItem with text: keep one dispatch in a file');
  return item;
}

function isText(itemClass: SourceElement | undefined): boolean {
  const code = codeOf(itemClass);
  return code === undefined || /(?:^|[:/])(?:text|composite)$/u.test(code);
}

function newsItemCopy(decoded: Decoded, item: SourceElement, options: ReadOptions): Copy {
  const { raw } = decoded;
  const meta = sourceAt(item, 'itemMeta');
  const content = sourceAt(item, 'contentMeta');
  const reading = (element: SourceElement | undefined): Reading | undefined =>
    element && markupReading(raw, element);
  const textOf = (element: SourceElement | undefined): string | undefined => reading(element)?.text;
  const language = sourceAt(content, 'language');
  const story = storyOf(raw, item);
  const header = headerOf({
    status: codeOf(sourceAt(meta, 'pubStatus')),
    embargo: textOf(sourceAt(meta, 'embargoed')),
    urgency: textOf(sourceAt(content, 'urgency')),
    itemId: sourceAttribute(item, 'guid'),
    itemVersion: sourceAttribute(item, 'version'),
    language: (language && sourceAttribute(language, 'tag')) ?? languageOf(item),
    carrier: textOf(sourceAt(content, 'slugline')),
    byline: textOf(sourceAt(content, 'by')) ?? story.markup?.byline,
    update: signalled(meta),
  });
  const notes = meta ? sourceChildren(meta, 'edNote').map((note) => markupReading(raw, note)) : [];
  const known = {
    header,
    notes,
    headline: reading(mainHeadline(content)),
  };
  return itemCopy(decoded, itemOfStory(known, story, options));
}

/** What is written with markup comes before the same as plain text. */
function storyOf(raw: string, item: SourceElement): InlineStory {
  const contents = sourceChildren(item, 'contentSet').flatMap((set) => sourceChildren(set));
  const inline =
    contents.find(({ local }) => local === 'inlineXML') ??
    contents.find(({ local }) => local === 'inlineData');
  return inline ? inlineStory(raw, inline, sourceAttribute(inline, 'contenttype')) : {};
}

/** An item may have several headlines, by their roles: the main one, or the first. */
function mainHeadline(content: SourceElement | undefined): SourceElement | undefined {
  const headlines = content ? sourceChildren(content, 'headline') : [];
  return headlines.find((each) => /[:/]main$/u.test(sourceAttribute(each, 'role') ?? '')) ?? headlines[0];
}

/** What the signals of IPTC say of earlier versions. */
function signalled(meta: SourceElement | undefined): 'corrects' | 'replaces' | undefined {
  const signals = meta ? sourceChildren(meta, 'signal').map((signal) => codeOf(signal) ?? '') : [];
  if (signals.some((code) => /[:/]correction$/u.test(code))) return 'corrects';
  return signals.some((code) => /[:/]update$/u.test(code)) ? 'replaces' : undefined;
}

function codeOf(element: SourceElement | undefined): string | undefined {
  return element && (sourceAttribute(element, 'qcode') ?? sourceAttribute(element, 'uri'));
}

function languageOf(item: SourceElement): string | undefined {
  return attributeOf(item.element, 'lang', xmlNamespace);
}
