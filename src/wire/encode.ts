import type { Encoding } from '../model/dispatch.ts';
import { DepecheError } from '../model/errors.ts';
import { encodeSingleByte } from './single-byte.ts';
import { encodeUtf16 } from './utf-16.ts';

/**
 * A text as bytes: for what `decode` read, exactly the bytes it was given.
 *
 * @param bom whether a byte order mark goes before it; encodings of one byte for each character have none
 * @throws DepecheError `invalid` at the first character that the encoding cannot hold
 */
export function encode(raw: string, encoding: Encoding, bom: boolean): Uint8Array {
  if (!raw.isWellFormed()) throw unencodable(raw, loneSurrogate(raw), encoding);
  const text = bom ? `\ufeff${raw}` : raw;
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-16le':
    case 'utf-16be':
      return encodeUtf16(text, encoding);
    case 'windows-1252':
    case 'iso-8859-1': {
      const bytes = encodeSingleByte(raw, encoding);
      if (typeof bytes === 'number') throw unencodable(raw, bytes, encoding);
      return bytes;
    }
    default:
      return encoding satisfies never;
  }
}

function loneSurrogate(text: string): number {
  return text.search(/\p{Cs}/u);
}

function unencodable(raw: string, at: number, encoding: Encoding): DepecheError {
  const code = (raw.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return new DepecheError(
    'invalid',
    `character ${at}, U+${code}, cannot be written in ${encoding}; use utf-8`,
  );
}
