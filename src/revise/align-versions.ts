import { wordingOf } from '../text/wording.ts';
import type { RecordedSegment } from './record.ts';
import { likeness } from './wording-similarity.ts';

/** From this similarity up (0 to 100) a sentence counts as a later wording of another; below it, it is a new one. */
const laterWording = 50;
/** How many sentences without a partner are compared on each side of one; keeps a rewritten book from costing its square. */
const reach = 50;

/**
 * Finds for each sentence of a later version the one it was before: first those that say the same, wherever they stand now, then
 * among the rest those that are alike, nearest to the place where they would be expected.
 *
 * @returns for each text the id of the old sentence, or undefined where it is new; no id is given twice
 */
export function alignVersions(
  old: readonly RecordedSegment[],
  texts: readonly string[],
): (string | undefined)[] {
  if (old.length === texts.length && old.every(({ text }, place) => text === texts[place]))
    return old.map(({ id }) => id);
  const waiting = new Map<string, number[]>();
  for (let index = old.length - 1; index >= 0; index -= 1) {
    const words = wordingOf(old[index]?.text ?? '');
    const same = waiting.get(words);
    if (same) same.push(index);
    else waiting.set(words, [index]);
  }
  const partners = texts.map((text) => waiting.get(wordingOf(text))?.pop());

  const free = new Set(old.keys());
  for (const partner of partners) if (partner !== undefined) free.delete(partner);
  const alike = likeness();
  const places = expectedPlaces(partners);
  const pairs = partners.flatMap((known, index) => {
    if (known !== undefined || free.size === 0) return [];
    const place = places[index] ?? index;
    return around(place)
      .filter((partner) => free.has(partner))
      .map((partner) => ({
        index,
        partner,
        distance: Math.abs(partner - place),
        score: alike(old[partner]?.text ?? '', texts[index] ?? ''),
      }))
      .filter(({ score }) => score >= laterWording);
  });
  pairs.sort(
    (left, right) => right.score - left.score || left.distance - right.distance || left.index - right.index,
  );
  for (const { index, partner } of pairs) {
    if (partners[index] === undefined && free.delete(partner)) partners[index] = partner;
  }
  return partners.map((partner) => (partner === undefined ? undefined : old[partner]?.id));
}

/** For each sentence the place just behind the partner of the nearest earlier one that has one. */
function expectedPlaces(partners: readonly (number | undefined)[]): number[] {
  let next = 0;
  return partners.map((partner) => {
    const place = partner ?? next;
    next = place + 1;
    return place;
  });
}

/** The places within reach of one, in order. */
function around(place: number): number[] {
  return Array.from({ length: 2 * reach + 1 }, (_, step) => place - reach + step);
}
