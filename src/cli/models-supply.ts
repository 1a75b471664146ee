import { resolve } from 'node:path';
import { DepecheError } from '../model/errors.ts';
import { isAllowedAddress } from '../project/models/address.ts';
import { openFolderSupply } from '../project/models/folder-supply.ts';
import { incomingFolder } from '../project/models/install.ts';
import { modelsFolder } from '../project/models/models-folder.ts';
import { openOnlineSupply } from '../project/models/online-supply.ts';
import type { Supply } from '../project/models/supply.ts';
import type { Project } from '../project/project.ts';
import { systemClock } from '../provider/clock.ts';
import { interruption } from './interruption.ts';
import type { Terminal } from './terminal.ts';

/** Where a person wants models from, if not from where the configuration says. */
export type SupplyOptions = { readonly mirror?: string; readonly from?: string };

/** Milliseconds. */
const stall = 30_000;

/**
 * Where models come from: a folder, a mirror, or Mozilla.
 *
 * @throws DepecheError `usage` for an address that is not allowed, or two places at once
 */
export async function openSupply(
  terminal: Terminal,
  project: Project,
  { mirror, from }: SupplyOptions,
  signal: AbortSignal,
): Promise<Supply> {
  if (from !== undefined) {
    if (mirror !== undefined) throw new DepecheError('usage', '--mirror and --from are two places: name one');
    return openFolderSupply(resolve(terminal.cwd, from), from);
  }
  if (mirror !== undefined && !isAllowedAddress(mirror)) {
    throw new DepecheError(
      'usage',
      '--mirror must be an https address without a name or a password; http only on this machine',
    );
  }
  return openOnlineSupply(
    mirror ?? project.config.providers.fxtranslate?.mirror,
    incomingFolder(modelsFolder(project)),
    {
      environment: terminal.environment,
      stall,
      clock: systemClock,
      signal,
      onRetry: (reason) => terminal.err(`depeche: ${reason}; trying again\n`),
    },
  );
}

/**
 * Does something that a person may stop.
 *
 * @throws DepecheError `interrupted` when they do
 */
export async function whileWanted<Result>(
  terminal: Terminal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  using interrupt = interruption(terminal, 'stopping; what has come so far is kept for the next time');
  const { stop } = interrupt;
  try {
    return await work(stop);
  } catch (error) {
    if (!stop.aborted) throw error;
    throw new DepecheError('interrupted', 'stopped: run the same again to go on', { cause: error });
  }
}

/** Bytes as people read them: `37.2 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
