import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { DepecheError } from '../../model/errors.ts';
import { errorCodeOf, unwritable } from '../files.ts';
import { mostBytes } from './manifest.ts';

/** A file as it ought to be when it is written. */
export type Expected = { readonly name: string; readonly sha256: string; readonly size?: number };

/**
 * Writes a file anew from another one, packed or as it is, in pieces, and syncs it. It ends at the first byte too many.
 *
 * @param from the file, packed with Zstandard where `packed` says so
 * @param to a path at which nothing stands
 * @returns its size, in bytes
 * @throws DepecheError `invalid` where it is not what was expected, `unwritable`, `unreadable`; the reason of the signal when that aborts.
 * What was written is the caller's to remove
 */
export async function writeExpected(
  from: string,
  to: string,
  { name, sha256, size }: Expected,
  { packed, signal }: { readonly packed: boolean; readonly signal: AbortSignal },
): Promise<number> {
  const hash = createHash('sha256');
  const most = size ?? mostBytes;
  let written = 0;
  const measured = new Transform({
    transform(piece: Uint8Array, _, done) {
      written += piece.length;
      if (written > most) {
        done(new DepecheError('invalid', `${name} is larger than the ${most} bytes it may have`));
        return;
      }
      hash.update(piece);
      done(null, piece);
    },
  });
  const sink = createWriteStream(to, { flags: 'wx', flush: true });
  try {
    const source = createReadStream(from);
    if (packed) await pipeline(source, createZstdDecompress(), measured, sink, { signal });
    else await pipeline(source, measured, sink, { signal });
  } catch (cause) {
    throw signal.aborted ? signal.reason : failure(cause, { name, from, to });
  }
  if (size !== undefined && written !== size) {
    throw new DepecheError('invalid', `${name} has ${written} bytes in place of ${size}`);
  }
  if (hash.digest('hex') !== sha256) {
    throw new DepecheError('invalid', `${name} is not the file it should be: its SHA-256 differs`);
  }
  return written;
}

function failure(cause: unknown, { name, from, to }: { name: string; from: string; to: string }): unknown {
  if (cause instanceof DepecheError) return cause;
  const code = errorCodeOf(cause) ?? '';
  if (code.startsWith('ZSTD_') || code.startsWith('Z_') || code === 'ERR_ZLIB_INITIALIZATION_FAILED') {
    return new DepecheError('invalid', `${name} cannot be unpacked (${code})`, { cause });
  }
  const isOfSource = cause instanceof Error && 'path' in cause && cause.path === from;
  if (isOfSource)
    return new DepecheError('unreadable', `cannot be read (${code})`, { cause, place: { file: from } });
  return unwritable(to, cause);
}
