import {
  answerTooLong,
  hasWrongCertificate,
  isOfGateway,
  neverConnected,
  redirected,
} from './connection-faults.ts';
import type { Deepl } from './deepl-client.ts';
import type { Exchange } from './deepl-exchange.ts';
import { ProviderError, type ProviderErrorKind } from './provider-error.ts';
import { parseRetryAfter } from './retry-after.ts';

/**
 * What the client threw as an error of ours. Its own stays behind: it may carry the request, with the key in its headers.
 *
 * @param reason what it says, without the key
 * @param retryAfter the header of that name
 */
export function deeplError(
  error: unknown,
  deepl: Deepl,
  reason: string,
  retryAfter: string | undefined,
): ProviderError {
  const kind = kindOf(error, deepl);
  return new ProviderError('deepl', kind, reason, {
    mayBeBilled: mayBeBilled(error, deepl),
    retryAfter: retryAfter === undefined ? undefined : parseRetryAfter(retryAfter, Date.now()),
  });
}

/**
 * The error of an exchange that we broke off, whatever the client makes of that.
 *
 * @param reasonOf takes secrets out of what is said
 */
export function brokenOff(
  { fault, header }: Exchange,
  reasonOf: (said: string) => string,
): ProviderError | undefined {
  const what = fault();
  switch (what) {
    case undefined:
      return undefined;
    case 'redirected':
      return new ProviderError('deepl', 'untrusted', reasonOf(redirected(header('location'))));
    case 'too-long':
      return new ProviderError('deepl', 'bad-answer', answerTooLong);
    case 'encoded':
      return new ProviderError('deepl', 'bad-answer', 'the answer came compressed, which was not asked for');
    default:
      return what satisfies never;
  }
}

/** What an error says, without what must not be said: servers and proxies may throw back what they were sent. */
export function reasonOf(error: unknown, secrets: readonly string[]): string {
  const said = error instanceof Error ? error.message : String(error);
  return secrets.reduce((text, secret) => text.replaceAll(secret, '<key>'), said).slice(0, 300);
}

/** Of what ends without an answer, only a connection that was never made has surely cost nothing; of other errors their kind tells. */
function mayBeBilled(error: unknown, deepl: Deepl): boolean | undefined {
  if (error instanceof deepl.ConnectionError) return !neverConnected(error.error);
  return error instanceof deepl.DeepLError && isOfGateway(statusIn(error.message)) ? true : undefined;
}

function kindOf(error: unknown, deepl: Deepl): ProviderErrorKind {
  if (error instanceof deepl.AuthorizationError) return 'auth';
  if (error instanceof deepl.QuotaExceededError) return 'quota';
  if (error instanceof deepl.TooManyRequestsError) return 'rate-limited';
  if (error instanceof deepl.GlossaryNotFoundError) return 'bad-request';
  if (error instanceof deepl.ConnectionError) {
    const code = error.error && 'code' in error.error ? String(error.error.code) : '';
    if (code === 'ECONNABORTED' || code === 'ETIMEDOUT') return 'timeout';
    return hasWrongCertificate(error.error) ? 'untrusted' : 'unavailable';
  }
  if (error instanceof deepl.DeepLError) return kindOfMessage(error.message);
  return 'bad-answer';
}

/** For every other status the client has one class and no code: its own words, at the start of the message, are all there is. */
function kindOfMessage(message: string): ProviderErrorKind {
  if (message.startsWith('Service unavailable')) return 'unavailable';
  if (message.startsWith('Error parsing response JSON')) return 'bad-answer';
  const status = statusIn(message);
  if (status === 401) return 'auth';
  if (status === 408) return 'timeout';
  if (status === 413 || status === 414) return 'too-large';
  return status >= 500 ? 'unavailable' : 'bad-request';
}

function statusIn(message: string): number {
  return Number(/^Unexpected status code: (\d{3})/u.exec(message)?.[1] ?? 400);
}
