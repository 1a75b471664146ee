import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { hasWrongCertificate } from '../../provider/connection-faults.ts';
import { isLoopback } from '../../provider/loopback.ts';
import { errorCodeOf } from '../files.ts';
import type { Environment } from '../providers.ts';
import { isAllowedAddress, shownAddress } from './address.ts';

/** A transfer that came to nothing. */
export class TransferError extends Error {
  override readonly name = 'TransferError';
  /** Whether the same may succeed when it is tried again. */
  readonly retryable: boolean;
  /** What the server answered, where it did. */
  readonly status: number | undefined;
  /** What it wrote into `Retry-After`. */
  readonly retryAfter: string | undefined;

  constructor(
    message: string,
    options: {
      readonly retryable: boolean;
      readonly status?: number;
      readonly retryAfter?: string | undefined;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: options.cause });
    this.retryable = options.retryable;
    this.status = options.status;
    this.retryAfter = options.retryAfter;
  }
}

const mostRedirects = 5;

/**
 * Asks a server for something, and follows where it points, over https or within this machine. `HTTPS_PROXY` and `NO_PROXY` of the
 * environment decide about a proxy; what is on this machine is asked without one.
 *
 * @returns the answer, 200 or 206; its body has to be read or destroyed
 * @throws TransferError; the reason of the signal when that aborts
 */
export async function get(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { environment, signal }: { readonly environment: Environment; readonly signal: AbortSignal },
): Promise<IncomingMessage> {
  let at = url;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await ask(at, headers, environment, signal);
    const { statusCode: status = 0 } = response;
    if (status === 200 || status === 206) return response;
    response.destroy();
    if (![301, 302, 303, 307, 308].includes(status))
      throw refusal(at, status, response.headers['retry-after']);
    at = nextOf(at, response.headers.location);
  }
  throw new TransferError(`${shownAddress(url)} only points elsewhere`, { retryable: false });
}

function ask(
  url: URL,
  headers: Readonly<Record<string, string>>,
  environment: Environment,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  const proxyEnv = isLoopback(url.hostname) ? {} : environment;
  const options = { headers: { ...headers, 'accept-encoding': 'identity' }, signal };
  return new Promise((resolve, reject) => {
    const request = isSecure
      ? httpsRequest(url, { ...options, agent: new HttpsAgent({ proxyEnv }) })
      : httpRequest(url, { ...options, agent: new HttpAgent({ proxyEnv }) });
    request
      .once('response', resolve)
      .once('error', (cause) => reject(signal.aborted ? signal.reason : broken(url, cause)))
      .end();
  });
}

/** A connection that failed: a certificate that does not hold will not hold the next time. */
export function broken(url: URL, cause: unknown): TransferError {
  const isUntrusted = hasWrongCertificate(cause);
  const what = isUntrusted ? 'cannot be trusted' : 'cannot be reached, or broke off';
  return new TransferError(`${shownAddress(url)} ${what} (${errorCodeOf(cause) ?? String(cause)})`, {
    retryable: !isUntrusted,
    cause,
  });
}

function refusal(url: URL, status: number, retryAfter: string | undefined): TransferError {
  const retryable = status >= 500 || status === 429 || status === 408 || status === 416;
  return new TransferError(`${shownAddress(url)} answers ${status}`, { retryable, status, retryAfter });
}

function nextOf(url: URL, location: string | undefined): URL {
  const next = location === undefined ? null : URL.parse(location, url.href);
  const isAllowed =
    next !== null &&
    isAllowedAddress(next.href) &&
    (next.protocol === 'https:' || isLoopback(url.hostname)) &&
    (isLoopback(url.hostname) || !isLoopback(next.hostname));
  if (isAllowed) return next;
  throw new TransferError(
    `${shownAddress(url)} points to ${next === null ? 'no address' : shownAddress(next)}, which is not followed: only https is, and from elsewhere never to this machine`,
    { retryable: false },
  );
}
