import { resolve } from 'node:path';
import { DepecheError } from '../model/errors.ts';
import { createLanguageModel, describeLanguageModel } from '../provider/language-model.ts';
import { assertSdk } from '../provider/language-model-chat.ts';
import type { Provider } from '../provider/provider.ts';
import { rehearsalOf } from '../provider/rehearsal.ts';
import { hashOf } from '../text/hash.ts';
import { type Config, configFile } from './config.ts';
import { readTextIfThere } from './files.ts';
import { openGlossary } from './glossary-file.ts';
import type { Project } from './project.ts';
import type { OpenOptions } from './providers.ts';
import { scheduleOf, scheduleOptions } from './schedule.ts';

type Settings = NonNullable<Config['providers']['language-model']>;

/**
 * The language model of a project, as configured.
 *
 * @param dryRun nothing will be asked, so neither key nor package is needed
 * @param limited what it costs must be known beforehand: a budget in money is to be kept
 * @throws DepecheError `config` where no model is named, its key is missing, or the package it needs is not installed; `invalid` or
 * `unreadable` for the glossary
 */
export async function openLanguageModel(
  project: Project,
  { environment, dryRun = false, limited = false }: Omit<OpenOptions, 'onNotice'>,
): Promise<Provider> {
  const settings = project.config.providers['language-model'];
  if (!settings) {
    throw new DepecheError(
      'config',
      'the provider language-model needs to know which: {"providers": {"language-model": {"model": "…"}}}',
      { place: { file: configFile } },
    );
  }
  if (!dryRun) assertSdk();
  const { keyVariable: _variable, keyFile: _file, schedule: _schedule, ...options } = settings;
  const { concepts } = await openGlossary(project);
  const described = {
    ...options,
    limitTokens: limited,
    terms: hashOf(JSON.stringify(concepts)).slice(0, 16),
    timeout: scheduleOptions(scheduleOf(project.config, 'language-model')).timeout,
  };
  if (dryRun) return rehearsalOf(describeLanguageModel(described));
  const key = await keyOf(settings, project.root, environment);
  return createLanguageModel({ ...described, ...(key !== undefined && { key }) });
}

/** The variable of OpenAI is sent to OpenAI alone: to no other server unless the configuration names it. */
async function keyOf(
  { keyFile, keyVariable, serverUrl }: Settings,
  root: string,
  environment: OpenOptions['environment'],
): Promise<string | undefined> {
  if (keyFile !== undefined) {
    const key = (await readTextIfThere(resolve(root, keyFile), keyFile))?.trim() ?? '';
    if (key !== '') return key;
    throw new DepecheError('config', `the provider language-model needs its key in the file ${keyFile}`);
  }
  const isOpenai = serverUrl === undefined || new URL(serverUrl).host === 'api.openai.com';
  const variable = keyVariable ?? (isOpenai ? 'OPENAI_API_KEY' : undefined);
  if (variable === undefined) return undefined;
  const key = environment[variable]?.trim() ?? '';
  if (key !== '') return key;
  throw new DepecheError(
    'config',
    `the provider language-model needs its key in ${variable} in the environment`,
  );
}
