import { isAccepted } from '../concept.ts';
import { preferredIn, termsIn } from '../termbase.ts';
import { defineLintRule } from './rule.ts';

export const missingSource = defineLintRule({
  id: 'missing-source',
  severity: 'error',
  describe: 'A concept has no term in the source language, so no dispatch ever mentions it.',
  find: (concepts, { source }) =>
    concepts
      .filter((concept) => !termsIn(concept, source).some(isAccepted))
      .map(({ id }) => ({
        concept: id,
        lang: source,
        message: `it is never found: add what it is called in ${source}`,
      })),
});

export const missingPreferred = defineLintRule({
  id: 'missing-preferred',
  severity: 'warning',
  describe: 'A concept has no preferred term in a language of the project.',
  find: (concepts, { source, targets }) =>
    concepts.flatMap((concept) =>
      [source, ...targets].flatMap((lang) => {
        if (preferredIn(concept, lang) || (lang === source && termsIn(concept, lang).length === 0)) return [];
        const accepted = termsIn(concept, lang).find(isAccepted);
        const message = accepted
          ? `no term is preferred in ${lang}: prefer “${accepted.text}” or another one`
          : `it has no accepted term in ${lang}: add one, or write no under translate`;
        return [{ concept: concept.id, lang, ...(accepted && { term: accepted }), message }];
      }),
    ),
});

export const personWithoutFamily = defineLintRule({
  id: 'person-without-family',
  severity: 'warning',
  describe: 'A person has a term of several words and no form family, so the family name alone is not found.',
  find: (concepts) =>
    concepts
      .filter(({ type }) => type === 'person')
      .flatMap(({ id, terms }) =>
        terms
          .filter((term) => isAccepted(term) && isLongName(term.text))
          .filter(({ forms }) => !forms.some(({ label }) => label === 'family'))
          .map((term) => ({
            concept: id,
            lang: term.lang,
            term,
            message: `“${term.text}” has no family name: match by forms and write family=${lastWord(term.text)}`,
          })),
      ),
});

/** Initials alone (`A. K.`) have no family name to be called by. */
function isLongName(text: string): boolean {
  return text.includes(' ') && /\p{L}{2}/u.test(lastWord(text));
}

function lastWord(text: string): string {
  return text.split(' ').at(-1) ?? text;
}
