/** Whether an error, or what caused it, is a connection that was never made: nothing went out, so nothing is billed. */
export function neverConnected(error: unknown): boolean {
  return codesOf(error).some((code) => unreachable.has(code)) || hasWrongCertificate(error);
}

/** Whether an error, or what caused it, is a server whose certificate is of another host, of nobody known, or out of date. */
export function hasWrongCertificate(error: unknown): boolean {
  return codesOf(error).some((code) => certificateFault.test(code));
}

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** Codes of OpenSSL and Node: `openssl verify` and https://nodejs.org/api/tls.html have them all. */
const certificateFault =
  /^(?:ERR_TLS_CERT|CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_(?:GET|VERIFY)|HOSTNAME_MISMATCH)/u;

/** The codes of an error and of all that caused it. */
function codesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  return [...('code' in error ? [String(error.code)] : []), ...codesOf(error.cause)];
}

/**
 * Whether a status is that of a gateway which had no answer, or a broken one, from the server behind it: that may have done the work. 520 and 524
 * are Cloudflare's.
 */
export function isOfGateway(status: number): boolean {
  return [502, 504, 520, 524].includes(status);
}

/** What the first of all causes says: those behind it only say that something failed. */
export function firstCause(error: Error): string {
  return error.cause instanceof Error ? firstCause(error.cause) : error.message;
}

/** Bytes. An answer to the longest request has a tenth of that; a server that sends more is not read to its end. */
export const longestAnswer = 8 * 1024 * 1024;

export const answerTooLong = 'the answer is longer than any answer can be; it was not read to its end';

/** @param location where the server wants us to go; only its origin is told */
export function redirected(location: string | undefined): string {
  const url = location !== undefined && URL.canParse(location) ? new URL(location) : undefined;
  const where = url && /^https?:$/u.test(url.protocol) ? url.origin : 'another place';
  return `the server wants the request to go to ${where} instead, and nothing is sent there`;
}
