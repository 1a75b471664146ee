import { DepecheError } from '../model/errors.ts';
import { parseLocale } from '../model/locale.ts';
import type { OfferedModel } from '../project/models/catalogue.ts';
import { type ModelManifest, sizeOf } from '../project/models/manifest.ts';
import { compareVersions } from '../project/models/model-version.ts';
import { modelFolders, modelsFolder } from '../project/models/models-folder.ts';
import { type Supply, travelSizeOf } from '../project/models/supply.ts';
import { type Way, waysOf } from '../project/models/wanted-models.ts';
import { openProject, type Project } from '../project/project.ts';
import { pairOf } from '../provider/offline-route.ts';
import { exitCodes } from './exit-codes.ts';
import { openSupply, whileWanted } from './models-supply.ts';
import { type Terminal, table } from './terminal.ts';

type ListOptions = {
  readonly language?: string;
  readonly available: boolean;
  readonly mirror?: string;
  readonly json?: boolean;
};

/** A model of the catalogue, and whether it is here. */
type Available = {
  readonly pair: string;
  readonly version: string;
  readonly architecture?: string;
  /** Bytes to get. */
  readonly bytes: number;
  readonly state: 'installed' | 'update' | 'missing';
  /** The ways of the project that it is for: `fr-de`. */
  readonly for: readonly string[];
};

/** `depeche models list`: the models that are here, and those that could be. */
export async function modelsList(terminal: Terminal, options: ListOptions): Promise<number> {
  const project = await openProject(terminal.cwd);
  const language = options.language === undefined ? undefined : languageOf(options.language);
  const folder = modelsFolder(project);
  const found = await modelFolders(folder);
  const installed = found.flatMap((model) => (model.state === 'whole' ? [model.manifest] : []));
  const models = installed.filter((model) => isOf(model, language));
  const problems = found.flatMap((model) => {
    if (model.state === 'whole') return [];
    const unlisted = 'has no model.json, so it is no model: depeche models add makes it one';
    return [{ pair: model.pair, reason: model.state === 'damaged' ? model.reason : unlisted }];
  });
  const offer = options.available
    ? await whileWanted(terminal, async (signal) =>
        offerOf(await openSupply(terminal, project, options, signal), { project, language, installed }),
      )
    : undefined;
  terminal.out(
    options.json === true
      ? `${JSON.stringify({ folder, models: models.map(described), problems, ...offer }, null, 2)}\n`
      : `${installedText(models)}${offer ? `${models.length > 0 ? '\n' : ''}${availableText(offer.available)}` : ''}`,
  );
  if (models.length === 0 && options.json !== true) {
    const which = language === undefined ? 'models' : `models from or into ${language}`;
    const advice = language === undefined && !options.available ? '; get them with: depeche models add' : '';
    terminal.err(`There are no ${which} in ${folder}${advice}.\n`);
  }
  for (const { pair, reason } of problems) terminal.err(`depeche: ${pair}: ${reason}\n`);
  for (const way of offer?.missing ?? []) {
    terminal.err(`depeche: the catalogue has no models from ${way.source} to ${way.target}\n`);
  }
  for (const reason of offer?.refused ?? []) terminal.err(`depeche: refused: ${reason}\n`);
  return exitCodes.well;
}

/** @throws DepecheError `usage` */
function languageOf(text: string): string {
  const locale = parseLocale(text);
  if (locale !== undefined) return locale;
  throw new DepecheError('usage', `“${text}” is no language tag (BCP 47), such as en or zh-Hans`);
}

/** `zh` takes in `zh-Hans`. */
function isOf({ source, target }: OfferedModel, language: string | undefined): boolean {
  if (language === undefined) return true;
  return [source, target].some((one) => one === language || one.startsWith(`${language}-`));
}

function offerOf(
  { models, refused }: Supply,
  {
    project,
    language,
    installed,
  }: { project: Project; language: string | undefined; installed: readonly ModelManifest[] },
) {
  const { source, targets } = project.config;
  const ways = waysOf(
    targets.map((target) => ({ source, target })),
    models,
  );
  const needed = new Set(ways.flatMap((way) => way.models ?? []));
  const chosen = models.filter((model) =>
    language === undefined ? needed.has(model) : isOf(model, language),
  );
  return {
    available: chosen.map((model) => availableOf(model, ways, installed)),
    missing: ways
      .filter((way) => way.models === undefined)
      .map((way) => ({ source: way.source, target: way.target })),
    refused,
  };
}

function availableOf(
  model: OfferedModel,
  ways: readonly Way[],
  installed: readonly ModelManifest[],
): Available {
  const here = installed.find((one) => pairOf(one) === pairOf(model));
  const bytes = travelSizeOf(model);
  return {
    pair: pairOf(model),
    version: model.version,
    ...(model.architecture !== undefined && { architecture: model.architecture }),
    bytes,
    state: here === undefined ? 'missing' : isUpdateOf(model, here) ? 'update' : 'installed',
    for: ways.filter((way) => way.models?.includes(model)).map(pairOf),
  };
}

function isUpdateOf(model: OfferedModel, here: ModelManifest): boolean {
  const order = compareVersions(here.version, model.version);
  const known = new Set(here.files.map(({ sha256 }) => sha256));
  return order < 0 || (order === 0 && !model.files.every(({ sha256 }) => known.has(sha256)));
}

function described(model: ModelManifest) {
  return { pair: pairOf(model), ...model, bytes: sizeOf(model) };
}

function installedText(models: readonly ModelManifest[]): string {
  if (models.length === 0) return '';
  return table([
    ['model', 'version', 'architecture', 'MB'],
    ...models
      .map(described)
      .map(({ pair, version, architecture = '', bytes }) => [
        pair,
        version,
        architecture,
        (bytes / 1e6).toFixed(1),
      ]),
  ]);
}

function availableText(available: readonly Available[]): string {
  if (available.length === 0) return '';
  return table([
    ['to get', 'version', 'architecture', 'MB', 'here', 'for'],
    ...available.map((model) => [
      model.pair,
      model.version,
      model.architecture ?? '',
      (model.bytes / 1e6).toFixed(1),
      { installed: 'yes', update: 'older', missing: 'no' }[model.state],
      model.for.join(' '),
    ]),
  ]);
}
