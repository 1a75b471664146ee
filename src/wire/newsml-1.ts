import type { Copy, Reading } from '../model/copy.ts';
import { rootName } from '../xml/root-name.ts';
import {
  readSourceTree,
  type SourceElement,
  sourceAt,
  sourceAttribute,
  sourceChildren,
} from '../xml/source-tree.ts';
import type { Decoded } from './decode.ts';
import { inlineStory, itemOfStory } from './inline-story.ts';
import { itemCopy } from './item-copy.ts';
import { headerOf } from './item-facts.ts';
import { wireXml } from './limits.ts';
import { markupReading } from './markup-blocks.ts';
import { refuseAt } from './refuse-at.ts';
import type { ReadOptions, WireFormat } from './wire-format.ts';

/** NewsML 1: one `NewsItem`, with its story in the `DataContent` of the main `NewsComponent`, or of the first that is no caption. */
export const newsml1: WireFormat = {
  name: 'newsml-1',
  detects: (raw) => rootName(raw) === 'NewsML',
  read(decoded, options) {
    const { raw } = decoded;
    const root = readSourceTree(raw, wireXml);
    if (root.local !== 'NewsML') refuseAt(raw, root.tag.start, `no NewsML 1: its root is “${root.local}”`);
    const [item, second] = sourceChildren(root, 'NewsItem');
    if (!item) return refuseAt(raw, root.tag.start, 'there is no NewsItem in it');
    if (second) refuseAt(raw, second.tag.start, 'a second NewsItem: keep one dispatch in a file');
    return newsItemCopy(decoded, item, options);
  },
};

function newsItemCopy(decoded: Decoded, item: SourceElement, options: ReadOptions): Copy {
  const { raw } = decoded;
  const reading = (element: SourceElement | undefined): Reading | undefined =>
    element && markupReading(raw, element);
  const textOf = (element: SourceElement | undefined): string | undefined => reading(element)?.text;
  const identifier = sourceAt(item, 'Identification', 'NewsIdentifier');
  const management = sourceAt(item, 'NewsManagement');
  const components = componentsIn(item);
  /** The first component that says something: the outer ones come before those in them. */
  const said = (...path: string[]): SourceElement | undefined =>
    components.map((component) => sourceAt(component, ...path)).find((element) => element !== undefined);
  const content = contentOf(components);
  const data = content && sourceAt(content, 'DataContent');
  const mediaType = content && nameOf(sourceAt(content, 'MimeType'));
  const story = data ? inlineStory(raw, data, mediaType) : {};
  const embargo = embargoOf(management);
  const header = headerOf({
    status: embargo === undefined ? nameOf(sourceAt(management, 'Status')) : 'usable',
    embargo: embargo && textOf(embargo),
    urgency: nameOf(sourceAt(management, 'Urgency')),
    itemId: itemIdOf(identifier, textOf),
    itemVersion: textOf(sourceAt(identifier, 'RevisionId')),
    language: nameOf(said('DescriptiveMetadata', 'Language')),
    carrier: textOf(said('NewsLines', 'SlugLine')),
    byline: textOf(said('NewsLines', 'ByLine')) ?? story.markup?.byline,
  });
  const known = { header, headline: reading(said('NewsLines', 'HeadLine')) };
  return itemCopy(decoded, itemOfStory(known, story, options));
}

/** The address of an item as NewsML makes it of its parts, without the number of its revision. */
function itemIdOf(
  identifier: SourceElement | undefined,
  textOf: (element: SourceElement | undefined) => string | undefined,
): string | undefined {
  const parts = ['ProviderId', 'DateId', 'NewsItemId'].map(
    (name) => textOf(sourceAt(identifier, name)) ?? '',
  );
  return parts.includes('') ? undefined : ['urn:newsml', ...parts].join(':');
}

/** All components of an item in the order of the document. */
function componentsIn(element: SourceElement): SourceElement[] {
  return sourceChildren(element, 'NewsComponent').flatMap((component) => [
    component,
    ...componentsIn(component),
  ]);
}

function contentOf(components: readonly SourceElement[]): SourceElement | undefined {
  const contents = components.flatMap((component) => {
    const role = nameOf(sourceAt(component, 'Role')) ?? '';
    return sourceChildren(component, 'ContentItem')
      .filter((content) => sourceAt(content, 'DataContent') && isText(content))
      .map((content) => ({ role, content }));
  });
  const main = contents.find(({ role }) => /^main$/iu.test(role));
  return (main ?? contents.find(({ role }) => !/caption/iu.test(role)))?.content;
}

function isText(content: SourceElement): boolean {
  return /^(?:|text|complexdata)$/iu.test(nameOf(sourceAt(content, 'MediaType')) ?? '');
}

/** When an embargoed item becomes usable; with no such time it is withheld, as its status says. */
function embargoOf(management: SourceElement | undefined): SourceElement | undefined {
  const change = sourceAt(management, 'StatusWillChange');
  const isEmbargoed = /^embargoed$/iu.test(nameOf(sourceAt(management, 'Status')) ?? '');
  const willBeUsable = /^usable$/iu.test(nameOf(sourceAt(change, 'FutureStatus')) ?? '');
  return isEmbargoed && willBeUsable ? sourceAt(change, 'DateAndTime') : undefined;
}

function nameOf(element: SourceElement | undefined): string | undefined {
  return element && sourceAttribute(element, 'FormalName');
}
