import type { Copy } from '../../src/model/copy.ts';
import { joinedView } from '../../src/text/joined-view.ts';
import type { Decoded } from '../../src/wire/decode.ts';

/** A text as if it had been read from UTF-8. */
export function decoded(raw: string): Decoded {
  return { raw, encoding: 'utf-8', bom: false };
}

/** The text of each block. */
export function textsOf(copy: Copy): string[] {
  return copy.blocks.map(({ spans }) => joinedView(copy.raw, spans).text);
}

/** Breaks a text greedily, as a wire does: a word that would end behind column `width` begins a new line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
