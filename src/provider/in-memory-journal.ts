import type { Journal } from './journal.ts';

/** A journal that lasts as long as the process: for tests, and for browsers that keep paid answers some other way. */
export function createInMemoryJournal(): Journal {
  const answers = new Map<string, string>();
  return {
    async lookUp(keys) {
      const found = new Map<string, string>();
      for (const key of keys) {
        const answer = answers.get(key);
        if (answer !== undefined) found.set(key, answer);
      }
      return found;
    },
    async record(entries) {
      for (const { key, answer } of entries) answers.set(key, answer);
    },
    async close() {},
  };
}
