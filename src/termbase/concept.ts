import type { Locale } from '../model/locale.ts';
import type { ConceptType } from '../model/term-hit.ts';

/** What the house thinks of a term. Preferred and admitted renderings are accepted; the other two are repaired or reported. */
export type TermStatus = 'preferred' | 'admitted' | 'deprecated' | 'forbidden';

/**
 * `exact`: only the term itself is looked for. `forms`: its forms as well, listed or regular ones. `stem`: also whatever the endings of its
 * language make of it; never of a name.
 */
export type TermMatching = 'exact' | 'forms' | 'stem';

/**
 * An inflected or shortened form of a term. Labels pair forms of different terms: what stands under `gen` in a wrong term is
 * repaired to what stands under `gen` in the right one, the second under a label to the second. `family` and `family-…` mark a family
 * name alone; a label with `adj` in it marks a form that holds a further word (`ministère russe`), and such a form is only ever
 * repaired to its own counterpart.
 */
export type Form = {
  readonly label: string;
  readonly text: string;
  /** A regular paradigm made it, and no person has confirmed it yet. */
  readonly generated?: true;
};

/** What a concept is called in one language, in one of perhaps several ways. */
export type Term = {
  readonly lang: Locale;
  readonly text: string;
  readonly status: TermStatus;
  readonly match: TermMatching;
  readonly forms: readonly Form[];
  readonly note?: string;
  /** Where the house has it from. */
  readonly source?: string;
  /** The first and the last day it is right, as ISO 8601 dates; left out: always. Outside of them it is out of use. */
  readonly validFrom?: string;
  readonly validUntil?: string;
};

/** One thing in the world and what it is called in each language. */
export type Concept = {
  readonly id: string;
  readonly type: ConceptType;
  readonly terms: readonly Term[];
  readonly note?: string;
  /** `false`: every language says it as the source does, where it has no term of its own. */
  readonly translate?: false;
  /** The languages a person speaks in public: a quotation is not translated back into one of them. */
  readonly speaks?: readonly Locale[];
};

/** The form a term has by itself. */
export const baseLabel = 'base';

/** The label of what is found by its stem alone: nobody knows which form it is, so it is told and not repaired. */
export const stemLabel = 'stem';

/** Every form a term is looked for in, the term itself first. */
export function formsOf(term: Term): readonly Form[] {
  const base: Form = { label: baseLabel, text: term.text };
  return term.match === 'exact' ? [base] : [base, ...term.forms];
}

export function isAccepted(term: Term): boolean {
  return term.status === 'preferred' || term.status === 'admitted';
}

/** Whether a form is a family name alone: ambiguous where two persons share it. */
export function isFamilyForm(form: Form): boolean {
  return form.label === 'family' || form.label.startsWith('family-');
}

/** Whether concepts of a type are names, which stay the same all through a story; titles and common nouns may vary. */
export function isName(type: ConceptType): boolean {
  switch (type) {
    case 'person':
    case 'place':
    case 'organisation':
    case 'event':
      return true;
    case 'title':
    case 'common':
      return false;
    default:
      return type satisfies never;
  }
}
