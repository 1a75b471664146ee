import { type Account, type Amount, type Entry, type Ledger, nothingSpent } from './ledger.ts';
import type { RequestSegment, Tokens } from './provider.ts';
import type { Claim } from './purse.ts';
import { minus, type Need, sumOf, type Till } from './till.ts';

/** What the claims of a purse share. Costs are in millionths. */
export type ClaimDesk = {
  readonly ledger: Ledger;
  /** What all runs may book in a month. */
  readonly ofMonth: Amount;
  /** All limits that hold now; the one of the month is the last. */
  tills(): readonly Till[];
  /** What tokens cost. */
  bill(tokens: Tokens): number;
  /** Whose spending it is now. */
  account(): Account;
  /** What all runs have booked in a month. */
  onBooked(month: string, booked: Amount): void;
  /** More was spent by this run than was known, or less. */
  onSpent(spent: { readonly amount: Amount; readonly paid: number }): void;
  /** More was billed than the most that a request allowed. */
  onBroken(billed: number, most: number): void;
  /** Whether limits that are to be kept cannot be for that. */
  isBroken(): boolean;
};

/** Holds what a request needs, until it is settled. */
export function openClaim(segments: readonly RequestSegment[], need: Need, desk: ClaimDesk): Claim {
  const { ledger, ofMonth } = desk;
  const { characters, cost: most } = need.most;
  let state: 'claimed' | 'booked' | 'uncertain' | 'settled' = 'claimed';
  let account = desk.account();
  let told: Tokens | undefined;
  let tills = desk.tills();
  const forEach = (act: (till: Till) => void): void => {
    for (const till of tills) act(till);
  };
  /** Whoever waits for it goes on. */
  const takeBack = (): void => forEach((till) => till.takeBack(need));
  forEach((till) => till.hold(need));

  const correct = async (amount: Amount, entry: Partial<Entry>): Promise<void> => {
    forEach((till) => till.spend(amount));
    desk.onSpent({ amount, paid: entry.paid ?? 0 });
    if (Object.keys(entry).length > 0) desk.onBooked(account.month, await ledger.correct(account, entry));
  };

  async function bookNow(): Promise<boolean> {
    account = desk.account();
    forEach((till) => till.lend(need));
    const { booked, total } = await ledger.book(account, need.most, ofMonth).catch((error: unknown) => {
      takeBack();
      throw error;
    });
    if (booked) state = 'booked';
    else takeBack();
    desk.onBooked(account.month, total);
    return booked;
  }

  /** @param before what was spent for it already, as the most that it can have been */
  async function settleAs(before: Amount, answered: number): Promise<void> {
    state = 'settled';
    const cost = told ? desk.bill(told) : most;
    if (cost > most) desk.onBroken(cost, most);
    const isKnown = told !== undefined || need.expected.cost === most;
    await correct(sumOf({ characters, cost }, minus(before)), {
      answered,
      cost: cost - most,
      paid: isKnown ? cost : 0,
      input: told?.input ?? 0,
      output: told?.output ?? 0,
    });
  }

  return {
    segments,
    report(tokens) {
      told = tokens;
    },
    async book() {
      if (desk.isBroken()) return false;
      forEach((till) => till.release(need));
      tills = desk.tills();
      const mayBeClaimedAnew = tills.every((till) => till.lacks(need) === undefined);
      forEach((till) => till.hold(need));
      const short = tills.filter((till) => !till.covers(need));
      if (short.length === 0 && (await bookNow())) return true;
      const waitedFor = short.length === 0 ? tills.slice(-1) : short;
      if (mayBeClaimedAnew) await Promise.all(waitedFor.map((till) => till.next()));
      return false;
    },
    async settle(said) {
      if (state === 'claimed') {
        forEach((till) => till.release(need));
        state = 'settled';
      } else if (state === 'booked') {
        forEach((till) => till.release(need));
        takeBack();
        if (said === 'answered') await settleAs(nothingSpent, characters);
        else if (said === 'unbilled') {
          state = 'settled';
          await correct(nothingSpent, { characters: -characters, cost: -most });
        } else if (told) await settleAs(nothingSpent, 0);
        else {
          state = 'uncertain';
          await correct(need.most, {});
        }
      } else if (state === 'uncertain') {
        if (said === 'answered') await settleAs(need.most, characters);
        else if (said === 'uncertain' && told) await settleAs(need.most, 0);
      }
    },
  };
}
