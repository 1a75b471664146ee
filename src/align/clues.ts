import { languageOf } from '../model/locale.ts';
import { withoutAccents } from '../text/fold.ts';
import { readNumbers } from '../text/numbers.ts';
import { tokenize } from '../text/tokens.ts';
import type { Side } from './bead.ts';
import { soundOf } from './sounds.ts';

/**
 * What may have its like in the other language, each with rates of its own: numbers in digits and in words, names of a termbase,
 * words with a capital, other words, long words spelled alike, words whose translation has been learned, and marks that translators keep.
 */
export const clueKinds = ['number', 'spelled', 'name', 'capital', 'word', 'alike', 'known', 'mark'] as const;
export type ClueKind = (typeof clueKinds)[number];

/** Something in a sentence, and the keys by which it is found again: it is there if any of them is. */
export type Clue = {
  readonly kind: ClueKind;
  /** Numbers of a {@link Vocabulary}. */
  readonly keys: readonly number[];
  /** The key of its stem, for words. */
  readonly stem?: number;
};

/** The clues of all sentences of a side; those of sentence `i` are `all[starts[i]]` to `all[starts[i + 1] - 1]`. */
export type Clues = {
  readonly all: readonly Clue[];
  readonly starts: Int32Array;
  /** In UTF-16 units, blanks left out. */
  readonly lengths: Float64Array;
};

/** The ids of the concepts that each sentence of a side names. */
export type NamesIn = (side: Side) => readonly (readonly string[])[];

/** Gives every key a number, the same on both sides. */
export type Vocabulary = (key: string) => number;

export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  return (key) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
}

/** Words share so many first letters with their cognates (`ministre`, `minister`), and with their own inflected forms. */
const cognateLetters = 4;
const stemLetters = 6;
/** Of a sentence of hostile length no more is looked at; its length counts all the same. */
const longestRead = 4000;

/** How clues are collected. */
export type Collecting = {
  readonly numberOf: Vocabulary;
  readonly namesIn?: NamesIn | undefined;
  /** Whether words with a capital are also known by their sound. */
  readonly bySound: boolean;
};

/** Collects the clues of a side. Linear in its length. */
export function cluesOf(side: Side, { numberOf, namesIn, bySound }: Collecting): Clues {
  const names = namesIn?.(side);
  const starts = new Int32Array(side.sentences.length + 1);
  const lengths = new Float64Array(side.sentences.length);
  const all: Clue[] = [];
  for (const [at, sentence] of side.sentences.entries()) {
    const seen = new Set<string>();
    const add = (kind: ClueKind, keys: readonly string[], stem?: string): void => {
      const name = keys.join(' ');
      if (keys.length === 0 || seen.has(name)) return;
      seen.add(name);
      all.push({ kind, keys: keys.map(numberOf), ...(stem !== undefined && { stem: numberOf(stem) }) });
    };
    const text = sentence.slice(0, longestRead).normalize('NFC');
    for (const concept of names?.[at] ?? []) add('name', [`concept:${concept}`]);
    addNumbers(text, side, add);
    addWords(text, side, bySound, add);
    starts[at + 1] = all.length;
    lengths[at] = sentence.replace(/\s+/gu, '').length;
  }
  return { all, starts, lengths };
}

type Add = (kind: ClueKind, keys: readonly string[], stem?: string) => void;

function addNumbers(text: string, { locale }: Side, add: Add): void {
  for (const { kind, readings } of readNumbers(text, locale)) {
    const values = [...new Set(readings.flat())].sort();
    // “One” and “first” are articles and adverbs as often as numbers.
    if (kind === 'words' && values.includes('1')) continue;
    add(
      kind === 'words' ? 'spelled' : 'number',
      values.map((value) => `number:${value}`),
    );
  }
}

function addWords(text: string, { locale }: Side, bySound: boolean, add: Add): void {
  const isArabic = languageOf(locale) === 'ar';
  let begins = true;
  for (const token of tokenize(text)) {
    if (token.kind === 'mark') {
      const mark = marks.get(token.text);
      if (mark !== undefined) add('mark', [`mark:${mark}`]);
      continue;
    }
    const isCapital = !begins && /^\p{Lu}/u.test(token.text);
    begins = false;
    if (token.kind !== 'word') continue;
    const folded = withoutAccents(token.text).toLowerCase();
    const letters = isArabic ? folded.replace(/^[وفبلك]?(?:ال|لل)?(?=\p{L}{3})/u, '') : folded;
    if (letters.length < 3) continue;
    const stem = `stem:${letters.slice(0, stemLetters)}`;
    const sound = bySound && (isCapital || isArabic) ? soundOf(letters) : undefined;
    const keys = [`letters:${letters.slice(0, cognateLetters)}`, stem];
    if (letters.length >= stemLetters) add('alike', [`alike:${letters.slice(0, stemLetters)}`]);
    add(isCapital ? 'capital' : 'word', sound === undefined ? keys : [...keys, `sound:${sound}`], stem);
  }
}

/** What translators keep, whatever their language writes it with. */
const marks = new Map(
  Object.entries({
    '?': '?؟',
    '!': '!',
    '"': '"“”„«»',
    '(': '(',
    ':': ':',
    '…': '…',
    '%': '%٪',
    ';': ';؛',
  }).flatMap(([name, written]) => Array.from(written, (mark) => [mark, name] as const)),
);
