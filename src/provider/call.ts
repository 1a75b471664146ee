import type { Provider, TranslationAnswer, TranslationRequest } from './provider.ts';
import { abortError } from './provider-error.ts';

export type CallOptions = {
  /** Milliseconds. */
  readonly timeout: number;
  readonly cancel?: AbortSignal | undefined;
  /** Handed the promise of an answer that is waited for no more: providers that cannot cancel may still keep it. */
  readonly onAbandoned: (answering: Promise<TranslationAnswer>) => void;
};

/**
 * One request to a provider, for no longer than its time limit, whether the provider obeys its signal or not.
 *
 * @throws ProviderError: the provider's own, `timeout`, or `aborted` when it was cancelled
 */
export async function callProvider(
  provider: Provider,
  request: TranslationRequest,
  { timeout, cancel, onAbandoned }: CallOptions,
): Promise<TranslationAnswer> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new DOMException('no answer in time', 'TimeoutError')), timeout);
  const signal = cancel ? AbortSignal.any([cancel, limit.signal]) : limit.signal;
  const aborting = new Promise<never>((_resolve, reject) => {
    const abort = (): void => reject(abortError(provider.name, signal));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
  const answering = (async () => provider.translate(request, signal))();
  try {
    return await Promise.race([answering, aborting]);
  } catch (error) {
    if (signal.aborted) onAbandoned(answering);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
