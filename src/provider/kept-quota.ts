import type { RequestSegment } from './provider.ts';
import { type Billing, type Claim, freePurse, type Purse } from './purse.ts';
import { billedCharacters } from './units-to-send.ts';

/** What an account still has, and what of it is left alone; in billed characters. */
export type KeptQuota = {
  readonly keep: number;
  /** Asks the service what the account has left; Infinity where it has no limit. It may fail as a request may: then it is asked again. */
  readonly left: () => Promise<number>;
  /** Why nothing more is sent, and what to do, in words for people. */
  readonly reason: (left: number) => string;
};

/**
 * A purse that also leaves a part of the account's quota alone. The service is asked once, when the first request is about to go out;
 * requests wait for that, and then for their turn anew, or those of a while would leave together and no rate would hold. From then on what
 * this run has sent is taken off. What others send in the meantime is not seen.
 */
export function withKeptQuota(purse: Purse, { keep, left, reason }: KeptQuota): Purse {
  let asking: Promise<number> | undefined;
  /** What the account had when it was asked. */
  let quota: number | undefined;
  /** What of it this run has claimed and not given back. */
  let held = 0;
  let isShort = false;

  const room = (): number => (quota ?? Infinity) - keep - held;

  async function ask(): Promise<void> {
    asking ??= left();
    try {
      quota = await asking;
    } catch (error) {
      asking = undefined;
      throw error;
    }
  }

  function affordable(segments: readonly RequestSegment[]): readonly RequestSegment[] {
    let free = room();
    const fitting = segments.filter((segment) => {
      const characters = billedCharacters(segment);
      const fits = characters <= free;
      if (fits) free -= characters;
      return fits;
    });
    return fitting.length === segments.length ? segments : fitting;
  }

  /** Before the quota is known nothing is claimed. Booking asks for it and says no: who claims anew waits for its turn again. */
  function askedFirst(segments: readonly RequestSegment[]): Claim {
    return {
      ...freePurse.claim(segments),
      async book() {
        await ask();
        return false;
      },
    };
  }

  function holding(claim: Claim): Claim {
    const characters = charactersOf(claim.segments);
    let isHeld = true;
    let isBooked = false;
    let billing: Billing | undefined;
    held += characters;
    return {
      ...claim,
      async book() {
        isBooked = await claim.book();
        return isBooked;
      },
      async settle(said) {
        const isFree = !isBooked || (billing === undefined && said === 'unbilled');
        if (isHeld && isFree) {
          held -= characters;
          isHeld = false;
        }
        if (isBooked) billing ??= said;
        await claim.settle(said);
      },
    };
  }

  return {
    ...purse,
    claim(segments) {
      const fitting = affordable(segments);
      isShort = fitting.length < segments.length;
      if (fitting.length === 0) return freePurse.claim([]);
      return quota === undefined ? askedFirst(fitting) : holding(purse.claim(fitting));
    },
    reason: () => (isShort ? reason(quota ?? 0) : purse.reason()),
  };
}

function charactersOf(segments: readonly RequestSegment[]): number {
  return segments.reduce((sum, segment) => sum + billedCharacters(segment), 0);
}
