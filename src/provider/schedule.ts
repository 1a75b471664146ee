import { DepecheError } from '../model/errors.ts';
import { batchesOf, halvesOf } from './batches.ts';
import { callProvider } from './call.ts';
import type { Provider, RequestSegment, TranslationAnswer, TranslationRequest } from './provider.ts';
import { ProviderError, type ProviderErrorKind } from './provider-error.ts';
import { type Claim, freePurse } from './purse.ts';
import type { Deliver, ScheduleOptions, Scheduler } from './scheduler.ts';
import { createTurnstile } from './turnstile.ts';

/** A request on its way, with the answers to it that came after they were given up. */
type Batch = {
  readonly request: TranslationRequest;
  readonly deliver: Deliver;
  readonly arrived: TranslationAnswer[];
};

/** A request that failed. Where it was a `probe`, that says nothing of its batch: the provider was not there. */
type Failure = { readonly error: ProviderError; readonly probe: boolean };

/**
 * Puts a queue in front of a provider: batches, limits, time limits, retries and the breaker are its work, and nobody else's. What is
 * more urgent goes first.
 */
export function createScheduler(provider: Provider, options: ScheduleOptions): Scheduler {
  const { clock, cancel, rates = [], concurrency = 8, timeout = 60_000, attempts = 5 } = options;
  const { purse = freePurse } = options;
  const { base, ceiling } = options.backoff ?? { base: 1000, ceiling: 60_000 };
  const halt = new AbortController();
  const { signal } = halt;
  // A batch that fails for its own sake is given up before the provider is.
  const threshold = Math.max(5, attempts);
  const circuit = { threshold, base: 5000, ceiling: 60_000, probes: 6, ...options.circuit };
  const turnstile = createTurnstile({ clock, concurrency, rates, circuit, signal });
  const abandoned = new Set<Promise<void>>();
  const sending = new Set<Promise<void>>();
  let reason: Error | undefined;
  let shortfall: Error | undefined;
  let warming: Promise<void> | undefined;

  const stop = (why: Error): void => {
    reason ??= why;
    halt.abort();
    turnstile.clear();
  };
  const interrupt = (): void =>
    stop(new DepecheError('interrupted', 'the run was interrupted; run it again to go on where it stopped'));
  const ending = AbortSignal.any([options.stop, cancel].filter((one) => one !== undefined));
  if (ending.aborted) interrupt();
  else ending.addEventListener('abort', interrupt, { once: true });
  if (options.runTimeout !== undefined) {
    const message = 'the time of the run is up; what was translated so far is kept: run again to go on';
    const isUp = (): void => stop(new DepecheError('refused', message));
    clock.sleep(options.runTimeout, signal).then(isUp, () => {});
  }

  /**
   * Sees a batch to its end: answered, failed, cut in two, or left alone because the queue has stopped or there is no money for it.
   *
   * @param rank of batches that are as urgent: retries come before what has not been tried
   */
  async function settle(batch: Batch, attempt = 1, rank = attempt): Promise<void> {
    if (reason) return;
    const claim = purse.claim(batch.request.segments);
    const { segments } = claim;
    if (segments.length < batch.request.segments.length) {
      shortfall ??= new DepecheError('refused', purse.reason());
    }
    if (segments.length === 0) return;
    const affordable = withSegments(batch, segments);
    const priority = (10 - (batch.request.urgency ?? usualUrgency)) * 100 + rank;
    const failure = await turnstile
      .pass(() => ask(affordable, claim), priority)
      .finally(() => claim.settle('unbilled'));
    if (failure === 'settled' || reason) return;
    if (failure === 'spent') return settle(affordable, attempt, rank);
    if (!failure) return fail(affordable, givenUp());
    const { error, probe } = failure;
    if (error.kind === 'too-large' && segments.length > 1) {
      await all(halvesOf(segments).map((half) => settle(withSegments(batch, half))));
    } else if (await pauseBeforeRetry(error, probe ? 1 : attempt)) {
      // After a probe in vain another batch is the next one, for it may have been the fault of this.
      await (probe ? settle(affordable, attempt, 0) : settle(affordable, attempt + 1));
    } else {
      await fail(affordable, error);
    }
  }

  /** What was given up may have been answered after all. */
  function fail({ request: { segments }, deliver, arrived }: Batch, error: ProviderError): Promise<void> {
    const [answer] = arrived;
    return deliver(answer ? { kind: 'answered', segments, answer } : { kind: 'failed', segments, error });
  }

  function givenUp(): ProviderError {
    const message = 'it failed again and again, so nothing more is sent to it in this run';
    return new ProviderError(provider.name, 'unavailable', message);
  }

  /**
   * One request. All that decides about the next one happens in here, before the queue gives its place away: an answer is delivered,
   * a refusal stops the queue, a limit holds it. `spent`: another run has spent the money for it.
   */
  async function ask(batch: Batch, claim: Claim): Promise<Failure | 'settled' | 'spent'> {
    const { request, deliver, arrived } = batch;
    const { segments } = request;
    const probe = turnstile.state() === 'probing';
    try {
      // What was given up has come after all: it is paid, and asked for no more.
      const late = arrived[0];
      if (!late && !(await claim.book())) return 'spent';
      const onAbandoned = (answering: Promise<TranslationAnswer>) => keepLate(answering, batch, claim);
      const answer = late ?? (await callProvider(provider, request, { timeout, cancel, onAbandoned }));
      turnstile.heard();
      await deliver({ kind: 'answered', segments, answer });
      if (!late) await claim.settle('answered');
      return 'settled';
    } catch (error) {
      if (!(error instanceof ProviderError) || error.mayBeBilled) await claim.settle('uncertain');
      if (!(error instanceof ProviderError)) {
        stop(asError(error));
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
      if (turnstile.state() === 'broken') return false;
      await clock.sleep(pause, halt.signal);
      return true;
    } catch (broken) {
      // A stop ends the pause, and the queue takes no more.
      if (halt.signal.aborted) return true;
      throw broken;
    } finally {
      if (error.kind === 'rate-limited') turnstile.release();
    }
  }

  async function sendAll(wanted: TranslationRequest, deliver: Deliver): Promise<void> {
    const { batches, tooLarge } = batchesOf(wanted.segments, provider.capabilities, wanted.context);
    if (batches.length > 0) await warmUp();
    const work = batches.map((segments) =>
      settle({ request: { ...wanted, segments }, deliver, arrived: [] }),
    );
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
      await warming;
    } catch (error) {
      stop(asError(error));
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
      await Promise.all(abandoned);
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

/** What ends the run, and what a person can do about it. */
const remedies: ReadonlyMap<ProviderErrorKind, string> = new Map([
  ['auth', 'set the right key'],
  ['quota', 'wait for quota, or buy some'],
  ['untrusted', 'see which server the configuration and the proxy lead to'],
]);

/** A late answer to the whole of a batch is one to its parts too. */
function withSegments(batch: Batch, segments: readonly RequestSegment[]): Batch {
  return { ...batch, request: { ...batch.request, segments } };
}

/** Waits for all of them, then fails as the first that failed. */
async function all(work: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(work);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
