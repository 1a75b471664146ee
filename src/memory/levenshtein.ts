const wordSize = 32;

/** Counts the edits from one sequence to another, and gives up where they are more than `most`: then `most + 1` is returned. */
export type Distance = (found: Int32Array, most: number) => number;

/**
 * The least number of tokens to insert, delete or replace to turn one sequence into the other.
 *
 * @param left, right tokens as numbers from 0: equal tokens, equal numbers
 */
export function levenshtein(left: Int32Array, right: Int32Array): number {
  return distanceFrom(left)(right, left.length + right.length);
}

/**
 * Makes a sequence ready to be compared with many: where its tokens stand is worked out once, and nothing is allocated for a comparison.
 *
 * Bit-parallel: a column of the matrix of differences is held in machine words, as Myers (1999, “A fast bit-vector algorithm for
 * approximate string matching”) has it, in the form that Hyyrö (2003, “A bit-vector algorithm for computing Levenshtein and
 * Damerau edit distances”) gives for whole sequences; more than 32 tokens take several words with a carry between them. Each token
 * behind a column can take one edit off at most, so a column that is too far from the goal ends the comparison.
 */
export function distanceFrom(pattern: Int32Array): Distance {
  const { length } = pattern;
  if (length === 0) return (found, most) => Math.min(found.length, most + 1);
  const blocks = Math.ceil(length / wordSize);
  const bits = bitsOf(pattern, blocks);
  const distance = blocks === 1 ? inOneWord(length, bits) : inWords(length, blocks, bits);
  return (found, most) =>
    Math.abs(found.length - length) > most ? most + 1 : Math.min(distance(found, most), most + 1);
}

function inOneWord(length: number, bits: Bits): Distance {
  const lastBit = 1 << (length - 1);
  const { masks } = bits;
  return (found, most) => {
    let up = -1;
    let down = 0;
    let distance = length;
    for (let at = 0; at < found.length; at += 1) {
      const match = masks[bits.slot(found[at] ?? 0)] ?? 0;
      const diagonal = (((match & up) + up) ^ up) | match | down;
      let right = down | ~(diagonal | up);
      let left = diagonal & up;
      if (right & lastBit) distance += 1;
      if (left & lastBit) distance -= 1;
      if (distance - (found.length - 1 - at) > most) return most + 1;
      right = (right << 1) | 1;
      left <<= 1;
      up = left | ~(diagonal | right);
      down = right & diagonal;
    }
    return distance;
  };
}

function inWords(length: number, blocks: number, bits: Bits): Distance {
  const lastBit = 1 << ((length - 1) % wordSize);
  const ups = new Int32Array(blocks);
  const downs = new Int32Array(blocks);
  const { masks } = bits;
  return (found, most) => {
    ups.fill(-1);
    downs.fill(0);
    let distance = length;
    for (let at = 0; at < found.length; at += 1) {
      const slot = bits.slot(found[at] ?? 0) * blocks;
      let rightCarry = 1;
      let leftCarry = 0;
      for (let block = 0; block < blocks; block += 1) {
        const up = ups[block] ?? 0;
        const down = downs[block] ?? 0;
        const match = (masks[slot + block] ?? 0) | leftCarry;
        const diagonal = (((match & up) + up) ^ up) | match | down;
        let right = down | ~(diagonal | up);
        let left = diagonal & up;
        if (block === blocks - 1) {
          if (right & lastBit) distance += 1;
          if (left & lastBit) distance -= 1;
        }
        const nextRight = right >>> (wordSize - 1);
        const nextLeft = left >>> (wordSize - 1);
        right = (right << 1) | rightCarry;
        left = (left << 1) | leftCarry;
        rightCarry = nextRight;
        leftCarry = nextLeft;
        ups[block] = left | ~(diagonal | right);
        downs[block] = right & diagonal;
      }
      if (distance - (found.length - 1 - at) > most) return most + 1;
    }
    return distance;
  };
}

/** For each token of a pattern the bits of the places where it stands. */
type Bits = {
  /** The slot of a token: of one that is not in the pattern an empty one. */
  slot(token: number): number;
  /** As many words for each slot as the pattern has blocks. */
  readonly masks: Int32Array;
};

/** A table with open addresses: a `Map` would take as long as the comparison itself. */
function bitsOf(pattern: Int32Array, blocks: number): Bits {
  const shift = Math.clz32(pattern.length * 4 - 1);
  const size = 2 ** (32 - shift);
  const keys = new Int32Array(size).fill(free);
  const masks = new Int32Array(size * blocks);
  const slot = (token: number): number => {
    let at = Math.imul(token, 0x9e37_79b1) >>> shift;
    while (keys[at] !== token && keys[at] !== free) at = (at + 1) & (size - 1);
    return at;
  };
  for (const [place, token] of pattern.entries()) {
    const at = slot(token);
    keys[at] = token;
    const word = at * blocks + Math.floor(place / wordSize);
    masks[word] = (masks[word] ?? 0) | (1 << (place % wordSize));
  }
  return { slot, masks };
}

/** No token: they are numbered from 0. */
const free = -1;
