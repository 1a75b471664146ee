import type { Concept, Term } from '../concept.ts';

/** A form that a paradigm makes, under the label a person would list it under. */
export type Inflection = { readonly label: string; readonly text: string };

/**
 * The regular inflection of one language: the forms of a term, those that are spelled like the term itself too. What is not regular, or
 * hangs on a gender that neither the term nor its listed forms give away, is not made at all.
 */
export type Paradigm = (concept: Concept, term: Term) => readonly Inflection[];

/** One text for each label. */
export type Cells = Readonly<Record<string, string>>;

export function inflectionsOf(cells: Cells, prefix = ''): readonly Inflection[] {
  return Object.entries(cells).map(([label, text]) => ({ label: prefix + label, text }));
}

/** The family names a person's term lists, each to be inflected by itself. */
export function familyNames({ forms }: Term): readonly string[] {
  return forms.filter(({ label }) => label === 'family').map(({ text }) => text);
}
