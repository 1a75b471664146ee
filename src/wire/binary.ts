/** The first bytes of files that people drop among their copy. */
const signatures: readonly { readonly what: string; readonly bytes: readonly number[] }[] = [
  { what: 'a PDF document', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { what: 'a ZIP archive or an office document', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { what: 'an office document', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { what: 'a PNG image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { what: 'a JPEG image', bytes: [0xff, 0xd8, 0xff] },
  { what: 'a GIF image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { what: 'a gzip archive', bytes: [0x1f, 0x8b, 0x08] },
];

/** What a file is by its first bytes, where that is no text. */
export function knownBinary(bytes: Uint8Array): string | undefined {
  return signatures.find((signature) => signature.bytes.every((byte, at) => bytes[at] === byte))?.what;
}

/** Wire systems frame their messages with a few control characters (SOH, STX, ETX); more than this, and one in twenty, is no text. */
const mostControls = 8;

/** Where the first character of a decoded text stands that makes it no text: a NUL, or any of too many control characters; or -1. */
export function controlsOfBinary(text: string): number {
  const nul = text.indexOf('\0');
  if (nul >= 0) return nul;
  let count = 0;
  let first = -1;
  for (const { index } of text.matchAll(controls)) {
    if (first < 0) first = index;
    count += 1;
  }
  return count > mostControls && count * 20 > text.length ? first : -1;
}

/** All controls but tab, line ends, vertical tab and form feed. */
const controls = /[^\P{Cc}\t-\r\u0085]/gu;
