import { resolve } from 'node:path';
import { DepecheError } from '../model/errors.ts';
import { readTextIfThere, writeFiles } from '../project/files.ts';
import { joinMasters } from '../review/join-masters.ts';
import { rewriteMaster } from '../review/rewrite-master.ts';
import { readMaster } from '../xliff/read-master.ts';
import { exitCodes } from './exit-codes.ts';
import { reviewText } from './review-text.ts';
import type { Terminal } from './terminal.ts';

export type MergeDriverOptions = {
  /** The files that git hands over as %O, %A and %B. The result is written to `ours`. */
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** What the file is called in the repository (%P). */
  readonly path?: string;
};

/** `depeche merge-driver`: joins two branches of a master for git. What conflicts is left to a person, and git told so with 1. */
export async function mergeDriver(terminal: Terminal, options: MergeDriverOptions): Promise<number> {
  const name = options.path ?? options.ours;
  const read = (file: string) => readTextIfThere(resolve(terminal.cwd, file), file);
  const [base, ours, theirs] = await Promise.all([options.base, options.ours, options.theirs].map(read));
  if (ours === undefined || theirs === undefined) {
    throw new DepecheError('unreadable', 'there is no such file', {
      place: { file: ours === undefined ? options.ours : options.theirs },
    });
  }
  const [here, there] = [readMaster(ours, name), readMaster(theirs, name)];
  // Git hands over an empty file where both branches have made the master.
  const common = base === undefined || base.trim() === '' ? undefined : readMaster(base, name);
  const { master, conflicts } = joinMasters(common, here, there);
  const joined = rewriteMaster(master, there.version > here.version ? theirs : ours);
  await writeFiles(new Map([[resolve(terminal.cwd, options.ours), joined]]));
  if (conflicts.length === 0) return exitCodes.well;
  terminal.err(reviewText(name, conflicts));
  return exitCodes.unfinished;
}
