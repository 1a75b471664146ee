import type { Clock } from './clock.ts';

/**
 * - `closed`: the provider is there; requests go out
 * - `open`: it failed too often in a row; nothing goes out for a while
 * - `probing`: one request at a time goes out, to see whether it is back
 * - `broken`: it never came back; nothing more goes out in this run
 */
export type CircuitState = 'closed' | 'open' | 'probing' | 'broken';

export type CircuitOptions = {
  readonly clock: Clock;
  /** Failures in a row that open it. */
  readonly threshold: number;
  /** Probes in a row that may fail before it is given up. */
  readonly probes: number;
  /** Milliseconds it stays open: half to all of `base`, twice as long after each failed probe, at most `ceiling`. */
  readonly rest: { readonly base: number; readonly ceiling: number };
  /** Ends the waiting when the run ends. */
  readonly signal: AbortSignal;
  /** Told of each change, at once. */
  readonly onChange: (state: CircuitState, before: CircuitState) => void;
};

/** A breaker in front of one provider: a storm of failures is waited out by one request and not by all of them. */
export type Circuit = {
  readonly state: () => CircuitState;
  /** The provider answered, or refused for a reason of its own: it is there. */
  heard(): void;
  /**
   * No connection, no answer in time, or a fault of the provider's.
   *
   * @param retryAfter milliseconds it asked to be left alone
   */
  failed(retryAfter?: number): void;
  /** Resolves when it is not open any more, or the run has ended. */
  readonly rested: () => Promise<void>;
};

export function createCircuit(options: CircuitOptions): Circuit {
  const { clock, threshold, probes, rest, signal, onChange } = options;
  let state: CircuitState = 'closed';
  let failures = 0;
  let failedProbes = 0;
  let resting = Promise.resolve();

  const become = (next: CircuitState): void => {
    const before = state;
    state = next;
    if (next !== before) onChange(next, before);
  };

  function openFor(retryAfter: number): void {
    become('open');
    const whole = Math.min(rest.ceiling, rest.base * 2 ** failedProbes);
    const pause = Math.max(retryAfter, whole * (0.5 + clock.random() / 2));
    const probe = (): void => {
      // An answer to what was under way may have closed it in the meantime.
      if (state === 'open') become('probing');
    };
    // The run is over when it is woken early: then nobody is waiting.
    resting = clock.sleep(Math.min(pause, rest.ceiling), signal).then(probe, () => {});
  }

  return {
    state: () => state,
    rested: () => resting,
    heard() {
      failures = 0;
      if (state === 'broken') return;
      failedProbes = 0;
      become('closed');
    },
    failed(retryAfter = 0) {
      if (state === 'closed') {
        failures += 1;
        if (failures >= threshold) openFor(retryAfter);
      } else if (state === 'probing') {
        failedProbes += 1;
        if (failedProbes >= probes) become('broken');
        else openFor(retryAfter);
      }
    },
  };
}
