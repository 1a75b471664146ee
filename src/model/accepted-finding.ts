/** A person's word that one finding of a check is no fault of these words. */
export type AcceptedFinding = {
  /** The check that found it. */
  readonly check: string;
  /** What was found and in which source: see `findingHash`. */
  readonly finding: string;
  /** The hash of the target's words it was given for; for other words it does not hold. */
  readonly words: string;
  readonly by: string;
  /** ISO 8601, where it is known. */
  readonly at?: string;
};

/** By whom and when a finding was accepted. */
export type FindingAcceptance = Pick<AcceptedFinding, 'by' | 'at'>;
