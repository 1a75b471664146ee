import type { LineBreak } from '../model/line-break.ts';
import { chanceBeforeCapital, chanceBeforeSmallLetter } from './filled-lines.ts';
import { enoughLines, fullShare, type Join, type Layout } from './joins.ts';
import type { LineShape } from './line-shape.ts';
import type { ReflowMode } from './reflow-mode.ts';

/** A break as it is decided; what it was decided from stands in the join and the layout. */
export type FoundBreak = Pick<LineBreak, 'reason' | 'confidence'>;

/** A place between two lines, and what is known of it from above. */
export type Place = {
  readonly shape: LineShape;
  readonly next: LineShape;
  readonly join: Join;
  /** Whether the line begins a paragraph. */
  readonly opens: boolean;
  readonly inList: boolean;
  /** The last character of the line. */
  readonly ends: string;
};

/** Whether a paragraph ends between two lines. `full`: the line ends a sentence and had no room for another word, so it does not tell. */
export function breakBehind(place: Place, layout: Layout, mode: ReflowMode): FoundBreak | 'full' | undefined {
  const { shape, next, join } = place;
  if (mode === 'line') return { reason: 'line', confidence: 1 };
  if (join.section || shape === 'rule' || next === 'rule') return { reason: 'section-mark', confidence: 1 };
  if (shape === 'table-row' && next === 'table-row') return undefined;
  if (shape === 'table-row' || next === 'table-row') return { reason: 'table', confidence: 0.8 };
  if (next === 'sign-off' || shape === 'sign-off') return { reason: 'sign-off', confidence: 0.95 };
  if (mode === 'blank-line' || mode === 'indentation') return breakAtMark(place, layout, mode);
  return breakBehindShape(place, layout) ?? breakBehindText(join, layout);
}

/** Where a person said what marks paragraphs, nothing else does, but for the items of lists. */
function breakAtMark(
  { join, next }: Place,
  layout: Layout,
  mode: 'blank-line' | 'indentation',
): FoundBreak | undefined {
  const isThere = mode === 'blank-line' ? join.gap > layout.gap : join.indent > layout.indent;
  if (isThere) return { reason: mode, confidence: 1 };
  return next === 'list-item' && join.end !== 'no' ? { reason: 'list-item', confidence: 0.9 } : undefined;
}

function breakBehindShape(place: Place, layout: Layout): FoundBreak | undefined {
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
  if (join.leads && !marked) return undefined;
  if (!join.nextBegins) return breakBeforeSmallLetter(place, layout);
  if (marked) return { reason: opens ? 'heading' : markOf(join, layout), confidence: 0.8 };
  if (opens && short) return { reason: 'heading', confidence: 0.7 };
  if (endedOnPurpose(join, layout, short)) return { reason: 'next-word-fits', confidence: 0.6 };
  const chance = chanceBeforeCapital(join, layout.filled);
  return chance > 0.5 ? { reason: opens ? 'heading' : 'next-word-fits', confidence: chance } : undefined;
}

/** An abbreviation, a colon, or a small letter behind a full stop: only the layout can make a paragraph's end of it. */
function breakBehindDoubtful(place: Place, layout: Layout, short: boolean): FoundBreak | undefined {
  const { join } = place;
  if (isMarked(join, layout)) return { reason: markOf(join, layout), confidence: 0.9 };
  if (layout.mark !== 'none' || join.leads) return undefined;
  if (short) return { reason: 'next-word-fits', confidence: 0.6 };
  if (!join.nextBegins) return breakBeforeSmallLetter(place, layout);
  const chance = chanceBeforeCapital(join, layout.filled);
  return chance > 0.5 ? { reason: 'next-word-fits', confidence: chance } : undefined;
}

/** Lists without marks, and copy of people who write none: a line that ends with a stop or a semicolon, or is alone, rather ends one. */
function breakBeforeSmallLetter({ next, join, opens, ends }: Place, layout: Layout): FoundBreak | undefined {
  const weight =
    (join.end === 'doubtful' || ends === ';' ? 10 : 1) * (next === 'list-item' ? 20 : 1) * (opens ? 3 : 1);
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

function breakBehindText(join: Join, layout: Layout): FoundBreak | 'full' | undefined {
  if (join.end !== 'yes') return undefined;
  if (join.gap > layout.gap) return { reason: 'blank-line', confidence: 0.99 };
  if (join.indent > layout.indent) return { reason: 'indentation', confidence: 0.95 };
  if (layout.mark !== 'none') return undefined;
  if (join.need > layout.width) return 'full';
  const spare = Math.min(1, (layout.width - join.need) / 20);
  return { reason: 'next-word-fits', confidence: 0.85 + 0.14 * spare };
}

/** Among lines that are all filled a short one was; where they are few, only a very short one. */
function endedOnPurpose(join: Join, { width, evenLines }: Layout, short: boolean): boolean {
  return evenLines >= enoughLines ? short : evenLines >= 2 && join.need <= width * stubShare;
}

/** A line is very short where the next word would have ended before this share of the width. */
const stubShare = 0.6;
