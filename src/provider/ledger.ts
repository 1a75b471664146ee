/** Whose spending it is: what a provider was sent by one run in one month. */
export type Account = {
  /** `2026-11`, in UTC. */
  readonly month: string;
  readonly provider: string;
  /** When the run began, ISO 8601. */
  readonly run: string;
};

/** What may be limited, and is booked before it is spent. */
export type Amount = {
  /** Unicode code points, as `billedCharacters` counts them. */
  readonly characters: number;
  /** Millionths of the currency of the configuration, whole ones; 0 where no price is known. */
  readonly cost: number;
};

export const nothingSpent: Amount = { characters: 0, cost: 0 };

/** What a line of the ledger counts. */
export type Entry = Amount & {
  /** Of the characters, those that were answered. Characters are all that may have been billed. */
  readonly answered: number;
  /** Of the cost, what is known from answers. The cost is all that may have been billed. */
  readonly paid: number;
  /** Tokens read and written, as far as the provider has told. */
  readonly input: number;
  readonly output: number;
};

/** One line of the ledger. */
export type Spending = Account & Entry & { readonly requests: number };

/**
 * The store of what was spent. What a request may take is booked before it goes out, so that runs at the same time, and runs after one
 * that died, never spend together more than they may; what it did not take after all is given back.
 */
export type Ledger = {
  /**
   * Books one request; resolves when it would survive a loss of power.
   *
   * @param limit the most that all runs may have booked for this provider in this month; with more of either, nothing is booked
   * @returns whether it was booked, and the provider's total of the month after it
   */
  book(
    account: Account,
    amount: Amount,
    limit: Amount,
  ): Promise<{ readonly booked: boolean; readonly total: Amount }>;
  /**
   * Adds to what was booked, or takes away from it, when more is known of a request.
   *
   * @returns the provider's total of the month after it
   */
  correct(account: Account, change: Partial<Entry>): Promise<Amount>;
  /** What is booked for a provider in a month, by all runs. */
  total(provider: string, month: string): Promise<Amount>;
  /** Everything, ordered by month, provider and run. */
  spendings(): Promise<readonly Spending[]>;
  close(): Promise<void>;
};
