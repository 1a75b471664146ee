/**
 * How far bytes are UTF-8.
 *
 * `sequences` counts the well-formed sequences of two bytes and more, `broken` the places where one is cut short or none can be;
 * `firstBroken` is the offset of the first of those, or -1. `latin` says that a sequence stands for a letter or mark of western copy
 * (U+00A0–U+017F, U+2000–U+20FF), which bytes of windows-1252 hardly ever spell by chance.
 */
export type Utf8Survey = {
  readonly sequences: number;
  readonly broken: number;
  readonly firstBroken: number;
  readonly latin: boolean;
};

/** Surveys all bytes once. The well-formed sequences are those of Unicode 16.0, table 3-7. */
export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  let sequences = 0;
  let broken = 0;
  let firstBroken = -1;
  let latin = false;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      sequences += 1;
      latin ||= isLatinLead(lead, bytes[at + 1] ?? 0);
      at += length;
    } else {
      broken += 1;
      if (firstBroken < 0) firstBroken = at;
      at += 1;
    }
  }
  return { sequences, broken, firstBroken, latin };
}

/** Whether this is UTF-8 with some bytes damaged, and not a text in an encoding of one byte for each character. */
export function isDamagedUtf8({ sequences, broken, latin }: Utf8Survey): boolean {
  return broken > 0 && (sequences > broken || (sequences === broken && latin));
}

export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** The length of the sequence of two bytes or more that begins at `at`, or 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const second = bytes[at + 1] ?? 0;
  // Overlong forms, surrogates, and what lies beyond U+10FFFF differ from good ones in the second byte alone.
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  for (let next = at + 2; next < at + length; next += 1) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function isLatinLead(lead: number, second: number): boolean {
  return (lead >= 0xc2 && lead <= 0xc5) || (lead === 0xe2 && second <= 0x83);
}
