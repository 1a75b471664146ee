import { type MarianItem, writeMarian } from './marian.ts';
import { writeSentencePiece } from './sentencepiece.ts';

/** How large a model is. */
export type ModelSize = {
  readonly width: number;
  readonly inner: number;
  readonly encoders: number;
  readonly decoders: number;
  readonly vocabulary: number;
};

/** A model of that size whose weights are noise: it knows the words `w0`, `w1`, … and says any of them, without end. Only its speed means something. */
export function randomModel({ width, inner, encoders, decoders, vocabulary }: ModelSize) {
  const noise = (count: number) => Int8Array.from({ length: count }, () => Math.random() * 255 - 127);
  const matrix = (name: string, from: number, to: number, bias?: string): MarianItem[] => [
    { name, shape: [from, to], bytes: noise(from * to), scale: 100 },
    { name: `${name}_QuantMultA`, shape: [1], floats: [40] },
    ...(bias === undefined ? [] : [{ name: bias, shape: [1, to], floats: Array<number>(to).fill(0) }]),
  ];
  const norm = (name: string): MarianItem => ({
    name: `${name}_ln_scale`,
    shape: [1, width],
    floats: Array<number>(width).fill(1),
  });
  const attention = (prefix: string) => [
    ...['q', 'k', 'v', 'o'].flatMap((part) =>
      matrix(`${prefix}_W${part}`, width, width, `${prefix}_b${part}`),
    ),
    norm(`${prefix}_Wo`),
  ];
  const inside = (prefix: string) => [
    ...matrix(`${prefix}_W1`, width, inner, `${prefix}_b1`),
    ...matrix(`${prefix}_W2`, inner, width, `${prefix}_b2`),
    norm(`${prefix}_ffn`),
  ];
  const layers = (count: number, of: (layer: number) => readonly MarianItem[]) =>
    Array.from({ length: count }, (_, at) => of(at + 1)).flat();
  const config = `dim-emb: ${width}\nenc-depth: ${encoders}\ndec-depth: ${decoders}\ntransformer-dim-ffn: ${inner}\ntransformer-heads: 8\n`;
  const neverEnds = Array.from({ length: vocabulary }, (_, id) => (id === 0 ? -1e6 : 0));
  const weights = writeMarian([
    { name: 'special:model.yml', text: config },
    { name: 'Wemb', shape: [vocabulary, width], bytes: noise(vocabulary * width), scale: 100 },
    { name: 'none_QuantMultA', shape: [1], floats: [40] },
    { name: 'decoder_ff_logit_out_b', shape: [1, vocabulary], floats: neverEnds },
    ...layers(encoders, (layer) => [
      ...attention(`encoder_l${layer}_self`),
      ...inside(`encoder_l${layer}_ffn`),
    ]),
    ...layers(decoders, (layer) => [
      ...matrix(`decoder_l${layer}_rnn_W`, width, width),
      ...matrix(`decoder_l${layer}_rnn_Wf`, width, width, `decoder_l${layer}_rnn_bf`),
      norm(`decoder_l${layer}_rnn_ffn`),
      ...attention(`decoder_l${layer}_context`),
      ...inside(`decoder_l${layer}_ffn`),
    ]),
  ]);
  const words = Array.from({ length: vocabulary - 2 }, (_, at) => ({
    piece: `▁w${at}`,
    score: -5,
    type: 'normal' as const,
  }));
  return {
    weights,
    vocabulary: writeSentencePiece([
      { piece: '</s>', score: 0, type: 'control' },
      { piece: '<unk>', score: 0, type: 'unknown' },
      ...words,
    ]),
    shortlist: shortlistOf(vocabulary),
  };
}

/** As many words as Firefox's lists have: the hundred commonest, and some for each word of the source. */
function shortlistOf(vocabulary: number): Uint8Array {
  const each = 20;
  const offsets = Array.from({ length: vocabulary + 1 }, (_, id) => id * each);
  const header = BigUint64Array.from([0, 0, 100, 100, offsets.length, vocabulary * each, ...offsets], BigInt);
  const lists = Uint32Array.from({ length: vocabulary * each }, () => Math.random() * vocabulary);
  return Buffer.concat([Buffer.from(header.buffer), Buffer.from(lists.buffer)]);
}
