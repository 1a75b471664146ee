import type { Ledger } from './ledger.ts';
import type { RequestSegment } from './provider.ts';
import { billedCharacters } from './units-to-send.ts';

/** What a provider may spend, in billed characters; what is left out has no limit. */
export type Budget = {
  readonly charactersPerRun?: number | undefined;
  readonly charactersPerMonth?: number | undefined;
};

/** What became of a request: answered and so billed, surely not billed, or nobody knows. */
export type Billing = 'answered' | 'unbilled' | 'uncertain';

/** Money set aside for one request. */
export type Claim = {
  /** As many of the segments, in their order, as there was money for; perhaps none. */
  readonly segments: readonly RequestSegment[];
  /** Books the claim before its request goes out. False: another run has spent the money in the meantime, and nothing may be sent. */
  book(): Promise<boolean>;
  /**
   * Says what became of it. The first word counts, but that an uncertain one may turn out to be answered; a claim that was never
   * booked is given back whatever is said.
   */
  settle(billing: Billing): Promise<void>;
};

/** What stands between a scheduler and the money: nothing is sent that it has not granted. */
export type Purse = {
  /** Sets money aside for a request. */
  claim(segments: readonly RequestSegment[]): Claim;
  /** Which budget does not allow more, and what to do, in words for people. */
  reason(): string;
};

/** The purse of a provider that costs nothing and whose work nobody counts. */
export const freePurse: Purse = {
  claim: (segments) => ({ segments, book: async () => true, settle: async () => {} }),
  reason: () => 'there is no budget',
};

export type PurseOptions = {
  readonly ledger: Ledger;
  /** The provider whose money it is. */
  readonly provider: string;
  /** When the run began, ISO 8601. */
  readonly run: string;
  /** What time it is, ISO 8601 in UTC. */
  readonly now: () => string;
  readonly budget?: Budget | undefined;
};

/**
 * The purse of one provider for one run. Limits of the run are kept here, those of the month in the ledger, which other runs share. What
 * may have been billed counts as spent, so a budget is kept to even where a request ended without an answer.
 *
 * @throws DepecheError `invalid` or `unwritable` from the ledger
 */
export async function openPurse({ ledger, provider, run, now, budget = {} }: PurseOptions): Promise<Purse> {
  const { charactersPerRun = Infinity, charactersPerMonth = Infinity } = budget;
  const thisMonth = (): string => now().slice(0, 7);
  /** What all runs have booked in the month, as it was last seen. */
  let seen = { month: thisMonth(), total: await ledger.total(provider, thisMonth()) };
  /** Claimed by this run and not given back; and what of it is not booked yet. */
  let spent = 0;
  let unbooked = 0;

  const left = (): { readonly run: number; readonly month: number } => {
    if (seen.month !== thisMonth()) seen = { month: thisMonth(), total: 0 };
    return { run: charactersPerRun - spent, month: charactersPerMonth - seen.total - unbooked };
  };

  function claimOf(segments: readonly RequestSegment[], characters: number): Claim {
    let state: 'claimed' | 'booked' | 'settled' = 'claimed';
    let billing: Billing | undefined;
    let account = { month: thisMonth(), provider, run };
    spent += characters;
    unbooked += characters;
    const giveBack = (): void => {
      spent -= characters;
      if (state === 'claimed') unbooked -= characters;
    };
    return {
      segments,
      async book() {
        account = { ...account, month: thisMonth() };
        const { booked, total } = await ledger.book(account, characters, charactersPerMonth);
        seen = { month: account.month, total };
        if (booked) {
          unbooked -= characters;
          state = 'booked';
        }
        return booked;
      },
      async settle(said) {
        if (state === 'claimed') {
          giveBack();
          state = 'settled';
          return;
        }
        const isNews = billing === undefined || (billing === 'uncertain' && said === 'answered');
        if (state !== 'booked' || !isNews) return;
        billing = said;
        if (said === 'uncertain') return;
        state = 'settled';
        if (said === 'unbilled') giveBack();
        await ledger.settle(account, characters, said);
        if (said === 'unbilled' && seen.month === account.month) {
          seen = { month: seen.month, total: seen.total - characters };
        }
      },
    };
  }

  return {
    claim(segments) {
      const { run: ofRun, month: ofMonth } = left();
      let room = Math.min(ofRun, ofMonth);
      const affordable = segments.filter((segment) => {
        const characters = billedCharacters(segment);
        const fits = characters <= room;
        if (fits) room -= characters;
        return fits;
      });
      const characters = affordable.reduce((sum, segment) => sum + billedCharacters(segment), 0);
      return affordable.length === 0 ? freePurse.claim([]) : claimOf(affordable, characters);
    },
    reason() {
      const { run: ofRun, month: ofMonth } = left();
      const [limit, over, next] =
        ofRun < ofMonth
          ? [charactersPerRun, 'a run', 'run again to go on']
          : [charactersPerMonth, 'a month', 'run again in the next one'];
      return `the budget of ${provider}, ${limit} characters ${over}, does not allow more: ${next}, or raise “budget.${provider}” in the configuration`;
    },
  };
}
