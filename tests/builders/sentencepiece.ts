/** A piece of a vocabulary; the better its score, the sooner it is taken. `▁` stands for the blank before a word. */
export type Piece = {
  readonly piece: string;
  readonly score: number;
  readonly type: 'normal' | 'unknown' | 'control' | 'byte';
};

/** Kinds of pieces as SentencePiece numbers them. */
const kinds = { normal: 1, unknown: 2, control: 3, byte: 6 };

/** Writes a vocabulary as SentencePiece keeps it, a protobuf `ModelProto` with its pieces (field 1) and nothing else. */
export function writeSentencePiece(pieces: readonly Piece[]): Uint8Array {
  return Buffer.concat(
    pieces.map(({ piece, score, type }) => {
      const text = Buffer.from(piece);
      const floats = Buffer.from(Float32Array.of(score).buffer);
      const message = Buffer.concat([
        Buffer.from([0x0a, ...varint(text.length)]),
        text,
        Buffer.from([0x15]),
        floats,
        Buffer.from([0x18, kinds[type]]),
      ]);
      return Buffer.concat([Buffer.from([0x0a, ...varint(message.length)]), message]);
    }),
  );
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)];
}
