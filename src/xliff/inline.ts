import type { Span } from '../model/span.ts';
import { attributeOf, type XmlElement } from '../xml/node.ts';
import { type Content, element, isXmlText } from '../xml/write.ts';
import { namespaces } from './namespaces.ts';
import { refuse } from './refuse.ts';

/** A stretch of a text that is marked as a term; `id` is unique in the unit, and the same in source and target. */
export type Mark = { readonly id: string; readonly span: Span };

/**
 * The content of a `source` or `target`: text, with `cp` for characters that XML cannot hold.
 *
 * @param marks ordered, disjoint, inside the text
 */
export function inlineContent(text: string, marks: readonly Mark[] = []): Content {
  const parts: Content[] = [];
  let at = 0;
  for (const { id, span } of marks) {
    const term = codePoints(text.slice(span.start, span.end));
    parts.push(codePoints(text.slice(at, span.start)), element('mrk', { id, type: 'term' }, term));
    at = span.end;
  }
  parts.push(codePoints(text.slice(at)));
  return parts;
}

/**
 * The text of a `source` or `target`: what stands inside annotations and paired codes included, `cp` as the character it stands
 * for. Empty codes (`ph`, `sc`, …) have no text.
 *
 * @throws DepecheError `invalid` for an element that is no inline element of XLIFF, and for a `cp` that is no code point
 */
export function inlineText(parent: XmlElement): string {
  return parent.children.map((child) => (child.kind === 'text' ? child.text : textOfInline(child))).join('');
}

function textOfInline(inline: XmlElement): string {
  if (inline.uri !== namespaces.core) {
    refuse(inline, `<${inline.name}> cannot stand in text: take the element out and keep its words`);
  }
  switch (inline.local) {
    case 'mrk':
    case 'pc':
      return inlineText(inline);
    case 'cp':
      return characterOf(inline);
    case 'ph':
    case 'sc':
    case 'ec':
    case 'sm':
    case 'em':
      return '';
    default:
      return refuse(inline, `<${inline.name}> cannot stand in text: take the element out and keep its words`);
  }
}

function characterOf(codePoint: XmlElement): string {
  const hex = attributeOf(codePoint, 'hex') ?? '';
  const code = /^[0-9a-f]{1,6}$/iu.test(hex) ? Number.parseInt(hex, 16) : Number.POSITIVE_INFINITY;
  if (code > 0x10ffff) refuse(codePoint, `“${hex}” is no code point: hex is 0000 to 10FFFF`);
  return String.fromCodePoint(code);
}

function codePoints(text: string): Content {
  if (isXmlText(text)) return text;
  const parts: Content[] = [];
  let run = '';
  for (const character of text) {
    if (isXmlText(character)) {
      run += character;
      continue;
    }
    const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    parts.push(run, element('cp', { hex }));
    run = '';
  }
  return [...parts, run];
}
