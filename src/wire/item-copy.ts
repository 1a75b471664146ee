import type { Block, Copy, Reading } from '../model/copy.ts';
import type { Dateline, Header, Note } from '../model/dispatch.ts';
import { DepecheError } from '../model/errors.ts';
import type { Span } from '../model/span.ts';
import { partOfReading, readingView, spansOf } from '../text/reading.ts';
import { beginningDateline } from './dateline.ts';
import type { Decoded } from './decode.ts';
import { onOneLine } from './marked-reading.ts';
import { readingBlock } from './markup-blocks.ts';
import { updateOf } from './note.ts';
import { readPlainText } from './plain-text.ts';
import type { ReadOptions } from './wire-format.ts';

/** What an item of a format with metadata gives, before it is made into copy. */
export type Item = {
  readonly header: Header;
  readonly notes?: readonly Reading[] | undefined;
  /** Of the metadata; one that the body has as well is not read twice. */
  readonly headline?: Reading | undefined;
  /** Of an element of its own. Text that is no dateline is read as a paragraph. */
  readonly dateline?: Reading | undefined;
  readonly body: readonly Block[];
};

/**
 * Makes copy of an item: headline first, then the body, whose first paragraph gives its dateline where no element of its own did.
 *
 * @throws DepecheError `invalid` for an item that is usable and has no text in it
 */
export function itemCopy({ raw, encoding, bom }: Decoded, given: Item): Copy {
  const item = {
    ...given,
    notes: given.notes?.map(onOneLine),
    headline: given.headline && onOneLine(given.headline),
    dateline: given.dateline && onOneLine(given.dateline),
  };
  const { dateline, body } = datelineAndBody(item);
  const top = headlineBlocks(item.headline, body);
  const blocks = [...top, ...body];
  if (blocks.length === 0 && item.header.status === 'usable') {
    throw new DepecheError('invalid', 'there is no text in this item: only items with text are translated', {
      place: { line: 1, column: 1 },
    });
  }
  const note = noteOf(item.notes ?? []);
  const headline = blocks.find(({ kind }) => kind === 'headline')?.reading?.text;
  return {
    raw,
    encoding,
    bom,
    header: { ...item.header, ...(note && { note }), ...(headline !== undefined && { headline }) },
    ...(dateline && { dateline }),
    blocks,
  };
}

/** The item with a body of plain text, which may have a header of its own: what its note says is heeded, and what is stricter holds. */
export function itemOfLines(item: Omit<Item, 'body'>, reading: Reading, options: ReadOptions): Item {
  const inner = readPlainText({ raw: reading.text, encoding: 'utf-8', bom: false }, options);
  const partOf = ({ start, end }: Span): Reading => partOfReading(reading, start, end);
  const { carrier, byline, note, status } = inner.header;
  return {
    ...item,
    header: {
      ...(carrier !== undefined && { carrier }),
      ...(byline !== undefined && { byline }),
      ...item.header,
      ...(item.header.status === 'usable' && { status }),
    },
    notes: [...(item.notes ?? []), ...(note ? [partOf(note.span)] : [])],
    dateline: inner.dateline ? partOf(inner.dateline.span) : item.dateline,
    body: inner.blocks.flatMap(({ kind, spans, ending }) => {
      const block = readingBlock(kind, joined(spans.map(partOf)));
      return block ? [{ ...block, ...(ending && { ending }) }] : [];
    }),
  };
}

/** Readings with blanks between them that no stretch of the raw text says. */
function joined(readings: readonly Reading[]): Reading {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [index, reading] of readings.entries()) {
    const at = ends.at(-1) ?? 0;
    if (index > 0) {
      starts.push(at);
      ends.push(at);
    }
    for (const start of reading.starts) starts.push(start);
    for (const end of reading.ends) ends.push(end);
  }
  return { text: readings.map(({ text }) => text).join(' '), starts, ends };
}

function datelineAndBody({ dateline: own, body }: Item): { dateline?: Dateline; body: readonly Block[] } {
  const first = body.findIndex(({ kind }) => kind !== 'headline');
  const found = own && beginningDateline(readingView(own));
  if (own && found) {
    const rest = readingBlock('body', partOfReading(own, found.text.length));
    return { dateline: found, body: rest ? inserted(body, first, rest) : body };
  }
  const unread = own && readingBlock('body', own);
  if (unread) return { body: inserted(body, first, unread) };
  const opening = body[first];
  const inBody = opening?.reading && beginningDateline(readingView(opening.reading));
  if (!opening?.reading || !inBody) return { body };
  const rest = readingBlock(opening.kind, partOfReading(opening.reading, inBody.text.length));
  return {
    dateline: inBody,
    body: [...body.slice(0, first), ...(rest ? [rest] : []), ...body.slice(first + 1)],
  };
}

function inserted(body: readonly Block[], at: number, block: Block): readonly Block[] {
  const place = at < 0 ? body.length : at;
  return [...body.slice(0, place), block, ...body.slice(place)];
}

/** The headline of the metadata, unless the body begins with the same words. */
function headlineBlocks(headline: Reading | undefined, body: readonly Block[]): Block[] {
  const block = headline && readingBlock('headline', headline);
  if (!block) return [];
  const above = body.slice(
    0,
    Math.max(
      0,
      body.findIndex(({ kind }) => kind !== 'headline'),
    ),
  );
  const isThere = above.some(({ reading }) => reading?.text === block.reading?.text);
  return isThere ? [] : [block];
}

/** Several notes are one text; it stands where the first does. */
function noteOf(notes: readonly Reading[]): Note | undefined {
  const [first] = notes;
  const spans = first ? spansOf(first) : [];
  const [start, end] = [spans[0]?.start, spans.at(-1)?.end];
  if (start === undefined || end === undefined) return undefined;
  const { text } = joined(notes);
  const update = updateOf(text);
  return { text, span: { start, end }, ...(update && { update }) };
}
