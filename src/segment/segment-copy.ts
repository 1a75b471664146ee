import type { Block, Copy } from '../model/copy.ts';
import type { ParagraphKind, Segment } from '../model/dispatch.ts';
import type { Span } from '../model/span.ts';
import type { JoinedView } from '../text/joined-view.ts';
import { viewOf } from '../text/reading.ts';
import type { Cut, Segmenter } from './segmenter.ts';

/** A paragraph cut into sentences that have no ids yet. */
export type CutBlock = { readonly kind: ParagraphKind; readonly sentences: readonly Omit<Segment, 'id'>[] };

/** A paragraph as it was cut before. */
export type EarlierCut = {
  readonly kind: ParagraphKind;
  readonly segments: readonly { readonly text: string }[];
};

/**
 * Cuts the body, the sign-off and the lists of wire copy into sentences whose spans lead back into the raw text. A headline is one
 * segment whatever stops it holds, and so is each row of a table.
 *
 * @param earlier the paragraphs as they were cut before: copy that says the very same is cut where it was, and no rule is asked
 */
export function segmentCopy(
  copy: Copy,
  segmenter: Segmenter,
  earlier: readonly EarlierCut[] = [],
): CutBlock[] {
  const views = copy.blocks.map((block) => viewOf(copy.raw, block));
  const known = views.length === earlier.length ? cutAsBefore(copy, views, earlier) : undefined;
  return copy.blocks.flatMap((block, place) => {
    const { kind } = block;
    const view = views[place];
    if (!view) return [];
    const cuts: readonly Cut[] =
      known?.[place] ?? (isWhole(kind) ? wholeSegments(copy.raw, block, view) : segmenter.cut(view.text));
    const sentences = cuts.map(({ start, end, ...rule }) => ({
      spans: view.spansAt(start, end),
      text: view.text.slice(start, end),
      ...rule,
    }));
    return [{ kind, sentences }];
  });
}

/**
 * The segments of a block that no rule cuts: a headline is one; a table in lines has one for each row, and of a table in markup each row
 * is a block.
 */
function wholeSegments(raw: string, block: Block, { text }: JoinedView): readonly Span[] {
  if (block.kind !== 'table' || block.reading) return [{ start: 0, end: text.length }];
  const rows: { start: number; end: number }[] = [];
  let start = 0;
  block.spans.forEach((span, at) => {
    const end = start + span.end - span.start;
    const last = rows.at(-1);
    const before = block.spans[at - 1];
    // A control character inside a row leaves two spans of it.
    if (last && before && !/[\r\n\v\f\u0085\u2028\u2029]/u.test(raw.slice(before.end, span.start)))
      last.end = end;
    else rows.push({ start, end });
    start = end + 1;
  });
  return rows;
}

/** Where all paragraphs were cut, if they say what they said then; else nothing, for a new wording is cut by the rules of today. */
function cutAsBefore(
  { blocks }: Copy,
  views: readonly JoinedView[],
  earlier: readonly EarlierCut[],
): readonly (readonly Span[])[] | undefined {
  const all: (readonly Span[])[] = [];
  for (const [place, { kind, segments }] of earlier.entries()) {
    const spans = kind === blocks[place]?.kind ? sentencesIn(views[place]?.text ?? '', segments) : undefined;
    if (!spans) return undefined;
    all.push(spans);
  }
  return all;
}

/** The places of sentences in a text that has nothing but these and blanks between them. */
function sentencesIn(text: string, sentences: EarlierCut['segments']): readonly Span[] | undefined {
  const spans: Span[] = [];
  let at = 0;
  for (const sentence of sentences) {
    const start = behindBlanks(text, at);
    if (sentence.text === '' || !text.startsWith(sentence.text, start)) return undefined;
    at = start + sentence.text.length;
    spans.push({ start, end: at });
  }
  return behindBlanks(text, at) === text.length ? spans : undefined;
}

function behindBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text.charAt(at))) at += 1;
  return at;
}

/** Whether a paragraph of this kind is not cut by rules: a headline, and a table. */
export function isWhole(kind: ParagraphKind): boolean {
  return kind === 'headline' || kind === 'table';
}
