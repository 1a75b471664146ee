import type { Terminal } from './terminal.ts';

/** How far the reading of a long memory has come. */
export type ReadingProgress = {
  /** @param read how many translations were read so far */
  tell(read: number): void;
  close(): void;
};

/** Elsewhere than on a terminal a line is written each time as many were read. */
const aLine = 100_000;

/** One line drawn over itself on a terminal; elsewhere a line now and then. A memory that has not changed is not read, and nothing is told. */
export async function openReadingProgress(terminal: Terminal): Promise<ReadingProgress> {
  const live = terminal.live ? (await import('log-update')).createLogUpdate(process.stderr) : undefined;
  return {
    tell(read) {
      const said = `reading the memory: ${read} translations`;
      if (live) live(said);
      else if (read % aLine === 0) terminal.err(`depeche: ${said}\n`);
    },
    close: () => live?.clear(),
  };
}
