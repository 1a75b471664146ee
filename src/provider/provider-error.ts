import type { Tokens } from './provider.ts';

/**
 * Why a provider did not answer.
 *
 * - `auth`: the key is missing, wrong or not allowed to do this
 * - `untrusted`: the server cannot prove that it is the one it was taken for, and nothing was sent to it; or it names another one to go to
 * - `quota`: what was paid for is used up
 * - `rate-limited`: too many requests; `retryAfter` where the provider says for how long
 * - `too-large`: the request is larger than the provider takes
 * - `unavailable`: no connection, or the provider's own fault
 * - `timeout`: no answer in time
 * - `aborted`: our signal called the request off
 * - `bad-request`: the provider does not understand what was asked: language, option, glossary
 * - `bad-answer`: the answer cannot be read, or cannot be matched to the request
 */
export type ProviderErrorKind =
  | 'auth'
  | 'untrusted'
  | 'quota'
  | 'rate-limited'
  | 'too-large'
  | 'unavailable'
  | 'timeout'
  | 'aborted'
  | 'bad-request'
  | 'bad-answer';

/** What every provider throws, and nothing else. Neither message nor cause ever holds a key or a header, nor does a message what a terminal obeys. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly provider: string;
  readonly kind: ProviderErrorKind;
  /** Whether the same request may succeed later in the same run. */
  readonly retryable: boolean;
  /** Milliseconds the provider asks to wait before the next request. */
  readonly retryAfter: number | undefined;
  /** Whether the provider may have done the work, and bill it, nonetheless. */
  readonly mayBeBilled: boolean;
  /** What it took, where the server has told so beside an answer that cannot be used. */
  readonly usage: Tokens | undefined;

  constructor(
    provider: string,
    kind: ProviderErrorKind,
    message: string,
    options: {
      retryAfter?: number | undefined;
      mayBeBilled?: boolean | undefined;
      usage?: Tokens | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(
      `${provider}: ${message.replace(commands, ' ')}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.provider = provider;
    this.kind = kind;
    this.retryable = isRetryable(kind);
    this.retryAfter = options.retryAfter;
    this.usage = options.usage;
    this.mayBeBilled = options.mayBeBilled ?? worksFirst.has(kind);
  }
}

/** Control characters, and those that turn the direction of a line: a message may quote a server. */
const commands = /[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu;

/** What is refused outright is not billed; what ends without an answer that can be used may be. */
const worksFirst: ReadonlySet<ProviderErrorKind> = new Set(['timeout', 'aborted', 'bad-answer']);

function isRetryable(kind: ProviderErrorKind): boolean {
  switch (kind) {
    case 'rate-limited':
    case 'unavailable':
    case 'timeout':
      return true;
    // A bad answer has been paid for: to ask again at once would pay for the same fault again.
    case 'bad-answer':
    case 'auth':
    case 'untrusted':
    case 'quota':
    case 'too-large':
    case 'aborted':
    case 'bad-request':
      return false;
    default:
      return kind satisfies never;
  }
}

/** The error of a request whose signal has aborted: `timeout` where its time ran out, else `aborted`. */
export function abortError(provider: string, signal: AbortSignal): ProviderError {
  const { reason } = signal;
  return reason instanceof DOMException && reason.name === 'TimeoutError'
    ? new ProviderError(provider, 'timeout', 'no answer in time')
    : new ProviderError(provider, 'aborted', 'the request was called off');
}
