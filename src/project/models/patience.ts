import { DepecheError } from '../../model/errors.ts';
import type { Clock } from '../../provider/clock.ts';
import { parseRetryAfter } from '../../provider/retry-after.ts';
import { TransferError } from './request.ts';

export type Patience = {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told of each try that came to nothing when there will be another. */
  readonly onRetry: (reason: string) => void;
};

/** Tries in a row that bring nothing, until it is given up. */
const attempts = 5;
/** Milliseconds. */
const firstPause = 500;
const longestPause = 30_000;
const longestRetryAfter = 300_000;

/**
 * Tries a transfer until it succeeds, after random pauses that may double each time, and never before the server wants it.
 *
 * @param transfer tells by `moved` that it came further; then its tries are counted anew
 * @throws DepecheError `refused` where a server cannot be reached or will not answer, `unreadable` where it has no such thing
 */
export async function withPatience<Result>(
  transfer: (moved: () => void) => Promise<Result>,
  { clock, signal, onRetry }: Patience,
): Promise<Result> {
  let failures = 0;
  for (;;) {
    try {
      return await transfer(() => {
        failures = 0;
      });
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof TransferError)) throw error;
      failures += 1;
      const asked = parseRetryAfter(error.retryAfter ?? '', Date.now()) ?? 0;
      if (!error.retryable || failures >= attempts || asked > longestRetryAfter) throw final(error);
      onRetry(error.message);
      const pause = Math.min(longestPause, firstPause * 2 ** (failures - 1));
      await clock.sleep(Math.max(asked, pause * clock.random()), signal);
    }
  }
}

function final(error: TransferError): DepecheError {
  return error.retryable
    ? new DepecheError('refused', `${error.message}; run the same again to go on where it was`, {
        cause: error,
      })
    : new DepecheError('unreadable', error.message, { cause: error });
}
