import PQueue, { TimeoutError } from 'p-queue';
import { DepecheError } from '../model/errors.ts';
import { batchesOf, halvesOf } from './batches.ts';
import type { Clock } from './clock.ts';
import type { Provider, RequestSegment, TranslationAnswer, TranslationRequest } from './provider.ts';
import { ProviderError } from './provider-error.ts';

export type ScheduleOptions = {
  readonly clock: Clock;
  /** Requests under way at the same time. Default 4. */
  readonly concurrency?: number;
  /** At most so many requests start in any stretch of `interval` milliseconds. Default: no limit. */
  readonly rate?: { readonly requests: number; readonly interval: number };
  /** Milliseconds until a request without an answer is given up. Default 60,000. */
  readonly timeout?: number;
  /** How often a request is tried in all. Default 5. */
  readonly attempts?: number;
  /** Milliseconds; the pause before retry n is a random part of `base` × 2ⁿ⁻¹, at most `ceiling`. Default 1,000 and 60,000. */
  readonly backoff?: { readonly base: number; readonly ceiling: number };
  /** When it aborts no more work is taken up; requests under way finish, for they are paid. */
  readonly stop?: AbortSignal;
  /** When it aborts the requests under way are given up too. */
  readonly cancel?: AbortSignal;
};

/** How one batch ended. Segments of batches that were not taken up after a stop, or were cancelled, are in no delivery. */
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

/** The one queue in front of a provider. All drafts of a run share it, so limits hold for the run and not for each draft. */
export type Scheduler = {
  readonly provider: Provider;
  /**
   * Sends a request of any size in batches that the provider takes, and delivers each as it is settled. Resolves when no batch is
   * left; rejects, and stops the whole queue, when a delivery rejects or the provider breaks its contract.
   */
  send(request: TranslationRequest, deliver: Deliver): Promise<void>;
  /** Why no more work is taken up: DepecheError `refused` (key, quota) or `interrupted`, or what broke the run; undefined while all is well. */
  stopped(): Error | undefined;
  /** Waits for requests that were given up but may still be answered, then closes the provider. */
  close(): Promise<void>;
};

export function createScheduler(provider: Provider, options: ScheduleOptions): Scheduler {
  const { clock, timeout = 60_000, attempts = 5, backoff = { base: 1000, ceiling: 60_000 } } = options;
  const queue = new PQueue({
    concurrency: options.concurrency ?? 4,
    ...(options.rate && {
      intervalCap: options.rate.requests,
      interval: options.rate.interval,
      strict: true,
    }),
  });
  const halt = new AbortController();
  const givenUp = new Set<Promise<void>>();
  let reason: Error | undefined;
  let holds = 0;

  const stop = (why: Error): void => {
    reason ??= why;
    halt.abort();
    queue.clear();
  };
  const interrupt = (): void =>
    stop(new DepecheError('interrupted', 'the run was interrupted; run it again to go on where it stopped'));
  const ending = AbortSignal.any([options.stop, options.cancel].filter((signal) => signal !== undefined));
  if (ending.aborted) interrupt();
  else ending.addEventListener('abort', interrupt, { once: true });

  /** One request, in its turn. A failed one is tried again before new ones start. */
  function request(
    wanted: TranslationRequest,
    deliver: Deliver,
    attempt: number,
  ): Promise<TranslationAnswer> {
    return queue.add(
      ({ signal = neverAborts }) => {
        const answering = provider.translate(wanted, signal);
        signal.addEventListener('abort', () => keepLate(answering, wanted, deliver), { once: true });
        return answering;
      },
      { timeout, priority: attempt, ...(options.cancel && { signal: options.cancel }) },
    );
  }

  function keepLate(
    answering: Promise<TranslationAnswer>,
    { segments }: TranslationRequest,
    deliver: Deliver,
  ) {
    const kept = answering
      .then(
        (answer) => deliver({ kind: 'late', segments, answer }),
        () => {},
      )
      .catch((error: unknown) => stop(asError(error)))
      .finally(() => givenUp.delete(kept));
    givenUp.add(kept);
  }

  async function settle(batch: TranslationRequest, deliver: Deliver, attempt = 1): Promise<void> {
    if (reason) return;
    const { segments } = batch;
    let answer: TranslationAnswer;
    try {
      answer = await request(batch, deliver, attempt);
    } catch (thrown) {
      const error = providerErrorOf(thrown, provider.name);
      if (!error) {
        if (reason && (isAbort(thrown) || thrown === options.cancel?.reason)) return;
        throw thrown;
      }
      if (error.kind === 'aborted') return;
      if (error.kind === 'auth' || error.kind === 'quota') {
        stop(
          new DepecheError('refused', `${error.message}; what was translated so far is kept`, {
            cause: error,
          }),
        );
        return;
      }
      if (error.kind === 'too-large' && segments.length > 1) {
        await Promise.all(halvesOf(segments).map((half) => settle({ ...batch, segments: half }, deliver)));
        return;
      }
      const jitter = clock.random() * Math.min(backoff.ceiling, backoff.base * 2 ** (attempt - 1));
      const pause = Math.max(error.retryAfter ?? 0, jitter);
      if (!error.retryable || attempt >= attempts || pause > longestPause) {
        await deliver({ kind: 'failed', segments, error });
        return;
      }
      await wait(pause, error.kind === 'rate-limited');
      return settle(batch, deliver, attempt + 1);
    }
    await deliver({ kind: 'answered', segments, answer });
  }

  /** A limit is not this request's alone: while one waits for it, no other starts. */
  async function wait(pause: number, everyone: boolean): Promise<void> {
    if (everyone && holds++ === 0) queue.pause();
    try {
      await clock.sleep(pause, halt.signal);
    } catch (error) {
      if (!halt.signal.aborted) throw error;
    } finally {
      if (everyone && --holds === 0) queue.start();
    }
  }

  return {
    provider,
    async send(wanted, deliver) {
      const { batches, tooLarge } = batchesOf(wanted.segments, provider.capabilities, wanted.context);
      const work = batches.map((segments) => settle({ ...wanted, segments }, deliver));
      if (tooLarge.length > 0 && !reason) {
        const message = `the text is longer than the ${provider.capabilities.maxBytes} bytes one request can take`;
        const error = new ProviderError(provider.name, 'too-large', message);
        work.push(deliver({ kind: 'failed', segments: tooLarge, error }));
      }
      const broken = (await Promise.allSettled(work.map(stopWhenBroken))).find(
        ({ status }) => status === 'rejected',
      );
      if (broken?.status === 'rejected') throw broken.reason;
    },
    stopped: () => reason,
    async close() {
      await Promise.all(givenUp);
      await provider.close?.();
    },
  };

  async function stopWhenBroken(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      stop(asError(error));
      throw error;
    }
  }
}

/** Milliseconds. A provider that asks for more is not waited for: the next run will find it in better health. */
const longestPause = 300_000;

const neverAborts = new AbortController().signal;

function providerErrorOf(thrown: unknown, provider: string): ProviderError | undefined {
  if (thrown instanceof ProviderError) return thrown;
  if (thrown instanceof TimeoutError) return new ProviderError(provider, 'timeout', 'no answer in time');
  return undefined;
}

/** How p-queue rejects the tasks it is cleared of. */
function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
