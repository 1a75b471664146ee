import type { Span } from '../model/span.ts';
import { htmlSymbols } from '../xml/html-symbols.ts';
import { type ReadingWriter, type Reference, writeResolved } from './marked-reading.ts';
import { decodeSingleByte } from './single-byte.ts';

/** Writes the text of an HTML document between two places, references resolved; an ampersand that begins none is one. */
export function writeHtmlText(
  document: string,
  span: Span,
  options: { readonly cdata: boolean },
  writer: ReadingWriter,
): void {
  writeResolved(document, span, writer, options.cdata ? undefined : referenceAt);
}

/** A text without places, such as the value of an attribute. */
export function resolvedHtml(text: string): string {
  return text.replace(/&[#\w]{1,34};?/gu, (written) => {
    const found = referenceAt(written, 0, written.length);
    return found ? found.text + written.slice(found.end) : written;
  });
}

const numeric = /&#(?:[xX](?<hex>[0-9a-fA-F]{1,6})|(?<decimal>\d{1,7}));?/uy;
const named = /&(?<name>[A-Za-z][A-Za-z0-9]{1,31})(?<semicolon>;?)/uy;

/** In UTF-16 units: the names that HTML has always read without a semicolon are no longer. */
const longestBareName = 6;

/** The reference that begins at a place, if one does. */
export function referenceAt(
  document: string,
  at: number,
  limit: number,
  options: { readonly semicolon?: 'wanted' } = {},
): Reference | undefined {
  const within = (end: number): boolean => end <= limit;
  numeric.lastIndex = at;
  const number = numeric.exec(document);
  if (number?.groups) {
    const { hex, decimal } = number.groups;
    const end = at + number[0].length;
    if (!within(end) || (options.semicolon && !number[0].endsWith(';'))) return undefined;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return { text: characterOf(code), end };
  }
  named.lastIndex = at;
  const { name, semicolon } = named.exec(document)?.groups ?? {};
  if (name === undefined) return undefined;
  const whole = htmlSymbols.get(name);
  const wholeEnd = at + 1 + name.length + 1;
  if (semicolon === ';' && whole !== undefined && within(wholeEnd)) return { text: whole, end: wholeEnd };
  if (options.semicolon) return undefined;
  for (let length = Math.min(name.length, longestBareName); length > 1; length -= 1) {
    const text = bareNames.get(name.slice(0, length));
    const end = at + 1 + length;
    if (text !== undefined && within(end)) return { text, end };
  }
  return undefined;
}

const bareNames: ReadonlyMap<string, string> = new Map(
  [...htmlSymbols].filter(
    ([name, text]) => ['amp', 'lt', 'gt', 'quot'].includes(name) || (text >= '\u00a0' && text <= '\u00ff'),
  ),
);

/** Numbers of windows-1252 are read as every browser does; what is no character is U+FFFD. */
function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return decodeSingleByte(Uint8Array.of(code));
  const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return isNone ? '\ufffd' : String.fromCodePoint(code);
}
