/**
 * A signature tells at a glance that two sentences cannot be alike: 64 bits, of which each token flips one. A token that is inserted or
 * deleted flips one bit of the difference, one that is replaced two, so sentences that are d edits apart and whose lengths differ by
 * e tokens differ in at most 2d − e bits. The same bound holds for the tokens as bags; this is the bag filter in two machine words.
 */

/** The 32 bits that {@link signatureHalf} is to give. */
export type Half = 'low' | 'high';

/** Half of the signature of the tokens from `start` up to `end`. */
export function signatureHalf(half: Half, tokens: Int32Array, start: number, end: number): number {
  const wanted = half === 'low' ? 0 : 32;
  let bits = 0;
  for (let at = start; at < end; at += 1) {
    const bit = Math.imul(tokens[at] ?? 0, 0x85eb_ca6b) >>> 26;
    if ((bit & 32) === wanted) bits ^= 1 << (bit & 31);
  }
  return bits;
}

/** How many of 32 bits are set. */
export function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x5555_5555);
  bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
