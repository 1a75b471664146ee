import { DepecheError, describeError, type ErrorCode } from '../model/errors.ts';
import type { Terminal } from './terminal.ts';

/** The exit codes of the command line, as the README lists them; the highest one that applies wins. */
export const exitCodes = {
  well: 0,
  /** Finished, but segments are pending, failed or stale, or a check found an error. */
  unfinished: 1,
  /** Wrong usage or configuration, or input that cannot be read. */
  usage: 2,
  /** The provider refuses to go on; run again to resume. */
  refused: 3,
  interrupted: 130,
  of(code: ErrorCode): number {
    switch (code) {
      case 'usage':
      case 'config':
      case 'unreadable':
      case 'invalid':
      case 'unwritable':
        return 2;
      case 'refused':
        return 3;
      case 'interrupted':
        return 130;
      default:
        return code satisfies never;
    }
  },
} as const;

/** The exit code of a command as it ends; an error of ours is told and has a code of its own. */
export async function exitCodeOfRun(run: Promise<number>, terminal: Terminal): Promise<number> {
  try {
    return await run;
  } catch (error) {
    if (!(error instanceof DepecheError)) throw error;
    terminal.err(`depeche: ${describeError(error)}\n`);
    return exitCodes.of(error.code);
  }
}
