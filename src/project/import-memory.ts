import { statSync } from 'node:fs';
import { basename, extname, join, normalize } from 'node:path';
import type { MemoryEntry } from '../memory/entry.ts';
import { tmxEntries } from '../memory/tmx.ts';
import { tmxPieces } from '../memory/tmx-write.ts';
import { DepecheError } from '../model/errors.ts';
import { sweepTemporaryFiles, xmlPiecesOf } from './files.ts';
import { memoryFolder } from './layout.ts';
import {
  filesOfMemory,
  fingerprintOf,
  openMemoryAsItIs,
  syncMemory,
  telling,
  tmxFiles,
} from './memory-files.ts';
import { createPendingFile, type PendingFile } from './pending-file.ts';
import type { Project } from './project.ts';

/** A TMX file to take over. */
export type TmxToImport = {
  /** Where it lies. */
  readonly path: string;
  /** How it is called in errors. */
  readonly name: string;
};

/** What became of it. */
export type ImportedTmx = {
  readonly file: string;
  /** Where it lies now, as a path in the project. */
  readonly to: string;
  readonly entries: number;
  /** Whether a pattern of the configuration finds it there. */
  readonly used: boolean;
};

/**
 * Takes TMX files of others over, each as a file of its own in `locales/memory/`, and into the index. Each is read once, in pieces:
 * what is read is written and indexed at the same time, so a file of any length takes the same memory. All of them or none.
 *
 * @param tell see {@link telling}
 * @throws DepecheError `invalid` or `unreadable`, with the place, for a file that does not hold; `usage` where a memory of that name and
 *   another content is there; `unwritable`. Nothing is changed then
 */
export async function importMemory(
  project: Project,
  files: readonly TmxToImport[],
  toolVersion: string,
  tell: (read: number) => void = () => {},
): Promise<ImportedTmx[]> {
  await sweepTemporaryFiles(join(project.root, memoryFolder));
  const imports = files.map((file) => openImport(project, file, toolVersion));
  try {
    const index = openMemoryAsItIs(project);
    try {
      for (const { to, name } of imports) {
        if (imports.some((other) => other.to === to && other.name !== name)) throw taken(to, name);
      }
      const names = new Set(imports.map(({ to }) => to));
      const others = filesOfMemory(project).filter(({ name }) => !names.has(normalize(name)));
      index.sync(telling([...others, ...imports.map(asFile)], tell));
      for (const { pending } of imports) await pending.place();
      const used = new Set(tmxFiles(project).map(normalize));
      if (imports.some(({ to }) => !used.has(to))) syncMemory(index, project);
      return imports.map(({ name, to, count }) => ({ file: name, to, entries: count(), used: used.has(to) }));
    } finally {
      index.close();
    }
  } finally {
    for (const { pending } of imports) pending.discard();
  }
}

type Import = {
  readonly name: string;
  readonly to: string;
  readonly pending: PendingFile;
  /** Reads the file, writes it as it is to lie in the project, and gives its entries as they are read. */
  entries(): Generator<MemoryEntry>;
  count(): number;
};

function openImport(project: Project, { path, name }: TmxToImport, toolVersion: string): Import {
  const to = `${memoryFolder}/${basename(name, extname(name))}.tmx`;
  const pending = createPendingFile(join(project.root, to));
  const { source } = project.config;
  let count = 0;
  return {
    name,
    to,
    pending,
    count: () => count,
    *entries() {
      const latest: MemoryEntry[] = [];
      const read = function* () {
        for (const entry of tmxEntries(xmlPiecesOf(path, name), name, { source, from: to })) {
          count += 1;
          latest.push(entry);
          yield entry;
        }
      };
      for (const piece of tmxPieces(read(), { source, toolVersion })) {
        pending.write(piece);
        yield* latest.splice(0);
      }
      pending.finish();
      if (pending.compare() === 'other') throw taken(to, name);
    },
  };
}

/** A file for the index whose hash is that of what is written while it is read. */
function asFile({ to, pending, entries }: Import) {
  return { name: to, hash: '', entries, hashOnceRead: () => fingerprintOf(statSync(pending.temporary)) };
}

function taken(to: string, file: string): DepecheError {
  const message = `there is another memory of this name: rename the file, or delete ${to} first; nothing was written`;
  return new DepecheError('usage', message, { place: { file } });
}
