import { defineConfig } from 'vitest/config';

/** Proofs that take minutes, need root, or kill processes: `npm run test:proofs`. */
export default defineConfig({
  test: { include: ['tests/proofs/**/*.proof.ts'], testTimeout: 300_000, fileParallelism: false },
});
