import { ninjsOutput } from './ninjs-item.ts';
import { nitfOutput } from './nitf-item.ts';
import type { WireOutput } from './wire-output.ts';

/** All formats in which stories go out on a wire. */
export const wireOutputs: readonly WireOutput[] = [ninjsOutput, nitfOutput];
