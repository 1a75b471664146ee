import { lstat, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { DepecheError } from '../../model/errors.ts';
import type { OfflineModel } from '../../provider/offline-model.ts';
import { pairOf } from '../../provider/offline-route.ts';
import { errorCodeOf, readBytes, unreadable } from '../files.ts';
import { defaultModelsFolder } from '../layout.ts';
import type { Project } from '../project.ts';
import { type FileRole, type ModelManifest, manifestName, manifestSchema, toldOf } from './manifest.ts';
import { isSupported } from './model-version.ts';

/** The folder the models of a project lie in, absolute: its own, or one that several projects share. */
export function modelsFolder({ root, config }: Project): string {
  return resolve(root, config.providers.fxtranslate?.models ?? defaultModelsFolder);
}

/** What lies under the name of a pair. Only `whole` is a model; the files of one without a `model.json` are nobody's word. */
export type ModelFolder =
  | {
      readonly state: 'whole';
      readonly pair: string;
      readonly path: string;
      readonly manifest: ModelManifest;
    }
  | { readonly state: 'unlisted'; readonly pair: string; readonly path: string }
  | {
      readonly state: 'damaged';
      readonly pair: string;
      readonly path: string;
      readonly reason: string;
      /** Where it holds by itself. */
      readonly manifest?: ModelManifest;
    };

/**
 * The models in a folder. Their files are there and of the right size; whether their bytes are right `depeche models verify` tells.
 *
 * @returns in the order of their names; empty where there is no such folder
 * @throws DepecheError `unreadable` for a folder that cannot be read
 */
export async function installedModels(folder: string): Promise<readonly OfflineModel[]> {
  return (await modelFolders(folder)).flatMap((found) =>
    found.state === 'whole' ? [offlineModel(found.path, found.manifest)] : [],
  );
}

/** @throws DepecheError `unreadable` */
export async function modelFolders(folder: string): Promise<readonly ModelFolder[]> {
  let entries: readonly { readonly name: string; isDirectory(): boolean }[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    if (errorCodeOf(cause) === 'ENOENT') return [];
    throw unreadable(folder, cause);
  }
  const pairs = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
  return Promise.all(pairs.map((pair) => readModelFolder(folder, pair)));
}

/** What lies under the name of one pair. */
export async function readModelFolder(folder: string, pair: string): Promise<ModelFolder> {
  const path = join(folder, pair);
  const isFolder = (await lstat(path).catch(() => undefined))?.isDirectory() ?? false;
  const manifest = isFolder ? await manifestIn(path) : undefined;
  if (manifest === undefined) return { state: 'unlisted', pair, path };
  if (typeof manifest === 'string') return { state: 'damaged', pair, path, reason: manifest };
  if (pairOf(manifest) !== pair) {
    return { state: 'damaged', pair, path, reason: `its ${manifestName} is of ${pairOf(manifest)}` };
  }
  const damaged = (reason: string): ModelFolder => ({ state: 'damaged', pair, path, reason, manifest });
  if (!isSupported(manifest.version)) return damaged(`the engine does not read version ${manifest.version}`);
  for (const { name, size } of manifest.files) {
    const found = await lstat(join(path, name)).catch(() => undefined);
    if (!found?.isFile()) return damaged(`the file ${name} is missing`);
    if (found.size !== size) return damaged(`the file ${name} has ${found.size} bytes in place of ${size}`);
  }
  return { state: 'whole', pair, path, manifest };
}

/** @returns what is wrong with it where it cannot be used; undefined where there is none */
async function manifestIn(path: string): Promise<ModelManifest | string | undefined> {
  const file = join(path, manifestName);
  const found = await lstat(file).catch(() => undefined);
  if (found === undefined) return undefined;
  if (!found.isFile()) return `its ${manifestName} is no file`;
  try {
    const text = new TextDecoder().decode(await readBytes(file, 64 * 1024));
    const result = v.safeParse(manifestSchema, JSON.parse(text));
    if (result.success) return result.output;
    return `its ${manifestName} does not hold: ${toldOf(result.issues)}`;
  } catch (error) {
    const reason = error instanceof DepecheError ? error.message : 'is not valid JSON';
    return `its ${manifestName} ${reason}`;
  }
}

function offlineModel(path: string, { source, target, version, architecture, files }: ModelManifest) {
  const place = (...roles: readonly FileRole[]): string =>
    join(path, files.find(({ role }) => roles.includes(role))?.name ?? '');
  return {
    source,
    target,
    version,
    ...(architecture !== undefined && { architecture }),
    weights: place('weights'),
    sourceVocabulary: place('vocabulary', 'source-vocabulary'),
    targetVocabulary: place('vocabulary', 'target-vocabulary'),
    ...(files.some(({ role }) => role === 'shortlist') && { shortlist: place('shortlist') }),
  } satisfies OfflineModel;
}
