import type { Block } from '../model/copy.ts';
import type { ParagraphKind } from '../model/dispatch.ts';
import type { LineBreak } from '../model/line-break.ts';
import { type PhysicalLine, withoutControls } from './physical-lines.ts';

/** A block of physical lines: one span for each, and a further one behind each control character inside it. */
export function blockOf(
  raw: string,
  kind: ParagraphKind,
  lines: readonly PhysicalLine[],
  ending?: LineBreak,
): Block {
  const spans = lines.flatMap((line) => withoutControls(raw, line.span));
  return { kind, spans, ...(ending && { ending }) };
}
