import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'threads',
    // By itself the runner leaves one core idle, which on two is half of the machine.
    maxWorkers: '100%',
    // Files share modules and what V8 has compiled, which is half of the work: a test puts back what it changes of the process.
    isolate: false,
    testTimeout: 20_000,
  },
});
