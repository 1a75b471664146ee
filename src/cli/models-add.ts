import { addModels } from '../project/models/add-models.ts';
import type { Installed } from '../project/models/install.ts';
import { sizeOf } from '../project/models/manifest.ts';
import { modelsFolder } from '../project/models/models-folder.ts';
import { parsePair, type Way, waysOf } from '../project/models/wanted-models.ts';
import { openProject } from '../project/project.ts';
import { exitCodes } from './exit-codes.ts';
import { openModelsProgress } from './models-progress.ts';
import { megabytes, openSupply, type SupplyOptions, whileWanted } from './models-supply.ts';
import type { Terminal } from './terminal.ts';

/** `depeche models add`: gets the models of pairs, or all that the languages of the project need. */
export async function modelsAdd(
  terminal: Terminal,
  { pairs, json, ...from }: SupplyOptions & { readonly pairs: readonly string[]; readonly json?: boolean },
): Promise<number> {
  const project = await openProject(terminal.cwd);
  const { source, targets } = project.config;
  const named = pairs.map(parsePair);
  const wanted = named.length > 0 ? named : targets.map((target) => ({ source, target }));
  return whileWanted(terminal, async (signal) => {
    const supply = await openSupply(terminal, project, from, signal);
    const ways = waysOf(wanted, supply.models);
    const progress = await openModelsProgress(terminal);
    const done: Installed[] = [];
    const models = ways.flatMap((way) => way.models ?? []);
    try {
      const adding = addModels(supply, models, modelsFolder(project), { signal, onProgress: progress.come });
      for await (const installed of adding) {
        done.push(installed);
        progress.close();
        if (json !== true) terminal.out(lineOf(installed));
      }
    } finally {
      progress.close();
    }
    const missing = ways.filter((way) => way.models === undefined);
    if (json === true) terminal.out(jsonOf(done, missing));
    for (const way of missing) {
      terminal.err(`depeche: no models in ${supply.name} go from ${way.source} to ${way.target}\n`);
    }
    if (missing.length > 0)
      for (const reason of supply.refused) terminal.err(`depeche: refused: ${reason}\n`);
    return missing.length > 0 ? exitCodes.unfinished : exitCodes.well;
  });
}

function lineOf({ state, pair, manifest }: Installed): string {
  const { version, architecture } = manifest;
  const what = [pair, version, ...(architecture === undefined ? [] : [architecture])].join(' ');
  switch (state) {
    case 'added':
    case 'updated':
    case 'repaired':
      return `${what}: ${state}, ${megabytes(sizeOf(manifest))}\n`;
    case 'there':
      return `${what}: is there\n`;
    case 'newer':
      return `${what}: is there, and newer\n`;
    default:
      return state satisfies never;
  }
}

function jsonOf(done: readonly Installed[], missing: readonly Way[]): string {
  const models = done.map(({ state, pair, manifest }) => ({
    pair,
    state,
    version: manifest.version,
    architecture: manifest.architecture,
    bytes: sizeOf(manifest),
  }));
  const ways = missing.map(({ source, target }) => ({ source, target }));
  return `${JSON.stringify({ models, missing: ways }, null, 2)}\n`;
}
