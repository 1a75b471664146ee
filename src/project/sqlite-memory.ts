import type { DatabaseSync } from 'node:sqlite';
import { concordanceOf } from '../memory/concordance.ts';
import { type MemoryEntry, servesTarget } from '../memory/entry.ts';
import { sentenceOf } from '../memory/sentence.ts';
import { findMatches, type SentenceIndex } from '../memory/sentence-index.ts';
import type { ConcordanceHit, MemoryCount, MemoryStore } from '../memory/store.ts';
import { compareText } from '../text/compare.ts';
import { entryFrom, numberIn, textIn, tokensIn } from './sqlite-memory-rows.ts';
import { guarded, openDatabase } from './sqlite-memory-schema.ts';
import { applySync, type MemoryFile, planSync, readingsOf, type SyncReport } from './sqlite-memory-sync.ts';

/** The memory of a project as an index on disk. It holds nothing of its own and may be deleted at any time. */
export type MemoryIndex = MemoryStore & {
  /**
   * Brings the index up to the files: reads those that are new or have another hash, and drops those that are not named any more.
   * One transaction: a run that dies leaves the index as it was. An index that is up to date is not written to.
   *
   * @throws DepecheError `unwritable`; and whatever reading a file throws
   */
  sync(files: readonly MemoryFile[]): SyncReport;
  close(): void;
};

/**
 * Opens the index of a project's memory, on `node:sqlite`, and makes it where there is none or none that can be used.
 *
 * @param path where it is kept: `.depeche/memory.sqlite`; folders are made. `:memory:` keeps it nowhere
 * @throws DepecheError `unwritable` where the place cannot be written to
 */
export function openMemoryIndex(path: string): MemoryIndex {
  const database = openDatabase(path);
  let index = sentenceIndexIn(database);
  return {
    sync(files) {
      const { changed, gone, read, kept, dropped } = guarded(path, () => planSync(database, files));
      if (read + dropped > 0) {
        const readings = changed.map((file) => ({ file, readings: readingsOf(file) }));
        guarded(path, () => applySync(database, { changed, gone }, readings));
        index = sentenceIndexIn(database);
      }
      return { read, kept, dropped };
    },
    async find(query) {
      return guarded(path, () => findMatches(index, query));
    },
    async concordance(query) {
      return guarded(path, () => {
        const hits: ConcordanceHit[] = [];
        const test = concordanceOf(query);
        for (const entry of entriesIn(database)) {
          if (hits.length >= query.limit) break;
          const hit = test(entry);
          if (hit) hits.push(hit);
        }
        return hits;
      });
    },
    async *entries() {
      yield* entriesIn(database);
    },
    async stats() {
      return guarded(path, () => countsIn(database));
    },
    close: () => database.close(),
  };
}

function sentenceIndexIn(database: DatabaseSync): SentenceIndex {
  /** Those that were asked for: a number never changes, and a sync, which may give one to a token that had none, begins anew. */
  const numbers = new Map<string, number | undefined>();
  const number = database.prepare('SELECT number FROM token WHERE text = ?');
  const posting = database.prepare('SELECT sentence FROM posting WHERE token = ? AND length BETWEEN ? AND ?');
  const sentence = database.prepare('SELECT language, wording, tokens FROM sentence WHERE id = ?');
  const entries = database.prepare(
    'SELECT entry.*, file.name FROM entry JOIN file ON file.id = entry.file WHERE sentence = ? ORDER BY entry.id',
  );
  return {
    order: {
      numberOf(token) {
        if (!numbers.has(token)) {
          const row = number.get(token);
          numbers.set(token, row && numberIn(row, 'number'));
        }
        return numbers.get(token);
      },
    },
    withToken: (token, { shortest, longest }) =>
      posting.all(token, shortest, longest).map((row) => numberIn(row, 'sentence')),
    sentence(id) {
      const row = sentence.get(id);
      const wording = textIn(row, 'wording');
      return { language: textIn(row, 'language'), sentence: sentenceOf(wording, tokensIn(row, 'tokens')) };
    },
    entriesOf: (id, target) =>
      entries
        .all(id)
        .filter((row) => servesTarget(textIn(row, 'target'), target))
        .map(entryFrom),
  };
}

function* entriesIn(database: DatabaseSync): Generator<MemoryEntry> {
  const files = database.prepare('SELECT id, name FROM file').all();
  files.sort((left, right) => compareText(textIn(left, 'name'), textIn(right, 'name')));
  const entries = database.prepare(
    'SELECT entry.*, file.name FROM entry JOIN file ON file.id = entry.file WHERE file.id = ? ORDER BY entry.id',
  );
  for (const file of files) {
    for (const row of entries.iterate(numberIn(file, 'id'))) yield entryFrom(row);
  }
}

function countsIn(database: DatabaseSync): MemoryCount[] {
  return database
    .prepare(
      `SELECT file.name, source, target, COUNT(*) AS entries
       FROM entry JOIN file ON file.id = entry.file GROUP BY file.id, source, target`,
    )
    .all()
    .map((row) => ({
      from: textIn(row, 'name'),
      source: textIn(row, 'source'),
      target: textIn(row, 'target'),
      entries: numberIn(row, 'entries'),
    }))
    .sort(
      (left, right) =>
        compareText(left.from, right.from) ||
        compareText(left.source, right.source) ||
        compareText(left.target, right.target),
    );
}
