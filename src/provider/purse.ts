import { type Entry, nothingSpent } from './ledger.ts';
import type { RequestSegment, Tokens } from './provider.ts';

/** What a provider may spend; what is left out has no limit. */
export type Budget = {
  /** Billed characters. */
  readonly charactersPerRun?: number | undefined;
  readonly charactersPerMonth?: number | undefined;
  /** In the currency of its price. */
  readonly costPerRun?: number | undefined;
  readonly costPerMonth?: number | undefined;
};

/** What became of a request: answered and so billed, surely not billed, or nobody knows. */
export type Billing = 'answered' | 'unbilled' | 'uncertain';

/** Money set aside for one request. */
export type Claim = {
  /** As many of the segments, in their order, as there was money for; perhaps none. */
  readonly segments: readonly RequestSegment[];
  /**
   * Books the claim before its request goes out. False: nothing may be sent. Other requests have the money, of this run or of another one, or
   * nobody knew yet how much there is; who claims anew, and waits for its turn, learns whether there is some left.
   */
  book(): Promise<boolean>;
  /** Tells what the server counted for the request, before that is settled. */
  report(tokens: Tokens): void;
  /**
   * Says what became of it. The first word counts, but that an uncertain one may turn out to be answered, or be counted by the server after
   * all; a claim that was never booked is given back whatever is said.
   */
  settle(billing: Billing): Promise<void>;
};

/** What stands between a scheduler and the money: nothing is sent that it has not granted. */
export type Purse = {
  /** Sets money aside for a request. */
  claim(segments: readonly RequestSegment[]): Claim;
  /** Which budget does not allow more, what it has left, and what to do, in words for people. */
  reason(): string;
  /** What this run has spent so far: all that may have been billed, and what of it is known from answers. */
  spent(): Pick<Entry, 'characters' | 'cost' | 'paid'>;
};

/** The purse of a provider that costs nothing and whose work nobody counts. */
export const freePurse: Purse = {
  claim: (segments) => ({ segments, book: async () => true, report: () => {}, settle: async () => {} }),
  reason: () => 'there is no budget',
  spent: () => ({ ...nothingSpent, paid: 0 }),
};
