/** What windows-1252 puts at 0x80–0x9F; a blank here is a byte that it leaves undefined. */
const upperHalf = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const unitOf = new Map([...upperHalf].flatMap((unit, at) => (unit === ' ' ? [] : [[0x80 + at, unit]])));
const byteOf = new Map([...unitOf].map(([byte, unit]) => [unit, byte]));

/** Where the first byte stands that windows-1252 leaves undefined (81, 8D, 8F, 90, 9D), or -1. */
export function undefinedInWindows1252(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => isUpperControl(byte) && !unitOf.has(byte));
}

/** Where the first byte stands that ISO-8859-1 reads as a control character and no text has, 80–9F, or -1. */
export function controlInIso88591(bytes: Uint8Array): number {
  return bytes.findIndex(isUpperControl);
}

/** @param bytes with none that {@link undefinedInWindows1252} or {@link controlInIso88591} finds */
export function decodeSingleByte(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += pieceLength) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + pieceLength)));
  }
  return pieces.join('').replace(/[\x80-\x9f]/gu, (unit) => unitOf.get(unit.charCodeAt(0)) ?? unit);
}

/** @returns the bytes, or the offset of the first UTF-16 unit that the encoding cannot hold */
export function encodeSingleByte(text: string, encoding: 'windows-1252' | 'iso-8859-1'): Uint8Array | number {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const byte = code <= 0xff && !isUpperControl(code) ? code : windowsByte(text.charAt(at), encoding);
    if (byte === undefined) return at;
    bytes[at] = byte;
  }
  return bytes;
}

/** As many arguments as every engine takes in one call. */
const pieceLength = 8192;

function windowsByte(unit: string, encoding: 'windows-1252' | 'iso-8859-1'): number | undefined {
  return encoding === 'windows-1252' ? byteOf.get(unit) : undefined;
}

function isUpperControl(byte: number): boolean {
  return byte >= 0x80 && byte <= 0x9f;
}
