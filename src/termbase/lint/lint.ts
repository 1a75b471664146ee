import type { Concept } from '../concept.ts';
import type { LintContext, LintFinding } from './rule.ts';
import { lintRules } from './rules.ts';

/** What is doubtful or wrong in a glossary, concept by concept in its order. */
export function lintTerms(concepts: readonly Concept[], context: LintContext): readonly LintFinding[] {
  const findings = lintRules.flatMap((rule) => rule.run(concepts, context));
  const byConcept = Map.groupBy(findings, ({ concept }) => concept);
  return concepts.flatMap(({ id }) => byConcept.get(id) ?? []);
}
