import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import fxtranslate from 'fxtranslate';
import type { OfflineModel } from './offline-model.ts';

/** What a sentence became, with its pieces as the model counts them. */
export type Said = {
  readonly text: string;
  /** Of the sentence, with the mark of its end. */
  readonly read: number;
  /** Of the translation, without that mark. */
  readonly written: number;
};

/** What the thread of a model sends: that it is there, then what each sentence became, or once what it died of. */
export type FromThread =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'said'; readonly said: Said }
  | { readonly kind: 'died'; readonly why: string };

const port = parentPort;
/** The engine tells what it dies of here, and throws no more than “unreachable”. */
let lastWords = '';
Object.assign(globalThis.console, {
  error: (words: unknown) => {
    lastWords ||= String(words);
  },
});

function attempt(work: () => FromThread): void {
  try {
    port?.postMessage(work());
  } catch (error) {
    const why = lastWords || (error instanceof Error ? error.message : String(error));
    port?.postMessage({ kind: 'died', why: why.split('\n', 1)[0] ?? '' } satisfies FromThread);
    // Whatever the engine held is no more to be trusted.
    port?.close();
  }
}

/** One line is one sentence, and behind the translation stands a line of counts: sentences, pieces read, pieces written. */
function say(sentence: string): Said {
  const answer = translator?.translateBlockPhased(sentence, () => {}) ?? '';
  const end = answer.lastIndexOf('\n');
  const [, read = 0, written = 0] = answer
    .slice(end + 1)
    .split('\t')
    .map(Number);
  return { text: answer.slice(0, end), read, written };
}

let translator: InstanceType<typeof fxtranslate.Translator> | undefined;

attempt(() => {
  const model: OfflineModel = workerData;
  translator = new fxtranslate.Translator(
    readFileSync(model.weights),
    readFileSync(model.sourceVocabulary),
    readFileSync(model.targetVocabulary),
    model.shortlist === undefined ? undefined : readFileSync(model.shortlist),
  );
  return { kind: 'loaded' };
});
port?.on('message', (sentence: string) => attempt(() => ({ kind: 'said', said: say(sentence) })));
