import type { Clock } from './clock.ts';
import type { Provider, RequestSegment, TranslationAnswer, TranslationRequest } from './provider.ts';
import type { ProviderError } from './provider-error.ts';
import type { Purse } from './purse.ts';
import type { Rate } from './rate.ts';

/** How hard a provider may be asked, and when to give up. */
export type ScheduleOptions = {
  readonly clock: Clock;
  /** Requests that are open at the same time. Default 8: a dispatch goes into so many locales at once. */
  readonly concurrency?: number;
  /** How many requests may start in a second, a minute, or any other interval; all of them hold. Default: no limit. */
  readonly rates?: readonly Rate[];
  /**
   * Milliseconds until a request without an answer is given up. Default 60,000. It fails then, for the breaker and the count of attempts, but its
   * connection stays open, and its answer is used, until the next try takes its place in the queue: not before half as many milliseconds
   * more, nor after as many more. Until then its place among `concurrency` is taken.
   */
  readonly timeout?: number;
  /** Milliseconds after which no more work is taken up, and what was given up at its time limit is closed. Default: none. */
  readonly runTimeout?: number;
  /** How often a request is tried in all. Default 5. */
  readonly attempts?: number;
  /** Milliseconds; the pause before retry n is a random part of `base` × 2ⁿ⁻¹, at most `ceiling`. Default 1,000 and 60,000. */
  readonly backoff?: { readonly base: number; readonly ceiling: number };
  /**
   * A provider that fails `threshold` times in a row is left alone for half to all of `base` milliseconds, doubled up to `ceiling`, then
   * probed with one request at a time; after so many probes in vain nothing more is sent. Default 5,000, 60,000 and 6.
   */
  readonly circuit?: { readonly base: number; readonly ceiling: number; readonly probes?: number };
  /** What every request is paid from. Default: it costs nothing. */
  readonly purse?: Purse;
  /** When it aborts no more work is taken up; what is open finishes, for it is paid. */
  readonly stop?: AbortSignal;
  /** When it aborts, all that is open is closed at once. */
  readonly cancel?: AbortSignal;
};

/**
 * How one batch ended. Segments of batches that were not taken up after a stop, or were cancelled, or that no money was left for, are in
 * no delivery.
 */
export type Delivery =
  | {
      readonly kind: 'answered';
      readonly segments: readonly RequestSegment[];
      readonly answer: TranslationAnswer;
    }
  /** An answer that came though its request was called off: paid for, so to be journalled. */
  | {
      readonly kind: 'late';
      readonly segments: readonly RequestSegment[];
      readonly answer: TranslationAnswer;
    }
  | { readonly kind: 'failed'; readonly segments: readonly RequestSegment[]; readonly error: ProviderError };

export type Deliver = (delivery: Delivery) => Promise<void>;

/** The one queue in front of a provider. All drafts of a run share it, so limits hold for the run and not for each draft. */
export type Scheduler = {
  readonly provider: Provider;
  /**
   * Sends a request of any size in batches that the provider takes, and delivers each as it is settled. Resolves when no batch is
   * left; rejects, and stops the whole queue, when a delivery rejects or the provider breaks its contract.
   */
  send(request: TranslationRequest, deliver: Deliver): Promise<void>;
  /**
   * Why work was not, and will not be, taken up: DepecheError `refused` (key, quota, budget, time) or `interrupted`, or what broke the
   * run; undefined while all is well. A budget that is too small for one request may still do for another.
   */
  stopped(): Error | undefined;
  /**
   * Takes up no more work, waits for all that is open, then closes the provider: whatever is paid for has been delivered by then.
   */
  close(): Promise<void>;
};
