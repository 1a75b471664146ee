import type { Side } from '../../src/align/bead.ts';
import { numbersFrom } from './disturbed.ts';

/** How much an invented text has, and what was done to its translation. */
export type Invention = {
  readonly pairs: number;
  readonly seed: number;
  /** So many sentences that nobody translated stand in the middle of the target. */
  readonly inserted?: number;
};

/**
 * Two languages that share no words but names and numbers, and a text in both: words by Zipf's law, a name or a number in about every
 * other sentence, words out of order, one in five with nothing to answer for it.
 *
 * @returns the sides, and for each sentence of the source its place in the target
 */
export function inventedPairs({ pairs, seed, inserted = 0 }: Invention): {
  readonly source: Side;
  readonly target: Side;
  readonly places: readonly number[];
} {
  const random = numbersFrom(seed);
  const source: string[] = [];
  const target: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < pairs; at += 1) {
    if (at === Math.floor(pairs / 2))
      for (let more = 0; more < inserted; more += 1) target.push(strange(random));
    const length = 6 + Math.floor(random() * 18);
    const words = Array.from({ length }, () => rankBy(random));
    const from = words.map((rank) => wordOf(rank, 'aeiou'));
    const into = words.map((rank) => (random() < 0.2 ? strangeWord(random) : wordOf(rank + 50_000, 'yäöuü')));
    const swap = Math.floor(random() * (length - 1));
    into.splice(swap, 2, ...into.slice(swap, swap + 2).reverse());
    if (random() < 0.3) {
      const name = nameOf(Math.floor(random() * 400));
      from.splice(2, 0, name);
      into.splice(1, 0, name);
    }
    if (random() < 0.25) {
      const number = String(2 + Math.floor(random() * 900));
      from.splice(3, 0, number);
      into.splice(2, 0, number);
    }
    source.push(`${from.join(' ')}.`);
    places.push(target.length);
    target.push(`${into.join(' ')}.`);
  }
  return { source: { locale: 'fr', sentences: source }, target: { locale: 'de', sentences: target }, places };
}

function strange(random: () => number): string {
  return `${Array.from({ length: 6 + Math.floor(random() * 18) }, () => strangeWord(random)).join(' ')}.`;
}

function strangeWord(random: () => number): string {
  return wordOf(100_000 + rankBy(random), 'yäöuü');
}

/** Zipf's law: rank r is drawn with a likelihood of about 1/r. */
function rankBy(random: () => number): number {
  return Math.floor(5000 ** random());
}

const consonants = 'bdfgklmnprstvz';

function wordOf(rank: number, vowels: string): string {
  let rest = rank * 2654435761 + 97;
  let word = '';
  for (let at = 0; at < 3; at += 1) {
    word += consonants[rest % consonants.length] ?? '';
    rest = Math.floor(rest / consonants.length);
    word += vowels[rest % vowels.length] ?? '';
    rest = Math.floor(rest / vowels.length);
  }
  return word;
}

function nameOf(number: number): string {
  const word = wordOf(number + 200_000, 'aeiou');
  return `${word[0]?.toUpperCase()}${word.slice(1)}an`;
}
