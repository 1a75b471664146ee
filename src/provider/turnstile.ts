import PQueue from 'p-queue';
import { type CircuitState, createCircuit } from './circuit.ts';
import type { Clock } from './clock.ts';
import type { Rate } from './rate.ts';

export type TurnstileOptions = {
  readonly clock: Clock;
  /** Tasks under way at the same time. */
  readonly concurrency: number;
  /** All of them hold. */
  readonly rates: readonly Rate[];
  /** As of a circuit: milliseconds of rest, and how much may fail. */
  readonly circuit: {
    readonly threshold: number;
    readonly probes: number;
    readonly base: number;
    readonly ceiling: number;
  };
  /** Ends all waiting when the run ends. */
  readonly signal: AbortSignal;
};

/** Where requests to one provider wait for their turn: who goes next, and when nobody may. */
export type Turnstile = {
  /**
   * Does a task in its turn; of those that wait, one of higher priority goes first.
   *
   * @param task is handed what to call when its request leaves: the interval of a rate begins then, and not before it was paid for
   * @returns undefined where it was sent away without having begun: after {@link Turnstile.clear}, or because the provider is given up
   */
  pass<T>(task: (leaving: () => void) => Promise<T>, priority: number): Promise<T | undefined>;
  /** A limit is not one request's alone: while one waits for it, no other starts. Each hold takes one release. */
  hold(): void;
  release(): void;
  /**
   * Keeps the place of a task that ends while its request is still open: nobody else starts in it.
   *
   * @returns what gives the place back; to be called once
   */
  keep(): () => void;
  /** Sends away all that wait. */
  clear(): void;
  /** Tells what the last request said of the provider's health; see `circuit.ts`. */
  heard(): void;
  failed(retryAfter?: number): void;
  state(): CircuitState;
  /** Resolves when the provider is not left alone any more, or the run ends. */
  rested(): Promise<void>;
};

export function createTurnstile(options: TurnstileOptions): Turnstile {
  const { clock, concurrency, signal } = options;
  const { threshold, probes, ...rest } = options.circuit;
  const queue = new PQueue({ concurrency });
  let holds = 0;
  let kept = 0;

  function hold(): void {
    holds += 1;
    queue.pause();
  }
  function release(): void {
    holds -= 1;
    if (holds === 0) queue.start();
  }

  /** A queue has one place at least: where all are kept, it is held. */
  function allot(): void {
    const places = circuit.state() === 'closed' ? concurrency - kept : Math.min(1, concurrency - kept);
    queue.concurrency = Math.max(1, places);
  }
  function keep(): () => void {
    kept += 1;
    if (kept === concurrency) hold();
    allot();
    return () => {
      kept -= 1;
      if (kept === concurrency - 1) release();
      allot();
    };
  }

  const circuit = createCircuit({
    clock,
    threshold,
    probes,
    rest,
    signal,
    onChange(state, before) {
      allot();
      if (state === 'open') hold();
      if (before === 'open') release();
      if (state === 'broken') queue.clear();
    },
  });

  const counters = options.rates.map(startCounter);

  /**
   * The queue is held while as many as a rate allows have started in its interval. That begins a turn of the event loop after a request is
   * said to leave: on a busy loop it leaves late, and by the queue's own caps, which count from the start, the next one might follow too soon.
   *
   * @returns counts one that starts, and gives back what is told that it leaves
   */
  function startCounter({ requests, interval }: Rate): () => () => void {
    let startedLately = 0;
    const passed = (): void => {
      startedLately -= 1;
      if (startedLately === requests - 1) release();
    };
    return () => {
      startedLately += 1;
      if (startedLately === requests) hold();
      let hasLeft = false;
      return () => {
        if (hasLeft) return;
        hasLeft = true;
        const left = clock.sleep(0, signal);
        // The run is over when they are woken early: then nobody is waiting.
        left.then(() => clock.sleep(interval, signal)).then(passed, () => {});
      };
    };
  }

  return {
    async pass(task, priority) {
      if (circuit.state() === 'broken') return undefined;
      const counted = async () => {
        const counts = counters.map((start) => start());
        const leaving = () => {
          for (const leave of counts) leave();
        };
        try {
          return await task(leaving);
        } finally {
          leaving();
        }
      };
      try {
        return await queue.add(counted, { priority });
      } catch (error) {
        if (isCleared(error)) return undefined;
        throw error;
      }
    },
    hold,
    release,
    keep,
    clear: () => queue.clear(),
    heard: circuit.heard,
    failed: circuit.failed,
    state: circuit.state,
    rested: circuit.rested,
  };
}

/** How p-queue rejects what it is cleared of. */
function isCleared(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
