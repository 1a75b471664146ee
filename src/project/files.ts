import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DepecheError } from '../model/errors.ts';

/** The code of an error of the system: `ENOENT`, `ENOSPC`, … */
export function errorCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * The text of a file of the project.
 *
 * @param name how the file is called in errors
 * @returns undefined where there is none
 * @throws DepecheError `unreadable`
 */
export async function readTextIfThere(path: string, name = path): Promise<string | undefined> {
  const bytes = await readIfThere(path, name);
  return bytes && textOf(bytes, name);
}

async function readIfThere(path: string, name: string): Promise<Buffer | undefined> {
  try {
    // A file of a project is read in less time than a promise of it goes round
    return readFileSync(path);
  } catch (cause) {
    if (errorCodeOf(cause) === 'ENOENT') return undefined;
    throw unreadable(name, cause);
  }
}

/**
 * What people and their tools save: UTF-8, or UTF-16 with its byte order mark; the mark is no part of the text. Anything else is
 * refused, for one wrong letter in a name would go out to readers.
 *
 * @param name how the file is called in errors
 * @throws DepecheError `unreadable`
 */
export function textOf(bytes: Uint8Array, name: string): string {
  return decoderOf(bytes, name)(bytes);
}

function decoderOf(
  bytes: Uint8Array,
  name: string,
): (part: Uint8Array, options?: { stream: true }) => string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (part, options) => {
    try {
      return decoder.decode(part, options);
    } catch (cause) {
      throw new DepecheError('unreadable', `is not ${encoding.toUpperCase()}: save it as UTF-8`, {
        cause,
        place: { file: name },
      });
    }
  };
}

/**
 * @param name how the file is called in errors
 * @throws DepecheError `unreadable`
 */
export async function readBytes(path: string, maxBytes: number, name = path): Promise<Uint8Array> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    refuseLarger(size, maxBytes, name);
    return await file.readFile();
  } catch (cause) {
    throw cause instanceof DepecheError ? cause : unreadable(name, cause);
  }
}

/**
 * The text of an XML file as other tools write it.
 *
 * @param name how the file is called in errors
 * @throws DepecheError `unreadable`
 */
export async function readXmlText(path: string, name: string, maxBytes: number): Promise<string> {
  return textOf(await readBytes(path, maxBytes, name), name);
}

/** In bytes. */
const pieceSize = 64 * 1024;

/**
 * The same in pieces, read and decoded one after the other: a large file is never whole in memory. They can be gone through again.
 *
 * @param name how the file is called in errors
 * @param maxBytes how large it may be; where it is not given, of any size
 * @throws DepecheError `unreadable`, with the first piece or a later one
 */
export function xmlPiecesOf(
  path: string,
  name: string,
  maxBytes = Number.POSITIVE_INFINITY,
): Iterable<string> {
  return { [Symbol.iterator]: () => readPieces(path, name, maxBytes) };
}

function* readPieces(path: string, name: string, maxBytes: number): Generator<string> {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    refuseLarger(fstatSync(file).size, maxBytes, name);
    const bytes = new Uint8Array(pieceSize);
    let decode: ReturnType<typeof decoderOf> | undefined;
    for (let length = readSync(file, bytes); length > 0; length = readSync(file, bytes)) {
      const piece = bytes.subarray(0, length);
      decode ??= decoderOf(piece, name);
      yield decode(piece, { stream: true });
    }
    yield decode?.(new Uint8Array()) ?? '';
  } catch (cause) {
    throw cause instanceof DepecheError ? cause : unreadable(name, cause);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function refuseLarger(size: number, maxBytes: number, name: string): void {
  if (size <= maxBytes) return;
  const message = `has ${size} bytes, more than the ${maxBytes} that are read`;
  throw new DepecheError('unreadable', message, { place: { file: name } });
}

/** What to tell where a file or a folder cannot be read. */
export function unreadable(name: string, cause: unknown): DepecheError {
  return new DepecheError('unreadable', unreadableReason(errorCodeOf(cause) ?? String(cause)), {
    cause,
    place: { file: name },
  });
}

function unreadableReason(code: string): string {
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'is a folder, not a file';
    default:
      return `cannot be read (${code})`;
  }
}

/**
 * Writes texts, or bytes, to their paths, each whole or not at all: to a temporary file beside its place, synced, and renamed; the folders are
 * synced at the end. A file that already has these very bytes is not touched.
 *
 * @returns the paths that were written
 * @throws DepecheError `unwritable`; the old file is then still whole
 */
export async function writeFiles(files: ReadonlyMap<string, string | Uint8Array>): Promise<string[]> {
  const written = (
    await Promise.all(
      [...files].map(async ([path, text]) => ((await writeIfChanged(path, text)) ? [path] : [])),
    )
  ).flat();
  await Promise.all([...new Set(written.map((path) => dirname(path)))].map(syncFolder));
  return written;
}

async function writeIfChanged(path: string, content: string | Uint8Array): Promise<boolean> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  if ((await readIfThere(path, path))?.equals(bytes)) return false;
  const temporary = join(dirname(path), temporaryName(basename(path)));
  try {
    await mkdir(dirname(path), { recursive: true });
    try {
      await using file = await open(temporary, 'wx');
      await file.writeFile(bytes);
      await file.sync();
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await rename(temporary, path);
    return true;
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

/** What to tell where a place cannot be written to. */
export function unwritable(path: string, cause: unknown): DepecheError {
  const message = `cannot be written (${reasonOf(cause)}); what was there before is untouched`;
  return new DepecheError('unwritable', message, { cause, place: { file: path } });
}

function reasonOf(cause: unknown): string {
  switch (errorCodeOf(cause)) {
    case 'ENOSPC':
      return 'the disk is full';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'the folder is read-only';
    case 'EEXIST':
    case 'ENOTDIR':
      return 'a file stands where a folder should';
    default:
      return errorCodeOf(cause) ?? String(cause);
  }
}

/** Makes sure that what was renamed in a folder stays so. */
export async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}

const temporaryPattern = /^\..+\.(?<pid>\d+)-[0-9a-f]{8}\.tmp$/u;

/** Temporary files tell which process made them, so that what a killed run left behind can be told from what a live one needs. */
export function temporaryName(name: string): string {
  // `node:crypto` would be loaded by every run, and most write nothing
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `.${name}.${process.pid}-${number.toString(16).padStart(8, '0')}.tmp`;
}

/** Removes the temporary files that killed runs left in a folder. */
export async function sweepTemporaryFiles(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    const pid = temporaryPattern.exec(name)?.groups?.pid;
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

/** Whether a process of this machine lives. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCodeOf(error) === 'EPERM';
  }
}
