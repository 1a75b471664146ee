import type { WireItem } from './wire-item.ts';

/** One format in which stories go out on a wire: a file of its own, and a line in `wire-outputs.ts`. */
export type WireOutput = {
  /** As the command line calls it. */
  readonly name: string;
  /** What the names of its files end in. */
  readonly extension: string;
  /** The same item always gives the same text. */
  write(item: WireItem): string;
};
