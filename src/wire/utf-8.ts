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
    const length = lengthByLead(lead);
    const present = presentOf(bytes, at, length);
    if (present === length) {
      sequences += 1;
      latin ||= isLatinLead(lead, bytes[at + 1] ?? 0);
    } else {
      broken += 1;
      if (firstBroken < 0) firstBroken = at;
    }
    at += Math.max(1, present);
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

/** How long a sequence of two bytes or more is by its first one; for a byte that begins none, more than can ever be present. */
function lengthByLead(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return Number.POSITIVE_INFINITY;
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
}

/** How many bytes of the sequence that begins at `at` are there and well-formed. A cut one counts as one place, not as many. */
function presentOf(bytes: Uint8Array, at: number, length: number): number {
  if (length === Number.POSITIVE_INFINITY) return 0;
  let present = 1;
  while (present < length && isContinuation(bytes, at, present)) present += 1;
  return present;
}

function isContinuation(bytes: Uint8Array, at: number, nth: number): boolean {
  const byte = bytes[at + nth] ?? 0;
  if (nth > 1) return byte >= 0x80 && byte <= 0xbf;
  // Overlong forms, surrogates, and what lies beyond U+10FFFF differ from good ones in the second byte alone.
  const lead = bytes[at];
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return byte >= lowest && byte <= highest;
}

function isLatinLead(lead: number, second: number): boolean {
  return (lead >= 0xc2 && lead <= 0xc5) || (lead === 0xe2 && second <= 0x83);
}
