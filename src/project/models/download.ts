import { open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { errorCodeOf, unwritable } from '../files.ts';
import type { Environment } from '../providers.ts';
import { shownAddress } from './address.ts';
import { type Patience, withPatience } from './patience.ts';
import { broken, get, TransferError } from './request.ts';
import { withoutStall } from './stall.ts';

export type Line = Patience & {
  readonly environment: Environment;
  /** Milliseconds in which a connection has to bring something. */
  readonly stall: number;
};

/** As many bytes further than ever before are progress: tries that brought them do not count as failures in a row. */
const progress = 64 * 1024;

/**
 * Brings a file of a known size into a pending download, and goes on where that ends. A server that does not know ranges, or has another
 * file by now, sends all of it anew.
 *
 * @param folder the pending download; its file is `data`
 * @param onBytes told of how many bytes of the file are there
 * @returns the path of the file; its size is right, its hash is to be proved
 * @throws DepecheError `refused`, `unreadable`, `unwritable`
 */
export async function download(
  url: URL,
  size: number,
  folder: string,
  { onBytes, ...line }: Line & { readonly onBytes: (bytes: number) => void },
): Promise<string> {
  const data = join(folder, 'data');
  let furthest = 0;
  await withPatience(async (moved) => {
    let there = await startAt(folder, size);
    onBytes(there);
    if (there === size) return;
    await withoutStall(line.stall, line.signal, async (signal, arrived) => {
      const answer = await ask(url, folder, there, { environment: line.environment, signal });
      there = await beginning(answer, url, folder, { at: there, size });
      for await (const end of append(answer, data, url, { at: there, size })) {
        arrived(end - there);
        there = end;
        onBytes(there);
        if (there - furthest < progress) continue;
        furthest = there;
        moved();
      }
    });
    if (there < size) throw new TransferError(`${shownAddress(url)} broke off`, { retryable: true });
  }, line);
  return data;
}

/** Where to go on: behind what is there, or at 0 where that cannot be the beginning of the file. */
async function startAt(folder: string, size: number): Promise<number> {
  const there = await stat(join(folder, 'data')).then(
    (found) => found.size,
    () => 0,
  );
  if (there <= size) return there;
  await forget(folder);
  return 0;
}

async function forget(folder: string): Promise<void> {
  for (const name of ['data', 'etag']) await rm(join(folder, name), { force: true });
}

async function ask(
  url: URL,
  folder: string,
  at: number,
  options: { environment: Environment; signal: AbortSignal },
): Promise<IncomingMessage> {
  if (at === 0) return get(url, {}, options);
  const etag = await readFile(join(folder, 'etag'), 'latin1').catch(() => '');
  const headers = { range: `bytes=${at}-`, ...(etag !== '' && { 'if-range': etag }) };
  try {
    return await get(url, headers, options);
  } catch (error) {
    if (error instanceof TransferError && error.status === 416) await forget(folder);
    throw error;
  }
}

/**
 * Where in the file an answer begins.
 *
 * @throws TransferError for a part of another file, or another part than was asked for: then all is forgotten
 */
async function beginning(
  answer: IncomingMessage,
  url: URL,
  folder: string,
  { at, size }: { readonly at: number; readonly size: number },
): Promise<number> {
  const { etag = '', 'content-range': range = '', 'content-length': length } = answer.headers;
  if (answer.statusCode === 206) {
    const known = await readFile(join(folder, 'etag'), 'latin1').catch(() => '');
    const found = /^bytes (?<first>\d+)-\d+\/(?<all>\d+|\*)$/u.exec(range)?.groups;
    const isNext = Number(found?.first) === at && (found?.all === '*' || Number(found?.all) === size);
    if (isNext && (known === '' || etag === '' || known === etag)) return at;
    answer.destroy();
    await forget(folder);
    throw new TransferError(`${shownAddress(url)} sends a part of another file`, { retryable: true });
  }
  if (length !== undefined && Number(length) !== size) {
    answer.destroy();
    throw new TransferError(`${shownAddress(url)} has ${length} bytes in place of ${size}`, {
      retryable: false,
    });
  }
  try {
    await forget(folder);
    await writeFile(join(folder, 'data'), '');
    // Only a strong one tells that the bytes are the same
    if (/^"[\x21\x23-\x7e]*"$/u.test(etag)) await writeFile(join(folder, 'etag'), etag, 'latin1');
  } catch (cause) {
    throw unwritable(folder, cause);
  }
  return 0;
}

/** Writes what comes behind what is there. Each time it tells how far the file reaches now. */
async function* append(
  answer: IncomingMessage,
  data: string,
  url: URL,
  { at, size }: { readonly at: number; readonly size: number },
): AsyncGenerator<number> {
  let there = at;
  await using file = await open(data, 'a').catch((cause: unknown) => {
    throw unwritable(data, cause);
  });
  for await (const piece of piecesOf(answer, url)) {
    if (there + piece.length > size) {
      await file.truncate(0);
      throw new TransferError(`${shownAddress(url)} sends more than ${size} bytes`, { retryable: false });
    }
    try {
      await file.appendFile(piece);
    } catch (cause) {
      throw unwritable(data, cause);
    }
    there += piece.length;
    yield there;
  }
}

async function* piecesOf(answer: IncomingMessage, url: URL): AsyncGenerator<Uint8Array> {
  try {
    yield* answer;
  } catch (cause) {
    throw errorCodeOf(cause) === undefined ? cause : broken(url, cause);
  }
}

/**
 * A text, whole.
 *
 * @throws DepecheError `refused`, `unreadable`
 */
export async function downloadText(url: URL, maxBytes: number, line: Line): Promise<string> {
  return withPatience(
    () =>
      withoutStall(line.stall, line.signal, async (signal, arrived) => {
        const answer = await get(url, {}, { environment: line.environment, signal });
        const pieces: Uint8Array[] = [];
        let bytes = 0;
        for await (const piece of piecesOf(answer, url)) {
          bytes += piece.length;
          arrived(piece.length);
          if (bytes > maxBytes) {
            throw new TransferError(`${shownAddress(url)} is larger than ${maxBytes} bytes`, {
              retryable: false,
            });
          }
          pieces.push(piece);
        }
        return Buffer.concat(pieces).toString('utf8');
      }),
    line,
  );
}
