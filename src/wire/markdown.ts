import type { Copy, Reading } from '../model/copy.ts';
import type { Decoded } from './decode.ts';
import { type FrontMatter, frontMatter } from './front-matter.ts';
import { itemCopy } from './item-copy.ts';
import { headerOf } from './item-facts.ts';
import { itemOfPage } from './item-of-page.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { inlineReading } from './markdown-inline.ts';
import { readingBlock } from './markup-blocks.ts';
import { nodeCounter } from './node-count.ts';
import type { WireFormat } from './wire-format.ts';

/** Markdown (CommonMark, with the tables of GitHub), its metadata above it between lines of three hyphens. */
export const markdown: WireFormat = {
  name: 'markdown',
  detects: (raw) => frontMatter(raw) !== undefined || looksMarked(raw),
  read(decoded) {
    const { raw } = decoded;
    const front = frontMatter(raw);
    return markdownCopy(decoded, front ?? { values: new Map(), end: 0 });
  },
};

/** In UTF-16 units: what is looked at to tell Markdown from text. */
const enoughToTell = 20_000;

/** A heading on top is enough; elsewhere hyphens and asterisks are common in wire copy, so two different signs are wanted. */
function looksMarked(raw: string): boolean {
  const text = raw.slice(0, enoughToTell).trimStart();
  if (/^#{1,6}[ \t]+\S/u.test(text) || /^[^\r\n]{1,200}(?:\r\n|\n|\r)={3,}[ \t]*(?:\r|\n|$)/u.test(text))
    return true;
  return signs.filter((sign) => sign.test(text)).length > 1;
}

const signs = [
  /^#{1,6}[ \t]+\S/mu,
  /\S\]\((?:https?:\/\/|\/|#|mailto:)[^\s()]{0,500}[\s)]/u,
  /(?<![*\w])\*\*[^\s*][^*\r\n]{0,200}\*\*(?![*\w])/u,
  /(?<![\p{L}\p{N}_*])([*_])[^\s*_][^*_\r\n]{0,200}\1(?![\p{L}\p{N}_*])/u,
  /^ {0,3}(?:`{3}|~{3})/mu,
  /^ {0,3}>[ \t]\S/mu,
  /^ {0,3}[*+][ \t]+\S/mu,
  /^\|?[ \t]*:?-{3,}:?[ \t]*\|[|:\- \t]*$/mu,
];

function markdownCopy(decoded: Decoded, { values, end }: FrontMatter): Copy {
  const { raw } = decoded;
  const reading = (...names: string[]): Reading | undefined =>
    names.flatMap((name) => values.get(name) ?? []).find(({ text }) => text.trim() !== '');
  const fact = (...names: string[]): string | undefined => reading(...names)?.text;
  const count = nodeCounter(raw, 'paragraphs and marks');
  const { blocks, labels } = markdownBlocks(raw, end, count);
  const body = blocks.flatMap(
    ({ kind, cells }) => readingBlock(kind, inlineReading(raw, cells, { labels, count })) ?? [],
  );
  const note = reading('ednote', 'note');
  const item = {
    header: headerOf({
      status: fact('pubstatus', 'status'),
      embargo: values.has('embargo') ? (fact('embargo') ?? '') : fact('embargoeduntil', 'embargoed'),
      urgency: fact('urgency', 'priority'),
      itemId: fact('uri', 'guid', 'id'),
      itemVersion: fact('version'),
      language: fact('language', 'lang'),
      carrier: fact('slugline', 'slug'),
      byline: fact('byline', 'by', 'author'),
    }),
    notes: note ? [note] : [],
    headline: reading('headline', 'title'),
    dateline: reading('dateline'),
    body,
  };
  return itemCopy(decoded, itemOfPage(item));
}
