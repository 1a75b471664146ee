import { DepecheError } from '../model/errors.ts';
import { asError, type Batch, createAttempts, type Failure } from './attempt.ts';
import { batchesOf, halvesOf } from './batches.ts';
import type { Provider, RequestSegment, TranslationRequest } from './provider.ts';
import { ProviderError } from './provider-error.ts';
import { freePurse } from './purse.ts';
import type { Deliver, ScheduleOptions, Scheduler } from './scheduler.ts';
import { type Straggler, unlessAnswered } from './straggler.ts';
import { createTurnstile } from './turnstile.ts';

/** How often a batch was tried, and the try before that is still open; `rank`, among batches as urgent: retries come first. */
type Try = { readonly attempt: number; readonly rank: number; readonly straggler?: Straggler | undefined };

/**
 * Puts a queue in front of a provider: batches, limits, time limits, retries and the breaker are its work, and nobody else's. What is
 * more urgent goes first.
 */
export function createScheduler(provider: Provider, options: ScheduleOptions): Scheduler {
  const { clock, cancel, rates = [], concurrency = 8, timeout = 60_000, attempts = 5 } = options;
  const { purse = freePurse } = options;
  const { base, ceiling } = options.backoff ?? { base: 1000, ceiling: 60_000 };
  const halt = new AbortController();
  const letGo = new AbortController();
  const { signal } = halt;
  // A batch that fails for its own sake is given up before the provider is.
  const threshold = Math.max(5, attempts);
  const circuit = { threshold, base: 5000, ceiling: 60_000, probes: 6, ...options.circuit };
  const turnstile = createTurnstile({ clock, concurrency, rates, circuit, signal });
  const sending = new Set<Promise<void>>();
  let reason: Error | undefined;
  let shortfall: Error | undefined;
  /** Why the last request failed. */
  let lastError: ProviderError | undefined;
  let warming: Promise<void> | undefined;
  const cancelled = new Promise<void>((resolve) => {
    cancel?.addEventListener('abort', () => resolve(), { once: true });
  });

  const stop = (why: Error): void => {
    reason ??= why;
    halt.abort();
    turnstile.clear();
  };
  /** As `stop`; what is late is not waited for. */
  const end = (why: Error): void => {
    stop(why);
    letGo.abort();
  };
  const { attempt: ask, unheeded } = createAttempts({
    provider,
    turnstile,
    timeout,
    cancel,
    letGo: letGo.signal,
    halted: signal,
    stop,
    end,
  });
  const interrupt = (): void =>
    stop(new DepecheError('interrupted', 'the run was interrupted; run it again to go on where it stopped'));
  const ending = AbortSignal.any([options.stop, cancel].filter((one) => one !== undefined));
  if (ending.aborted) interrupt();
  else ending.addEventListener('abort', interrupt, { once: true });
  if (options.runTimeout !== undefined) {
    const message = 'the time of the run is up; what was translated so far is kept: run again to go on';
    const isUp = (): void => end(new DepecheError('refused', message));
    clock.sleep(options.runTimeout, signal).then(isUp, () => {});
  }

  /**
   * Sees a batch to its end: answered, failed, cut in two, or left alone because the queue has stopped or there is no money for it.
   *
   * A try that was given up stays open until the next one takes its place in the queue. Where none does, because the queue has stopped, all
   * attempts are made or there is no money for all of it, it is waited for.
   */
  async function settle(batch: Batch, { attempt, rank, straggler }: Try = firstTry): Promise<void> {
    if (reason) return void (await straggler?.ended);
    const claim = purse.claim(batch.request.segments);
    const { segments } = claim;
    if (straggler) {
      const isAffordable = segments.length === batch.request.segments.length;
      if (isAffordable) straggler.close();
      if (straggler.answered() || !isAffordable) {
        await claim.settle('unbilled');
        return (await straggler.ended) ? undefined : settle(batch, { attempt, rank });
      }
    }
    if (segments.length < batch.request.segments.length) {
      shortfall ??= new DepecheError('refused', purse.reason());
    }
    if (segments.length === 0) return;
    const affordable = withSegments(batch, segments);
    const priority = (10 - (batch.request.urgency ?? usualUrgency)) * 100 + rank;
    const failure = await turnstile
      .pass((leaving) => ask(affordable, claim, leaving), priority)
      .finally(() => claim.settle('unbilled'));
    if (failure === 'settled') return;
    if (failure === 'spent') return settle(affordable, { attempt, rank });
    if (!failure) return reason ? undefined : fail(affordable, givenUp());
    await settleFailed(affordable, failure, { attempt, rank });
  }

  async function settleFailed(
    batch: Batch,
    { error, probe, straggler }: Failure,
    { attempt }: Try,
  ): Promise<void> {
    lastError = error;
    if (error.kind === 'too-large' && batch.request.segments.length > 1) {
      await all(halvesOf(batch.request.segments).map((half) => settle(withSegments(batch, half))));
    } else if (await pauseBeforeRetry(error, probe ? 1 : attempt, straggler)) {
      // After a probe in vain another batch is the next one, for it may have been the fault of this.
      const next = probe ? { attempt, rank: 0 } : { attempt: attempt + 1, rank: attempt + 1 };
      await settle(batch, { ...next, straggler });
    } else if (!(await straggler?.ended) && !reason) {
      await fail(batch, error);
    }
  }

  function fail({ request: { segments }, deliver }: Batch, error: ProviderError): Promise<void> {
    return deliver({ kind: 'failed', segments, error });
  }

  function givenUp(): ProviderError {
    const message = 'it failed again and again, so nothing more is sent to it in this run';
    const last = lastError ? ` (${lastError.message})` : '';
    return new ProviderError(provider.name, 'unavailable', `${message}${last}`);
  }

  /**
   * Waits as long as the provider asks, or with full jitter; after a time-out also for half the time limit, and while the provider is left alone,
   * because the answer may come. False where another attempt is not worth it.
   */
  async function pauseBeforeRetry(
    error: ProviderError,
    attempt: number,
    straggler: Straggler | undefined,
  ): Promise<boolean> {
    const jitter = clock.random() * Math.min(ceiling, base * 2 ** (attempt - 1));
    const pause = Math.max(error.retryAfter ?? 0, jitter);
    try {
      if (!error.retryable || attempt >= attempts || pause > longestPause) return false;
      if (turnstile.state() === 'broken') return false;
      if (!straggler) await clock.sleep(pause, signal);
      else await unlessAnswered(straggler, (answered) => patience(straggler, pause, answered));
      return true;
    } catch (broken) {
      // A stop ends the pause, and the queue takes no more.
      if (signal.aborted) return true;
      throw broken;
    } finally {
      if (error.kind === 'rate-limited') turnstile.release();
    }
  }

  async function patience({ ended }: Straggler, pause: number, answered: AbortSignal): Promise<void> {
    const woken = AbortSignal.any([signal, answered]);
    const mayCome = clock.sleep(timeout / 2, woken).then(turnstile.rested);
    await Promise.all([clock.sleep(pause, woken), Promise.race([mayCome, ended])]);
  }

  async function sendAll(wanted: TranslationRequest, deliver: Deliver): Promise<void> {
    const { batches, tooLarge } = batchesOf(wanted.segments, provider.capabilities, wanted.context);
    if (batches.length > 0) await warmUp();
    const work = batches.map((segments) => settle({ request: { ...wanted, segments }, deliver }));
    if (tooLarge.length > 0) {
      const message = `the text is longer than the ${provider.capabilities.maxBytes} bytes one request can take`;
      const error = new ProviderError(provider.name, 'too-large', message);
      work.push(deliver({ kind: 'failed', segments: tooLarge, error }));
    }
    await all(work);
  }

  /** What a provider loads first is no part of a request: requests that had started would leave together once it is there. */
  async function warmUp(): Promise<void> {
    try {
      warming ??= provider.ready?.();
      await Promise.race([warming, cancelled]);
    } catch (error) {
      end(asError(error));
      throw error;
    }
  }

  return {
    provider,
    async send(wanted, deliver) {
      if (reason) return;
      const sent = sendAll(wanted, deliver);
      sending.add(sent);
      await sent.finally(() => sending.delete(sent));
    },
    stopped: () => reason ?? shortfall,
    async close() {
      if (sending.size > 0) stop(new DepecheError('interrupted', 'the run ended before its requests did'));
      await Promise.allSettled(sending);
      await unheeded();
      // Whatever still sleeps waits for nobody.
      halt.abort();
      await provider.close?.();
    },
  };
}

/** Milliseconds. A provider that asks for more is not waited for: the next run will find it in better health. */
const longestPause = 300_000;

/** Of 1 to 9: what copy without an urgency goes as. */
const usualUrgency = 5;

const firstTry: Try = { attempt: 1, rank: 1 };

function withSegments(batch: Batch, segments: readonly RequestSegment[]): Batch {
  return { ...batch, request: { ...batch.request, segments } };
}

/** Waits for all of them, then fails as the first that failed. */
async function all(work: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(work);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}
