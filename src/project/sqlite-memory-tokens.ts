import type { DatabaseSync } from 'node:sqlite';
import type { TokenOrder } from '../memory/token-order.ts';
import { numberIn, optionalNumberIn } from './sqlite-memory-rows.ts';

/** The tokens of an index by their numbers, and what gives numbers to new ones. */
export type TokenNumbers = TokenOrder & {
  size(): number;
  /** @param fresh tokens that have no number yet, in the order of those they are to get */
  learn(fresh: readonly string[]): void;
};

/** Tokens that were looked up are kept up to this many: those of a language that are in use, but not every name of a long memory. */
const mostKept = 200_000;

export function tokenNumbers(database: DatabaseSync): TokenNumbers {
  const numbers = new Map<string, number>();
  const find = database.prepare('SELECT number FROM token WHERE text = ?');
  const insert = database.prepare('INSERT INTO token (number, text) VALUES (?, ?)');
  let size = optionalNumberIn(database.prepare('SELECT max(number) AS size FROM token').get(), 'size') ?? 0;
  return {
    size: () => size,
    numberOf(token) {
      const known = numbers.get(token);
      if (known !== undefined || numbers.size === size) return known;
      const row = find.get(token);
      if (!row) return undefined;
      const number = numberIn(row, 'number');
      numbers.set(token, number);
      return number;
    },
    learn(fresh) {
      if (numbers.size > mostKept) numbers.clear();
      for (const token of fresh) {
        size += 1;
        insert.run(size, token);
        numbers.set(token, size);
      }
    },
  };
}
