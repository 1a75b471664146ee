import type { Copy } from '../model/copy.ts';
import type { Decoded } from './decode.ts';
import type { ReflowMode } from './reflow-mode.ts';

/** What a reader of wire copy may be told; formats with markup of their own pass over it. */
export type ReadOptions = {
  /** What marks the end of a paragraph, where that shall not be told from the copy. */
  readonly reflow?: ReflowMode | undefined;
};

/** One format of wire copy: a file of its own, and a line in `formats.ts`. */
export type WireFormat = {
  /** As the configuration and the command line call it. */
  readonly name: string;
  /** Whether a text is plainly of this format. Looks at as much as it needs, in linear time, and never throws. */
  detects(raw: string): boolean;
  /** @throws DepecheError `invalid`, with line and column, for what is not of this format or has no text in it */
  read(decoded: Decoded, options: ReadOptions): Copy;
};
