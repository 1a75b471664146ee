import { segmentsOf } from '../model/dispatch.ts';
import type { Draft } from '../model/draft.ts';
import { isAccepted } from '../termbase/concept.ts';
import { preferredLike } from '../termbase/consistency.ts';
import { findTermsTogether, type TermMatch } from '../termbase/match.ts';
import { replacementFor } from '../termbase/replacement.ts';
import { type Termbase, termbaseFor, termsIn } from '../termbase/termbase.ts';
import type { Provider, RequestSegment, RequestTerm } from './provider.ts';

/** How many sentences on either side are read along. */
const reach = 2;

/** More than these would teach a model the very words it is not to use. */
const mostToAvoid = 5;

/**
 * What goes along with each text of a draft, for a provider that takes it: the sentences beside it, and what the house calls what is named
 * in it on the day of the dispatch. A family name that two persons share is told apart by the rest of the dispatch.
 */
export function surroundings(
  draft: Draft,
  { capabilities }: Pick<Provider, 'capabilities'>,
  house: Termbase | undefined,
): (segment: RequestSegment) => RequestSegment {
  const asksTerms = capabilities.terms === true && house !== undefined;
  if (!asksTerms && capabilities.neighbours !== true) return (segment) => segment;
  const segments = segmentsOf(draft.dispatch);
  const texts = segments.map(({ text }) => text);
  const places = new Map(segments.map(({ id }, at) => [id, at]));
  const terms = asksTerms ? termsOfEach(texts, draft, termbaseFor(draft.dispatch, house)) : undefined;
  return (segment) => {
    const at = places.get(segment.id);
    if (at === undefined) return segment;
    const own = terms?.[at] ?? [];
    const neighbours = {
      before: texts.slice(Math.max(0, at - reach), at),
      after: texts.slice(at + 1, at + 1 + reach),
    };
    return {
      ...segment,
      ...(own.length > 0 && { terms: own }),
      ...(capabilities.neighbours === true && { neighbours }),
    };
  };
}

function termsOfEach(
  texts: readonly string[],
  { dispatch, locale }: Draft,
  termbase: Termbase,
): readonly (readonly RequestTerm[])[] {
  return findTermsTogether(termbase, texts, dispatch.locale).map((matches, at) => {
    const text = texts[at] ?? '';
    const terms = matches.flatMap((match) => termOf(match, text, locale) ?? []);
    return [...new Map(terms.map((term) => [term.source, term])).values()];
  });
}

/** Undefined where the house has no word for it, or none that says as much as the copy does. */
function termOf(match: TermMatch, text: string, target: string): RequestTerm | undefined {
  const goal = preferredLike(match.term, match.concept, target);
  const replacement = goal && replacementFor(match, goal, text, target);
  if (!replacement) return undefined;
  const avoid = termsIn(match.concept, target)
    .filter((term) => !isAccepted(term))
    .map((term) => term.text)
    .slice(0, mostToAvoid);
  return { source: text.slice(match.start, match.end), target: replacement.text, avoid };
}
