import { join } from 'node:path';
import { DepecheError } from '../../model/errors.ts';
import { hashOfFile } from './file-hash.ts';
import type { ModelFolder } from './models-folder.ts';

/**
 * What is wrong with a model: every byte of it is read.
 *
 * @returns undefined where nothing is, or where it is no model
 */
export async function faultOf(found: ModelFolder, signal: AbortSignal): Promise<string | undefined> {
  switch (found.state) {
    case 'unlisted':
      return undefined;
    case 'damaged':
      return found.reason;
    case 'whole': {
      for (const { name, sha256 } of found.manifest.files) {
        try {
          const hash = await hashOfFile(join(found.path, name), signal);
          if (hash !== sha256) return `the file ${name} is not what it was: its SHA-256 differs`;
        } catch (error) {
          if (!(error instanceof DepecheError)) throw error;
          return `the file ${name} ${error.message}`;
        }
      }
      return undefined;
    }
    default:
      return found satisfies never;
  }
}
