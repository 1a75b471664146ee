import { type Clock, systemClock } from '../../src/provider/clock.ts';

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

/** A clock on which `interval` passes in some milliseconds, and which counts how often it has. */
export function hastyClock(interval: number): Clock & { passed(): number } {
  let passed = 0;
  return {
    ...systemClock,
    passed: () => passed,
    async sleep(milliseconds, signal) {
      if (milliseconds !== interval) return systemClock.sleep(milliseconds, signal);
      await systemClock.sleep(10, signal);
      passed += 1;
    },
  };
}
