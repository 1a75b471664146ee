import type { Encoding } from '../model/dispatch.ts';
import { DepecheError } from '../model/errors.ts';
import { controlsOfBinary, knownBinary } from './binary.ts';
import { controlInIso88591, decodeSingleByte, undefinedInWindows1252 } from './single-byte.ts';
import { decodeUtf8, isDamagedUtf8, surveyUtf8, type Utf8Survey } from './utf-8.ts';
import { brokenInUtf16, decodeUtf16, guessByteOrder } from './utf-16.ts';

/** A text as it came, without its byte order mark, and how to write it back: `encode` of the three gives the bytes. */
export type Decoded = { readonly raw: string; readonly encoding: Encoding; readonly bom: boolean };

/** The largest file that is read as one dispatch, in bytes: 16 MB. */
export const maxBytes = 16 * 1024 * 1024;

/**
 * Reads the bytes of one dispatch, in linear time and without losing one of them.
 *
 * The byte order mark decides; then `options.encoding` (what the sender declares), unless the bytes contradict it; then the bytes
 * alone: UTF-16 by its zero bytes, UTF-8 where all of it is UTF-8, else windows-1252. Damaged UTF-8 is never read as windows-1252.
 *
 * @throws DepecheError `unreadable`, with the offset of the byte: an empty or blank file, more than {@link maxBytes}, a binary file,
 * bytes that none of the encodings explains
 */
export function decode(bytes: Uint8Array, options: { readonly encoding?: Encoding } = {}): Decoded {
  if (bytes.length === 0) throw unreadable('the file is empty; delete it, or fetch the dispatch again');
  if (bytes.length > maxBytes) {
    const limit = `${maxBytes / 1024 / 1024} MB (${maxBytes} bytes)`;
    throw unreadable(`the file has ${bytes.length} bytes, more than ${limit}: keep one dispatch in a file`);
  }
  const binary = knownBinary(bytes);
  if (binary) throw notText(`at byte 0 begins ${binary}`);
  const decoded = decodeMarked(bytes) ?? decodeUnmarked(bytes, options.encoding);
  const control = controlsOfBinary(decoded.raw);
  if (control >= 0) throw notText(`${describeByte(bytes, byteAt(decoded, control))} is a control character`);
  if (decoded.raw.trim() === '')
    throw unreadable('the file has only blanks in it; delete it, or fetch the dispatch again');
  return decoded;
}

/** Bytes that begin with a byte order mark. */
function decodeMarked(bytes: Uint8Array): Decoded | undefined {
  const mark = marks.find(({ start }) => start.every((byte, at) => bytes[at] === byte));
  if (!mark) return undefined;
  const { encoding, start } = mark;
  const text = bytes.subarray(start.length);
  const broken = encoding === 'utf-8' ? surveyUtf8(text).firstBroken : brokenInUtf16(text, encoding);
  if (broken >= 0) throw undecodable(bytes, broken + start.length, `its byte order mark says ${encoding}`);
  return { raw: encoding === 'utf-8' ? decodeUtf8(text) : decodeUtf16(text, encoding), encoding, bom: true };
}

const marks = [
  { encoding: 'utf-8', start: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', start: [0xff, 0xfe] },
  { encoding: 'utf-16be', start: [0xfe, 0xff] },
] as const;

function decodeUnmarked(bytes: Uint8Array, declared: Encoding | undefined): Decoded {
  const survey = surveyUtf8(bytes);
  const candidates = [declared, guessByteOrder(bytes), 'utf-8', 'windows-1252'] as const;
  const encoding = candidates.find((candidate) => candidate && fits(bytes, survey, candidate));
  switch (encoding) {
    case 'utf-8':
      return { raw: decodeUtf8(bytes), encoding, bom: false };
    case 'utf-16le':
    case 'utf-16be':
      return { raw: decodeUtf16(bytes, encoding), encoding, bom: false };
    case 'windows-1252':
    case 'iso-8859-1':
      return { raw: decodeSingleByte(bytes), encoding, bom: false };
    case undefined:
      throw explain(bytes, survey, declared);
    default:
      return encoding satisfies never;
  }
}

/** Whether nothing in the bytes contradicts an encoding. */
function fits(bytes: Uint8Array, survey: Utf8Survey, encoding: Encoding): boolean {
  switch (encoding) {
    case 'utf-8':
      return survey.broken === 0 && !bytes.includes(0);
    case 'utf-16le':
    case 'utf-16be':
      return guessByteOrder(bytes) === encoding && brokenInUtf16(bytes, encoding) < 0;
    case 'windows-1252':
      return isSingleByte(bytes, survey) && undefinedInWindows1252(bytes) < 0;
    case 'iso-8859-1':
      return isSingleByte(bytes, survey) && controlInIso88591(bytes) < 0;
    default:
      return encoding satisfies never;
  }
}

/** Not so where the bytes spell UTF-8, whole or damaged: read one for one it would be mojibake. */
function isSingleByte(bytes: Uint8Array, survey: Utf8Survey): boolean {
  const isUtf8 = survey.sequences > 0 && survey.broken === 0;
  return !isUtf8 && !isDamagedUtf8(survey) && !bytes.includes(0);
}

/** Why no encoding fits. */
function explain(bytes: Uint8Array, survey: Utf8Survey, declared: Encoding | undefined): DepecheError {
  const order = declared === 'utf-16le' || declared === 'utf-16be' ? declared : guessByteOrder(bytes);
  if (order) {
    const broken = brokenInUtf16(bytes, order);
    if (broken >= 0) return undecodable(bytes, broken, `the text is ${order}`);
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return notText(`${describeByte(bytes, nul)} is a NUL`);
  if (isDamagedUtf8(survey)) return undecodable(bytes, survey.firstBroken, 'the text is utf-8');
  return undecodable(bytes, undefinedInWindows1252(bytes), 'the text is neither utf-8 nor windows-1252');
}

function undecodable(bytes: Uint8Array, at: number, because: string): DepecheError {
  return unreadable(
    `${describeByte(bytes, at)} cannot be decoded: ${because}; fetch the file again, or convert it to UTF-8`,
  );
}

function notText(because: string): DepecheError {
  return unreadable(
    `this is a binary file, not wire copy: ${because}; take it out, or save its text as UTF-8`,
  );
}

function unreadable(message: string): DepecheError {
  return new DepecheError('unreadable', message);
}

function describeByte(bytes: Uint8Array, at: number): string {
  return `byte ${at} (0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')})`;
}

/** The offset in the file of the unit at `at` of its text. */
function byteAt({ raw, encoding, bom }: Decoded, at: number): number {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return (at + (bom ? 1 : 0)) * 2;
  if (encoding !== 'utf-8') return at;
  return new TextEncoder().encode(raw.slice(0, at)).length + (bom ? 3 : 0);
}
