import type { ParagraphKind } from '../model/dispatch.ts';
import type { BreakEvidence, LineBreak } from '../model/line-break.ts';
import { breakBehind, type FoundBreak } from './break-behind.ts';
import { fullLineBreaks } from './full-lines.ts';
import { type Join, joinsOf, type Layout, layoutOf } from './joins.ts';
import { type LineShape, lineShapes } from './line-shape.ts';
import type { PhysicalLine } from './physical-lines.ts';
import type { ReflowMode } from './reflow-mode.ts';

/** A paragraph of physical lines; `ending` says why no line follows, and the last paragraph needs none. */
export type ReflowedParagraph = {
  readonly kind: ParagraphKind;
  readonly lines: readonly PhysicalLine[];
  readonly ending?: LineBreak;
};

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
  const layout = mode === 'width' ? { ...told, mark: 'none' as const } : told;
  const decided: (FoundBreak | 'full' | undefined)[] = [];
  let inList = shapes[0] === 'list-item';
  joins.forEach((join, at) => {
    const shape = shapes[at] ?? 'text';
    const next = shapes[at + 1] ?? 'text';
    const opens = at === 0 || decided[at - 1] !== undefined;
    const found = breakBehind(
      { shape, next, join, opens, inList, ends: lines[at]?.text.at(-1) ?? '' },
      layout,
      mode,
    );
    decided.push(found);
    if (found) inList = next === 'list-item';
  });
  const breaks = fullLineBreaks(lines, joins, decided).map((found, at): LineBreak | undefined => {
    const join = joins[at];
    return found && join && { ...found, evidence: evidenceOf(join, layout) };
  });
  return paragraphsOf(lines, shapes, breaks);
}

function evidenceOf({ end, need, gap, indent }: Join, layout: Layout): BreakEvidence {
  return {
    sentenceEnds: end,
    need,
    ...(Number.isFinite(layout.width) && { width: layout.width }),
    gap,
    usualGap: layout.gap,
    indent,
    usualIndent: layout.indent,
  };
}

/** Whether a line tells something of the width: rows and items do not, unless they go on. */
function isText(shape: LineShape | undefined, join: Join): boolean {
  return shape !== 'table-row' && shape !== 'rule' && (shape !== 'list-item' || !join.nextBegins);
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
    const own = lines.slice(start, at + 1);
    paragraphs.push({
      kind: kindOf(shapes[start] ?? 'text', ending, own),
      lines: own,
      ...(ending && { ending }),
    });
    start = at + 1;
  });
  return paragraphs;
}

/** A heading is not cut by rules, so it must not hold a sentence that ends. */
function isOneSentence(line: PhysicalLine | undefined): boolean {
  return !/[.!?…]["'»”’)\]]*\s/u.test(line?.text ?? '');
}

function kindOf(
  shape: LineShape,
  ending: LineBreak | undefined,
  [first, ...others]: readonly PhysicalLine[],
): ParagraphKind {
  switch (shape) {
    case 'table-row':
      return 'table';
    case 'sign-off':
      return 'signoff';
    case 'list-item':
      return 'list';
    case 'intertitle':
      return 'headline';
    case 'rule':
      return 'body';
    case 'text':
      return ending?.reason === 'heading' && others.length === 0 && isOneSentence(first)
        ? 'headline'
        : 'body';
    default:
      return shape satisfies never;
  }
}
