import type { Copy } from '../model/copy.ts';
import { blockOf } from './block.ts';
import type { Decoded } from './decode.ts';
import { physicalLines } from './physical-lines.ts';

/** Copy in which each line that is not blank is a paragraph of its own, and no header is looked for. */
export function linesAsParagraphs(decoded: Decoded): Copy {
  const { raw, encoding, bom } = decoded;
  const blocks = physicalLines(raw).map((line) => blockOf(raw, 'body', [line]));
  return { raw, encoding, bom, header: { status: 'usable' }, blocks };
}
