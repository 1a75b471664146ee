import type { Bead } from './bead.ts';
import { type ClueKind, type Clues, clueKinds } from './clues.ts';
import { postingsOf } from './postings.ts';

/** How two texts correspond: what is assumed at first, and then learned from the beads that are sure. */
export type Model = {
  /** Characters of the target for one of the source. */
  readonly ratio: number;
  /** The variance of a target's length for each character expected: s² of Gale and Church (1993). */
  readonly variance: number;
  /** How often a clue of each kind finds its like in its translation, for clues of the source and of the target. */
  readonly found: Readonly<Record<'source' | 'target', Readonly<Record<ClueKind, number>>>>;
  /** How many of all beads are a sentence of this side that the other has nothing for. */
  readonly alone: Readonly<Record<'source' | 'target', number>>;
};

const firstRates = {
  number: 0.9,
  spelled: 0.6,
  name: 0.85,
  capital: 0.45,
  word: 0.15,
  alike: 0.1,
  known: 0.7,
  mark: 0.7,
};

/** What a text is expected to be like before anything is known of it. The variance is what Gale and Church measured. */
export function firstModel(source: Clues, target: Clues): Model {
  return {
    ratio: clampedRatio(sum(source.lengths), sum(target.lengths)),
    variance: 6.8,
    found: { source: firstRates, target: firstRates },
    alone: {
      source: aloneAtFirst(source.lengths.length, target.lengths.length),
      target: aloneAtFirst(target.lengths.length, source.lengths.length),
    },
  };
}

/** Where one side has many more sentences, some of them are joined in the other and some are not there. */
function aloneAtFirst(own: number, other: number): number {
  return Math.max(0.01, Math.min(0.5, (0.5 * (own - other)) / Math.max(1, own)));
}

/** The first assumptions weigh as much as this many sentences, or clues, that have been seen. */
const prejudice = 20;

/** Learns from beads that are nearly certain; what words do, from those of one sentence on each side. */
export function learnModel(sure: readonly Bead[], source: Clues, target: Clues): Model {
  const first = firstModel(source, target);
  const pairs = sure.filter(isPair).map((bead) => [bead.source.start, bead.target.start] as const);
  if (pairs.length === 0) return first;
  const lengths = pairs.map(
    ([from, into]) => [source.lengths[from] ?? 0, target.lengths[into] ?? 0] as const,
  );
  const [left, right] = [0, 1].map((side) => lengths.reduce((all, pair) => all + (pair[side] ?? 0), 0));
  const ratio = clampedRatio(left ?? 0, right ?? 0);
  const spread = lengths.reduce((all, [from, into]) => {
    const expected = Math.max(1, (from * ratio + into) / 2);
    return all + Math.min(40, (into - from * ratio) ** 2 / expected);
  }, 0);
  return {
    ratio,
    variance: (spread + first.variance * prejudice) / (lengths.length + prejudice),
    found: {
      source: ratesOf(pairs, source, target),
      target: ratesOf(
        pairs.map(([from, into]) => [into, from] as const),
        target,
        source,
      ),
    },
    // It is not learned: sentences that are sure to be alone are the easy ones, and say nothing of how many are joined.
    alone: first.alone,
  };
}

/** Whether a bead has one sentence on each side. */
export function isPair({ source, target }: Bead): boolean {
  return source.end - source.start === 1 && target.end - target.start === 1;
}

function ratesOf(
  pairs: readonly (readonly [number, number])[],
  own: Clues,
  other: Clues,
): Readonly<Record<ClueKind, number>> {
  const seen = new Map(
    clueKinds.map((kind) => [kind, { all: prejudice, found: firstRates[kind] * prejudice }]),
  );
  for (const [from, into] of pairs) {
    const keys = new Set(
      other.all.slice(other.starts[into], other.starts[into + 1]).flatMap((clue) => clue.keys),
    );
    for (const clue of own.all.slice(own.starts[from], own.starts[from + 1])) {
      const count = seen.get(clue.kind);
      if (!count) continue;
      count.all += 1;
      if (clue.keys.some((key) => keys.has(key))) count.found += 1;
    }
  }
  const rate = (kind: ClueKind) => {
    const { found, all } = seen.get(kind) ?? { found: 1, all: 2 };
    return Math.min(0.98, Math.max(0.01, found / all));
  };
  return {
    number: rate('number'),
    spelled: rate('spelled'),
    name: rate('name'),
    capital: rate('capital'),
    word: rate('word'),
    alike: rate('alike'),
    known: rate('known'),
    mark: rate('mark'),
  };
}

/** How often a clue finds its like in a sentence that has nothing to do with it; in short texts there is too little to count it. */
const usual = {
  number: 0.03,
  spelled: 0.05,
  name: 0.05,
  capital: 0.03,
  word: 0.03,
  alike: 0.005,
  known: 0.03,
  mark: 0.15,
};
/** It weighs as much as so many sentences. */
const background = 30;

/** What each clue of a side tells, as logarithms of ratios of likelihoods: translation to chance. */
export type Weights = {
  /** For each clue: what finding it adds to not finding it. */
  readonly gains: Float64Array;
  /** For each sentence: what it tells when nothing of it is found. */
  readonly missing: Float64Array;
};

/** @param rates how often clues of this side find their like in a translation */
export function weigh(own: Clues, other: Clues, rates: Readonly<Record<ClueKind, number>>): Weights {
  const gains = new Float64Array(own.all.length);
  const missing = new Float64Array(own.lengths.length);
  const { sentencesWith } = postingsOf(other);
  const sentences = other.lengths.length;
  for (let sentence = 0; sentence < missing.length; sentence += 1) {
    let nothing = 0;
    for (let at = own.starts[sentence] ?? 0; at < (own.starts[sentence + 1] ?? 0); at += 1) {
      const clue = own.all[at];
      if (!clue) continue;
      // One of the sentences it stands in may be the translation: that one is no chance.
      const elsewhere = Math.max(0, sentencesWith(clue) - 1) + usual[clue.kind] * background;
      const byChance = Math.min(0.9, elsewhere / (sentences + background));
      // What is found everywhere tells nothing; it must not tell against a pair.
      const inTranslation = Math.max(rates[clue.kind], byChance);
      const absent = Math.log((1 - inTranslation) / (1 - byChance));
      gains[at] = Math.log(inTranslation / byChance) - absent;
      nothing += absent;
    }
    missing[sentence] = nothing;
  }
  return { gains, missing };
}

export function sum(values: Iterable<number>): number {
  let all = 0;
  for (const value of values) all += value;
  return all;
}

/** Whatever is cut off or put in, no language says in one character what another says in five. */
function clampedRatio(source: number, target: number): number {
  return source === 0 || target === 0 ? 1 : Math.min(5, Math.max(0.2, target / source));
}
