import type { Provider, TranslationAnswer, TranslationRequest } from './provider.ts';
import { abortError } from './provider-error.ts';

/** One request on its way to a provider. */
export type Call = {
  /** Its answer. Rejects with ProviderError: the provider's own, or `timeout` or `aborted` as soon as it is called off. */
  readonly answer: Promise<TranslationAnswer>;
  /** Calls it off, down to its connection. */
  close(): void;
};

export type CallOptions = {
  /** Milliseconds after which it is called off. */
  readonly limit: number;
  readonly cancel?: AbortSignal | undefined;
  /** Handed what a provider may still say that was called off and has not said so: a provider that cannot be called off. */
  readonly onUnheeded: (answering: Promise<TranslationAnswer>) => void;
};

/** Makes one request, which ends when it is called off, whether the provider obeys its signal or not. */
export function startCall(
  provider: Provider,
  request: TranslationRequest,
  { limit, cancel, onUnheeded }: CallOptions,
): Call {
  const calling = new AbortController();
  const { signal } = calling;
  const calledOff = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => calledOff.reject(abortError(provider.name, signal)), { once: true });
  const close = (): void => calling.abort();
  const timer = setTimeout(() => calling.abort(new DOMException('no answer', 'TimeoutError')), limit);
  if (cancel?.aborted) close();
  else cancel?.addEventListener('abort', close, { once: true });
  const answering = (async () => provider.translate(request, signal))();
  const ended = async (): Promise<TranslationAnswer> => {
    try {
      return await Promise.race([answering, calledOff.promise]);
    } catch (error) {
      if (signal.aborted) onUnheeded(answering);
      throw error;
    } finally {
      clearTimeout(timer);
      cancel?.removeEventListener('abort', close);
    }
  };
  return { answer: ended(), close };
}

/** The answer to a call if it comes within so many milliseconds; undefined where it does not: the call goes on. */
export async function inTime({ answer }: Call, milliseconds: number): Promise<TranslationAnswer | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), milliseconds);
  try {
    return await Promise.race([answer, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Milliseconds after which a request is closed for good: one that was given up at its time limit is kept open for as long again, because it may be
 * answered yet.
 */
export function longestCall(timeout: number): number {
  return 2 * timeout;
}
