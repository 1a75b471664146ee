import PQueue from 'p-queue';
import { DepecheError } from '../model/errors.ts';
import { batchesOf, halvesOf } from './batches.ts';
import { callProvider } from './call.ts';
import type { Clock } from './clock.ts';
import type { Provider, RequestSegment, TranslationAnswer, TranslationRequest } from './provider.ts';
import { ProviderError } from './provider-error.ts';
import { type Claim, freePurse, type Purse } from './purse.ts';

/** How hard a provider may be asked, and when to give up. */
export type ScheduleOptions = {
  readonly clock: Clock;
  /** Requests under way at the same time. Default 4. */
  readonly concurrency?: number;
  /** At most so many requests (a whole number) start in any stretch of `interval` milliseconds. Default: no limit. */
  readonly rate?: { readonly requests: number; readonly interval: number };
  /** Milliseconds until a request without an answer is given up. Default 60,000. */
  readonly timeout?: number;
  /** How often a request is tried in all. Default 5. */
  readonly attempts?: number;
  /** Milliseconds; the pause before retry n is a random part of `base` × 2ⁿ⁻¹, at most `ceiling`. Default 1,000 and 60,000. */
  readonly backoff?: { readonly base: number; readonly ceiling: number };
  /** What every request is paid from. Default: it costs nothing. */
  readonly purse?: Purse;
  /** When it aborts no more work is taken up; requests under way finish, for they are paid. */
  readonly stop?: AbortSignal;
  /** When it aborts the requests under way are given up too. */
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
  /** An answer nobody waits for any more, after a time-out or a cancel: paid for, so to be journalled. */
  | {
      readonly kind: 'late';
      readonly segments: readonly RequestSegment[];
      readonly answer: TranslationAnswer;
    }
  | { readonly kind: 'failed'; readonly segments: readonly RequestSegment[]; readonly error: ProviderError };

export type Deliver = (delivery: Delivery) => Promise<void>;

/** A request on its way, with the answers to it that came after they were given up. */
type Batch = {
  readonly request: TranslationRequest;
  readonly deliver: Deliver;
  readonly arrived: TranslationAnswer[];
};

/** The one queue in front of a provider. All drafts of a run share it, so limits hold for the run and not for each draft. */
export type Scheduler = {
  readonly provider: Provider;
  /**
   * Sends a request of any size in batches that the provider takes, and delivers each as it is settled. Resolves when no batch is
   * left; rejects, and stops the whole queue, when a delivery rejects or the provider breaks its contract.
   */
  send(request: TranslationRequest, deliver: Deliver): Promise<void>;
  /**
   * Why work was not, and will not be, taken up: DepecheError `refused` (key, quota, budget) or `interrupted`, or what broke the run;
   * undefined while all is well. A budget that is too small for one request may still do for another.
   */
  stopped(): Error | undefined;
  /**
   * Takes up no more work, waits for the requests under way and for those that were given up but may still be answered, then closes
   * the provider: whatever is paid for has been delivered by then.
   */
  close(): Promise<void>;
};

/** Puts a queue in front of a provider: batches, limits, time limits and retries are its work, and nobody else's. */
export function createScheduler(provider: Provider, options: ScheduleOptions): Scheduler {
  const { clock, cancel, rate, concurrency = 4, timeout = 60_000, attempts = 5, purse = freePurse } = options;
  const { base, ceiling } = options.backoff ?? { base: 1000, ceiling: 60_000 };
  const queue = new PQueue({
    concurrency,
    ...(rate && { intervalCap: rate.requests, interval: rate.interval, strict: true }),
  });
  const halt = new AbortController();
  const abandoned = new Set<Promise<void>>();
  const sending = new Set<Promise<void>>();
  let reason: Error | undefined;
  let shortfall: Error | undefined;
  let holds = 0;

  const stop = (why: Error): void => {
    reason ??= why;
    halt.abort();
    queue.clear();
  };
  const interrupt = (): void =>
    stop(new DepecheError('interrupted', 'the run was interrupted; run it again to go on where it stopped'));
  const ending = AbortSignal.any([options.stop, cancel].filter((signal) => signal !== undefined));
  if (ending.aborted) interrupt();
  else ending.addEventListener('abort', interrupt, { once: true });

  /** A limit is not one request's alone: while one waits for it, no other starts. */
  const hold = (): void => {
    holds += 1;
    queue.pause();
  };
  const release = (): void => {
    holds -= 1;
    if (holds === 0) queue.start();
  };

  /** Sees a batch to its end: answered, failed, cut in two, or left alone because the queue has stopped or there is no money for it. */
  async function settle(batch: Batch, attempt = 1): Promise<void> {
    const claim = purse.claim(batch.request.segments);
    const { segments } = claim;
    if (segments.length < batch.request.segments.length) {
      shortfall ??= new DepecheError('refused', purse.reason());
    }
    if (segments.length === 0) return;
    const affordable = { ...batch, request: { ...batch.request, segments } };
    const outcome = await inTurn(() => ask(affordable, claim), attempt).finally(() =>
      claim.settle('unbilled'),
    );
    if (outcome === undefined) return;
    if (outcome === 'spent') {
      await settle(affordable, attempt);
    } else if (outcome.kind === 'too-large' && segments.length > 1) {
      const halves = halvesOf(segments).map((half) => ({
        ...batch,
        request: { ...batch.request, segments: half },
      }));
      await all(halves.map((half) => settle(half)));
    } else if (await pauseBeforeRetry(outcome, attempt)) {
      await settle(affordable, attempt + 1);
    } else if (batch.arrived[0]) {
      await batch.deliver({ kind: 'answered', segments, answer: batch.arrived[0] });
    } else {
      await batch.deliver({ kind: 'failed', segments, error: outcome });
    }
  }

  /** Retries come before what has not been tried. */
  async function inTurn<T>(task: () => Promise<T>, priority: number): Promise<T | undefined> {
    if (reason) return undefined;
    try {
      return await queue.add(task, { priority });
    } catch (error) {
      if (reason && isCleared(error)) return undefined;
      throw error;
    }
  }

  /**
   * One request. All that decides about the next one happens in here, before the queue gives its place away: an answer is delivered,
   * a refusal stops the queue, a limit holds it. `spent`: another run has spent the money for it.
   */
  async function ask(batch: Batch, claim: Claim): Promise<ProviderError | 'spent' | undefined> {
    const { request, deliver, arrived } = batch;
    const { segments } = request;
    try {
      // What was given up has come after all: it is paid, and asked for no more.
      const late = arrived[0];
      if (!late && !(await claim.book())) return 'spent';
      const onAbandoned = (answering: Promise<TranslationAnswer>) => keepLate(answering, batch, claim);
      const answer = late ?? (await callProvider(provider, request, { timeout, cancel, onAbandoned }));
      await deliver({ kind: 'answered', segments, answer });
      if (!late) await claim.settle('answered');
      return undefined;
    } catch (error) {
      if (!(error instanceof ProviderError) || error.mayBeBilled) await claim.settle('uncertain');
      if (!(error instanceof ProviderError)) {
        stop(asError(error));
        throw error;
      }
      if (error.kind === 'aborted') return undefined;
      if (error.kind === 'auth' || error.kind === 'quota') {
        const next = error.kind === 'auth' ? 'set the right key' : 'wait for quota, or buy some';
        const message = `${error.message}; what was translated so far is kept: ${next}, and run again to go on`;
        stop(new DepecheError('refused', message, { cause: error }));
        return undefined;
      }
      if (error.kind === 'rate-limited') hold();
      return error;
    }
  }

  function keepLate(
    answering: Promise<TranslationAnswer>,
    { request: { segments }, deliver, arrived }: Batch,
    claim: Claim,
  ): void {
    const kept = answering
      .then(
        async (answer) => {
          await deliver({ kind: 'late', segments, answer });
          arrived.push(answer);
          await claim.settle('answered');
        },
        // It failed after it was given up: there is nothing to keep, and its batch is settled.
        () => {},
      )
      .catch((error: unknown) => stop(asError(error)))
      .finally(() => abandoned.delete(kept));
    abandoned.add(kept);
  }

  /** Waits as long as the provider asks, or with full jitter. False where another attempt is not worth it. */
  async function pauseBeforeRetry(error: ProviderError, attempt: number): Promise<boolean> {
    const jitter = clock.random() * Math.min(ceiling, base * 2 ** (attempt - 1));
    const pause = Math.max(error.retryAfter ?? 0, jitter);
    try {
      if (!error.retryable || attempt >= attempts || pause > longestPause) return false;
      await clock.sleep(pause, halt.signal);
      return true;
    } catch (broken) {
      // A stop ends the pause, and the queue takes no more.
      if (halt.signal.aborted) return true;
      throw broken;
    } finally {
      if (error.kind === 'rate-limited') release();
    }
  }

  return {
    provider,
    async send(wanted, deliver) {
      if (reason) return;
      const { batches, tooLarge } = batchesOf(wanted.segments, provider.capabilities, wanted.context);
      const work = batches.map((segments) =>
        settle({ request: { ...wanted, segments }, deliver, arrived: [] }),
      );
      if (tooLarge.length > 0) {
        const message = `the text is longer than the ${provider.capabilities.maxBytes} bytes one request can take`;
        const error = new ProviderError(provider.name, 'too-large', message);
        work.push(deliver({ kind: 'failed', segments: tooLarge, error }));
      }
      const sent = all(work);
      sending.add(sent);
      await sent.finally(() => sending.delete(sent));
    },
    stopped: () => reason ?? shortfall,
    async close() {
      if (sending.size > 0) stop(new DepecheError('interrupted', 'the run ended before its requests did'));
      await Promise.allSettled(sending);
      await Promise.all(abandoned);
      await provider.close?.();
    },
  };
}

/** Milliseconds. A provider that asks for more is not waited for: the next run will find it in better health. */
const longestPause = 300_000;

/** Waits for all of them, then fails as the first that failed. */
async function all(work: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(work);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}

/** How p-queue rejects what it is cleared of. */
function isCleared(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
