import type { Block, Reading } from '../model/copy.ts';
import { isByline, isDateCarrier } from './header-line.ts';
import type { Item } from './item-copy.ts';
import { noteEnd, noteStart, statusOf } from './note.ts';

/** In paragraphs: what may stand above the copy. */
const mostOpeningLines = 8;

/**
 * An item whose body begins with the lines of a dispatch (carrier, note to editors, byline) in paragraphs of their own, as copy has them
 * that was put into a page. What its note says is heeded, and what is stricter holds.
 */
export function itemUnderNotes(item: Item): Item {
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
    body: kept,
  };
}

/** A line that is a note without doubt: it has the mark of its end, or begins with ATTENTION. */
function isNote(text: string): boolean {
  return text.endsWith(noteEnd) || (noteStart(text) === 0 && text.startsWith('ATTENTION'));
}
