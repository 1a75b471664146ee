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
 * A purse that also leaves a part of the account's quota alone. The service is asked once, when the first request is about to go out, and
 * that request waits for the answer; from then on what this run has sent is taken off. What others send in the meantime is not seen.
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

  /** Before the quota is known nothing is claimed, and all of it when it is: what has no room then is to be claimed anew. */
  function claimOf(segments: readonly RequestSegment[], inner: Claim | undefined): Claim {
    const characters = charactersOf(segments);
    let claim = inner;
    let isHeld = claim !== undefined;
    let isBooked = false;
    let billing: Billing | undefined;
    if (isHeld) held += characters;
    return {
      segments,
      async book() {
        await ask();
        if (!claim) {
          if (characters > room()) return false;
          claim = purse.claim(segments);
          if (claim.segments.length < segments.length) return false;
          held += characters;
          isHeld = true;
        }
        isBooked = await claim.book();
        return isBooked;
      },
      report: (tokens) => claim?.report(tokens),
      async settle(said) {
        const isFree = !isBooked || (billing === undefined && said === 'unbilled');
        if (isHeld && isFree) {
          held -= characters;
          isHeld = false;
        }
        if (isBooked) billing ??= said;
        await claim?.settle(said);
      },
    };
  }

  return {
    ...purse,
    claim(segments) {
      const fitting = affordable(segments);
      isShort = fitting.length < segments.length;
      if (fitting.length === 0) return freePurse.claim([]);
      if (quota === undefined) return claimOf(fitting, undefined);
      const claim = purse.claim(fitting);
      return claimOf(claim.segments, claim);
    },
    reason: () => (isShort ? reason(quota ?? 0) : purse.reason()),
  };
}

function charactersOf(segments: readonly RequestSegment[]): number {
  return segments.reduce((sum, segment) => sum + billedCharacters(segment), 0);
}
