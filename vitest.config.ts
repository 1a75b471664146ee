import { defineConfig } from 'vitest/config';

export default defineConfig({
  // By itself the runner leaves one core idle, which on two is half of the machine.
  test: { include: ['tests/**/*.test.ts'], pool: 'threads', maxWorkers: '100%', testTimeout: 20_000 },
});
