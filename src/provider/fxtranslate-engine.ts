import type { Seats } from './fxtranslate-seats.ts';
import { startThread, type Thread } from './fxtranslate-thread.ts';
import type { Said } from './fxtranslate-worker.ts';
import type { OfflineModel } from './offline-model.ts';
import { pairOf } from './offline-route.ts';
import { abortError, ProviderError } from './provider-error.ts';

/** A model that is loaded when it is needed, and translates sentence after sentence. */
export type Engine = {
  /**
   * What a sentence becomes. Whoever asks for the same one shares it, later too. When nobody waits for it any more it is dropped; if it
   * is under way its thread is ended, and the model loaded anew for the next one.
   *
   * @throws ProviderError `aborted` or `timeout`; `unavailable` where the model breaks down, `bad-request` where it does so of the
   * same again
   */
  translate(sentence: string, signal: AbortSignal): Promise<Said>;
  close(): Promise<void>;
};

/** A sentence that somebody waits for. */
type Job = { readonly sentence: string; readonly answer: PromiseWithResolvers<Said>; waiting: number };

/** Sentences whose translation is kept: what stories at work at a time have, in all of their locales. */
const kept = 2000;

/** What is broken of a model that cannot be loaded; no sentence is empty. */
const loading = '';

export function createEngine(provider: string, model: OfflineModel, seats: Seats): Engine {
  const known = new Map<string, Said>();
  /** The first one is under way. */
  const jobs = new Map<string, Job>();
  /** By what it broke down over, {@link loading} or a sentence. */
  const breakdowns = new Map<string, ProviderError>();
  let thread: Thread | undefined;
  let working: Promise<void> | undefined;

  const endThread = async (): Promise<void> => {
    const ended = thread;
    thread = undefined;
    await ended?.end();
  };
  const guest = { leave: endThread };

  function broken(over: string, error: unknown): ProviderError {
    const why = error instanceof Error ? error.message : String(error);
    const what = over === loading ? 'cannot be loaded' : 'broke down over a sentence';
    const message = `the model ${pairOf(model)} ${what} (${why}); depeche models verify looks at its files`;
    const kind = breakdowns.has(over) ? 'bad-request' : 'unavailable';
    const breakdown = new ProviderError(provider, kind, message, { cause: error });
    breakdowns.set(over, breakdown);
    return breakdown;
  }

  /** What is known to break the model, so that it is not tried a third time. */
  function hopeless(over: string): ProviderError | undefined {
    const breakdown = breakdowns.get(over);
    return breakdown?.retryable ? undefined : breakdown;
  }

  async function settle(job: Job): Promise<void> {
    const { sentence, answer } = job;
    let over = loading;
    try {
      thread ??= startThread(model);
      await thread.loaded;
      breakdowns.delete(loading);
      over = sentence;
      const said = await thread.translate(sentence);
      breakdowns.delete(sentence);
      if (known.size >= kept) known.delete(known.keys().next().value ?? '');
      known.set(sentence, said);
      answer.resolve(said);
    } catch (error) {
      await endThread();
      // Where it was dropped we have ended the thread ourselves.
      const isWanted = jobs.get(sentence) === job;
      answer.reject(isWanted ? broken(over, error) : error);
    }
  }

  async function work(): Promise<void> {
    await seats.take(guest);
    for (let [job] = jobs.values(); job; [job] = jobs.values()) {
      const verdict = hopeless(loading) ?? hopeless(job.sentence);
      if (verdict) job.answer.reject(verdict);
      else await settle(job);
      if (jobs.get(job.sentence) === job) jobs.delete(job.sentence);
    }
    working = undefined;
    if (thread) seats.rest(guest);
    else seats.free(guest);
  }

  function jobFor(sentence: string): Job {
    const underWay = jobs.get(sentence);
    if (underWay) return underWay;
    const job = { sentence, answer: Promise.withResolvers<Said>(), waiting: 0 };
    // Those who waited for it may have left by the time it fails.
    job.answer.promise.catch(() => {});
    jobs.set(sentence, job);
    return job;
  }

  function leave(job: Job): void {
    job.waiting -= 1;
    if (job.waiting > 0 || jobs.get(job.sentence) !== job) return;
    const [underWay] = jobs.values();
    jobs.delete(job.sentence);
    if (underWay === job) void endThread();
  }

  return {
    async translate(sentence, signal) {
      if (signal.aborted) throw abortError(provider, signal);
      const said = known.get(sentence);
      if (said) return said;
      const job = jobFor(sentence);
      job.waiting += 1;
      working ??= work();
      const { promise: left, reject } = Promise.withResolvers<never>();
      const giveUp = (): void => {
        reject(abortError(provider, signal));
        leave(job);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      try {
        return await Promise.race([job.answer.promise, left]);
      } finally {
        signal.removeEventListener('abort', giveUp);
      }
    },
    async close() {
      for (const { answer } of jobs.values()) {
        answer.reject(new ProviderError(provider, 'aborted', 'it was closed'));
      }
      jobs.clear();
      await endThread();
      await working;
    },
  };
}
