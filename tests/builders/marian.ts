/** One named tensor of a Marian model file: floats, or int8 with the multiplier that its values were scaled by. */
export type MarianItem =
  | { readonly name: string; readonly shape: readonly number[]; readonly floats: readonly number[] }
  /** `bytes` in the order of the file: what is logically `[K, N]` stands row by row as `[N, K]`. */
  | {
      readonly name: string;
      readonly shape: readonly number[];
      readonly bytes: Int8Array;
      readonly scale: number;
    }
  | { readonly name: string; readonly text: string };

/** Types as Marian numbers them. */
const types = { text: 0x101, floats: 0x404, bytes: 0x4101 };

/**
 * Writes tensors as Marian's binary format, version 1: numbers of 64 bits with the lengths, then names, shapes, padding, data, all
 * little-endian.
 */
export function writeMarian(items: readonly MarianItem[]): Uint8Array {
  const parts = items.map((item) => ({ name: Buffer.from(`${item.name}\0`), ...contentOf(item) }));
  const words = (...numbers: number[]) => Buffer.from(BigUint64Array.from(numbers, BigInt).buffer);
  const head = Buffer.concat([
    words(1, parts.length),
    ...parts.map(({ name, type, shape, data }) => words(name.length, type, shape.length, data.length)),
    ...parts.map(({ name }) => name),
    ...parts.map(({ shape }) => Buffer.from(Int32Array.from(shape).buffer)),
  ]);
  const padding = (256 - ((head.length + 8) % 256)) % 256;
  return Buffer.concat([head, words(padding), Buffer.alloc(padding), ...parts.map(({ data }) => data)]);
}

function contentOf(item: MarianItem): { type: number; shape: readonly number[]; data: Buffer } {
  if ('text' in item) {
    const data = Buffer.from(`${item.text}\0`);
    return { type: types.text, shape: [data.length], data };
  }
  if ('floats' in item) {
    return {
      type: types.floats,
      shape: item.shape,
      data: Buffer.from(Float32Array.from(item.floats).buffer),
    };
  }
  const data = Buffer.concat([
    Buffer.from(item.bytes.buffer),
    Buffer.from(Float32Array.of(item.scale).buffer),
  ]);
  return { type: types.bytes, shape: item.shape, data };
}
