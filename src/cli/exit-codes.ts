import type { ErrorCode } from '../model/errors.ts';

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
