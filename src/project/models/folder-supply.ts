import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { DepecheError } from '../../model/errors.ts';
import { pairOf } from '../../provider/offline-route.ts';
import { readBytes } from '../files.ts';
import { type OfferedFile, type OfferedModel, readCatalogue } from './catalogue.ts';
import { hashOfFile } from './file-hash.ts';
import { modelFolders } from './models-folder.ts';
import { catalogueName, inCatalogue, mostCatalogueBytes } from './online-supply.ts';
import type { Supply } from './supply.ts';
import { writeExpected } from './unpack.ts';

/**
 * What a folder offers: a catalogue, `records.json`, with the packed files at the paths it names or with unpacked ones in folders of
 * their pair, and folders of models that have a `model.json`. Files that neither lists are not taken, for nothing tells whether they are whole.
 *
 * @throws DepecheError `unreadable` where there is neither
 */
export async function openFolderSupply(folder: string, name: string): Promise<Supply> {
  const catalogue = await catalogueIn(folder, name);
  const ready: OfferedModel[] = [];
  for (const found of await modelFolders(folder)) if (found.state === 'whole') ready.push(found.manifest);
  if (catalogue === undefined && ready.length === 0) {
    throw new DepecheError(
      'unreadable',
      `holds neither models with their model.json nor a catalogue ${catalogueName} with the files it names`,
      { place: { file: name } },
    );
  }
  const listed: OfferedModel[] = [];
  for (const model of catalogue?.models ?? []) {
    const isThere = await Promise.all(model.files.map((file) => placeOf(folder, model, file)));
    if (isThere.every((place) => place !== undefined)) listed.push(model);
  }
  const own = new Set(ready.map(pairOf));
  return {
    name,
    models: [...ready, ...listed.filter((model) => !own.has(pairOf(model)))],
    refused: catalogue?.refused ?? [],
    async bring(model, file, to, { signal, onBytes }) {
      const place = await placeOf(folder, model, file);
      if (place === undefined) throw new DepecheError('unreadable', `${file.name} is no longer in ${name}`);
      const { packed } = file;
      const isPacked = packed !== undefined && place.packed;
      if (isPacked && (await hashOfFile(place.path, signal)) !== packed.sha256) {
        throw new DepecheError('invalid', 'is not the file that the catalogue names: its SHA-256 differs', {
          place: { file: place.path },
        });
      }
      const size = await writeExpected(place.path, to, file, { packed: isPacked, signal });
      onBytes(packed?.size ?? size);
      return size;
    },
  };
}

async function catalogueIn(folder: string, name: string) {
  const path = join(folder, catalogueName);
  // A device or a pipe may be read without end
  if (!(await lstat(path).catch(() => undefined))?.isFile()) return undefined;
  const text = new TextDecoder().decode(await readBytes(path, mostCatalogueBytes));
  return inCatalogue(join(name, catalogueName), () => readCatalogue(text));
}

/** Where a file lies: packed at the path of its record, or unpacked in the folder of its pair. */
async function placeOf(
  folder: string,
  model: OfferedModel,
  { name, packed, size }: OfferedFile,
): Promise<{ readonly path: string; readonly packed: boolean } | undefined> {
  const places = [
    ...(packed ? [{ path: join(folder, packed.location), packed: true, size: packed.size }] : []),
    { path: join(folder, pairOf(model), name), packed: false, size },
  ];
  for (const place of places) {
    const found = await lstat(place.path).catch(() => undefined);
    if (found?.isFile() && (place.size === undefined || found.size === place.size)) return place;
  }
  return undefined;
}
