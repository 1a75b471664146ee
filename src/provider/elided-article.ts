import { languageOf } from '../model/locale.ts';
import { mendBefore } from '../termbase/articles/mend.ts';
import { isAccepted } from '../termbase/concept.ts';
import { isAbbreviation } from '../termbase/consistency.ts';
import { findTerms, type TermMatch } from '../termbase/match.ts';
import type { Languages } from '../termbase/reading.ts';
import { type Termbase, termsIn } from '../termbase/termbase.ts';

/** Languages that write an article before an abbreviation, the same whatever its sound. */
const written = new Set(['es', 'pt']);

/**
 * Gives an abbreviation the article of its long name where the copy hides its gender: of `l’URSS` an engine that does not know it makes `el
 * URSS`, and the glossary has the `Unión Soviética`. Only where copy and answer have the abbreviation once, and the first word of the long
 * name tells its gender beyond doubt.
 *
 * @param answer may hold placeholders
 * @returns the answer, and the concepts whose article was wrong
 */
export function withGenders(
  source: string,
  answer: string,
  termbase: Termbase,
  languages: Languages,
): { readonly text: string; readonly concepts: readonly string[] } {
  const { target } = languages;
  const elided = /[lL]['’]\p{Lu}{2}/u;
  if (!written.has(languageOf(target)) || !elided.test(source)) return { text: answer, concepts: [] };
  const mentions = findTerms(termbase, source, languages.source).filter(isShort);
  let text = answer;
  const concepts: string[] = [];
  for (const rendering of findTerms(termbase, answer, target).filter(isShort).toReversed()) {
    const { concept, start, end } = rendering;
    const [mention, ...more] = mentions.filter((one) => one.concept === concept);
    if (!mention || more.length > 0 || !/[lL]['’]$/u.test(source.slice(0, mention.start))) continue;
    const long = termsIn(concept, target).find((term) => isAccepted(term) && !isAbbreviation(term));
    const replaced = { start, found: answer.slice(start, end), right: long?.text ?? '', isOther: true };
    const mended = long && mendBefore(answer, replaced, target);
    if (!mended || mended.text === answer.slice(mended.start, start)) continue;
    text = text.slice(0, mended.start) + mended.text + text.slice(start);
    concepts.push(concept.id);
  }
  return { text, concepts };
}

function isShort({ term }: TermMatch): boolean {
  return isAbbreviation(term);
}
