import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { MemoryEntry } from '../memory/entry.ts';
import { type Property, propertiesOf, provenanceOf } from '../memory/provenance-properties.ts';
import { DepecheError } from '../model/errors.ts';

/** A row as SQLite gives it. */
export type Row = Record<string, SQLOutputValue>;

/** The columns of an entry behind its file and its sentence, in the order in which the statement that writes them has them. */
export const entryColumns = [
  'source',
  'target',
  'source_text',
  'target_text',
  'previous',
  'next',
  'provenance',
  'approved_by',
  'approved_at',
] as const;

export function valuesOf(entry: MemoryEntry): SQLInputValue[] {
  return [
    entry.source,
    entry.target,
    entry.sourceText,
    entry.targetText,
    entry.previous ?? null,
    entry.next ?? null,
    JSON.stringify(propertiesOf(entry.provenance)),
    entry.by ?? null,
    entry.at ?? null,
  ];
}

/** @param row the columns of an entry, and the `name` of its file */
export function entryFrom(row: Row): MemoryEntry {
  const [previous, next] = [optionalTextIn(row, 'previous'), optionalTextIn(row, 'next')];
  const [by, at] = [optionalTextIn(row, 'approved_by'), optionalTextIn(row, 'approved_at')];
  const provenance = provenanceOf(propertiesIn(textIn(row, 'provenance')));
  return {
    source: textIn(row, 'source'),
    target: textIn(row, 'target'),
    sourceText: textIn(row, 'source_text'),
    targetText: textIn(row, 'target_text'),
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
    provenance: provenance ?? broken('provenance'),
    ...(by !== undefined && { by }),
    ...(at !== undefined && { at }),
    from: textIn(row, 'name'),
  };
}

export function textIn(row: Row | undefined, column: string): string {
  return optionalTextIn(row, column) ?? broken(column);
}

export function numberIn(row: Row | undefined, column: string): number {
  const value = row?.[column];
  return typeof value === 'number' ? value : broken(column);
}

/** Tokens are kept as their numbers in 32 bits each, in the byte order of the machine: the file never leaves it. */
export function tokensIn(row: Row | undefined, column: string): Int32Array {
  const value = row?.[column];
  if (!(value instanceof Uint8Array) || value.byteLength % 4 !== 0) return broken(column);
  return new Int32Array(value.slice().buffer);
}

export function bytesOf(tokens: Int32Array): Uint8Array {
  return new Uint8Array(tokens.buffer, tokens.byteOffset, tokens.byteLength);
}

function optionalTextIn(row: Row | undefined, column: string): string | undefined {
  const value = row?.[column];
  if (value === null) return undefined;
  return typeof value === 'string' ? value : broken(column);
}

function propertiesIn(json: string): Property[] {
  const value: unknown = JSON.parse(json);
  if (!Array.isArray(value)) return broken('provenance');
  return value.map((pair: unknown): Property => {
    const [type, text]: unknown[] = Array.isArray(pair) ? pair : [];
    return typeof type === 'string' && typeof text === 'string' ? [type, text] : broken('provenance');
  });
}

function broken(column: string): never {
  throw new DepecheError(
    'unreadable',
    `the index of the memory is damaged (${column}): delete it, the next run makes it anew`,
  );
}
