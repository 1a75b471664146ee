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
  const answering = provider.translate(request, signal);
  const aborting = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(abortError(provider.name, signal)), { once: true });
  });
  try {
    return await Promise.race([answering, aborting]);
  } catch (error) {
    if (signal.aborted) onAbandoned(answering);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
