import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Config, configFile, readConfig } from './config.ts';

/** A folder with dispatches, translations, and perhaps a configuration. All paths of a project are relative to its root. */
export type Project = { readonly root: string; readonly config: Config };

/**
 * The project that `folder` lies in: the nearest folder upwards with a configuration, else `folder` itself with the defaults.
 *
 * @throws DepecheError `config`
 */
export async function openProject(folder: string): Promise<Project> {
  const root = rootOf(resolve(folder));
  return { root, config: await readConfig(root) };
}

function rootOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, configFile))) return at;
    if (dirname(at) === at) return folder;
  }
}
