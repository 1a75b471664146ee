import { textOf, type Unit } from '../model/draft.ts';
import type { Locale } from '../model/locale.ts';
import type { Span } from '../model/span.ts';
import { unanswered } from './answered.ts';
import { findTerms } from './match.ts';
import { isWrong, readTarget } from './reading.ts';
import { preferredIn, type Termbase } from './termbase.ts';

/**
 * What is wrong with the terms of a target.
 *
 * - `missing`: the source mentions a concept oftener than the target renders it
 * - `forbidden`: the target has a form that the house forbids, or (`leftIn`) one of the source language
 * - `deprecated`: the target has a form the house has given up
 */
export type TermProblem =
  | {
      readonly kind: 'missing';
      readonly concept: string;
      readonly source: Span;
      /** The words of the source. */
      readonly mention: string;
      readonly preferred?: string;
    }
  | {
      readonly kind: 'forbidden' | 'deprecated';
      readonly concept: string;
      readonly target: Span;
      /** The words of the target. */
      readonly found: string;
      readonly leftIn: boolean;
      /** A regular paradigm made the form of the wrong term: nobody has confirmed that it is one. */
      readonly generated?: true;
      readonly preferred?: string;
    };

/**
 * Compares the terms of a unit's target with those of its source; nothing where it has no target. A wrong form is one problem, not
 * two: the mention it stands for is not reported as missing. Nor is one that a longer term answers (see {@link unanswered}).
 *
 * @param unit its `terms`, where they are filled, decide between concepts that share a form
 */
export function termProblems(
  unit: Unit,
  termbase: Termbase,
  source: Locale,
  target: Locale,
): readonly TermProblem[] {
  const text = textOf(unit.target);
  if (text === undefined) return [];
  const named = new Set(unit.terms.map((hit) => hit.concept));
  const mentions = findTerms(termbase, unit.segment.text, source, { named });
  const reading = readTarget({ unit, mentions, text }, termbase, { source, target });
  const missing = unanswered(reading, target).map(({ concept, start, end }): TermProblem => {
    const preferred = preferredIn(concept, target)?.text;
    return {
      kind: 'missing',
      concept: concept.id,
      source: { start, end },
      mention: unit.segment.text.slice(start, end),
      ...(preferred !== undefined && { preferred }),
    };
  });
  const wrong = reading.renderings
    .filter(isWrong)
    .map(({ concept, term, form, foreign, start, end }): TermProblem => {
      const preferred = preferredIn(concept, target)?.text;
      return {
        kind: !foreign && term.status === 'deprecated' ? 'deprecated' : 'forbidden',
        concept: concept.id,
        target: { start, end },
        found: text.slice(start, end),
        leftIn: foreign,
        ...(form.generated && { generated: true }),
        ...(preferred !== undefined && { preferred }),
      };
    });
  return [...missing, ...wrong];
}
