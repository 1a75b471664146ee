/** Whose spending it is: what a provider was sent by one run in one month. */
export type Account = {
  /** `2026-11`, in UTC. */
  readonly month: string;
  readonly provider: string;
  /** When the run began, ISO 8601. */
  readonly run: string;
};

/** One line of the ledger. Characters are Unicode code points, as `billedCharacters` counts them. */
export type Spending = Account & {
  readonly requests: number;
  /** All that may have been billed: what was answered, and what was sent without an answer that says otherwise. */
  readonly characters: number;
  /** Of these, what was answered. */
  readonly answered: number;
};

/**
 * The store of what was spent. Characters are booked before their request goes out, so that runs at the same time, and runs after one
 * that died, never spend together more than they may; what was not billed after all is given back.
 */
export type Ledger = {
  /**
   * Books characters of one request; resolves when they would survive a loss of power.
   *
   * @param limit the most that all runs may have booked for this provider in this month; with more, nothing is booked
   * @returns whether it was booked, and the provider's total of the month after it
   */
  book(
    account: Account,
    characters: number,
    limit: number,
  ): Promise<{ readonly booked: boolean; readonly total: number }>;
  /** Says of booked characters that they were answered, or gives them back. */
  settle(account: Account, characters: number, outcome: 'answered' | 'unbilled'): Promise<void>;
  /** Characters booked for a provider in a month, by all runs. */
  total(provider: string, month: string): Promise<number>;
  /** Everything, ordered by month, provider and run. */
  spendings(): Promise<readonly Spending[]>;
  close(): Promise<void>;
};
