import { withPlainBlanks } from '../text/wording.ts';
import { characterOf } from '../xliff/version-1.2/inline.ts';
import { attributeOf, type XmlElement } from '../xml/node.ts';
import { isXmlText } from '../xml/write.ts';

/**
 * The text of a `source` or `target` of any XLIFF, whatever a tool has put around the words. Characters that XML cannot hold come out of
 * the codes that stand for them; a code that stands for nothing of ours has the text in it.
 */
export function returnedText(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (child.kind === 'text') return child.text;
      return characterIn(child) ?? returnedText(child);
    })
    .join('');
}

function characterIn(element: XmlElement): string | undefined {
  if (element.local === 'x') return characterOf(attributeOf(element, 'id') ?? '');
  if (element.local !== 'cp') return undefined;
  const hex = attributeOf(element, 'hex') ?? '';
  return /^[0-9a-f]{1,4}$/iu.test(hex) ? String.fromCharCode(Number.parseInt(hex, 16)) : '';
}

/**
 * A text without what tools add when they indent a file anew: line ends with the blanks around them are one blank, and those around the
 * whole are none.
 */
export function withoutIndentation(text: string): string {
  if (!/[\r\n]/u.test(text)) return withoutBlanksAround(text);
  const lines = text.split(/[\r\n]/u).map(withoutBlanksAround);
  return lines.filter((line) => line !== '').join(' ');
}

/** Takes off only what indentation is made of: other blanks are the person's. A pattern would take quadratic time on a long run. */
function withoutBlanksAround(line: string): string {
  const isBlank = (at: number): boolean => line[at] === ' ' || line[at] === '\t';
  let start = 0;
  let end = line.length;
  while (start < end && isBlank(start)) start += 1;
  while (end > start && isBlank(end - 1)) end -= 1;
  return line.slice(start, end);
}

/** Words without what tools do to all of them: indentation, plain blanks in place of others, another normal form of Unicode. */
export function canonicalWords(text: string): string {
  return withPlainBlanks(withoutIndentation(text).normalize('NFC'));
}

/** What is left of a text in a tool that drops the codes for characters which XML cannot hold. */
export function withoutCodes(text: string): string {
  return isXmlText(text)
    ? text
    : text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
