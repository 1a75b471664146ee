import { DepecheError } from '../model/errors.ts';

/**
 * XML that has been escaped and may be put into a document as it is. Only this file makes it from text. A line is what is indented
 * as one: text inside it may hold line breaks of its own, and they are left alone.
 */
export type Markup = { readonly lines: readonly string[] };

/** What can stand inside an element: text, which is escaped here, and markup, which has been. */
export type Content = string | Markup | readonly Content[];

/** An attribute that is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Characters that no XML 1.0 document can hold, escaped or not. */
const unrepresentable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Whether a text can stand in an XML 1.0 document: no control characters but tab and line ends, no lone surrogates. */
export function isXmlText(text: string): boolean {
  return !suspicious.test(text) || !unrepresentable.test(text);
}

/**
 * An element on one line, its content as it is: no blank is added anywhere, so text is safe inside.
 *
 * @throws DepecheError `invalid` where the text has characters that XML cannot hold
 */
export function element(name: string, attributes: Attributes, content: Content = []): Markup {
  const inside = render(content);
  const open = `${name}${renderAttributes(attributes)}`;
  return { lines: [inside === '' ? `<${open}/>` : `<${open}>${inside}</${name}>`] };
}

/** An element whose children stand on lines of their own, indented by two; for structure that holds no text itself. */
export function block(
  name: string,
  attributes: Attributes,
  children: readonly (Markup | undefined)[],
): Markup {
  const open = `${name}${renderAttributes(attributes)}`;
  const lines = [`<${open}>`];
  for (const child of children) {
    if (child) for (const line of child.lines) lines.push(`  ${line}`);
  }
  if (lines.length === 1) return { lines: [`<${open}/>`] };
  lines.push(`</${name}>`);
  return { lines };
}

/**
 * A document that is long: the same text as {@link document} makes of the elements around `children` and of these, in pieces.
 *
 * @param around the elements, each inside the one before it; `head` stands in front of what is inside
 */
export function* documentInPieces(
  around: readonly { readonly name: string; readonly attributes: Attributes; readonly head?: Markup }[],
  children: Iterable<Markup>,
): Generator<string> {
  let indent = '';
  let opening = `<?xml version="1.0" encoding="UTF-8"?>\n`;
  const closing: string[] = [];
  for (const { name, attributes, head } of around) {
    opening += `${indent}<${name}${renderAttributes(attributes)}>\n`;
    closing.unshift(`${indent}</${name}>\n`);
    indent += '  ';
    for (const line of head?.lines ?? []) opening += `${indent}${line}\n`;
  }
  yield opening;
  for (const { lines } of children) {
    let piece = '';
    for (const line of lines) piece += `${indent}${line}\n`;
    yield inOnePlace(piece);
  }
  yield closing.join('');
}

/**
 * The same text. V8 keeps a text that was put together as a tree of its parts until somebody looks into it, and the trees of a long
 * document cost the garbage collector more than all of the writing. To look for the line end that it ends with makes one string of it.
 */
function inOnePlace(lines: string): string {
  return lines.slice(0, lines.lastIndexOf('\n') + 1);
}

/** A whole document: declaration, root element, and a newline at the end. */
export function document(root: Markup, doctype = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype === '' ? '' : `${doctype}\n`}${root.lines.join('\n')}\n`;
}

function render(content: Content): string {
  if (typeof content === 'string') return escapeText(content);
  if ('lines' in content)
    return content.lines.length === 1 ? (content.lines[0] ?? '') : content.lines.join('\n');
  let rendered = '';
  for (const part of content) rendered += render(part);
  return rendered;
}

function renderAttributes(attributes: Attributes): string {
  let rendered = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (typeof value === 'number') rendered += ` ${name}="${value}"`;
    else if (value !== undefined) rendered += ` ${name}="${escapeAttribute(value)}"`;
  }
  return rendered;
}

function escapeText(text: string): string {
  if (!special.test(text)) return text;
  return checked(text).replace(/[&<>\r]/gu, (character) => escapes.get(character) ?? character);
}

/**
 * Text that can stand in an attribute or in an element: white space other than the blank is spelled as a reference, for parsers
 * change it in attributes.
 *
 * @throws DepecheError `invalid` where the text has characters that XML cannot hold
 */
export function escapeAttribute(text: string): string {
  if (!special.test(text)) return text;
  return checked(text).replace(/[&<>"\t\n\r]/gu, (character) => escapes.get(character) ?? character);
}

const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);

/** Nearly no text has any of these, and to look for them takes a tenth of the time that the exact rule does. */
const suspicious = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/;

/** Nor has it any of these; one look tells that nothing is to be done. */
const special = /[^\u0020\u0021\u0023-\u0025\u0027-\u003b\u003d\u003f-\ud7ff\ue000-\ufffd]/;

function checked(text: string): string {
  if (!suspicious.test(text)) return text;
  const bad = unrepresentable.exec(text);
  if (!bad) return text;
  const code = (bad[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new DepecheError('invalid', `U+${code} cannot be written in XML: “${text.slice(0, 40)}”`);
}
