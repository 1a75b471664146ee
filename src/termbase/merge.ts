import { foldTypography } from '../text/fold.ts';
import { type Completion, completedConcept, completedTerm } from './complete.ts';
import type { Concept, Term } from './concept.ts';
import { sharesTime } from './validity.ts';

/** What came of a merge; nothing that was there is changed. */
export type TermsMerge = {
  readonly concepts: readonly Concept[];
  /** How many terms are new. */
  readonly added: number;
  /** How many facts are new of concepts and terms that were there: forms, sources, days, languages. */
  readonly completed: number;
  /** What both sides have and tell differently: what was there stays. Of a concept as a whole where no term is named. */
  readonly conflicts: readonly TermsConflict[];
};

export type TermsConflict = {
  readonly concept: string;
  readonly lang?: string;
  readonly term?: string;
  readonly why: string;
};

/** Joins terms of others with those of the house, by concept, language and term. The house keeps what it has and gets what it lacks. */
export function mergeTerms(house: readonly Concept[], others: readonly Concept[]): TermsMerge {
  const merged = new Map(house.map((concept) => [concept.id, concept]));
  const conflicts: TermsConflict[] = [];
  let added = 0;
  let completed = 0;
  for (const other of others) {
    const known = merged.get(other.id);
    if (!known) {
      merged.set(other.id, other);
      added += other.terms.length;
      continue;
    }
    if (known.type !== other.type) {
      const why = `it is a ${known.type} here and a ${other.type} there`;
      conflicts.push(...other.terms.map(({ lang, text }) => ({ concept: other.id, lang, term: text, why })));
      continue;
    }
    const joined = joinedConcept(known, other);
    merged.set(other.id, joined.concept);
    conflicts.push(...joined.conflicts);
    added += joined.added;
    completed += joined.completed;
  }
  return { concepts: [...merged.values()], added, completed, conflicts };
}

type Joined = Omit<TermsMerge, 'concepts'> & { readonly concept: Concept };

/** Facts of terms that are there come first: they may make room for a new term, as a last day does. */
function joinedConcept(known: Concept, other: Concept): Joined {
  const conflicts: TermsConflict[] = [];
  let completed = 0;
  const settle = <Value>(completion: Completion<Value>, about: Omit<TermsConflict, 'why'>): Value => {
    completed += completion.added;
    conflicts.push(...completion.conflicts.map((why) => ({ ...about, why })));
    return completion.value;
  };
  const facts = settle(completedConcept(known, other), { concept: known.id });
  const terms = known.terms.map((term) => {
    const twin = other.terms.find((candidate) => isSameTerm(candidate, term));
    const about = { concept: known.id, lang: term.lang, term: twin?.text ?? term.text };
    return twin ? settle(completedTerm(term, twin), about) : term;
  });
  let added = 0;
  for (const term of other.terms.filter((one) => !known.terms.some((own) => isSameTerm(own, one)))) {
    const rival =
      term.status === 'preferred' &&
      terms.find((own) => own.lang === term.lang && own.status === 'preferred' && sharesTime(own, term));
    if (rival) {
      const why = `“${rival.text}” is preferred here`;
      conflicts.push({ concept: known.id, lang: term.lang, term: term.text, why });
      continue;
    }
    terms.push(term);
    added += 1;
  }
  const changed = added > 0 || completed > 0;
  return { concept: changed ? { ...facts, terms } : known, added, completed, conflicts };
}

function isSameTerm(one: Term, other: Term): boolean {
  return one.lang === other.lang && foldTypography(one.text) === foldTypography(other.text);
}
