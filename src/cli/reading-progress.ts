import type { Terminal } from './terminal.ts';

/** How far the reading of a long memory has come, and the indexing of its words; counts are of translations. */
export type ReadingProgress = {
  read(count: number): void;
  indexed(count: number): void;
  close(): void;
};

/** Elsewhere than on a terminal a line is written each time as many more are done. */
const aLine = 100_000;

/** One line drawn over itself on a terminal; elsewhere a line now and then. A memory that has not changed is not read, and nothing is told. */
export async function openReadingProgress(terminal: Terminal): Promise<ReadingProgress> {
  const live = terminal.live ? (await import('log-update')).createLogUpdate(process.stderr) : undefined;
  const tell = (what: string, count: number): void => {
    const said = `${what}: ${count} translations`;
    if (live) live(said);
    else if (count % aLine === 0) terminal.err(`depeche: ${said}\n`);
  };
  return {
    read: (count) => tell('reading the memory', count),
    indexed: (count) => tell('indexing its words', count),
    close: () => live?.clear(),
  };
}
