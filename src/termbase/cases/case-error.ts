import type { TermMatch } from '../match.ts';

/** A right name in a form that its place in the sentence does not take. */
export type CaseError = {
  /** What demands another form, to be read behind “is not in a form that stands”: `behind “из”`, `beside “президента”`. */
  readonly construction: string;
  /** The form the place takes; none where there are several. */
  readonly right?: string;
  /** The place takes `right` and nothing else, whatever the rest of the sentence says: a machine's words may be repaired. */
  readonly sure: boolean;
};

/** The names and titles of one sentence that are in a wrong form; `matches` are the accepted ones, in the order of the text. */
export type CaseRules = (text: string, matches: readonly TermMatch[]) => ReadonlyMap<TermMatch, CaseError>;
