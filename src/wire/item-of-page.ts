import type { Block, Reading } from '../model/copy.ts';
import { isByline, isDateCarrier } from './header-line.ts';
import type { Item } from './item-copy.ts';
import { isSignOff } from './line-shape.ts';
import { noteEnd, noteStart, statusOf } from './note.ts';

/** In paragraphs: what may stand above the copy. */
const mostOpeningLines = 8;

/**
 * An item whose body has the lines of a dispatch in paragraphs of their own, as copy has them that was put into a page: carrier, note to
 * editors and byline above, a sign-off below. What a note says is heeded, and what is stricter holds.
 */
export function itemOfPage(item: Item): Item {
  const notes: Reading[] = [];
  const kept: Block[] = [];
  const facts: { carrier?: string; byline?: string } = {};
  let isOpening = true;
  for (const [at, block] of item.body.entries()) {
    const { kind, reading } = block;
    if (at >= mostOpeningLines || !reading) isOpening = false;
    if (!isOpening || !reading || kind === 'headline') kept.push(block);
    else if (isNote(reading.text)) notes.push(reading);
    else if (isByline(reading.text)) facts.byline ??= reading.text;
    else if (isDateCarrier(reading.text)) facts.carrier ??= reading.text;
    else {
      isOpening = false;
      kept.push(block);
    }
  }
  const { header } = item;
  const statuses = notes.map(({ text }) => statusOf(text));
  const status = statuses.includes('canceled')
    ? 'canceled'
    : (statuses.find((each) => each !== 'usable') ?? 'usable');
  return {
    ...item,
    header: { ...facts, ...header, ...(header.status === 'usable' && { status }) },
    notes: [...(item.notes ?? []), ...notes],
    body: kept.map((block, at) => (at >= kept.length - 2 ? signedOff(block) : block)),
  };
}

/** A line that is a note without doubt: it has the mark of its end, or begins with ATTENTION. */
export function isNote(text: string): boolean {
  return text.endsWith(noteEnd) || (noteStart(text) === 0 && text.startsWith('ATTENTION'));
}

function signedOff(block: Block): Block {
  return block.kind === 'body' && isSignOff(block.reading?.text ?? '')
    ? { ...block, kind: 'signoff' }
    : block;
}
