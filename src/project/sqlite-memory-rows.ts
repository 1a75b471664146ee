import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { DepecheError } from '../model/errors.ts';

/** A row as SQLite gives it. */
export type Row = Record<string, SQLOutputValue>;

export function textIn(row: Row | undefined, column: string): string {
  return optionalTextIn(row, column) ?? broken(column);
}

export function optionalTextIn(row: Row | undefined, column: string): string | undefined {
  const value = row?.[column];
  if (value === null) return undefined;
  return typeof value === 'string' ? value : broken(column);
}

export function numberIn(row: Row | undefined, column: string): number {
  return optionalNumberIn(row, column) ?? broken(column);
}

export function optionalNumberIn(row: Row | undefined, column: string): number | undefined {
  const value = row?.[column];
  if (value === null) return undefined;
  return typeof value === 'number' ? value : broken(column);
}

export function bytesIn(row: Row | undefined, column: string): Uint8Array {
  const value = row?.[column];
  return value instanceof Uint8Array ? value : broken(column);
}

/** Numbers of 32 bits, in the byte order of the machine: the file never leaves it. */
export function numbersIn(row: Row | undefined, column: string): Int32Array {
  const bytes = bytesIn(row, column);
  if (bytes.byteLength % 4 !== 0) return broken(column);
  return new Int32Array(bytes.slice().buffer);
}

export function bytesOf(numbers: Int32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** The id that the next row of a table gets, of one whose ids are never used again. */
export function nextId(database: DatabaseSync, table: string): number {
  const row = database.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').get(table);
  return row ? numberIn(row, 'seq') + 1 : 1;
}

/**
 * Token numbers in as few bytes as each needs, seven bits in one: the commonest tokens have the smallest numbers.
 *
 * @returns bytes that are good until the next call
 */
export function packTokens(tokens: Int32Array): Uint8Array {
  if (packed.length < tokens.length * 5) packed = new Uint8Array(tokens.length * 10);
  let end = 0;
  for (const token of tokens) {
    let rest = token;
    for (; rest > 0x7f; rest >>>= 7) {
      packed[end] = (rest & 0x7f) | 0x80;
      end += 1;
    }
    packed[end] = rest;
    end += 1;
  }
  return packed.subarray(0, end);
}

/** One for all: a buffer for each sentence costs the garbage collector more than it costs to fill it. */
let packed = new Uint8Array(4096);

export function unpackTokens(bytes: Uint8Array): Int32Array {
  const tokens = new Int32Array(bytes.length);
  let count = 0;
  let token = 0;
  let shift = 0;
  for (const byte of bytes) {
    token |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte & 0x80) continue;
    tokens[count] = token;
    count += 1;
    token = 0;
    shift = 0;
  }
  return tokens.subarray(0, count);
}

export function broken(column: string): never {
  throw new DepecheError(
    'unreadable',
    `the index of the memory is damaged (${column}): delete it, the next run makes it anew`,
  );
}
