import {
  firstCause,
  hasWrongCertificate,
  isOfGateway,
  neverConnected,
  redirected,
} from './connection-faults.ts';
import { ProviderError, type ProviderErrorKind } from './provider-error.ts';
import { parseRetryAfter } from './retry-after.ts';

export type Sdk = typeof import('openai');

/** Servers have no code for it: that they speak of the format is all there is. */
export function isFormatUnknown(error: unknown, sdk: Sdk): boolean {
  return (
    error instanceof sdk.APIError &&
    [400, 404, 415, 422, 500, 501].includes(error.status ?? 0) &&
    /response_?format|json_?schema|json_object|structured|guided|grammar/iu.test(error.message)
  );
}

/** As with formats; a limit that is too large for the model is none that it does not know. */
export function isLimitUnknown(error: unknown, sdk: Sdk): boolean {
  return (
    error instanceof sdk.APIError &&
    [400, 422].includes(error.status ?? 0) &&
    /max_(?:completion_)?tokens/iu.test(error.message) &&
    !/too large/iu.test(error.message)
  );
}

/** The SDK's own error stays behind: it may carry the request. */
export function providerErrorOf(
  error: unknown,
  sdk: Sdk,
  { name, key }: { readonly name: string; readonly key: string | undefined },
): ProviderError {
  const kind = kindOf(error, sdk);
  const said = saidBy(error, sdk);
  // Services repeat a part of the key where they refuse it.
  const reason =
    kind === 'auth' && error instanceof sdk.APIError
      ? `the key was refused (${error.status})`
      : (key === undefined ? said : said.replaceAll(key, '<key>')).slice(0, 300);
  return new ProviderError(name, kind, reason, {
    retryAfter: retryAfterOf(error, sdk),
    mayBeBilled: mayBeBilled(error, sdk),
  });
}

function saidBy(error: unknown, sdk: Sdk): string {
  if (isRedirect(error, sdk)) return redirected(error.headers?.get('location') ?? undefined);
  if (!(error instanceof Error)) return String(error);
  if (error instanceof sdk.APIError && error.status === 404) return `${error.message}; ${notFound}`;
  return error instanceof sdk.APIConnectionError ? firstCause(error) : error.message;
}

/** What mostly is wrong where a server knows no such thing. */
const notFound = 'see that “serverUrl” has its whole path, such as /v1, and that the server has the model';

function isRedirect(error: unknown, sdk: Sdk): error is InstanceType<Sdk['APIError']> {
  return (
    error instanceof sdk.APIError && error.status !== undefined && error.status >= 300 && error.status < 400
  );
}

/** What has a status was answered, and refused, and then its kind tells; what broke off may have been worked at. */
function mayBeBilled(error: unknown, sdk: Sdk): boolean | undefined {
  const status = error instanceof sdk.APIError ? error.status : undefined;
  if (status === undefined) return !neverConnected(error);
  return isOfGateway(status) ? true : undefined;
}

/** What servers say of a request, or of the answer it allows, that the model has no room for. */
const tooLarge =
  /context.{0,12}(?:length|size|window)|too many tokens|max_(?:completion_)?tokens\W+is too large/iu;

function kindOf(error: unknown, sdk: Sdk): ProviderErrorKind {
  if (hasWrongCertificate(error) || isRedirect(error, sdk)) return 'untrusted';
  if (error instanceof sdk.APIConnectionTimeoutError) return 'timeout';
  if (error instanceof sdk.APIConnectionError) return 'unavailable';
  if (!(error instanceof sdk.APIError) || error.status === undefined)
    return isCutShort(error) ? 'unavailable' : 'bad-answer';
  const { status, code, type, message } = error;
  const says = `${code} ${type} ${message}`;
  if (status === 401 || status === 403) return 'auth';
  if (status === 402) return 'quota';
  if (status === 429) return /insufficient_quota|billing/iu.test(says) ? 'quota' : 'rate-limited';
  if (status === 413 || tooLarge.test(says)) return 'too-large';
  if (status === 408) return 'timeout';
  return status === 409 || status >= 500 ? 'unavailable' : 'bad-request';
}

/** A connection that ends in the middle of an answer; where zlib does not understand it, that is the answer's own fault. */
function isCutShort(error: unknown): boolean {
  return error instanceof TypeError && !isGarbage(error.cause);
}

function isGarbage(cause: unknown): boolean {
  return (
    cause instanceof Error && 'code' in cause && /^(?:Z_|ERR__ERROR|ERR_BROTLI)/u.test(String(cause.code))
  );
}

function retryAfterOf(error: unknown, sdk: Sdk): number | undefined {
  if (!(error instanceof sdk.APIError)) return undefined;
  const value = error.headers?.get('retry-after');
  return typeof value === 'string' ? parseRetryAfter(value, Date.now()) : undefined;
}
