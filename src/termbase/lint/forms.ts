import { type Concept, formsOf, isAccepted, type Term } from '../concept.ts';
import { generatedForms } from '../generate.ts';
import { isAllCapitals } from '../spelling.ts';
import { preferredIn } from '../termbase.ts';
import { defineLintRule } from './rule.ts';

export const unpairedLabel = defineLintRule({
  id: 'unpaired-label',
  severity: 'info',
  describe:
    'A term has forms under a label that the preferred term has no form for, so they cannot be repaired to the same form.',
  find: (concepts) =>
    concepts.flatMap((concept) =>
      concept.terms.flatMap((term) => {
        const preferred = preferredIn(concept, term.lang);
        // Abbreviations are not inflected, so they have nothing to pair with.
        if (!preferred || preferred === term || isAllCapitals(preferred.text)) return [];
        const unpaired = unpairedLabels(concept, term, preferred);
        if (unpaired.length === 0) return [];
        const message = `“${term.text}” has ${unpaired.join(', ')}, and the preferred “${preferred.text}” has not: list ${unpaired.length === 1 ? 'it' : 'them'} there too`;
        return [
          {
            concept: concept.id,
            lang: term.lang,
            term,
            message,
            ...(!isAccepted(term) && { severity: 'warning' as const }),
          },
        ];
      }),
    ),
});

/** A form under `adj` holds a word of its own and is told, not repaired; the others fall back where the preferred term lacks the label. */
function unpairedLabels(concept: Concept, term: Term, preferred: Term): readonly string[] {
  const paired = new Set(
    [...preferred.forms, ...generatedForms(concept, preferred)].map(({ label }) => label),
  );
  const labels = term.forms.map(({ label }) => label).filter((label) => !label.split('-').includes('adj'));
  return [...new Set(labels)].filter((label) => !paired.has(label));
}

export const unconfirmedForms = defineLintRule({
  id: 'unconfirmed-forms',
  severity: 'info',
  describe: 'A term has generated forms in the glossary that nobody has confirmed.',
  find: (concepts) =>
    concepts.flatMap(({ id, terms }) =>
      terms.flatMap((term) => {
        const unsure = term.forms.filter(({ generated }) => generated).map(({ text }) => text);
        if (unsure.length === 0) return [];
        const message = `nobody has confirmed ${unsure.join(', ')}: correct what is wrong, then depeche terms forms --confirm ${id}`;
        return [{ concept: id, lang: term.lang, term, message }];
      }),
    ),
});

export const forbiddenGenerated = defineLintRule({
  id: 'forbidden-generated',
  severity: 'info',
  describe:
    'A form is forbidden or out of use, and a regular form of an accepted term, for which it is taken where forms are generated.',
  find: (concepts) =>
    concepts.flatMap((concept) => {
      const made = concept.terms
        .filter(isAccepted)
        .flatMap((right) => generatedForms(concept, right).map(({ text }) => ({ right, text })));
      if (made.length === 0) return [];
      return concept.terms
        .filter((term) => !isAccepted(term))
        .flatMap((term) =>
          [...new Set(formsOf(term).map(({ text }) => text))].flatMap((text) => {
            const same = made.find((one) => one.text === text && one.right.lang === term.lang);
            if (!same) return [];
            const message = `“${text}” is ${term.status}, and a regular form of “${same.right.text}”: it is taken for right`;
            return [{ concept: concept.id, lang: term.lang, term, message }];
          }),
        );
    }),
});
