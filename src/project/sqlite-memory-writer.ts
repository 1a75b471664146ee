import type { DatabaseSync } from 'node:sqlite';
import type { MemoryEntry } from '../memory/entry.ts';
import { type EntryRow, entryWriter } from './sqlite-memory-entries.ts';
import { numberIn } from './sqlite-memory-rows.ts';
import { sentenceWriter } from './sqlite-memory-sentences.ts';

/**
 * How many entries are written together: enough to have nearly every neighbour at hand, and so few that they are gone again before the
 * garbage collector of Node takes them for what is there to stay. With 1024 it does, and the process takes more memory the longer it reads.
 */
const together = 256;

/** Writes entries into an index, many at a time. */
export type MemoryWriter = {
  /** @param file the id of its file; the entries of a file come one after the other */
  add(file: number, entry: MemoryEntry): void;
  /** Writes what was gathered. */
  flush(): void;
};

/** @param database in a transaction: what is kept here besides is right only if it is not rolled back */
export function memoryWriter(database: DatabaseSync): MemoryWriter {
  const label = labeller(database);
  const sentences = sentenceWriter(database, label);
  const writeEntries = entryWriter(database, label);
  const spans = database.prepare('UPDATE file SET first = min(first, ?), last = max(last, ?) WHERE id = ?');
  const waiting: EntryRow[] = [];
  const write = (): void => {
    sentences.write();
    const last = writeEntries(waiting);
    const first = last - waiting.length + 1;
    const ofFile = new Map<number, { first: number; last: number }>();
    for (const [place, { file }] of waiting.entries()) {
      const span = ofFile.get(file);
      ofFile.set(file, { first: span?.first ?? first + place, last: first + place });
    }
    for (const [file, span] of ofFile) spans.run(span.first, span.last, file);
    waiting.length = 0;
  };
  return {
    add(file, entry) {
      const { id, text } = sentences.sentenceOf(entry);
      waiting.push({ file, entry, sentence: id, sentenceText: text });
      if (waiting.length >= together) write();
    },
    flush() {
      write();
      sentences.finish();
    },
  };
}

/** Labels that were looked up are kept up to this many. */
const mostLabels = 50_000;

function labeller(database: DatabaseSync): (text: string) => number {
  const ids = new Map<string, number>();
  const find = database.prepare('SELECT id FROM label WHERE text = ?');
  const insert = database.prepare('INSERT INTO label (text) VALUES (?)');
  return (text) => {
    let id = ids.get(text);
    if (id === undefined) {
      const row = find.get(text);
      id = row ? numberIn(row, 'id') : Number(insert.run(text).lastInsertRowid);
      if (ids.size > mostLabels) ids.clear();
      ids.set(text, id);
    }
    return id;
  };
}
