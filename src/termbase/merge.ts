import { foldTypography } from '../text/fold.ts';
import type { Concept, Term } from './concept.ts';

/** What came of a merge; nothing that was there is changed. */
export type TermsMerge = {
  readonly concepts: readonly Concept[];
  /** How many terms are new. */
  readonly added: number;
  /** Terms that both sides have, and judge or inflect differently: the one that was there stays. */
  readonly conflicts: readonly {
    readonly concept: string;
    readonly lang: string;
    readonly term: string;
    readonly why: string;
  }[];
};

/** Joins terms of others with those of the house, by concept, language and term. The house keeps what it has. */
export function mergeTerms(house: readonly Concept[], others: readonly Concept[]): TermsMerge {
  const merged = new Map(house.map((concept) => [concept.id, concept]));
  const conflicts: TermsMerge['conflicts'][number][] = [];
  let added = 0;
  for (const other of others) {
    let concept = merged.get(other.id);
    if (!concept) {
      merged.set(other.id, other);
      added += other.terms.length;
      continue;
    }
    for (const term of other.terms) {
      const why =
        concept.type === other.type
          ? conflictWith(concept, term)
          : `it is a ${concept.type} here and a ${other.type} there`;
      if (why === 'same') continue;
      if (why !== undefined) {
        conflicts.push({ concept: other.id, lang: term.lang, term: term.text, why });
        continue;
      }
      concept = { ...concept, terms: [...concept.terms, term] };
      merged.set(concept.id, concept);
      added += 1;
    }
  }
  return { concepts: [...merged.values()], added, conflicts };
}

/** Why a term cannot be added to a concept: `same` where it is there already, undefined where nothing speaks against it. */
function conflictWith(concept: Concept, term: Term): string | undefined {
  const inLanguage = concept.terms.filter((other) => other.lang === term.lang);
  const known = inLanguage.find((other) => foldTypography(other.text) === foldTypography(term.text));
  if (known) {
    if (known.status !== term.status) return `it is ${known.status} here and ${term.status} there`;
    const missing = term.forms.filter(
      (form) => !known.forms.some((own) => own.label === form.label && own.text === form.text),
    );
    return missing.length === 0
      ? 'same'
      : `it has forms there that it lacks here: ${missing.map((form) => form.text).join(', ')}`;
  }
  const preferred = inLanguage.find((other) => other.status === 'preferred');
  return preferred && term.status === 'preferred' ? `“${preferred.text}” is preferred here` : undefined;
}
