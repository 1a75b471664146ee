import type { Bead } from './bead.ts';
import type { Clues } from './clues.ts';

/** For the stem of a source word, the stems it is translated by. */
export type Dictionary = ReadonlyMap<number, readonly number[]>;

/** So many pairs of sentences teach enough, and more would only take time. */
const mostLessons = 3000;
/** A pair of words is believed from this likelihood ratio up (Dunning 1993): one in two thousand would be so high by chance. */
const leastRatio = 12;
/** How much of the rarer word's use the two must have in common. */
const leastShare = 0.4;
const mostTranslations = 3;

/** The stems of two sentences that translate each other. */
export type Lesson = readonly [ReadonlySet<number>, ReadonlySet<number>];

/** What beads of one sentence on each side teach. */
export function lessonsOf(beads: readonly Bead[], source: Clues, target: Clues): Lesson[] {
  return beads.map((bead) => [stemsIn(source, bead.source.start), stemsIn(target, bead.target.start)]);
}

/**
 * Learns which words translate which from pairs of sentences that are known to belong together: those that occur together much more often
 * than chance would have it, the most telling first.
 */
export function learnDictionary(all: readonly Lesson[]): Dictionary {
  const step = Math.max(1, all.length / mostLessons);
  const lessons = Array.from(
    { length: Math.min(all.length, mostLessons) },
    (_, at) => all[Math.floor(at * step)] ?? none,
  );
  const sourceUse = useOf(lessons.map(([stems]) => stems));
  const targetUse = useOf(lessons.map(([, stems]) => stems));
  const together = new Map<number, Map<number, number>>();
  for (const [sources, targets] of lessons) {
    for (const from of sources) {
      if (!isTelling(sourceUse.get(from), lessons.length)) continue;
      const counts = together.get(from) ?? new Map<number, number>();
      together.set(from, counts);
      for (const into of targets) {
        if (isTelling(targetUse.get(into), lessons.length)) counts.set(into, (counts.get(into) ?? 0) + 1);
      }
    }
  }
  const dictionary = new Map<number, readonly number[]>();
  for (const [from, counts] of together) {
    const uses = sourceUse.get(from) ?? 0;
    const found = Array.from(counts, ([into, both]) => {
      const others = targetUse.get(into) ?? 0;
      const share = both / Math.min(uses, others);
      return { into, ratio: share < leastShare ? 0 : likelihoodRatio(both, uses, others, lessons.length) };
    }).filter(({ ratio }) => ratio >= leastRatio);
    found.sort((left, right) => right.ratio - left.ratio || left.into - right.into);
    if (found.length > 0) {
      dictionary.set(
        from,
        found.slice(0, mostTranslations).map(({ into }) => into),
      );
    }
  }
  return dictionary;
}

/** The same clues with the translations of their words among their keys, and the words that are translated marked as known. */
export function translated(
  source: Clues,
  target: Clues,
  dictionary: Dictionary,
): { readonly source: Clues; readonly target: Clues } {
  const learned = new Set([...dictionary.values()].flat());
  return {
    source: {
      ...source,
      all: source.all.map((clue) => {
        const words = clue.stem === undefined ? undefined : dictionary.get(clue.stem);
        return words ? { ...clue, kind: 'known', keys: [...new Set([...clue.keys, ...words])] } : clue;
      }),
    },
    target: {
      ...target,
      all: target.all.map((clue) =>
        clue.stem !== undefined && learned.has(clue.stem) ? { ...clue, kind: 'known' } : clue,
      ),
    },
  };
}

const none: Lesson = [new Set(), new Set()];

function stemsIn({ all, starts }: Clues, sentence: number): ReadonlySet<number> {
  return new Set(all.slice(starts[sentence], starts[sentence + 1]).flatMap(({ stem }) => stem ?? []));
}

function useOf(sentences: readonly ReadonlySet<number>[]): ReadonlyMap<number, number> {
  const use = new Map<number, number>();
  for (const stems of sentences) for (const stem of stems) use.set(stem, (use.get(stem) ?? 0) + 1);
  return use;
}

/** What occurs once teaches nothing, and articles occur beside everything. */
function isTelling(use: number | undefined, lessons: number): boolean {
  return use !== undefined && use >= 2 && use <= Math.max(4, lessons / 5);
}

function likelihoodRatio(both: number, left: number, right: number, all: number): number {
  const expected = (left * right) / all;
  if (both <= expected) return 0;
  const cells = [
    [both, expected],
    [left - both, (left * (all - right)) / all],
    [right - both, ((all - left) * right) / all],
    [all - left - right + both, ((all - left) * (all - right)) / all],
  ] as const;
  return (
    2 * cells.reduce((sum, [seen, by]) => sum + (seen <= 0 || by <= 0 ? 0 : seen * Math.log(seen / by)), 0)
  );
}
