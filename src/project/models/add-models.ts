import { join } from 'node:path';
import { pairOf } from '../../provider/offline-route.ts';
import { sweepTemporaryFiles } from '../files.ts';
import type { OfferedModel } from './catalogue.ts';
import { type Installed, incomingFolder, installModel } from './install.ts';
import { sweepDownloads } from './pending-download.ts';
import { type Supply, travelSizeOf } from './supply.ts';

/** How far a model has come, in bytes of its files as they travel. */
export type ModelProgress = { readonly pair: string; readonly come: number; readonly of: number };

/**
 * Puts models into the folder, one after the other; each is there before the next one is begun.
 *
 * @throws DepecheError for the first that cannot be got; those before it stay
 */
export async function* addModels(
  supply: Supply,
  models: readonly OfferedModel[],
  folder: string,
  {
    signal,
    onProgress,
  }: { readonly signal: AbortSignal; readonly onProgress: (progress: ModelProgress) => void },
): AsyncGenerator<Installed> {
  await sweepTemporaryFiles(incomingFolder(folder));
  await sweepDownloads(incomingFolder(folder));
  for (const model of new Map(models.map((each) => [pairOf(each), each])).values()) {
    const pair = pairOf(model);
    await sweepTemporaryFiles(join(folder, pair));
    const of = travelSizeOf(model);
    yield await installModel(supply, model, folder, {
      signal,
      onBytes: (come) => onProgress({ pair, come, of }),
    });
  }
}
