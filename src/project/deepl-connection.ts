import { resolve } from 'node:path';
import { DepecheError } from '../model/errors.ts';
import { assertClient } from '../provider/deepl-client.ts';
import type { DeeplConnection } from '../provider/deepl-options.ts';
import { readTextIfThere } from './files.ts';
import type { Project } from './project.ts';
import { scheduleOf, scheduleOptions } from './schedule.ts';

/**
 * How this project reaches DeepL. The key is in the file that the configuration names, or in `DEEPL_AUTH_KEY`.
 *
 * @throws DepecheError `config` where there is no key, or DeepL's client is not installed
 */
export async function deeplConnection(
  { root, config }: Project,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<DeeplConnection> {
  assertClient();
  const { keyFile, serverUrl, proxy } = config.providers.deepl ?? {};
  const { timeout } = scheduleOptions(scheduleOf(config, 'deepl'));
  return {
    authKey: keyFile === undefined ? keyOf(environment) : await keyIn(keyFile, root),
    serverUrl,
    proxy,
    timeout,
  };
}

function keyOf({ DEEPL_AUTH_KEY: key }: Readonly<Record<string, string | undefined>>): string {
  if (key) return key;
  throw new DepecheError(
    'config',
    'the provider deepl needs its key in DEEPL_AUTH_KEY in the environment, or in a file that providers.deepl.keyFile names',
  );
}

async function keyIn(keyFile: string, root: string): Promise<string> {
  const key = (await readTextIfThere(resolve(root, keyFile), keyFile))?.trim();
  if (key) return key;
  const what = key === undefined ? 'there is no such file' : 'it is empty';
  throw new DepecheError('config', `the key of DeepL is to be in this file, but ${what}`, {
    place: { file: keyFile },
  });
}
