import type { FindingAcceptance } from './accepted-finding.ts';
import type { Span } from './span.ts';

/** `error`: not to be published so. `warning`: a person should look. `info`: good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** What a check found in one unit. Bad text is never an exception: it becomes an issue. */
export type Issue = {
  /** The check that found it: `term-missing`, `number-extra`, … */
  readonly check: string;
  readonly severity: Severity;
  /** What is wrong, for the person who reviews the unit: names the words it is about. */
  readonly message: string;
  /** Where in the text of the source. */
  readonly source?: Span;
  /** Where in the text of the target. */
  readonly target?: Span;
  /** A person has said that it is no fault: it is shown and counts no more. */
  readonly accepted?: FindingAcceptance;
};

/** Whether an issue counts: nobody has accepted it. */
export function isOpen(issue: Issue): boolean {
  return issue.accepted === undefined;
}
