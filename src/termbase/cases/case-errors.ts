import { type Locale, languageOf } from '../../model/locale.ts';
import { isAccepted } from '../concept.ts';
import type { TermMatch } from '../match.ts';
import { arabic } from './ar.ts';
import type { CaseError, CaseRules } from './case-error.ts';
import { german } from './de.ts';
import { agreeing } from './romance.ts';
import { russian } from './ru.ts';

const rules: ReadonlyMap<string, CaseRules> = new Map([
  ['ar', arabic],
  ['de', german],
  ['es', agreeing('es')],
  ['pt', agreeing('pt')],
  ['ru', russian],
]);

/** The right names and titles of a sentence that are in a wrong form there, as far as the rules of its language can tell. */
export function caseErrorsIn(
  text: string,
  matches: readonly TermMatch[],
  locale: Locale,
): ReadonlyMap<TermMatch, CaseError> {
  const own = rules.get(languageOf(locale));
  const accepted = matches.filter(({ term, foreign }) => !foreign && isAccepted(term));
  return !own || accepted.length === 0 ? new Map() : own(text, accepted);
}
