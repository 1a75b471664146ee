import { TransferError } from './request.ts';

/** A connection that brings fewer bytes than this in the time allowed has stalled: a drip is no download. */
const leastBytes = 4096;

/**
 * Does something over a connection, and ends it when too little comes for too long. However the work ends, the connection is closed then: one that
 * is left open, with an answer nobody reads, would keep the process.
 *
 * @param limit milliseconds
 * @param work is told by `arrived` of the bytes that come
 */
export async function withoutStall<Result>(
  limit: number,
  signal: AbortSignal,
  work: (signal: AbortSignal, arrived: (bytes: number) => void) => Promise<Result>,
): Promise<Result> {
  const over = new AbortController();
  let bytes = 0;
  const timer = setInterval(() => {
    if (bytes < leastBytes) {
      const reason = `the connection stalled: ${bytes} bytes in ${limit / 1000} s`;
      over.abort(new TransferError(reason, { retryable: true }));
    }
    bytes = 0;
  }, limit);
  const either = AbortSignal.any([signal, over.signal]);
  try {
    return await work(either, (count) => {
      bytes += count;
    });
  } catch (error) {
    throw either.aborted ? either.reason : error;
  } finally {
    clearInterval(timer);
    over.abort();
  }
}
