import { DepecheError } from '../model/errors.ts';
import { type ModelFolder, modelFolders, modelsFolder } from '../project/models/models-folder.ts';
import { faultOf } from '../project/models/verify-models.ts';
import { parsePair } from '../project/models/wanted-models.ts';
import { openProject } from '../project/project.ts';
import { pairOf } from '../provider/offline-route.ts';
import { exitCodes } from './exit-codes.ts';
import { whileWanted } from './models-supply.ts';
import type { Terminal } from './terminal.ts';

/** `depeche models verify`: every byte of the models is read again. */
export async function modelsVerify(
  terminal: Terminal,
  { pairs, json }: { readonly pairs: readonly string[]; readonly json?: boolean },
): Promise<number> {
  const folder = modelsFolder(await openProject(terminal.cwd));
  const found = named(await modelFolders(folder), pairs, folder);
  const checked = await whileWanted(terminal, async (signal) => {
    const faults: { pair: string; fault?: string }[] = [];
    for (const model of found) {
      const fault = await faultOf(model, signal);
      faults.push({ pair: model.pair, ...(fault !== undefined && { fault }) });
    }
    return faults;
  });
  terminal.out(
    json === true
      ? `${JSON.stringify(checked, null, 2)}\n`
      : checked.map(({ pair, fault }) => `${pair}: ${fault ?? 'whole'}\n`).join(''),
  );
  const broken = checked.flatMap(({ pair, fault }) => (fault === undefined ? [] : [pair]));
  if (checked.length === 0) terminal.err(`There are no models in ${folder}.\n`);
  if (broken.length === 0) return exitCodes.well;
  terminal.err(`To put them right: depeche models add ${broken.join(' ')}\n`);
  return exitCodes.unfinished;
}

/** The models of the pairs that a person named, or all. */
function named(found: readonly ModelFolder[], pairs: readonly string[], folder: string) {
  const models = found.filter(({ state }) => state !== 'unlisted');
  if (pairs.length === 0) return models;
  return pairs.map((text) => {
    const pair = pairOf(parsePair(text));
    const model = models.find((each) => each.pair === pair);
    if (model) return model;
    throw new DepecheError('usage', `there is no model ${pair} in ${folder}`);
  });
}
