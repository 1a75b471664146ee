import { DepecheError } from '../model/errors.ts';
import { assertEngine, createFxtranslate } from '../provider/fxtranslate.ts';
import { missingModels } from '../provider/fxtranslate-routes.ts';
import type { Provider } from '../provider/provider.ts';
import { installedModels, modelsFolder } from './models/models-folder.ts';
import type { Project } from './project.ts';
import type { OpenOptions } from './providers.ts';

/**
 * Firefox's offline models, as many as are installed. None is loaded yet.
 *
 * @param dryRun nothing will be translated, so the package is not needed
 * @throws DepecheError `config` where there is none, or the package that runs them is not installed; `unreadable` for their folder
 */
export async function openFxtranslate(
  project: Project,
  { dryRun = false }: Pick<OpenOptions, 'dryRun'>,
): Promise<Provider> {
  if (!dryRun) assertEngine();
  const folder = modelsFolder(project);
  const models = await installedModels(folder);
  if (models.length === 0) {
    const { source, targets } = project.config;
    const missing = new Set(targets.flatMap((target) => missingModels([], source, target)));
    const what = `the provider fxtranslate finds no model in ${folder}: depeche models add ${[...missing].join(' ')}`;
    throw new DepecheError('config', what);
  }
  return createFxtranslate({ models, maxLoaded: project.config.providers.fxtranslate?.maxLoaded });
}
