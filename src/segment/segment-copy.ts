import type { Copy } from '../model/copy.ts';
import type { ParagraphKind, Segment } from '../model/dispatch.ts';
import { viewOf } from '../text/reading.ts';
import type { Segmenter } from './segmenter.ts';

/** A paragraph cut into sentences that have no ids yet. */
export type CutBlock = { readonly kind: ParagraphKind; readonly sentences: readonly Omit<Segment, 'id'>[] };

/**
 * Cuts the body, the sign-off and the lists of wire copy into sentences whose spans lead back into the raw text. A headline is one
 * segment whatever stops it holds, and so is each row of a table.
 */
export function segmentCopy(copy: Copy, segmenter: Segmenter): CutBlock[] {
  return copy.blocks.map((block) => {
    const { kind } = block;
    const view = viewOf(copy.raw, block);
    const cuts = isWhole(kind) ? [{ start: 0, end: view.text.length }] : segmenter.cut(view.text);
    const sentences = cuts.map(({ start, end, ...rule }) => ({
      spans: view.spansAt(start, end),
      text: view.text.slice(start, end),
      ...rule,
    }));
    return { kind, sentences };
  });
}

/** Whether a paragraph of this kind is not cut by rules: a headline, and a table, of which each row is a block of its own. */
export function isWhole(kind: ParagraphKind): boolean {
  return kind === 'headline' || kind === 'table';
}
