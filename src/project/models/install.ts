import { link, lstat, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DepecheError } from '../../model/errors.ts';
import { pairOf } from '../../provider/offline-route.ts';
import { syncFolder, temporaryName, unwritable, writeFiles } from '../files.ts';
import type { OfferedFile, OfferedModel } from './catalogue.ts';
import { hashOfFile } from './file-hash.ts';
import { type ModelFile, type ModelManifest, manifestName } from './manifest.ts';
import { compareVersions, isSupported } from './model-version.ts';
import { readModelFolder } from './models-folder.ts';
import { type Supply, type Travel, travelSize } from './supply.ts';

/** What became of a model that was asked for. */
export type Installed = {
  readonly state: 'added' | 'updated' | 'repaired' | 'there' | 'newer';
  readonly pair: string;
  readonly manifest: ModelManifest;
};

/** Where files lie until they are proved, beside the models: a rename takes them to their place. */
export function incomingFolder(folder: string): string {
  return join(folder, '.incoming');
}

/**
 * Puts a model into the folder. Each file is proved before it gets its name, none that a `model.json` lists is ever written over, and
 * `model.json` comes last: whatever ends this before, the model that was there stays, and what was proved is not got again.
 *
 * @throws DepecheError as the supply does; `unwritable`
 */
export async function installModel(
  supply: Supply,
  model: OfferedModel,
  folder: string,
  { signal, onBytes }: Travel,
): Promise<Installed> {
  const pair = pairOf(model);
  const before = await readModelFolder(folder, pair);
  const old = before.state === 'unlisted' ? undefined : before.manifest;
  if (old && compareVersions(old.version, model.version) > 0) {
    // What only a later release reads is not broken, and may be somebody else's
    if (before.state === 'whole' || !isSupported(old.version)) return { state: 'newer', pair, manifest: old };
  }
  const path = join(folder, pair);
  await makeFolder(path);
  const files: ModelFile[] = [];
  let come = 0;
  let isChanged = false;
  for (const file of model.files) {
    const known = await alreadyThere(path, file, signal);
    const begun = come;
    come += travelSize(file);
    if (known !== undefined) {
      files.push(known);
      continue;
    }
    isChanged = true;
    const way = { folder, path, signal, onBytes: (bytes: number) => onBytes(begun + bytes) };
    files.push(await bring(supply, model, file, way));
  }
  const manifest: ModelManifest = {
    source: model.source,
    target: model.target,
    version: model.version,
    ...(model.architecture !== undefined && { architecture: model.architecture }),
    files,
  };
  signal.throwIfAborted();
  await syncFolder(path);
  const written = await writeFiles(
    new Map([[join(path, manifestName), `${JSON.stringify(manifest, null, 2)}\n`]]),
  );
  await removeOthers(path, old, manifest);
  return { state: outcome(old, manifest, { isChanged, isWritten: written.length > 0 }), pair, manifest };
}

function outcome(
  old: ModelManifest | undefined,
  { version }: ModelManifest,
  { isChanged, isWritten }: { readonly isChanged: boolean; readonly isWritten: boolean },
): Installed['state'] {
  if (old === undefined) return 'added';
  if (old.version !== version) return 'updated';
  if (isChanged) return 'repaired';
  return isWritten ? 'updated' : 'there';
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
    // A link could lead out of the folder of the models
    if ((await lstat(path)).isDirectory()) return;
  } catch (cause) {
    throw unwritable(path, cause);
  }
  throw new DepecheError('unwritable', 'is no folder of a model', { place: { file: path } });
}

/** What a file is called where another one lies under its own name: only ever these bytes. */
function tellingName({ name, sha256 }: OfferedFile): string {
  return `${sha256.slice(0, 16)}.${name}`;
}

/** The file, where its very bytes lie in the folder already. */
async function alreadyThere(
  path: string,
  file: OfferedFile,
  signal: AbortSignal,
): Promise<ModelFile | undefined> {
  for (const name of [file.name, tellingName(file)]) {
    const found = await lstat(join(path, name)).catch(() => undefined);
    if (!found?.isFile() || (file.size !== undefined && found.size !== file.size)) continue;
    if ((await hashOfFile(join(path, name), signal)) === file.sha256) {
      return { role: file.role, name, size: found.size, sha256: file.sha256 };
    }
  }
  return undefined;
}

async function bring(
  supply: Supply,
  model: OfferedModel,
  file: OfferedFile,
  { folder, path, signal, onBytes }: Travel & { readonly folder: string; readonly path: string },
): Promise<ModelFile> {
  const incoming = incomingFolder(folder);
  await makeFolder(incoming);
  const temporary = join(incoming, temporaryName(file.name));
  try {
    const size = await supply.bring(model, file, temporary, { signal, onBytes });
    const name = await place(temporary, path, file, signal);
    return { role: file.role, name, size, sha256: file.sha256 };
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * Gives a proved file its own name where nothing lies under that, and else the one that tells its bytes. Of two processes that bring the
 * same file one comes first, and the other takes what it finds.
 */
async function place(
  temporary: string,
  path: string,
  file: OfferedFile,
  signal: AbortSignal,
): Promise<string> {
  try {
    await link(temporary, join(path, file.name));
    await rm(temporary);
    return file.name;
  } catch {
    // It is taken, or there are no hard links here
  }
  const there = await alreadyThere(path, file, signal);
  if (there !== undefined) {
    await rm(temporary);
    return there.name;
  }
  const name = tellingName(file);
  await rename(temporary, join(path, name)).catch((cause: unknown) => {
    throw unwritable(join(path, name), cause);
  });
  return name;
}

/** Removes the files of the version that was there and is no more. */
async function removeOthers(
  path: string,
  old: ModelManifest | undefined,
  { files }: ModelManifest,
): Promise<void> {
  const kept = new Set([manifestName, ...files.map(({ name }) => name)]);
  for (const { name } of old?.files ?? []) if (!kept.has(name)) await rm(join(path, name), { force: true });
}
