import type { Call } from './call.ts';
import type { TranslationAnswer } from './provider.ts';

/** A request that was given up at its time limit and is still open: it may be answered, and has to be paid, all the same. */
export type Straggler = {
  /** Whether its answer has come and is, or is being, taken in. */
  answered(): boolean;
  /** Resolves when it has ended: true where its answer was taken in. Rejects where that went wrong. */
  readonly ended: Promise<boolean>;
  /** Closes its connection where it has not ended: something else takes its place. */
  close(): void;
};

export type StragglerOptions = {
  /** Closes it when it aborts. */
  readonly letGo: AbortSignal;
  /** Takes its answer in; `isLate`: it came too late to be used, in the very moment it was closed. */
  readonly take: (answer: TranslationAnswer, isLate: boolean) => Promise<void>;
  /** Told why it ended without an answer. */
  readonly fail: (why: unknown) => Promise<void>;
  /** Told once, as soon as its connection is not open any more. */
  readonly onClosed: () => void;
};

/** What a call is from the moment it is waited for no more. */
export function straggle(call: Call, { letGo, take, fail, onClosed }: StragglerOptions): Straggler {
  const closed = new AbortController();
  closed.signal.addEventListener('abort', onClosed, { once: true });
  let isAnswered = false;
  const close = (): void => {
    if (closed.signal.aborted) return;
    closed.abort();
    call.close();
  };
  letGo.addEventListener('abort', close, { once: true, signal: closed.signal });
  if (letGo.aborted) close();
  const ended = call.answer.then(
    async (answer) => {
      const isLate = closed.signal.aborted;
      isAnswered = !isLate;
      closed.abort();
      await take(answer, isLate);
      return isAnswered;
    },
    async (why: unknown) => {
      closed.abort();
      await fail(why);
      return false;
    },
  );
  return { answered: () => isAnswered, ended, close };
}

/**
 * Waits before a request is made anew, for as long as its straggler is not answered.
 *
 * @param wait is woken by its signal
 * @returns whether the straggler was answered
 */
export async function unlessAnswered(
  { ended }: Straggler,
  wait: (signal: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const answered = new AbortController();
  const waited = wait(answered.signal).then(() => false);
  try {
    return await Promise.race([waited, ended.then((isAnswered) => isAnswered || waited)]);
  } finally {
    answered.abort();
  }
}
