import type { Block } from '../model/copy.ts';
import type { ParagraphKind } from '../model/dispatch.ts';
import { type PhysicalLine, withoutControls } from './physical-lines.ts';

/** A block of physical lines: one span for each, and a further one behind each control character inside it. */
export function blockOf(raw: string, kind: ParagraphKind, lines: readonly PhysicalLine[]): Block {
  return { kind, spans: lines.flatMap((line) => withoutControls(raw, line.span)) };
}
