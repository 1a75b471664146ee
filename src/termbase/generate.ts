import { languageOf } from '../model/locale.ts';
import type { Concept, Form, Term } from './concept.ts';
import { german } from './paradigms/de.ts';
import { spanish } from './paradigms/es.ts';
import type { Paradigm } from './paradigms/paradigm.ts';
import { portuguese } from './paradigms/pt.ts';
import { russian } from './paradigms/ru.ts';

const paradigms: ReadonlyMap<string, Paradigm> = new Map([
  ['de', german],
  ['es', spanish],
  ['pt', portuguese],
  ['ru', russian],
]);

/**
 * The forms that the regular paradigm of its language makes of a term and that the term lacks. A label that the term lists already is left to
 * whoever listed it, and a form that is spelled like the term itself is no form of its own. Terms that match exactly have none.
 */
export function generatedForms(concept: Concept, term: Term): readonly Form[] {
  if (term.match === 'exact') return [];
  const made = paradigms.get(languageOf(term.lang))?.(concept, term) ?? [];
  const listed = new Set(term.forms.map(({ label }) => label));
  const families = new Set(term.forms.filter(({ label }) => label === 'family').map(({ text }) => text));
  const taken = new Set<string>();
  return made.flatMap(({ label, text }): Form[] => {
    const isBare = label.startsWith('family-') ? families.has(text) : text === term.text;
    const key = `${label}=${text}`;
    if (listed.has(label) || isBare || taken.has(key)) return [];
    taken.add(key);
    return [{ label, text, generated: true }];
  });
}

/** Whether a term is one that forms are wanted for. */
type Wanted = (term: Term) => boolean;
const every: Wanted = () => true;

/** The concept with what {@link generatedForms} makes for its terms behind the forms that are listed; the same one where that is nothing. */
export function withGeneratedForms(concept: Concept, wanted = every): Concept {
  return withForms(concept, (term) => {
    const made = wanted(term) ? generatedForms(concept, term) : [];
    return made.length === 0 ? term.forms : [...term.forms, ...made];
  });
}

/** The concept with its generated forms taken for a person's; the same one where it has none. */
export function withConfirmedForms(concept: Concept, wanted = every): Concept {
  return withForms(concept, (term) =>
    wanted(term) && term.forms.some(({ generated }) => generated)
      ? term.forms.map(({ label, text }) => ({ label, text }))
      : term.forms,
  );
}

function withForms(concept: Concept, formsOf: (term: Term) => readonly Form[]): Concept {
  const terms = concept.terms.map((term): Term => {
    const forms = formsOf(term);
    return forms === term.forms ? term : { ...term, forms };
  });
  return terms.every((term, index) => term === concept.terms[index]) ? concept : { ...concept, terms };
}
