import { findTermsTogether } from '../termbase/match.ts';
import type { Termbase } from '../termbase/termbase.ts';
import type { NamesIn } from './clues.ts';

/** Names, and all else that a termbase knows, as evidence: what both sides name tells that they belong together. */
export function namesIn(termbase: Termbase): NamesIn {
  return ({ locale, sentences }) =>
    findTermsTogether(termbase, sentences, locale).map((terms) => terms.map(({ concept }) => concept.id));
}
