import type { Severity } from '../../model/issue.ts';
import type { Locale } from '../../model/locale.ts';
import { foldTypography } from '../../text/fold.ts';
import { type Concept, type Form, formsOf, type Term } from '../concept.ts';

/** What the rules may know beside the glossary itself. */
export type LintContext = {
  readonly source: Locale;
  readonly targets: readonly Locale[];
  /** The day of today (ISO 8601), for terms that are right for a time. */
  readonly today: string;
};

/** What a rule found: the concept, and the term where it is about one. */
export type LintFinding = {
  readonly rule: string;
  readonly severity: Severity;
  readonly concept: string;
  readonly lang?: Locale;
  readonly term?: Term;
  /** What is wrong, and what to do. */
  readonly message: string;
};

/** A rule over a whole glossary. It is pure; its findings are in the order of the glossary. */
export type LintRule = {
  /** Stable; reports name a rule by it. */
  readonly id: string;
  readonly severity: Severity;
  /** What it finds, in one sentence for a list of rules. */
  readonly describe: string;
  run(concepts: readonly Concept[], context: LintContext): LintFinding[];
};

/** A rule from a function that finds: id and severity are put on every finding. */
export function defineLintRule(
  definition: Omit<LintRule, 'run'> & {
    find(
      concepts: readonly Concept[],
      context: LintContext,
    ): readonly (Omit<LintFinding, 'rule' | 'severity'> & { readonly severity?: Severity })[];
  },
): LintRule {
  const { find, ...about } = definition;
  return {
    ...about,
    run: (concepts, context) =>
      find(concepts, context).map((finding) => ({ rule: about.id, severity: about.severity, ...finding })),
  };
}

/** A form with the term and the concept it belongs to. */
export type OwnedForm = { readonly concept: Concept; readonly term: Term; readonly form: Form };

/** Every form of a glossary, listed ones and terms themselves; the generated ones are left out. */
export function ownedForms(concepts: readonly Concept[]): readonly OwnedForm[] {
  return concepts.flatMap((concept) =>
    concept.terms.flatMap((term) =>
      formsOf(term)
        .filter((form) => !form.generated)
        .map((form) => ({ concept, term, form })),
    ),
  );
}

/** Forms that are spelled alike in one language, up to typography and case: the groups of two and more. */
export function spelledAlike(forms: readonly OwnedForm[]): readonly (readonly OwnedForm[])[] {
  const groups = Map.groupBy(
    forms,
    ({ term, form }) => `${term.lang} ${foldTypography(form.text).toLowerCase()}`,
  );
  return [...groups.values()].filter((group) => group.length > 1);
}
