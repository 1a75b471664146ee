export type ByteOrder = 'utf-16le' | 'utf-16be';

/**
 * The byte order of UTF-16 that comes without a byte order mark, told by its zero bytes: blanks and western letters have one, always
 * on the same side. Undefined for what is no UTF-16, and for the rare text that has not one such character.
 */
export function guessByteOrder(bytes: Uint8Array): ByteOrder | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const zeros = zerosBySide(bytes);
  const least = Math.max(1, bytes.length / 2 / 20);
  if (zeros.even === 0 && zeros.odd >= least) return 'utf-16le';
  if (zeros.odd === 0 && zeros.even >= least) return 'utf-16be';
  return undefined;
}

/** How many zero bytes stand at even and at odd offsets. */
function zerosBySide(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  return zeros;
}

/** Where the first byte stands that is no UTF-16: half of a surrogate pair, or a last byte that is half a unit; or -1. */
export function brokenInUtf16(bytes: Uint8Array, order: ByteOrder): number {
  const view = viewOf(bytes);
  const little = order === 'utf-16le';
  const whole = bytes.length - (bytes.length % 2);
  for (let at = 0; at < whole; at += 2) {
    const unit = view.getUint16(at, little);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = at + 2 < whole ? view.getUint16(at + 2, little) : 0;
    if (unit > 0xdbff || next < 0xdc00 || next > 0xdfff) return at;
    at += 2;
  }
  return whole === bytes.length ? -1 : whole;
}

/** @param bytes in which {@link brokenInUtf16} finds nothing */
export function decodeUtf16(bytes: Uint8Array, order: ByteOrder): string {
  const view = viewOf(bytes);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += pieceLength) {
    const units: number[] = [];
    for (let unit = at; unit < Math.min(at + pieceLength, bytes.length); unit += 2) {
      units.push(view.getUint16(unit, order === 'utf-16le'));
    }
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join('');
}

export function encodeUtf16(text: string, order: ByteOrder): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = viewOf(bytes);
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(at * 2, text.charCodeAt(at), order === 'utf-16le');
  }
  return bytes;
}

/** In bytes: even, and few enough units for one call of `String.fromCharCode`. */
const pieceLength = 8192;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
