const wordSize = 32;

/**
 * The least number of tokens to insert, delete or replace to turn one sequence into the other.
 *
 * Bit-parallel: a column of the matrix of differences is held in machine words, as Myers (1999, “A fast bit-vector algorithm for
 * approximate string matching”) has it, in the form that Hyyrö (2003, “A bit-vector algorithm for computing Levenshtein and
 * Damerau edit distances”) gives for whole sequences; more than 32 tokens take several words with a carry between them.
 *
 * @param left, right tokens as numbers: equal tokens, equal numbers
 */
export function levenshtein(left: Int32Array, right: Int32Array): number {
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
  let start = 0;
  while (start < shorter.length && shorter[start] === longer[start]) start += 1;
  let end = 0;
  while (
    end < shorter.length - start &&
    shorter[shorter.length - 1 - end] === longer[longer.length - 1 - end]
  ) {
    end += 1;
  }
  const pattern = shorter.subarray(start, shorter.length - end);
  const text = longer.subarray(start, longer.length - end);
  return pattern.length === 0 ? text.length : distanceByBlocks(pattern, text);
}

function distanceByBlocks(pattern: Int32Array, text: Int32Array): number {
  const blocks = Math.ceil(pattern.length / wordSize);
  const places = placesOf(pattern, blocks);
  const nowhere = new Int32Array(blocks);
  const positive = new Int32Array(blocks).fill(-1);
  const negative = new Int32Array(blocks);
  const lastBit = 1 << ((pattern.length - 1) % wordSize);
  let distance = pattern.length;
  for (const token of text) {
    const equal = places.get(token) ?? nowhere;
    let positiveCarry = 1;
    let negativeCarry = 0;
    for (let block = 0; block < blocks; block += 1) {
      const up = positive[block] ?? 0;
      const down = negative[block] ?? 0;
      const match = (equal[block] ?? 0) | negativeCarry;
      const diagonal = (((match & up) + up) ^ up) | match | down;
      let right = down | ~(diagonal | up);
      let left = diagonal & up;
      if (block === blocks - 1) {
        if (right & lastBit) distance += 1;
        if (left & lastBit) distance -= 1;
      }
      const nextPositive = right >>> (wordSize - 1);
      const nextNegative = left >>> (wordSize - 1);
      right = (right << 1) | positiveCarry;
      left = (left << 1) | negativeCarry;
      positiveCarry = nextPositive;
      negativeCarry = nextNegative;
      positive[block] = left | ~(diagonal | right);
      negative[block] = right & diagonal;
    }
  }
  return distance;
}

/** For each token of the pattern the bits of the places where it stands. */
function placesOf(pattern: Int32Array, blocks: number): Map<number, Int32Array> {
  const places = new Map<number, Int32Array>();
  for (const [place, token] of pattern.entries()) {
    let bits = places.get(token);
    if (!bits) {
      bits = new Int32Array(blocks);
      places.set(token, bits);
    }
    const block = Math.floor(place / wordSize);
    bits[block] = (bits[block] ?? 0) | (1 << (place % wordSize));
  }
  return places;
}
