import { foldCovers } from '../model/covers.ts';
import type { Draft } from '../model/draft.ts';
import { answeredInside } from './answered.ts';
import { isName } from './concept.ts';
import { consistencyOf, saidIn } from './consistency.ts';
import { isWrong, type Reading, readDraft } from './reading.ts';
import { isCovered, type Termbase, termbaseFor } from './termbase.ts';

/** How one concept fares in one draft, or in several. */
export type ConceptScore = {
  readonly concept: string;
  /** Mentions in the source. */
  readonly mentions: number;
  /**
   * Mentions that an accepted rendering answers, counted unit by unit: Σ min(mentions, accepted renderings); one inside a longer term counts
   * where that answers no mention of its own.
   */
  readonly rendered: number;
  /** How often each accepted term stands in the targets, in any of its forms. */
  readonly accepted: readonly { readonly term: string; readonly count: number }[];
  /** How often a term stands in the targets that is not accepted. */
  readonly wrong: number;
};

/** How well the names and terms of a draft, or of several, are rendered. */
export type TermScore = {
  /** Σ rendered / Σ mentions, 0 to 1; 1 where nothing is mentioned. */
  readonly success: number;
  /**
   * For each name the share of its most frequent accepted term among all its mentions in the targets, averaged over names and
   * drafts, 0 to 1; 1 where no name is mentioned. Where a dispatch itself says a name in full and in short, the share of each of the two. The
   * dateline, which has a style of its own, is left out.
   */
  readonly consistency: number;
  readonly mentions: number;
  readonly rendered: number;
  /** The number of shares the consistency is the average of. */
  readonly names: number;
  /** In the order of their first mention. */
  readonly concepts: readonly ConceptScore[];
};

/**
 * Term success and name consistency of a draft. Concepts that the termbase does not render in the target language are left out; a
 * unit without a target renders nothing.
 */
export function scoreTerms(drafted: Draft, house: Termbase): TermScore {
  const draft = foldCovers(drafted);
  const termbase = termbaseFor(draft.dispatch, house);
  const readings = readDraft(draft, termbase);
  const concepts = conceptScores(readings, draft, termbase);
  const names = saidIn(readings).filter(
    ({ rendering: { concept } }) => isName(concept.type) && isCovered(concept, draft.locale),
  );
  const shares = Array.from(
    Map.groupBy(names, ({ rendering }) => rendering.concept.id).values(),
    consistencyOf,
  );
  return scoreOf(concepts, sum(shares), shares.length);
}

/** The score of several drafts together, such as those of a locale or of the whole project. */
export function sumScores(scores: readonly TermScore[]): TermScore {
  const concepts = new Map<string, ConceptScore>();
  for (const score of scores.flatMap((one) => one.concepts)) {
    concepts.set(score.concept, added(concepts.get(score.concept), score));
  }
  const names = sum(scores.map((score) => score.names));
  const shares = sum(scores.map((score) => score.consistency * score.names));
  return scoreOf([...concepts.values()], shares, names);
}

function scoreOf(concepts: readonly ConceptScore[], shares: number, names: number): TermScore {
  const mentions = sum(concepts.map((concept) => concept.mentions));
  const rendered = sum(concepts.map((concept) => concept.rendered));
  return {
    success: mentions === 0 ? 1 : rendered / mentions,
    consistency: names === 0 ? 1 : shares / names,
    mentions,
    rendered,
    names,
    concepts,
  };
}

function conceptScores(readings: readonly Reading[], draft: Draft, termbase: Termbase): ConceptScore[] {
  const scores = new Map<string, ConceptScore>();
  for (const reading of readings) {
    const mentions = Map.groupBy(reading.mentions, (match) => match.concept.id);
    const renderings = Map.groupBy(reading.renderings, (match) => match.concept.id);
    const inside = answeredInside(reading, draft.locale);
    for (const concept of new Set([...mentions.keys(), ...renderings.keys()])) {
      const known = termbase.concepts.get(concept);
      if (!known || !isCovered(known, draft.locale)) continue;
      const mentioned = mentions.get(concept)?.length ?? 0;
      const rendered = renderings.get(concept) ?? [];
      const right = rendered.filter((match) => !isWrong(match));
      scores.set(
        concept,
        added(scores.get(concept), {
          concept,
          mentions: mentioned,
          rendered: Math.min(mentioned, right.length + (inside.get(concept) ?? 0)),
          accepted: Array.from(
            Map.groupBy(right, (match) => match.term.text),
            ([term, matches]) => ({ term, count: matches.length }),
          ),
          wrong: rendered.length - right.length,
        }),
      );
    }
  }
  return [...scores.values()];
}

function added(left: ConceptScore | undefined, right: ConceptScore): ConceptScore {
  if (!left) return right;
  const counts = new Map(left.accepted.map(({ term, count }) => [term, count]));
  for (const { term, count } of right.accepted) counts.set(term, (counts.get(term) ?? 0) + count);
  return {
    concept: left.concept,
    mentions: left.mentions + right.mentions,
    rendered: left.rendered + right.rendered,
    accepted: Array.from(counts, ([term, count]) => ({ term, count })),
    wrong: left.wrong + right.wrong,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
