import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning, unwritable } from '../files.ts';

/**
 * A download that is not whole yet is a folder, named for the SHA-256 of what it will be and for the process that works on it: two
 * processes never write into one, and the next run goes on with what one left behind. It holds `data` and, where the server has one, `etag`.
 */
const pattern = /^(?<sha256>[0-9a-f]{64})\.(?<owner>\d+)-[0-9a-f]{16}\.part$/u;

/** The owner of what a process let go. */
const nobody = 0;

/** What is older is swept, in milliseconds. */
const oldest = 7 * 24 * 60 * 60 * 1000;

/**
 * Takes over what was left of a download, or begins anew.
 *
 * @param folder where pending downloads lie
 * @returns the path of its folder, which is this process's alone
 * @throws DepecheError `unwritable`
 */
export async function claimDownload(folder: string, sha256: string): Promise<string> {
  for (const left of await leftIn(folder)) {
    if (left.sha256 !== sha256) continue;
    const claimed = join(folder, nameOf(sha256, process.pid));
    // Another process may have been quicker
    if (await renamed(left.path, claimed)) return claimed;
  }
  const path = join(folder, nameOf(sha256, process.pid));
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    throw unwritable(path, cause);
  }
  return path;
}

/** Lets a download go, so that another run of this process or of another one may go on with it. */
export async function releaseDownload(folder: string, path: string, sha256: string): Promise<void> {
  await renamed(path, join(folder, nameOf(sha256, nobody)));
}

/** Removes what nobody works on: of one file, since it has arrived, or all that is older than a week. */
export async function sweepDownloads(folder: string, sha256?: string): Promise<void> {
  for (const left of await leftIn(folder)) {
    const changed = await stat(left.path).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    const isDone = left.sha256 === sha256 || Date.now() - changed > oldest;
    if (isDone) await rm(left.path, { recursive: true, force: true });
  }
}

async function leftIn(
  folder: string,
): Promise<readonly { readonly sha256: string; readonly path: string }[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.flatMap((name) => {
    const { sha256, owner } = pattern.exec(name)?.groups ?? {};
    if (sha256 === undefined || (Number(owner) !== nobody && isRunning(Number(owner)))) return [];
    return [{ sha256, path: join(folder, name) }];
  });
}

function nameOf(sha256: string, owner: number): string {
  return `${sha256}.${owner}-${randomBytes(8).toString('hex')}.part`;
}

async function renamed(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(
    () => true,
    () => false,
  );
}
