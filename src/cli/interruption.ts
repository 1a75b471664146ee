import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** How a person stops a run: the first SIGINT lets it finish what it must, a second one ends it at once. */
export type Interruption = { readonly stop: AbortSignal; close(): void };

/** @param what the first one is answered with */
export function interruption(
  terminal: Terminal,
  what = 'stopping; what is paid for is still taken in (once more: at once)',
): Interruption {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    controller.abort();
    terminal.err(`depeche: ${what}\n`);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    stop: controller.signal,
    close() {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
