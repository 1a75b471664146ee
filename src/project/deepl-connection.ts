import { resolve } from 'node:path';
import { DepecheError } from '../model/errors.ts';
import type { DeeplConnection } from '../provider/deepl-client.ts';
import { readTextIfThere } from './files.ts';
import type { Project } from './project.ts';

/**
 * How this project reaches DeepL. The key comes from `DEEPL_AUTH_KEY`, else from the file that the configuration names.
 *
 * @throws DepecheError `config` where there is no key
 */
export async function deeplConnection(
  { root, config }: Project,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<DeeplConnection> {
  const { keyFile, serverUrl, proxy } = config.providers.deepl ?? {};
  const { timeout } = config.schedule;
  return {
    authKey: environment.DEEPL_AUTH_KEY || (await keyIn(keyFile, root)),
    serverUrl,
    proxy,
    ...(timeout !== undefined && { timeout: timeout * 1000 }),
  };
}

async function keyIn(keyFile: string | undefined, root: string): Promise<string> {
  if (keyFile === undefined) {
    throw new DepecheError(
      'config',
      'the provider deepl needs its key in DEEPL_AUTH_KEY in the environment, or in a file that providers.deepl.keyFile names',
    );
  }
  const key = (await readTextIfThere(resolve(root, keyFile), keyFile))?.trim();
  if (key) return key;
  const what = key === undefined ? 'there is no such file' : 'it is empty';
  throw new DepecheError('config', `the key of DeepL is to be in this file, but ${what}`, {
    place: { file: keyFile },
  });
}
