import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCodeOf, syncFolder, temporaryName, unwritable } from './files.ts';

/** A long file on its way to its place: written beside it a piece at a time, and put there when it is whole. */
export type PendingFile = {
  write(piece: string): void;
  /** Makes sure that all of it is on the disk. */
  finish(): void;
  /** Where it lies until it is placed. */
  readonly temporary: string;
  /** Compares it with the file that is at its place. */
  compare(): 'same' | 'other' | 'none';
  /** Puts it in its place; what was there is gone. */
  place(): Promise<void>;
  /** Takes it away, unless it has been placed. */
  discard(): void;
};

/** How much is gathered before it is written, in bytes. */
const gathered = 1024 * 1024;
/** A UTF-16 unit takes at most as many bytes in UTF-8. */
const bytesEach = 3;

/** @throws DepecheError `unwritable` from all it does */
export function createPendingFile(path: string): PendingFile {
  const temporary = join(dirname(path), temporaryName(basename(path)));
  const attempt = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (cause) {
      throw unwritable(path, cause);
    }
  };
  let file: number | undefined = attempt(() => {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(temporary, 'wx');
  });
  const waiting = Buffer.allocUnsafe(gathered);
  let filled = 0;
  const put = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length && file !== undefined; ) at += writeSync(file, bytes, at);
  };
  const flush = (): void => {
    put(waiting.subarray(0, filled));
    filled = 0;
  };
  const close = (): void => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  return {
    temporary,
    write(piece) {
      const most = piece.length * bytesEach;
      if (filled + most > gathered) attempt(flush);
      if (most > gathered) attempt(() => put(Buffer.from(piece)));
      else filled += waiting.write(piece, filled);
    },
    finish() {
      attempt(() => {
        flush();
        if (file !== undefined) fsyncSync(file);
        close();
      });
    },
    compare: () => attempt(() => compareFiles(temporary, path)),
    async place() {
      attempt(() => renameSync(temporary, path));
      await syncFolder(dirname(path));
    },
    discard() {
      close();
      rmSync(temporary, { force: true });
    },
  };
}

/**
 * Writes a long text to its place, whole or not at all. A file that already has these very bytes is not touched.
 *
 * @throws DepecheError `unwritable`; and whatever making the pieces throws. The old file is then still whole
 */
export async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  const pending = createPendingFile(path);
  try {
    for (const piece of pieces) pending.write(piece);
    pending.finish();
    if (pending.compare() !== 'same') await pending.place();
  } finally {
    pending.discard();
  }
}

function compareFiles(left: string, right: string): 'same' | 'other' | 'none' {
  try {
    if (statSync(left).size !== statSync(right).size) return 'other';
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return 'none';
    throw error;
  }
  const files = [openSync(left, 'r'), openSync(right, 'r')];
  const buffers = files.map(() => Buffer.alloc(64 * 1024));
  try {
    for (;;) {
      const [ours, theirs] = files.map((file, at) => {
        const buffer = buffers[at] ?? Buffer.alloc(0);
        return buffer.subarray(0, readSync(file, buffer));
      });
      if (!ours || !theirs?.equals(ours)) return 'other';
      if (ours.length === 0) return 'same';
    }
  } finally {
    for (const file of files) closeSync(file);
  }
}
