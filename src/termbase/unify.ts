import { isDateline } from '../model/draft.ts';
import { languageOf } from '../model/locale.ts';
import { articleBefore } from './articles/article-before.ts';
import { type Concept, type Form, formsOf, isName, type Term } from './concept.ts';
import { isAbbreviation } from './consistency.ts';
import type { TermMatch } from './match.ts';
import { isWrong, type Languages, type Reading } from './reading.ts';
import { hasOneCounterpart } from './replacement.ts';
import { preferredIn, termsIn } from './termbase.ts';

/** One accepted rendering in one target of a draft. */
type Use = { readonly reading: Reading; readonly rendering: TermMatch };

/** A name said otherwise than elsewhere in the draft. */
export type OddOne = {
  /** The term it should be. */
  readonly goal: Term;
  /** Whether putting it in its place needs no second look at the sentence. */
  readonly safe: boolean;
};

/**
 * Finds where a draft says a name in more than one accepted way.
 *
 * Not odd are titles and common nouns, whose variants say different things (préfet, préfète), and an abbreviation beside its long
 * form, where the source has both or where the target explains one by the other. Not safe to change are a form that may stand for
 * two forms of the right term, and a name whose article would be wrong for the right one (`the Russian Federation` beside `Russia`).
 */
export function findOddOnes(
  readings: readonly Reading[],
  { target }: Languages,
): ReadonlyMap<TermMatch, OddOne> {
  const odd = new Map<TermMatch, OddOne>();
  const language = languageOf(target);
  const body = readings.filter((reading) => !isDateline(reading.unit));
  for (const [concept, uses] of usesByConcept(body)) {
    if (new Set(uses.map((use) => use.rendering.term)).size < 2) continue;
    const mentioned = body.flatMap((reading) =>
      reading.mentions.filter((match) => match.concept === concept),
    );
    const varies = new Set(mentioned.map((match) => isAbbreviation(match.term))).size > 1;
    const explaining = new Set(body.filter((reading) => explains(reading, concept)));
    const usage = articleUse(uses, language);
    for (const { reading, rendering } of uses) {
      const { term, form } = rendering;
      const goal = goalFor(concept, term, varies, target);
      if (!goal || goal === term || explaining.has(reading)) continue;
      const usual = usage.get(goal) ?? new Set([false]);
      const fits = usual.has(followsArticle(reading.text, rendering, language));
      odd.set(rendering, { goal, safe: fits && isSurePair(term, form, goal) });
    }
  }
  return odd;
}

/** A generated form is only changed into the same form of the right term; the nearest one might be another case. */
function isSurePair(term: Term, form: Form, goal: Term): boolean {
  const isMade = form.generated && !formsOf(goal).some(({ label }) => label === form.label);
  return !isMade && hasOneCounterpart(term, form, goal);
}

function usesByConcept(readings: readonly Reading[]): Map<Concept, Use[]> {
  const uses = new Map<Concept, Use[]>();
  for (const reading of readings) {
    for (const rendering of reading.renderings) {
      if (isWrong(rendering) || !isName(rendering.concept.type)) continue;
      const known = uses.get(rendering.concept);
      if (known) known.push({ reading, rendering });
      else uses.set(rendering.concept, [{ reading, rendering }]);
    }
  }
  return uses;
}

/** The preferred term; where the source itself varies between short and long, the first accepted term of the same length. */
function goalFor(concept: Concept, term: Term, varies: boolean, locale: string): Term | undefined {
  const preferred = preferredIn(concept, locale);
  if (!varies || !preferred || isAbbreviation(preferred) === isAbbreviation(term)) return preferred;
  return termsIn(concept, locale).find(
    (other) => other.status === 'admitted' && isAbbreviation(other) === isAbbreviation(term),
  );
}

/** Whether a target gives a concept both in short and in full where its source does not: `OSCE (Organization for …)`. */
function explains({ mentions, renderings }: Reading, concept: Concept): boolean {
  const own = renderings.filter((match) => match.concept === concept);
  const shapes = new Set(own.map((match) => isAbbreviation(match.term)));
  return shapes.size > 1 && own.length > mentions.filter((match) => match.concept === concept).length;
}

/** For each term whether it stands behind an article in this draft: always, never, or both. A term that is not used takes none. */
function articleUse(uses: readonly Use[], language: string): Map<Term, Set<boolean>> {
  return new Map(
    Array.from(
      Map.groupBy(uses, (use) => use.rendering.term),
      ([term, same]) => [
        term,
        new Set(same.map(({ reading, rendering }) => followsArticle(reading.text, rendering, language))),
      ],
    ),
  );
}

function followsArticle(text: string, { start }: TermMatch, language: string): boolean {
  return articleBefore(text, start, language) !== undefined;
}
