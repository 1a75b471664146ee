import type { Place } from '../model/errors.ts';

/**
 * Where a field of a CSV text begins. Only asked for once something is wrong, so the text is simply walked again by the rules of
 * RFC 4180.
 *
 * @param record counts records from 0, blank lines left out
 * @param field counts fields from 0; one that is missing is sought at the end of its record
 */
export function placeOfField(
  text: string,
  record: number,
  field: number,
): Required<Pick<Place, 'line' | 'column'>> {
  let line = 1;
  let lineStart = 0;
  let records = 0;
  let fields = 0;
  let recordStart = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const isThere = records === record && fields === field;
    if (isThere && !(at === recordStart && isBlankFrom(text, at)))
      return { line, column: at - lineStart + 1 };
    const character = text[at];
    const newline = character === '\n' || (character === '\r' && text[at + 1] !== '\n');
    if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) fields += 1;
    else if (newline && !quoted) {
      const blank = text.slice(recordStart, at).trim() === '';
      if (records === record && !blank) return { line, column: at - lineStart + 1 };
      if (!blank) records += 1;
      fields = 0;
      recordStart = at + 1;
    }
    if (newline) {
      line += 1;
      lineStart = at + 1;
    }
  }
  return { line, column: text.length - lineStart + 1 };
}

/** Whether a line that begins at an offset holds nothing but blanks, and so is no record. */
function isBlankFrom(text: string, at: number): boolean {
  const blank = /[ \t]*[\r\n]/uy;
  blank.lastIndex = at;
  return blank.test(text);
}
