import { type MarianItem, writeMarian } from './marian.ts';
import { type Piece, writeSentencePiece } from './sentencepiece.ts';

/** What a tiny model says for whole words, `chat` → `cat`; whatever it does not know it copies, letter by letter. */
export type Dictionary = Readonly<Record<string, string>>;

export type TinyModel = {
  readonly weights: Uint8Array;
  readonly sourceVocabulary: Uint8Array;
  readonly targetVocabulary: Uint8Array;
  readonly shortlist: Uint8Array;
};

export type TinyModelOptions = {
  /**
   * The length in bytes of a piece that is in no text: the engine then tries every piece up to that length, and takes seconds for a sentence of
   * thousands of letters.
   */
  readonly lead?: number;
  /** Whether it never says that a sentence ends. */
  readonly endless?: boolean;
  /** Columns of the layer that does nothing, 64 by default: 100,000 make it as large, and about as slow, as a real model. */
  readonly ballast?: number;
};

/**
 * A model that the engine of Firefox loads and translates with, of some 100 kB, made by hand: at step t the decoder attends to the
 * source at place t, by the sines and cosines of the places alone, and says the piece of the target vocabulary with the number of the piece
 * it finds there. So it translates word by word, and ends where the source ends.
 */
export function tinyModel(
  dictionary: Dictionary = {},
  { lead = 0, endless = false, ballast = width }: TinyModelOptions = {},
): TinyModel {
  const words = Object.entries(dictionary);
  const pieces = (of: (entry: [string, string]) => string): Piece[] => [
    { piece: '</s>', score: 0, type: 'control' },
    { piece: '<unk>', score: 0, type: 'unknown' },
    ...bytes.map((piece) => ({ piece, score: 0, type: 'byte' }) as const),
    ...[...letters].map((piece) => ({ piece, score: -10, type: 'normal' }) as const),
    ...words.map(
      (entry) => ({ piece: `▁${of(entry).replaceAll(' ', '▁')}`, score: -1, type: 'normal' }) as const,
    ),
    ...(lead > 0 ? [{ piece: '\u0001'.repeat(lead), score: -10, type: 'normal' } as const] : []),
  ];
  const source = pieces(([word]) => word);
  return {
    weights: writeMarian(tensorsOf({ size: source.length, endless, ballast })),
    sourceVocabulary: writeSentencePiece(source),
    targetVocabulary: writeSentencePiece(pieces(([, word]) => word)),
    shortlist: shortlistOf(source.length),
  };
}

const bytes = Array.from({ length: 256 }, (_, at) => `<0x${at.toString(16).toUpperCase().padStart(2, '0')}>`);

const letters =
  '▁ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzàâçèéêëîïôùûœÀÇÉÊ0123456789.,;:!?\'’"«»()-–—%&/{}<>[]€';

/** Width of the model, and how its columns are shared out: the first half of all are sines of the place, the other half cosines. */
const width = 64;
const half = width / 2;
/** The columns that tell the place: those whose waves are short enough to tell one place from the next. */
const places = columns((column) => column % half < 16);
/** The sine of the longest wave is 0 at any place a sentence has: what stands there after a norm is the mean that the norm took away. */
const zero = half - 1;
/** The columns that tell the piece. */
const marks = columns((column) => column % half >= 16 && column % half < half - 1);

/** The root of the squares of a piece, in each of its columns, against the waves of places, which are 1 high. */
const loud = 20;

type Sizes = { readonly size: number; readonly endless: boolean; readonly ballast: number };

function tensorsOf({ size, endless, ballast }: Sizes): MarianItem[] {
  const context = 'decoder_l1_context';
  const none = () => 0;
  const only = (wanted: readonly number[], value: number) =>
    Array.from({ length: width }, (_, column) => (wanted.includes(column) ? value : 0));
  // A norm makes the deviation of a row 1: by this much the places get their height back.
  const asBefore = loud * Math.sqrt(marks.length / width);
  const same = (wanted: readonly number[]) => (from: number, to: number) =>
    from === to && wanted.includes(to) ? 1 : 0;
  const query = (from: number, to: number) => {
    if (!places.includes(to)) return 0;
    return from === to ? 1 : from === zero ? -1 : 0;
  };
  const norm = (name: string, gain: readonly number[]): MarianItem => ({
    name: `${name}_ln_scale`,
    shape: [1, width],
    floats: gain,
  });
  return [
    { name: 'special:model.yml', text: config(size, ballast) },
    embedding(size),
    { name: 'none_QuantMultA', shape: [1], floats: [127 / 2] },
    {
      name: 'decoder_ff_logit_out_b',
      shape: [1, size],
      floats: [endless ? -1e6 : 0, ...Array(size - 1).fill(0)],
    },
    ...affine('decoder_l1_rnn_W', none, { gain: 1, reach: 1 }),
    ...affine('decoder_l1_rnn_Wf', none, { gain: 1, reach: 1, bias: 'decoder_l1_rnn_bf' }),
    norm('decoder_l1_rnn_ffn', only([...places, zero], asBefore)),
    ...affine(`${context}_Wq`, query, { gain: 9, reach: 2, bias: `${context}_bq` }),
    ...affine(`${context}_Wk`, same(places), { gain: 9, reach: 1, bias: `${context}_bk` }),
    ...affine(`${context}_Wv`, same(marks), { gain: 1, reach: loud + 1, bias: `${context}_bv` }),
    ...affine(`${context}_Wo`, same(marks), { gain: 1, reach: loud + 1, bias: `${context}_bo` }),
    norm(`${context}_Wo`, only(marks, 1)),
    ...zeros('decoder_l1_ffn_W1', [width, ballast], 'decoder_l1_ffn_b1'),
    ...zeros('decoder_l1_ffn_W2', [ballast, width], 'decoder_l1_ffn_b2'),
    norm('decoder_l1_ffn_ffn', only(marks, 1)),
  ];
}

function config(size: number, ballast: number): string {
  return [
    `dim-emb: ${width}`,
    `dim-vocabs:\n  - ${size}\n  - ${size}`,
    'enc-depth: 0',
    'dec-depth: 1',
    `transformer-dim-ffn: ${ballast}`,
    'transformer-heads: 1',
    '',
  ].join('\n');
}

/** A matrix of −1, 0 and 1 times `gain`, the largest input it can take, and a bias of zeros. */
function affine(
  name: string,
  at: (from: number, to: number) => number,
  { gain, reach, bias }: { readonly gain: number; readonly reach: number; readonly bias?: string },
): MarianItem[] {
  const values = Array.from({ length: width * width }, (_, place) =>
    at(place % width, Math.floor(place / width)),
  );
  return [
    { name, shape: [width, width], bytes: Int8Array.from(values, (value) => value * 127), scale: 127 / gain },
    { name: `${name}_QuantMultA`, shape: [1], floats: [127 / reach] },
    ...(bias === undefined ? [] : [{ name: bias, shape: [1, width], floats: Array<number>(width).fill(0) }]),
  ];
}

/** A matrix that makes nothing of everything. */
function zeros(name: string, shape: readonly [number, number], bias: string): MarianItem[] {
  return [
    { name, shape, bytes: new Int8Array(shape[0] * shape[1]), scale: 1 },
    { name: `${name}_QuantMultA`, shape: [1], floats: [127] },
    { name: bias, shape: [1, shape[1]], floats: Array<number>(shape[1]).fill(0) },
  ];
}

/** A mark of its own for each piece: half of its columns up, the other half down, so that all are as loud and none has a mean. */
function embedding(size: number): MarianItem {
  const rows = new Map<string, Int8Array>();
  const chance = generator();
  while (rows.size < size) {
    const row = new Int8Array(width);
    const left = [...marks];
    while (left.length > 0) {
      const [column = 0] = left.splice(Math.floor(chance() * left.length), 1);
      row[column] = left.length < marks.length / 2 ? -127 : 127;
    }
    rows.set(row.join(), row);
  }
  // The engine multiplies by the root of the width what it reads from here.
  const scale = (127 * Math.sqrt(width)) / loud;
  return {
    name: 'Wemb',
    shape: [size, width],
    bytes: Int8Array.from([...rows.values()].flatMap((row) => [...row])),
    scale,
  };
}

/** Allows each piece to be said as itself, and the first eight always. */
function shortlistOf(size: number): Uint8Array {
  const places64 = Array.from({ length: size + 1 }, (_, at) => at);
  const header = BigUint64Array.from([0, 0, 8, 1, size + 1, size, ...places64], BigInt);
  return Buffer.concat([
    Buffer.from(header.buffer),
    Buffer.from(Uint32Array.from(places64.slice(0, size)).buffer),
  ]);
}

function columns(wanted: (column: number) => boolean): readonly number[] {
  return Array.from({ length: width }, (_, column) => column).filter(wanted);
}

/** The same numbers from 0 up to 1 every time. */
function generator(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}
