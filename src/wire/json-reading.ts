import type { Reading } from '../model/copy.ts';
import type { Span } from '../model/span.ts';

/** A JSON string as a reader reads it, with its line breaks. Half a surrogate pair alone is U+FFFD, for no file can hold one. */
export function jsonReading(raw: string, { start, end }: Span): Reading {
  const text: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = start + 1; at < end - 1; ) {
    const next = at + lengthAt(raw, at);
    text.push(characterOf(raw.slice(at, next)));
    starts.push(at);
    ends.push(next);
    at = next;
  }
  return { text: text.join('').toWellFormed(), starts, ends };
}

function lengthAt(raw: string, at: number): number {
  if (raw[at] !== '\\') return 1;
  return raw[at + 1] === 'u' ? 6 : 2;
}

function characterOf(written: string): string {
  if (written.length === 1) return written;
  if (written.length === 6) return String.fromCharCode(Number.parseInt(written.slice(2), 16));
  return escapes.get(written.charAt(1)) ?? written.charAt(1);
}

const escapes = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);
