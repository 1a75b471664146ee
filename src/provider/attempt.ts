import { DepecheError } from '../model/errors.ts';
import { type Call, inTime, longestCall, startCall } from './call.ts';
import type { Provider, TranslationAnswer, TranslationRequest } from './provider.ts';
import { ProviderError, type ProviderErrorKind } from './provider-error.ts';
import type { Claim } from './purse.ts';
import type { Deliver, Delivery } from './scheduler.ts';
import { type Straggler, straggle } from './straggler.ts';
import type { Turnstile } from './turnstile.ts';

/** Texts of a request that go out together. */
export type Batch = { readonly request: TranslationRequest; readonly deliver: Deliver };

/** A request that failed. Where it was a `probe`, that says nothing of its batch: the provider was not there. */
export type Failure = {
  readonly error: ProviderError;
  readonly probe: boolean;
  readonly straggler?: Straggler | undefined;
};

export type AttemptOptions = {
  readonly provider: Provider;
  readonly turnstile: Turnstile;
  /** Milliseconds until a request is waited for no more. */
  readonly timeout: number;
  /** Closes every request. */
  readonly cancel: AbortSignal | undefined;
  /** Closes those that are waited for no more. */
  readonly letGo: AbortSignal;
  /** Aborts when no more work is taken up. */
  readonly halted: AbortSignal;
  /** Takes up no more work. */
  readonly stop: (why: Error) => void;
  /** As `stop`, and lets go of what is waited for no more. */
  readonly end: (why: Error) => void;
};

export type Attempts = {
  /**
   * One request. All that decides about the next one happens in here, before the queue gives its place away: an answer is delivered,
   * a refusal stops the queue, a limit holds it. `spent`: the money for it is to be claimed anew.
   */
  attempt(batch: Batch, claim: Claim, leaving: () => void): Promise<Failure | 'settled' | 'spent'>;
  /** Waits for providers that went on though they were called off. */
  unheeded(): Promise<void>;
};

/** How one batch is asked for once. */
export function createAttempts(options: AttemptOptions): Attempts {
  const { provider, turnstile, timeout, cancel, letGo, halted, stop, end } = options;
  const unheeded = new Set<Promise<void>>();

  async function attempt(
    batch: Batch,
    claim: Claim,
    leaving: () => void,
  ): Promise<Failure | 'settled' | 'spent'> {
    const { request, deliver } = batch;
    const { segments } = request;
    const probe = turnstile.state() === 'probing';
    try {
      if (!(await claim.book())) return 'spent';
      // Booking takes its time. Nothing has been sent, and what is booked is given back.
      if (halted.aborted) return 'settled';
      const onUnheeded = (answering: Promise<TranslationAnswer>) => keepUnheeded(answering, batch, claim);
      const call = startCall(provider, request, { limit: longestCall(timeout), cancel, onUnheeded });
      leaving();
      const answer = await inTime(call, timeout);
      if (!answer) {
        await claim.settle('uncertain');
        turnstile.failed();
        const error = new ProviderError(provider.name, 'timeout', 'no answer in time');
        return { error, probe, straggler: keepOpen(call, batch, claim) };
      }
      turnstile.heard();
      await takeIn({ kind: 'answered', segments, answer }, deliver, claim);
      return 'settled';
    } catch (error) {
      if (error instanceof ProviderError && error.usage) claim.report(error.usage);
      if (!(error instanceof ProviderError) || error.mayBeBilled) await claim.settle('uncertain');
      if (!(error instanceof ProviderError)) {
        end(asError(error));
        throw error;
      }
      if (error.kind === 'aborted') return 'settled';
      if (error.kind === 'unavailable' || error.kind === 'timeout') turnstile.failed(error.retryAfter);
      else turnstile.heard();
      const remedy = remedies.get(error.kind);
      if (remedy !== undefined) {
        const message = `${error.message}; what was translated so far is kept: ${remedy}, and run again to go on`;
        stop(new DepecheError('refused', message, { cause: error }));
        return 'settled';
      }
      if (error.kind === 'rate-limited') turnstile.hold();
      return { error, probe };
    }
  }

  /** What is open counts, though nobody waits for it: the place in the queue is kept with it. */
  function keepOpen(call: Call, { request: { segments }, deliver }: Batch, claim: Claim): Straggler {
    const take = async (answer: TranslationAnswer, isLate: boolean): Promise<void> => {
      try {
        turnstile.heard();
        await takeIn({ kind: isLate ? 'late' : 'answered', segments, answer }, deliver, claim);
      } catch (error) {
        end(asError(error));
        throw error;
      }
    };
    const fail = async (why: unknown): Promise<void> => {
      if (!(why instanceof ProviderError) || !why.usage) return;
      claim.report(why.usage);
      await claim.settle('uncertain');
    };
    return straggle(call, { letGo, take, fail, onClosed: turnstile.keep() });
  }

  /** An answer that comes though its request was called off is paid for too. */
  function keepUnheeded(
    answering: Promise<TranslationAnswer>,
    { request: { segments }, deliver }: Batch,
    claim: Claim,
  ): void {
    const kept = answering
      .then(
        (answer) => takeIn({ kind: 'late', segments, answer }, deliver, claim),
        // It obeyed, and its batch is settled.
        () => {},
      )
      .catch((error: unknown) => end(asError(error)))
      .finally(() => unheeded.delete(kept));
    unheeded.add(kept);
  }

  return {
    attempt,
    async unheeded() {
      await Promise.all(unheeded);
    },
  };
}

type Answered = Exclude<Delivery, { readonly kind: 'failed' }>;

/** What it cost is told before anything can go wrong with the answer. */
async function takeIn(delivery: Answered, deliver: Deliver, claim: Claim): Promise<void> {
  const { usage } = delivery.answer;
  if (usage) claim.report(usage);
  await deliver(delivery);
  await claim.settle('answered');
}

/** What ends the run, and what a person can do about it. */
const remedies: ReadonlyMap<ProviderErrorKind, string> = new Map([
  ['auth', 'set the right key'],
  ['quota', 'wait for quota, or buy some'],
  ['untrusted', 'see which server the configuration and the proxy lead to'],
]);

export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
