import { block, document, element, type Markup } from '../../xml/write.ts';
import type { WireItem, WireParagraph } from './wire-item.ts';
import type { WireOutput } from './wire-output.ts';

/** NITF 3, news text in XML (IPTC): one document a file. What NITF has no element for stands in `meta`. */
export const nitfOutput: WireOutput = {
  name: 'nitf',
  extension: '.nitf.xml',
  write: (item) => document(nitfOf(item)),
};

function nitfOf(item: WireItem): Markup {
  const { headline } = item;
  return block('nitf', {}, [
    block('head', {}, [
      headline === undefined ? undefined : words('title', headline),
      ...metas(item).map(([name, content]) => element('meta', { name, content })),
      docdata(item),
    ]),
    block('body', { 'xml:lang': item.locale, ...(item.dir === 'rtl' && { dir: item.dir }) }, [
      bodyHead(item),
      block('body.content', {}, contentOf(item.paragraphs)),
      bodyEnd(item.paragraphs),
    ]),
  ]);
}

/** The elements in the order of the DTD. */
function docdata({ uri, id, version, status, urgency, embargo, note }: WireItem): Markup {
  return block('docdata', { 'management-status': status }, [
    element('doc-id', { 'id-string': uri }),
    urgency === undefined ? undefined : element('urgency', { 'ed-urg': urgency }),
    embargo === undefined ? undefined : element('date.release', { norm: embargo.replace(/[-:]/gu, '') }),
    note === undefined ? undefined : element('ed-msg', { info: note }),
    element('du-key', { key: id, version }),
  ]);
}

function metas({ source, digitalSource, responsible }: WireItem): [string, string][] {
  return [
    ...(source ? [pair('translationOf', source.uri), pair('translationOfLanguage', source.locale)] : []),
    ...(digitalSource ? [pair('digitalSourceType', digitalSource.uri)] : []),
    ...(responsible === undefined ? [] : [pair('editorialResponsibility', responsible)]),
  ];
}

function pair(name: string, content: string): [string, string] {
  return [name, content];
}

function bodyHead({ headline, byline, agency, dateline }: WireItem): Markup | undefined {
  const children = [
    headline === undefined ? undefined : block('hedline', {}, [words('hl1', headline)]),
    byline === undefined ? undefined : words('byline', byline),
    agency === undefined ? undefined : block('distributor', {}, [words('org', agency)]),
    dateline === undefined ? undefined : words('dateline', dateline),
  ];
  return children.every((child) => child === undefined) ? undefined : block('body.head', {}, children);
}

function contentOf(paragraphs: readonly WireParagraph[]): Markup[] {
  const content: Markup[] = [];
  let items: Markup[] = [];
  const endList = (): void => {
    if (items.length > 0) content.push(block('ul', {}, items));
    items = [];
  };
  for (const { kind, text } of paragraphs) {
    if (kind === 'signoff') continue;
    if (kind === 'list') {
      items.push(words('li', text));
      continue;
    }
    endList();
    content.push(words(kind === 'headline' ? 'hl2' : 'p', text));
  }
  endList();
  return content;
}

function bodyEnd(paragraphs: readonly WireParagraph[]): Markup | undefined {
  const signed = paragraphs.filter(({ kind }) => kind === 'signoff').map(({ text }) => text);
  return signed.length === 0 ? undefined : block('body.end', {}, [words('tagline', signed.join(' '))]);
}

function words(name: string, text: string): Markup {
  return element(name, {}, text);
}
