import type { DatabaseSync } from 'node:sqlite';
import type { MemoryEntry } from '../memory/entry.ts';
import { findMatches, type SentenceIndex } from '../memory/sentence-index.ts';
import type { MemoryCount, MemoryStore } from '../memory/store.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { compareText } from '../text/compare.ts';
import { blockOpener } from './sqlite-memory-blocks.ts';
import { type EntryReader, entryReader } from './sqlite-memory-entries.ts';
import { numberIn, textIn } from './sqlite-memory-rows.ts';
import { guarded, openDatabase } from './sqlite-memory-schema.ts';
import { applySync, type MemoryFile, planSync, type SyncReport } from './sqlite-memory-sync.ts';
import { concordanceIn, indexWords } from './sqlite-memory-words.ts';

/** The memory of a project as an index on disk. It holds nothing of its own and may be deleted at any time. */
export type MemoryIndex = MemoryStore & {
  /**
   * Brings the index up to the files: reads those that are new or have another hash, and drops those that are not named any more.
   * One transaction: a run that dies leaves the index as it was. An index that is up to date is not written to.
   *
   * @throws DepecheError `unwritable`; and whatever reading a file throws
   */
  sync(files: readonly MemoryFile[]): SyncReport;
  /**
   * Indexes the words of what is new, which {@link MemoryStore.concordance} does where it was not done: of a million entries it takes its
   * time.
   *
   * @param tell told now and then how many entries are done
   */
  indexWords(tell?: (done: number) => void): void;
  /** The same entries as {@link MemoryStore.entries}, for whoever writes them as they come. */
  entriesNow(): Iterable<MemoryEntry>;
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
  const entries = entryReader(database);
  let index = sentenceIndexIn(database, entries);
  return {
    sync(files) {
      const { changed, gone, read, kept, dropped } = guarded(path, () => planSync(database, files));
      if (read + dropped > 0) {
        guarded(path, () => applySync(database, { changed, gone }));
        index = sentenceIndexIn(database, entries);
      }
      return { read, kept, dropped };
    },
    async find(query) {
      return guarded(path, () => (holdsNothing(index, query.source) ? [] : findMatches(index, query)));
    },
    async concordance(query) {
      return guarded(path, () => concordanceIn(database, entries, query));
    },
    indexWords(tell) {
      guarded(path, () => indexWords(database, tell));
    },
    async *entries() {
      for (const { entry } of entries.all()) yield entry;
    },
    *entriesNow() {
      for (const { entry } of entries.all()) yield entry;
    },
    async stats() {
      return guarded(path, () => countsIn(database));
    },
    close: () => database.close(),
  };
}

/** A young project has no memory yet, and to make a sentence ready for a search is most of the search. */
function holdsNothing(index: SentenceIndex, source: Locale): boolean {
  const [first] = index.blocks(languageOf(source));
  return first === undefined;
}

function sentenceIndexIn(database: DatabaseSync, entries: EntryReader): SentenceIndex {
  /** Those that were asked for: a number never changes, and a sync, which may give one to a token that had none, begins anew. */
  const numbers = new Map<string, number | undefined>();
  const number = database.prepare('SELECT number FROM token WHERE text = ?');
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
    blocks: blockOpener(database, entries),
  };
}

function countsIn(database: DatabaseSync): MemoryCount[] {
  return database
    .prepare(
      `SELECT name, source.text AS source, target.text AS target, entries
       FROM (SELECT file, source, target, COUNT(*) AS entries FROM entry GROUP BY file, source, target) counted
       JOIN file ON file.id = counted.file JOIN label source ON source.id = counted.source
       JOIN label target ON target.id = counted.target`,
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
