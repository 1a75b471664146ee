import type { Direction } from '../../model/locale.ts';
import { element, type Markup } from '../../xml/write.ts';
import type { WireItem, WireParagraph } from './wire-item.ts';
import type { WireOutput } from './wire-output.ts';

/** ninjs 3.1, news in JSON (IPTC): one item a file. */
export const ninjsOutput: WireOutput = {
  name: 'ninjs',
  extension: '.ninjs.json',
  write: (item) => `${JSON.stringify(ninjsOf(item), undefined, 2)}\n`,
};

const standard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
};

/** Members that are undefined are left out by JSON. */
function ninjsOf(item: WireItem): object {
  const isOut = item.status === 'usable';
  return {
    standard,
    uri: item.uri,
    type: 'text',
    representationType: isOut ? 'full' : 'partial',
    version: item.version,
    pubStatus: item.status,
    embargoedUntil: item.embargo,
    urgency: item.urgency,
    language: item.locale,
    edNote: item.note,
    slugline: item.id,
    by: item.byline,
    ...(isOut && contentOf(item)),
    infoSources: infoSources(item),
    digitalSourceType: item.digitalSource,
    associations: associations(item),
    altIds: [{ role: 'dispatch', value: item.id }],
  };
}

function contentOf({ headline, dateline, paragraphs, dir }: WireItem): object {
  const text = withDateline(dateline, paragraphs);
  const plain = text.map((paragraph) => paragraph.text).join('\n\n');
  const markup = xhtmlOf(text, dir);
  const counts = {
    charCount: [...plain].length,
    wordCount: plain.split(/\s+/u).filter((word) => word !== '').length,
  };
  return {
    ...(headline !== undefined && {
      headlines: [{ role: 'main', contentType: 'text/plain', value: headline }],
    }),
    bodies: [
      { role: 'main', contentType: 'text/html', ...counts, value: markup },
      { role: 'main', contentType: 'text/plain', ...counts, value: plain },
    ],
  };
}

/** The dateline stands before the first words that are no heading. */
function withDateline(
  dateline: string | undefined,
  paragraphs: readonly WireParagraph[],
): readonly WireParagraph[] {
  if (dateline === undefined) return paragraphs;
  const first = paragraphs.findIndex(({ kind }) => kind !== 'headline');
  if (first < 0) return [...paragraphs, { kind: 'body', text: dateline }];
  return paragraphs.map((paragraph, at) =>
    at === first ? { ...paragraph, text: `${dateline} ${paragraph.text}` } : paragraph,
  );
}

/** Well-formed, so that readers of XML and of HTML read the same. Items in a row are one list. */
function xhtmlOf(paragraphs: readonly WireParagraph[], dir: Direction): string {
  const lines: string[] = [];
  const items: Markup[] = [];
  const direction = dir === 'rtl' ? { dir } : {};
  const endList = (): void => {
    if (items.length > 0) lines.push(element('ul', direction, items.splice(0)).lines.join(''));
  };
  for (const { kind, text } of paragraphs) {
    if (kind === 'list') {
      items.push(element('li', {}, text));
      continue;
    }
    endList();
    lines.push(element(kind === 'headline' ? 'h2' : 'p', direction, text).lines.join(''));
  }
  endList();
  return lines.join('\n');
}

function infoSources({ agency, responsible }: WireItem): object[] | undefined {
  const sources = [
    ...(agency === undefined ? [] : [{ name: agency, role: 'originator' }]),
    ...(responsible === undefined ? [] : [{ name: responsible, role: 'editorialResponsibility' }]),
  ];
  return sources.length === 0 ? undefined : sources;
}

function associations({ source }: WireItem): object[] | undefined {
  if (!source) return undefined;
  const { uri, locale, itemId, version, headline } = source;
  return [
    {
      name: 'source',
      rel: 'translationOf',
      uri,
      type: 'text',
      representationType: 'partial',
      version,
      language: locale,
      altIds: itemId === undefined ? undefined : [{ role: 'sender', value: itemId }],
      ...(headline !== undefined && {
        headlines: [{ role: 'main', contentType: 'text/plain', value: headline }],
      }),
    },
  ];
}
