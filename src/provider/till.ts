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
  /** A request is being booked: with that it leaves, or it is refused. What has left arrives when it has ended. */
  lend(need: Need): void;
  leave(): void;
  refuse(need: Need): void;
  arrive(need: Need): void;
  /** More was spent, or less. */
  spend(amount: Amount): void;
  /** Others spend under the same limit: all that is booked, what is out from here included. */
  recount(booked: Amount): void;
  /** What there is too little of for it to be held; what is out may come back, so only what is expected of it counts. */
  lacks(need: Need): keyof Amount | undefined;
  /** What is neither spent nor held. */
  left(): Amount;
  /**
   * Resolves when a request that has left has ended; where none has left, when one that is being booked leaves or is refused. Undefined where there is
   * nothing to wait for.
   */
  next(): Promise<void> | undefined;
};

export function createTill(limit: Amount): Till {
  let spent = nothingSpent;
  let claimed = nothingSpent;
  let out = nothingSpent;
  let booking = 0;
  let underWay = 0;
  let decided = Promise.withResolvers<void>();
  let ended = Promise.withResolvers<void>();
  const decide = (): void => {
    booking -= 1;
    decided.resolve();
    decided = Promise.withResolvers();
  };
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
      booking += 1;
    },
    leave() {
      underWay += 1;
      decide();
    },
    refuse({ most }) {
      out = sumOf(out, minus(most));
      decide();
    },
    arrive({ most }) {
      out = sumOf(out, minus(most));
      underWay -= 1;
      ended.resolve();
      ended = Promise.withResolvers();
    },
    spend(amount) {
      spent = sumOf(spent, amount);
    },
    recount(booked) {
      spent = sumOf(booked, minus(out));
    },
    left: () => sumOf(limit, minus(spent), minus(claimed)),
    next() {
      if (underWay > 0) return ended.promise;
      return booking > 0 ? decided.promise : undefined;
    },
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
