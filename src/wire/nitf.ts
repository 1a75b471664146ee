import type { Block, Copy, Reading } from '../model/copy.ts';
import { xmlNamespace } from '../xml/names.ts';
import { attributeOf } from '../xml/node.ts';
import { rootName } from '../xml/root-name.ts';
import {
  attributeSpan,
  readSourceTree,
  type SourceElement,
  sourceAt,
  sourceAttribute,
  sourceChildren,
} from '../xml/source-tree.ts';
import type { Decoded } from './decode.ts';
import { type Item, itemCopy } from './item-copy.ts';
import { headerOf } from './item-facts.ts';
import { wireXml } from './limits.ts';
import { readingWriter, writeXmlText } from './marked-reading.ts';
import { markupBlocks, markupReading, readingBlock } from './markup-blocks.ts';
import { refuseAt } from './refuse-at.ts';
import type { WireFormat } from './wire-format.ts';

/** NITF 3: news text in XML, with its metadata in `docdata` and its headline, byline and dateline in `body.head`. */
export const nitf: WireFormat = {
  name: 'nitf',
  detects: (raw) => rootName(raw) === 'nitf',
  read(decoded) {
    const { raw } = decoded;
    const root = readSourceTree(raw, wireXml);
    if (root.local !== 'nitf') refuseAt(raw, root.tag.start, `no NITF: its root is “${root.local}”`);
    return nitfCopy(decoded, root);
  },
};

function nitfCopy(decoded: Decoded, root: SourceElement): Copy {
  const { raw } = decoded;
  const docdata = sourceAt(root, 'head', 'docdata');
  const story = nitfStory(raw, root);
  const message = docdata && sourceAt(docdata, 'ed-msg');
  const info = message && attributeSpan(raw, message, 'info');
  const writer = readingWriter();
  if (info) writeXmlText(raw, info, { cdata: false }, writer);
  const fact = (element: string, attribute: string): string | undefined => {
    const found = docdata && sourceAt(docdata, element);
    return found && sourceAttribute(found, attribute);
  };
  const title = sourceAt(root, 'head', 'title');
  const header = headerOf({
    status: docdata && managementStatus(sourceAttribute(docdata, 'management-status')),
    embargo: fact('date.release', 'norm'),
    urgency: fact('urgency', 'ed-urg'),
    itemId: fact('doc-id', 'id-string'),
    itemVersion: fact('du-key', 'version'),
    language: languageOf(sourceAt(root, 'body')) ?? languageOf(root),
    carrier: fact('du-key', 'key'),
    storyKey: fact('du-key', 'key'),
    update: docdata && sourceAt(docdata, 'correction') ? 'corrects' : undefined,
    byline: story.byline,
  });
  return itemCopy(decoded, {
    ...story,
    header,
    headline: story.headline ?? (title && markupReading(raw, title)),
    notes: info ? [writer.take()] : story.notes,
  });
}

/** What the body of NITF gives, as a document of its own or inside another format. */
export type NitfStory = Omit<Item, 'header'> & { readonly byline?: string | undefined };

/** Reads `body.head`, `body.content` and `body.end`. */
export function nitfStory(document: string, nitfElement: SourceElement): NitfStory {
  const body = sourceAt(nitfElement, 'body');
  const head = sourceAt(body, 'body.head');
  const content = sourceAt(body, 'body.content');
  const end = sourceAt(body, 'body.end');
  const reading = (element: SourceElement | undefined): Reading | undefined =>
    element && markupReading(document, element);
  const headlines = (head ? sourceChildren(head, 'hedline') : []).flatMap((element) =>
    markupBlocks(document, element),
  );
  const [headline, ...others] = headlines.flatMap((block) => block.reading ?? []);
  const under = others.flatMap((each): Block[] => {
    const block = readingBlock('headline', each);
    return block ? [block] : [];
  });
  const abstract = sourceAt(head, 'abstract');
  return {
    headline,
    byline: reading(sourceAt(head, 'byline'))?.text,
    notes: (head ? sourceChildren(head, 'note') : []).map((note) => markupReading(document, note)),
    dateline: reading(sourceAt(head, 'dateline')),
    body: [
      ...under,
      ...(abstract ? markupBlocks(document, abstract) : []),
      ...(content ? markupBlocks(document, content) : []),
      ...(end ? markupBlocks(document, end) : []),
    ],
  };
}

function languageOf(element: SourceElement | undefined): string | undefined {
  return element && (attributeOf(element.element, 'lang', xmlNamespace) ?? sourceAttribute(element, 'lang'));
}

/** NITF names states of its own; those that let an item out are `usable`. */
function managementStatus(status: string | undefined): string | undefined {
  return status === 'embargoed' ? 'withheld' : status;
}
