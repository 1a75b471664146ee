import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** How a person stops a run; nobody listens any more once it is disposed of. */
export type Interruption = Disposable & {
  /** Aborts with the first SIGINT or SIGTERM: no more is taken up, and what is under way finishes. */
  readonly stop: AbortSignal;
  /** Aborts with the second one: what is under way is called off, and all that is here already is written. */
  readonly cancel: AbortSignal;
};

/** Milliseconds a run has to end by itself once it was cancelled. Every file and database is whole at any moment. */
const grace = 900;

/**
 * Listens to SIGINT and SIGTERM. The third one ends the process at once.
 *
 * @param what the first one is answered with
 */
export function interruption(
  terminal: Terminal,
  what = 'stopping; what is paid for is still taken in (once more: it is called off)',
): Interruption {
  const stop = new AbortController();
  const cancel = new AbortController();
  const exit = (): never => process.exit(exitCodes.interrupted);
  const onSignal = (): void => {
    if (cancel.signal.aborted) exit();
    if (stop.signal.aborted) {
      terminal.err('depeche: calling off what is under way; what is here already is kept\n');
      cancel.abort();
      setTimeout(exit, grace).unref();
      return;
    }
    terminal.err(`depeche: ${what}\n`);
    stop.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    stop: stop.signal,
    cancel: cancel.signal,
    [Symbol.dispose]() {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
