import type { Reading } from '../model/copy.ts';
import type { Span } from '../model/span.ts';
import { htmlEntities } from '../xml/html-entities.ts';
import { predefinedEntities } from '../xml/predefined-entities.ts';

/** Writes a {@link Reading} piece by piece. */
export type ReadingWriter = {
  /** A character, or the characters of a reference, with the stretch of the raw text that says it. */
  write(text: string, start: number, end: number): void;
  /** Markup that parts two words where no blank does. */
  part(at: number): void;
  /** What was written since the last time. */
  take(): Reading;
};

/**
 * @param blanks `joined`: between words they become one, and none is left at the ends, as markup wants it; `kept`: all of them stand, for
 *   text in lines
 */
export function readingWriter(blanks: 'joined' | 'kept' = 'joined'): ReadingWriter {
  let text: string[] = [];
  let starts: number[] = [];
  let ends: number[] = [];
  /** Blanks that have been read and stand between words only if another word comes. */
  let blank: { start: number; end: number } | undefined;
  const put = (unit: string, start: number, end: number): void => {
    text.push(unit);
    starts.push(start);
    ends.push(end);
  };
  return {
    write(written, start, end) {
      if (blanks === 'joined' && isBlank.test(written)) {
        if (!blank) blank = { start, end };
        else if (blank.end === start) blank.end = end;
        return;
      }
      if (blank && text.length > 0) put(' ', blank.start, blank.end);
      blank = undefined;
      const read = written.toWellFormed();
      for (let at = 0; at < read.length; at += 1) put(read.charAt(at), start, end);
    },
    part(at) {
      blank ??= { start: at, end: at };
    },
    take() {
      const taken = { text: text.join(''), starts, ends };
      [text, starts, ends, blank] = [[], [], [], undefined];
      return taken;
    },
  };
}

/** The same on one line: blanks, line breaks and control characters between words become one blank. */
export function onOneLine({ text, starts, ends }: Reading): Reading {
  const writer = readingWriter();
  for (let at = 0; at < text.length; ) {
    const next = at + characterLength(text, at);
    const start = starts[at] ?? 0;
    writer.write(text.slice(at, next), start, ends[next - 1] ?? start);
    at = next;
  }
  return writer.take();
}

/** What XML takes for a blank, and what no text may hold: a no-break space is part of French copy and stays. */
const isBlank = /^[ \t\r\n\f\v\p{Cc}\u2028\u2029\ufffe\uffff]+$/u;

/** Writes the text of an XML document between two places, references resolved. */
export function writeXmlText(
  document: string,
  span: Span,
  options: { readonly cdata: boolean },
  writer: ReadingWriter,
): void {
  writeResolved(document, span, writer, options.cdata ? undefined : referenceAt);
}

/** A reference in a document: what it stands for, and where it ends. */
export type Reference = { readonly text: string; readonly end: number };

/**
 * Writes a document between two places, a character or a reference at a time.
 *
 * @param referenceAt the reference that begins with the ampersand at a place, if one does; without it there are none
 */
export function writeResolved(
  document: string,
  { start, end }: Span,
  writer: ReadingWriter,
  referenceAt?: (document: string, at: number, limit: number) => Reference | undefined,
): void {
  for (let at = start; at < end; ) {
    const found = document[at] === '&' ? referenceAt?.(document, at, end) : undefined;
    const next = found ? found.end : at + characterLength(document, at);
    writer.write(found ? found.text : document.slice(at, next), at, next);
    at = next;
  }
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function referenceAt(document: string, at: number): Reference | undefined {
  const end = document.indexOf(';', at) + 1;
  return end > 0 ? { text: resolved(document.slice(at, end)), end } : undefined;
}

/** The reader of XML has accepted every reference there is, so one that is not known here is left as it is written. */
function resolved(reference: string): string {
  const name = reference.slice(1, -1);
  if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
  if (name.startsWith('#')) return String.fromCodePoint(Number.parseInt(name.slice(1), 10));
  return named.get(name) ?? reference;
}

const named = new Map([...predefinedEntities, ...Object.entries(htmlEntities)]);
