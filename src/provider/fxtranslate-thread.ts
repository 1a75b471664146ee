import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FromThread, Said } from './fxtranslate-worker.ts';
import type { OfflineModel } from './offline-model.ts';
import { pairOf } from './offline-route.ts';

/** A model in a thread of its own. */
export type Thread = {
  /** Rejects where the model cannot be loaded. */
  readonly loaded: Promise<void>;
  /** One sentence at a time, on one line, once it is loaded. Rejects where the thread dies of it, has died, or is ended. */
  translate(sentence: string): Promise<Said>;
  /** Whatever it is at. */
  end(): Promise<void>;
};

/** A file of the same kind as this one: from the sources, or as it was built. */
const entry = new URL(`./fxtranslate-worker${extname(import.meta.url)}`, import.meta.url);

/** Starts a thread. It sees nothing of our environment, and keeps no process alive that waits for nothing of it. */
export function startThread(model: OfflineModel): Thread {
  const worker = new Worker(entry, {
    name: pairOf(model),
    workerData: model,
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  let waiting: PromiseWithResolvers<FromThread> | undefined;
  let death: Error | undefined;
  const die = (error: unknown): void => {
    death ??= error instanceof Error ? error : new Error(String(error));
    waiting?.reject(death);
    void worker.terminate();
  };
  worker.on('message', (message: FromThread) => {
    if (message.kind === 'died') die(message.why);
    else waiting?.resolve(message);
  });
  worker.on('error', die);
  worker.on('exit', () => die('its thread has ended'));

  async function next(): Promise<FromThread> {
    if (death) throw death;
    waiting = Promise.withResolvers();
    worker.ref();
    try {
      return await waiting.promise;
    } finally {
      worker.unref();
    }
  }

  const loaded = next().then(() => {});
  // Where it is ended before anybody waits for it.
  loaded.catch(() => {});
  return {
    loaded,
    async translate(sentence) {
      const answer = next();
      worker.postMessage(sentence);
      const message = await answer;
      if (message.kind !== 'said') throw new Error(`its thread sent “${message.kind}” in place of an answer`);
      return message.said;
    },
    async end() {
      await worker.terminate();
    },
  };
}
