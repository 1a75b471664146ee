/** Whether an error, or what caused it, is a connection that was never made: nothing went out, so nothing is billed. */
export function neverConnected(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && codes.has(String(error.code))) || neverConnected(error.cause);
}

const codes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
