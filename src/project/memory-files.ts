import { readFileSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { entriesOf } from '../memory/entries-of.ts';
import type { MemoryEntry } from '../memory/entry.ts';
import { tmxEntries } from '../memory/tmx.ts';
import { DepecheError } from '../model/errors.ts';
import { readMaster } from '../xliff/read-master.ts';
import { textOf, xmlPiecesOf } from './files.ts';
import { localesFolder, stateFolder } from './layout.ts';
import { pathsLike } from './paths-like.ts';
import type { Project } from './project.ts';
import { type MemoryIndex, openMemoryIndex } from './sqlite-memory.ts';
import type { MemoryFile } from './sqlite-memory-sync.ts';

/**
 * The memory of a project: its TMX files and what people reviewed in its masters, behind an index that is brought up to date here.
 *
 * @param tell see {@link telling}
 * @throws DepecheError `invalid`, with the place, for a TMX file that does not hold; `unwritable` for the index
 */
export function openMemory(project: Project, tell?: (read: number) => void): MemoryIndex {
  const index = openMemoryAsItIs(project);
  try {
    const files = filesOfMemory(project);
    index.sync(tell ? telling(files, tell) : files);
    return index;
  } catch (error) {
    index.close();
    throw error;
  }
}

/** The index of a project as the last run left it. */
export function openMemoryAsItIs({ root }: Project): MemoryIndex {
  return openMemoryIndex(join(root, stateFolder, 'memory.sqlite'));
}

/**
 * Brings the index of a project up to its files.
 *
 * @param ahead entries that stand in place of what masters have, by their paths; the next sync reads those masters again
 * @throws DepecheError as {@link openMemory} does
 */
export function syncMemory(
  index: MemoryIndex,
  project: Project,
  ahead: ReadonlyMap<string, readonly MemoryEntry[]> = new Map(),
): void {
  index.sync(filesOfMemory(project, ahead));
}

/** How many entries are read until it is told again. */
const toldEach = 5000;

/** The same files, that tell now and then how many entries were read from all of them: a long memory takes its time. */
export function telling(files: readonly MemoryFile[], tell: (read: number) => void): MemoryFile[] {
  let read = 0;
  return files.map((file) => ({
    ...file,
    *entries() {
      for (const entry of file.entries()) {
        read += 1;
        if (read % toldEach === 0) tell(read);
        yield entry;
      }
    },
  }));
}

/** All that the memory of a project is read from: its TMX files, and its masters or what stands in place of them. */
export function filesOfMemory(
  project: Project,
  ahead: ReadonlyMap<string, readonly MemoryEntry[]> = new Map(),
): MemoryFile[] {
  return [
    ...tmxFiles(project).map((name) =>
      memoryFile(project, name, () => tmxEntries(xmlPiecesOf(join(project.root, name), name), name)),
    ),
    ...masters(project).map((name) => {
      const entries = ahead.get(name);
      return entries
        ? { name, hash: 'ahead of its file', entries: () => entries }
        : memoryFile(project, name, () => entriesOfMaster(project, name));
    }),
  ];
}

/** The TMX files of the project, as paths in it. */
export function tmxFiles({ root, config }: Project): string[] {
  return [...new Set(config.memory.flatMap((pattern) => pathsLike(root, pattern)))].sort();
}

function masters({ root }: Project): string[] {
  return pathsLike(root, `${localesFolder}/*/*.xlf`).sort();
}

/** A file is read again when its size or its time of change differ: hashing every master in each run would cost more than it saves. */
function memoryFile({ root }: Project, name: string, entries: () => Iterable<MemoryEntry>): MemoryFile {
  return { name, hash: fingerprintOf(statSync(join(root, name))), entries };
}

export function fingerprintOf({ size, mtimeMs }: Pick<Stats, 'size' | 'mtimeMs'>): string {
  return `${size} ${mtimeMs}`;
}

function entriesOfMaster(project: Project, name: string): MemoryEntry[] {
  try {
    const text = textIn(project, name);
    if (!/\bstate\s*=\s*["'](?:reviewed|final)/u.test(text)) return [];
    return entriesOf(readMaster(text, name), name);
  } catch (error) {
    // A damaged master is reported with its own story; it must not keep all the others from the memory.
    if (error instanceof DepecheError) return [];
    throw error;
  }
}

function textIn({ root }: Project, name: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(root, name));
  } catch (cause) {
    throw new DepecheError('unreadable', 'cannot be read', { cause, place: { file: name } });
  }
  return textOf(bytes, name);
}
