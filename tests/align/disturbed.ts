import { readFileSync } from 'node:fs';
import type { Side } from '../../src/align/bead.ts';
import { datelineId } from '../../src/model/dispatch.ts';
import { textOf } from '../../src/model/draft.ts';
import { readMaster } from '../../src/xliff/read-master.ts';

/** Two sides, and the beads that are known to be right: the numbers of the sentences of each side. */
export type GoldBead = { readonly source: readonly number[]; readonly target: readonly number[] };
export type Gold = { readonly source: Side; readonly target: Side; readonly beads: readonly GoldBead[] };

export const stories = [
  'economie-inflation',
  'festival-lecture',
  'karabakh-diplomatie',
  'seisme-ardeche',
  'tour-etape',
];

export type Pair = { readonly source: string; readonly target: string };

/** The sentences of a dispatch with their committed translations. */
export function pairsOf(story: string, locale: string): Pair[] {
  const file = `locales/${locale}/${story}.xlf`;
  return readMaster(readFileSync(file, 'utf8'), file)
    .units.filter(({ id }) => id !== datelineId)
    .map(({ source, target }) => ({ source, target: textOf(target) ?? '' }));
}

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator (constants of Knuth's MMIX, upper half). */
export function numbersFrom(seed: number): () => number {
  let state = BigInt(seed) * 7919n + 1n;
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 33n) / 2 ** 31;
  };
}

/**
 * A translation as people make them: of four dispatches, with sentences merged, split, left out, put in (from the fifth dispatch) and
 * swapped near; and sentences that only the source has.
 *
 * @param rate how many of a hundred sentences each of the disturbances meets
 */
export function disturbed(locale: string, seed: number, rate = 5): Gold {
  const random = numbersFrom(seed);
  const order = shuffled(stories, random);
  const pool = shuffled(pairsOf(order.at(-1) ?? '', locale), random);
  const pairs = order.slice(0, -1).flatMap((story) => pairsOf(story, locale));
  const source: string[] = [];
  const target: string[] = [];
  const beads: GoldBead[] = [];
  const add = (from: readonly string[], into: readonly string[]): void => {
    beads.push({
      source: from.map((_, at) => source.length + at),
      target: into.map((_, at) => target.length + at),
    });
    source.push(...from);
    target.push(...into);
  };
  for (let at = 0; at < pairs.length; at += 1) {
    const [pair, next] = [pairs[at], pairs[at + 1]];
    if (!pair) break;
    const kind = Math.floor((random() * 100) / rate);
    // Nobody joins a headline to the first sentence, or puts it behind it; nor the initials below a story.
    const inBody = next && isSentence(pair) && isSentence(next);
    const halves = cutInTwo(pair.target);
    const stranger = pool.at(-1);
    if (kind === 0 && inBody) {
      add([pair.source, next.source], [joinedSentence(pair.target, next.target)]);
      at += 1;
    } else if (kind === 1 && halves) add([pair.source], halves);
    else if (kind === 2) add([pair.source], []);
    else if (kind === 3 && inBody) {
      add([pair.source, next.source], [next.target, pair.target]);
      at += 1;
    } else if (kind === 4 && stranger) {
      pool.pop();
      add([], [stranger.target]);
      add([pair.source], [pair.target]);
    } else if (kind === 5 && stranger) {
      pool.pop();
      add([stranger.source], []);
      add([pair.source], [pair.target]);
    } else add([pair.source], [pair.target]);
  }
  return { source: { locale: 'fr', sentences: source }, target: { locale, sentences: target }, beads };
}

function isSentence({ source }: Pair): boolean {
  return /[.!?…][»”"]?\)?$/u.test(source) || /[.!?…]\s?[»”"]$/u.test(source);
}

function joinedSentence(first: string, second: string): string {
  return `${first.replace(/[.…]$/u, '')}; ${second}`;
}

/** Two sentences out of one, cut at the comma or semicolon nearest its middle; none where a part would be a mere scrap. */
function cutInTwo(text: string): readonly [string, string] | undefined {
  const places = Array.from(text.matchAll(/[,;،؛] /gu), ({ index }) => index).filter(
    (place) => place >= 25 && text.length - place >= 25,
  );
  const middle = text.length / 2;
  const place = places.sort((left, right) => Math.abs(left - middle) - Math.abs(right - middle))[0];
  return place === undefined ? undefined : [`${text.slice(0, place)}.`, text.slice(place + 2)];
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((left, right) => left.place - right.place)
    .map(({ item }) => item);
}
