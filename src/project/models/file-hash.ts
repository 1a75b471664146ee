import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { unreadable } from '../files.ts';

/**
 * The SHA-256 of a file, in hexadecimal. It is read in pieces.
 *
 * @throws DepecheError `unreadable`; the reason of the signal when that aborts
 */
export async function hashOfFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path, { signal })) hash.update(piece);
  } catch (cause) {
    signal?.throwIfAborted();
    throw unreadable(path, cause);
  }
  return hash.digest('hex');
}
