import type { Clues } from './clues.ts';
import { type Corridor, reachOf } from './corridor.ts';
import { lengthEvidence } from './length.ts';
import { type Model, weigh } from './model.ts';
import { firstFrom, postingsOf } from './postings.ts';

/**
 * Both sides tell of one meeting, so a clue counts in each for a half. And a clue is found by chance among two or three sentences more
 * easily than in one, but less often than if they were strangers to each other: set on the project's gold, see docs/align.md.
 */
const believed = 0.5;
const crowding = 0.25;

/** Clues of two sentences that find each other; `source` and `target` are numbers of clues. */
type Meeting = { readonly source: number[]; readonly target: number[] };

/**
 * How much the words of two runs, and their lengths, tell for one translating the other: the logarithm of a ratio of likelihoods, 0 for
 * nothing either way.
 *
 * Runs have to be asked for by rising `source`: what lies more than a bead behind is forgotten.
 */
export type Evidence = (source: number, sources: number, target: number, targets: number) => number;

/**
 * The evidence of two texts under a model. Each clue of either side is there in the other or is not, and tells by how much likelier that
 * is in a translation than by chance (naive Bayes).
 */
export function evidenceOf(source: Clues, target: Clues, model: Model, corridor: Corridor): Evidence {
  const lengths = lengthEvidence(model, target.lengths);
  const [forward, backward] = [
    weigh(source, target, model.found.source),
    weigh(target, source, model.found.target),
  ];
  const meetings = meetingsIn(source, target, corridor);
  const seenSource = new Int32Array(source.all.length).fill(-1);
  const seenTarget = new Int32Array(target.all.length).fill(-1);
  let question = 0;
  return (from, sources, into, targets) => {
    question += 1;
    let [fromLength, intoLength, words] = [0, 0, 0];
    const [byMoreTargets, byMoreSources] = [crowding * Math.log(targets), crowding * Math.log(sources)];
    for (let one = from; one < from + sources; one += 1) {
      fromLength += source.lengths[one] ?? 0;
      words += forward.missing[one] ?? 0;
      for (let other = into; other < into + targets; other += 1) {
        const meeting = meetings(one, other);
        if (!meeting) continue;
        for (const clue of meeting.source) {
          if (seenSource[clue] === question) continue;
          seenSource[clue] = question;
          // The more sentences there are, the likelier it is found among them by chance.
          words += (forward.gains[clue] ?? 0) - byMoreTargets;
        }
        for (const clue of meeting.target) {
          if (seenTarget[clue] === question) continue;
          seenTarget[clue] = question;
          words += (backward.gains[clue] ?? 0) - byMoreSources;
        }
      }
    }
    for (let other = into; other < into + targets; other += 1) {
      intoLength += target.lengths[other] ?? 0;
      words += backward.missing[other] ?? 0;
    }
    return words * believed + lengths(fromLength, intoLength, targets);
  };
}

/** A key that so large a part of the sentences have tells nothing: the chance of a clue goes no further either. */
const everywhere = 0.9;
/** In shorter texts nothing can be said to stand everywhere. */
const enoughToTell = 300;

/** Finds what two sentences share, row by row: only what is in the corridor, and only where there is something. */
function meetingsIn(
  source: Clues,
  target: Clues,
  corridor: Corridor,
): (source: number, target: number) => Meeting | undefined {
  const { cluesWith, sentenceOf } = postingsOf(target);
  const own = postingsOf(source);
  // What stands everywhere on both sides tells nothing, and in copy that repeats itself there is much of it.
  const isLong = Math.min(source.lengths.length, target.lengths.length) >= enoughToTell;
  const isEverywhere = (key: number) =>
    isLong &&
    own.cluesWith(key).length >= everywhere * source.lengths.length &&
    cluesWith(key).length >= everywhere * target.lengths.length;
  const rows = new Map<number, Map<number, Meeting>>();
  const rowOf = (sentence: number): Map<number, Meeting> => {
    const { from, to } = reachOf(corridor, sentence);
    const row = new Map<number, Meeting>();
    for (let clue = source.starts[sentence] ?? 0; clue < (source.starts[sentence + 1] ?? 0); clue += 1) {
      for (const key of source.all[clue]?.keys ?? []) {
        if (isEverywhere(key)) continue;
        const list = cluesWith(key);
        for (let at = firstFrom(list, from, (each) => sentenceOf[each] ?? 0); at < list.length; at += 1) {
          const other = list[at] ?? 0;
          const place = sentenceOf[other] ?? 0;
          if (place >= to) break;
          const meeting = row.get(place) ?? { source: [], target: [] };
          row.set(place, meeting);
          meeting.source.push(clue);
          meeting.target.push(other);
        }
      }
    }
    return row;
  };
  return (one, other) => {
    let row = rows.get(one);
    if (!row) {
      row = rowOf(one);
      rows.set(one, row);
      for (const known of rows.keys()) if (known < one - 8) rows.delete(known);
    }
    return row.get(other);
  };
}
