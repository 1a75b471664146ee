import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DepecheError } from '../../model/errors.ts';
import { unwritable } from '../files.ts';
import { manifestName } from './manifest.ts';
import { readModelFolder } from './models-folder.ts';

/**
 * Removes a model with its folder. Its `model.json` goes first: what is left if this ends in between is no model.
 *
 * @throws DepecheError `usage` where there is no model of the pair, `unwritable`
 */
export async function removeModel(folder: string, pair: string): Promise<void> {
  const found = await readModelFolder(folder, pair);
  if (found.state === 'unlisted') {
    throw new DepecheError('usage', `there is no model ${pair} in ${folder}`);
  }
  try {
    await rm(join(found.path, manifestName));
    await rm(found.path, { recursive: true });
  } catch (cause) {
    throw unwritable(found.path, cause);
  }
}
