import type { Worker } from 'node:worker_threads';

/** A thread that a model was loaded in, and the sentences it was sent. */
export type WatchedThread = { readonly model: string; readonly worker: Worker; readonly sent: string[] };

/** Notes every thread that is started from now on until `stop`. */
export function watchThreads(): { readonly threads: readonly WatchedThread[]; stop(): void } {
  const threads: WatchedThread[] = [];
  const watch = (worker: Worker): void => {
    const sent: string[] = [];
    const send = worker.postMessage.bind(worker);
    worker.postMessage = (message: string) => {
      sent.push(message);
      send(message);
    };
    threads.push({ model: worker.threadName ?? '', worker, sent });
  };
  process.on('worker', watch);
  return {
    threads,
    stop() {
      process.off('worker', watch);
    },
  };
}
