import type { Span } from '../model/span.ts';
import { predefinedEntities } from '../xml/predefined-entities.ts';
import { isXmlText } from '../xml/write.ts';

/** A stretch of a text that goes out in a tag: `t` is translated like the rest, `x` is to come back as it is. */
export type TaggedSpan = Span & { readonly kind: 't' | 'x' };

/** A tag of ours in an answer, by its number: where its words stand in the text without tags, blanks around them left out. */
export type FoundTag = Span & { readonly number: number };

/** What an answer says without its tags, and the tags that were opened and closed. */
export type Untagged = { readonly text: string; readonly tags: readonly FoundTag[] };

/**
 * Whether a text can be sent as XML and nothing in it is like a tag of ours: angle brackets stand only in what is kept, so that one too many
 * in an answer tells that a tag was torn.
 *
 * @param kept in the order of the text
 */
export function mayBeTagged(text: string, kept: readonly Span[]): boolean {
  if (!isXmlText(text) || lookalike.test(text)) return false;
  let at = 0;
  return [...kept, { start: text.length, end: text.length }].every(({ start, end }) => {
    const between = text.slice(at, start);
    at = end;
    return !/[<>＜＞]/u.test(between);
  });
}

const lookalike = /(?:[<＜]|&lt;|&#0*60;|&#x0*3c;)\s{0,3}\/?\s{0,3}[txтх](?!\p{L})/iu;

/**
 * A text as XML with its spans in tags, which are numbered from 1 in the order of the text: `Le <t id="1">Kremlin</t>`.
 *
 * @param spans in the order of the text; they never overlap
 */
export function writeTags(text: string, spans: readonly TaggedSpan[]): string {
  let written = '';
  let at = 0;
  spans.forEach(({ kind, start, end }, index) => {
    const inside = escaped(text.slice(start, end));
    written += `${escaped(text.slice(at, start))}<${kind} id="${index + 1}">${inside}</${kind}>`;
    at = end;
  });
  return written + escaped(text.slice(at));
}

/** What {@link writeTags} wrote, without the tags and still escaped: of it the provider counts the characters. */
export function withoutTags(xml: string): string {
  return xml.replace(/<(?:\/[tx]|[tx] id="\d+")>/gu, '');
}

/**
 * Reads an answer to what {@link writeTags} wrote. Tags may be spaced, in other capitals, without quotes, escaped, nested, unclosed or
 * doubled: they are taken out of the text all the same, and their words stay. Where a blank stood beside a tag in the source and a word has
 * grown together with it, the blank is put back.
 */
export function readTags(answer: string, source: string, spans: readonly TaggedSpan[]): Untagged {
  const pieces: string[] = [];
  let length = 0;
  /** The end of what there is of the text: all of it would be read again for each piece. */
  let tail = '';
  let at = 0;
  let gap: 'before' | 'after' | undefined;
  const tags: FoundTag[] = [];
  const open: OpenTag[] = [];
  /** Those that no word has followed yet. */
  let waiting: OpenTag[] = [];
  const put = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const add = (piece: string): void => {
    if (piece === '') return;
    const isGrown =
      gap !== undefined &&
      /\S$/u.test(tail) &&
      /^\S/u.test(piece) &&
      (gap === 'before' ? wordAtEnd.test(tail) : wordAtStart.test(piece));
    if (isGrown) put(' ');
    for (const tag of waiting) tag.start = length;
    waiting = [];
    put(piece);
    tail = piece.slice(-2);
    gap = undefined;
  };
  for (const found of answer.matchAll(tag)) {
    add(decoded(answer.slice(at, found.index)));
    at = found.index + found[0].length;
    const { slash, letter = '', id, closed } = found.groups ?? {};
    const name = latin.get(letter.toLowerCase()) ?? letter.toLowerCase();
    if (slash !== undefined) {
      const last = open.findLastIndex((one) => one.letter === name);
      const [opened] = last < 0 ? [] : open.splice(last, 1);
      if (!opened) continue;
      const span = spans[opened.number - 1];
      tags.push({ number: opened.number, start: opened.start ?? length, end: length });
      if (span && name === 'x' && isBlank(source[span.end])) gap = 'after';
    } else if (id !== undefined && closed === '' && open.length < mostOpen) {
      const number = Number(id);
      const span = spans[number - 1];
      const opened: OpenTag = { letter: name, number };
      open.push(opened);
      waiting.push(opened);
      if (span && isBlank(source[span.start - 1])) gap = 'before';
    }
  }
  add(decoded(answer.slice(at)));
  const text = pieces.join('');
  return { text, tags: tags.map((tag) => ({ ...tag, ...trimmed(text, tag) })) };
}

/** Tags of ours are never inside each other: of an answer with more than these open at once no further one counts. */
const mostOpen = 32;

type OpenTag = { readonly letter: string; readonly number: number; start?: number };

/**
 * Whether a text may still hold what is left of a tag of ours: more angle brackets than its source has, or a number that only our tags have.
 */
export function mayHoldTags(text: string, source: string): boolean {
  const count = (of: string, sign: RegExp) => of.match(sign)?.length ?? 0;
  return [/[<＜]/gu, /[>＞]/gu, /\bid\s{0,3}=/giu].some((sign) => count(text, sign) > count(source, sign));
}

const less = '(?:<|＜|&lt;|&#0*60;|&#x0*3c;)';
const greater = '(?:>|＞|&gt;|&#0*62;|&#x0*3e;)';
const quote = `(?:["'“”„«»‘’]|&quot;|&apos;|&#0*3[49];|&#x0*2[27];)?`;
const tag = new RegExp(
  [
    less,
    '\\s{0,3}(?<slash>/)?\\s{0,3}(?<letter>[txтх])',
    `(?:\\s{1,3}id\\s{0,3}=\\s{0,3}${quote}\\s{0,3}(?<id>\\d{1,4})\\s{0,3}${quote})?`,
    '\\s{0,3}(?<closed>/?)\\s{0,3}',
    greater,
  ].join(''),
  'giu',
);

/** Cyrillic letters that look like ours. */
const latin = new Map([
  ['т', 't'],
  ['х', 'x'],
]);

/** Scripts that set blanks between words and grow nothing together with names in front. */
const letter = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Nd}]';
const wordAtEnd = new RegExp(`${letter}$`, 'u');
const wordAtStart = new RegExp(`^${letter}`, 'u');

function isBlank(sign: string | undefined): boolean {
  return sign !== undefined && /\s/u.test(sign);
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

function escaped(text: string): string {
  return text.replace(/[&<>]/gu, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
}

/** References of XML and the blank that DeepL may write as one; what stands for no character that XML can hold stays as it is. */
function decoded(xml: string): string {
  return xml.replace(reference, (written, name: string) => {
    const character = named.get(name.toLowerCase()) ?? numbered(name);
    return character !== undefined && isXmlText(character) ? character : written;
  });
}

const reference = /&(amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});/giu;

const named = new Map([...predefinedEntities, ['nbsp', '\u00a0']]);

function numbered(name: string): string | undefined {
  const point = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return point > 0x10ffff ? undefined : String.fromCodePoint(point);
}
