import type { ParagraphKind } from '../model/dispatch.ts';
import { fullLineBreaks } from './full-lines.ts';
import { chanceBeforeCapital, chanceBeforeSmallLetter } from './filled-lines.ts';
import { enoughLines, fullShare, type Join, joinsOf, type Layout, layoutOf } from './joins.ts';
import type { LineBreak } from './line-break.ts';
import { type LineShape, lineShapes } from './line-shape.ts';
import type { PhysicalLine } from './physical-lines.ts';

export type { LineBreak };

/** A paragraph of physical lines; `ending` says why no line follows, and the last paragraph needs none. */
export type ReflowedParagraph = {
  readonly kind: ParagraphKind;
  readonly lines: readonly PhysicalLine[];
  readonly ending?: LineBreak;
};

/** `auto` tells the layout from the lines; the others force what marks a paragraph's end. */
export type ReflowMode = 'auto' | 'blank-line' | 'indentation' | 'width';

/**
 * Recovers the paragraphs of hard-wrapped copy. They end where sentences end; elsewhere only where it is evident: behind a heading, an
 * item of a list, a table, an extra blank line, or a short line in copy whose other lines are filled.
 *
 * @param lines the physical lines of the copy without its header, in order; all of them come back
 */
export function reflow(lines: readonly PhysicalLine[], mode: ReflowMode = 'auto'): ReflowedParagraph[] {
  const shapes = lineShapes(lines);
  const joins = joinsOf(lines);
  const told = layoutOf(
    lines,
    joins.filter((join, at) => isText(shapes[at], join) && isText(shapes[at + 1], join)),
  );
  const layout = mode === 'auto' ? told : { ...told, mark: mode === 'width' ? ('none' as const) : mode };
  const decided: (LineBreak | 'full' | undefined)[] = [];
  let inList = shapes[0] === 'list-item';
  joins.forEach((join, at) => {
    const shape = shapes[at] ?? 'text';
    const next = shapes[at + 1] ?? 'text';
    const opens = at === 0 || decided[at - 1] !== undefined;
    const found = breakBehind({ shape, next, join, opens, inList, ends: lines[at]?.text.at(-1) ?? '' }, layout);
    decided.push(found);
    if (found) inList = next === 'list-item';
  });
  const breaks = fullLineBreaks(lines, joins, decided);
  return paragraphsOf(lines, shapes, breaks);
}

/** Whether a line tells something of the width: rows and items do not, unless they go on. */
function isText(shape: LineShape | undefined, join: Join): boolean {
  return shape !== 'table-row' && (shape !== 'list-item' || !join.nextBegins);
}

/** Among lines that are all filled a short one was; where they are few, only a very short one. */
function endedOnPurpose(join: Join, { width, evenLines }: Layout, short: boolean): boolean {
  return evenLines >= enoughLines ? short : evenLines >= 2 && join.need <= width * stubShare;
}

/** A line is very short where the next word would have ended before this share of the width. */
const stubShare = 0.6;

type Place = {
  readonly shape: LineShape;
  readonly next: LineShape;
  readonly join: Join;
  /** Whether the line begins a paragraph. */
  readonly opens: boolean;
  readonly inList: boolean;
  /** The last character of the line. */
  readonly ends: string;
};

/** `full`: the line ends a sentence and had no room for another word, so it does not tell. */
function breakBehind(place: Place, layout: Layout): LineBreak | 'full' | undefined {
  const { shape, next, join } = place;
  if (shape === 'table-row' && next === 'table-row') return undefined;
  if (shape === 'table-row' || next === 'table-row') return { reason: 'table', confidence: 0.8 };
  if (next === 'sign-off' || shape === 'sign-off') return { reason: 'sign-off', confidence: 0.95 };
  return breakBehindShape(place, layout) ?? breakBehindText(join, layout);
}

function breakBehindShape(place: Place, layout: Layout): LineBreak | undefined {
  const { shape, next, join, opens, inList } = place;
  const fits = join.need <= layout.width;
  const short = join.need <= layout.width * fullShare;
  const marked = join.nextBegins && isMarked(join, layout);
  if (opens && shape === 'intertitle') return { reason: 'heading', confidence: 0.9 };
  if (next === 'intertitle' && (join.end !== 'no' || marked)) return { reason: 'heading', confidence: 0.9 };
  if (next === 'list-item' && (join.end !== 'no' || marked || (inList && (fits || join.nextBegins)))) {
    return { reason: 'list-item', confidence: 0.9 };
  }
  if (join.end === 'yes') return undefined;
  if (inList && fits && join.nextBegins) return { reason: 'list-item', confidence: 0.7 };
  if (join.end === 'doubtful') return breakBehindDoubtful(place, layout, short);
  if (!join.nextBegins) return breakBeforeSmallLetter(place, layout);
  if (marked) return { reason: opens ? 'heading' : markOf(join, layout), confidence: 0.8 };
  if (opens && short) return { reason: 'heading', confidence: 0.7 };
  if (endedOnPurpose(join, layout, short)) return { reason: 'next-word-fits', confidence: 0.6 };
  const chance = chanceBeforeCapital(join, layout.filled);
  return chance > 0.5 ? { reason: opens ? 'heading': 'next-word-fits', confidence: chance } : undefined;
}

/** An abbreviation, a colon, or a small letter behind a full stop: only the layout can make a paragraph's end of it. */
function breakBehindDoubtful(place: Place, layout: Layout, short: boolean): LineBreak | undefined {
  const { join } = place;
  if (isMarked(join, layout)) return { reason: markOf(join, layout), confidence: 0.9 };
  if (layout.mark !== 'none') return undefined;
  if (short) return { reason: 'next-word-fits', confidence: 0.6 };
  if (!join.nextBegins) return breakBeforeSmallLetter(place, layout);
  const chance = chanceBeforeCapital(join, layout.filled);
  return chance > 0.5 ? { reason: 'next-word-fits', confidence: chance } : undefined;
}

/** Lists without marks, and copy of people who write none: a line that ends with a stop or a semicolon, or is alone, rather ends one. */
function breakBeforeSmallLetter({ next, join, opens, ends }: Place, layout: Layout): LineBreak | undefined {
  const weight = (join.end === 'doubtful' || ends === ';' ? 10 : 1) * (next === 'list-item' ? 20 : 1) * (opens ? 3 : 1);
  const chance = chanceBeforeSmallLetter(join, layout.filled, weight);
  if (chance <= 0.5) return undefined;
  return { reason: next === 'list-item' ? 'list-item' : 'next-word-fits', confidence: chance };
}

/** Whether the layout of this dispatch begins a paragraph behind the join. */
function isMarked(join: Join, layout: Layout): boolean {
  return join.gap > layout.gap || (layout.mark === 'indentation' && join.indent > layout.indent);
}

function markOf(join: Join, layout: Layout): 'blank-line' | 'indentation' {
  return join.gap > layout.gap ? 'blank-line' : 'indentation';
}

function breakBehindText(join: Join, layout: Layout): LineBreak | 'full' | undefined {
  if (join.end !== 'yes') return undefined;
  if (join.gap > layout.gap) return { reason: 'blank-line', confidence: 0.99 };
  if (join.indent > layout.indent) return { reason: 'indentation', confidence: 0.95 };
  if (layout.mark !== 'none') return undefined;
  if (join.need > layout.width) return 'full';
  const spare = Math.min(1, (layout.width - join.need) / 20);
  return { reason: 'next-word-fits', confidence: 0.85 + 0.14 * spare };
}

function paragraphsOf(
  lines: readonly PhysicalLine[],
  shapes: readonly LineShape[],
  breaks: readonly (LineBreak | undefined)[],
): ReflowedParagraph[] {
  const paragraphs: ReflowedParagraph[] = [];
  let start = 0;
  lines.forEach((_, at) => {
    const ending = breaks[at];
    if (!ending && at < lines.length - 1) return;
    const kind = kindOf(shapes[start] ?? 'text', ending, at - start + 1);
    paragraphs.push({ kind, lines: lines.slice(start, at + 1), ...(ending && { ending }) });
    start = at + 1;
  });
  return paragraphs;
}

function kindOf(shape: LineShape, ending: LineBreak | undefined, length: number): ParagraphKind {
  switch (shape) {
    case 'table-row':
      return 'table';
    case 'sign-off':
      return 'signoff';
    case 'list-item':
      return 'list';
    case 'intertitle':
      return 'headline';
    case 'text':
      return ending?.reason === 'heading' && length === 1 ? 'headline' : 'body';
    default:
      return shape satisfies never;
  }
}
