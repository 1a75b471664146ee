import type { ModelProgress } from '../project/models/add-models.ts';
import { megabytes } from './models-supply.ts';
import type { Terminal } from './terminal.ts';

/** How far models have come: one line drawn over itself on a terminal; elsewhere a line for each model. */
export async function openModelsProgress(
  terminal: Terminal,
): Promise<{ come(progress: ModelProgress): void; close(): void }> {
  const live = terminal.live ? (await import('log-update')).createLogUpdate(process.stderr) : undefined;
  let told = '';
  const tell = (line: string, show: (line: string) => void): void => {
    if (line === told) return;
    told = line;
    show(line);
  };
  return {
    come({ pair, come, of }) {
      if (live) tell(`${pair}: ${megabytes(come)} of ${megabytes(of)}`, live);
      else tell(`${pair}: ${megabytes(of)}\n`, terminal.err);
    },
    close: () => live?.clear(),
  };
}
