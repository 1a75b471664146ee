import { type Amount, nothingSpent } from './ledger.ts';

/** What a request takes of a till: as it may be expected, and the most that it can. */
export type Need = { readonly expected: Amount; readonly most: Amount };

/**
 * What may be spent under one limit, and how it is spoken for: what is spent, what is held for requests that are claimed (as they may be expected),
 * and what is out with those under way (the most that they can take).
 */
export type Till = {
  readonly limit: Amount;
  /** Whether it may go out, whatever those under way will take. */
  covers(need: Need): boolean;
  /** From the claim of a request to its end. */
  hold(need: Need): void;
  release(need: Need): void;
  /** Lent to a request from its booking on; it comes back where that is refused, or when the request has ended. */
  lend(need: Need): void;
  takeBack(need: Need): void;
  /** More was spent, or less. */
  spend(amount: Amount): void;
  /** Others spend under the same limit: all that is booked, what is out from here included. */
  recount(booked: Amount): void;
  /** What there is too little of for it to be held; what is out may come back, so only what is expected of it counts. */
  lacks(need: Need): keyof Amount | undefined;
  /** What is neither spent nor held. */
  left(): Amount;
  /** Resolves when something that is lent comes back; undefined where nothing is. */
  next(): Promise<void> | undefined;
};

export function createTill(limit: Amount): Till {
  let spent = nothingSpent;
  let claimed = nothingSpent;
  let out = nothingSpent;
  let lent = 0;
  let back = Promise.withResolvers<void>();
  return {
    limit,
    lacks({ expected, most }) {
      const held = excess(sumOf(spent, claimed, expected), limit);
      return held ?? excess(sumOf(spent, most), limit);
    },
    covers: ({ most }) => excess(sumOf(spent, out, most), limit) === undefined,
    hold({ expected }) {
      claimed = sumOf(claimed, expected);
    },
    release({ expected }) {
      claimed = sumOf(claimed, minus(expected));
    },
    lend({ most }) {
      out = sumOf(out, most);
      lent += 1;
    },
    takeBack({ most }) {
      out = sumOf(out, minus(most));
      lent -= 1;
      back.resolve();
      back = Promise.withResolvers();
    },
    spend(amount) {
      spent = sumOf(spent, amount);
    },
    recount(booked) {
      spent = sumOf(booked, minus(out));
    },
    left: () => sumOf(limit, minus(spent), minus(claimed)),
    next: () => (lent > 0 ? back.promise : undefined),
  };
}

/** Of what an amount has more than a limit. */
export function excess(amount: Amount, limit: Amount): keyof Amount | undefined {
  if (amount.characters > limit.characters) return 'characters';
  return amount.cost > limit.cost ? 'cost' : undefined;
}

export function sumOf(...amounts: readonly Amount[]): Amount {
  return {
    characters: amounts.reduce((sum, { characters }) => sum + characters, 0),
    cost: amounts.reduce((sum, { cost }) => sum + cost, 0),
  };
}

export function minus({ characters, cost }: Amount): Amount {
  return { characters: -characters, cost: -cost };
}
