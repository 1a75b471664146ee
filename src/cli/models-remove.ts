import { modelsFolder } from '../project/models/models-folder.ts';
import { removeModel } from '../project/models/remove-model.ts';
import { parsePair } from '../project/models/wanted-models.ts';
import { openProject } from '../project/project.ts';
import { pairOf } from '../provider/offline-route.ts';
import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** `depeche models remove`. */
export async function modelsRemove(
  terminal: Terminal,
  { pairs, json }: { readonly pairs: readonly string[]; readonly json?: boolean },
): Promise<number> {
  const folder = modelsFolder(await openProject(terminal.cwd));
  const removed = pairs.map((text) => pairOf(parsePair(text)));
  for (const pair of removed) {
    await removeModel(folder, pair);
    if (json !== true) terminal.out(`${pair}: removed\n`);
  }
  if (json === true) terminal.out(`${JSON.stringify({ removed }, null, 2)}\n`);
  return exitCodes.well;
}
