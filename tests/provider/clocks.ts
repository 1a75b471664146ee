import type { Clock } from '../../src/provider/clock.ts';

/** A clock that never waits and remembers for how long it was asked to. */
export function instantClock(random = 0.5): Clock & { readonly slept: readonly number[] } {
  const slept: number[] = [];
  return {
    slept,
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted();
      slept.push(milliseconds);
    },
    random: () => random,
  };
}
