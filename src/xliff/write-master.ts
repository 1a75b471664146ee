import type { Draft } from '../model/draft.ts';
import { stateOf } from './states.ts';
import { writeXliff2, type Xliff2Shape } from './xliff-2.ts';

/** How a master is written, and with the id of its export also what goes out as XLIFF 2.1. */
export const masterShape = {
  version: '2.1',
  stateOf,
  marksTerms: true,
  keepsRemoved: true,
} as const satisfies Xliff2Shape;

/**
 * The master of a draft, its store of record, as XLIFF 2.1: a unit for each paragraph, a segment for each sentence.
 *
 * The same draft gives the same bytes. `readMaster` gives back every target, its provenance, what was removed and what was exported;
 * terms, matches and issues are written for people and tools, and are found anew by each run.
 *
 * @param options.original where the copy came from, as a path in the project; the id of the dispatch where it is not known
 * @throws DepecheError `invalid` where the draft has no unit for a segment of its dispatch
 */
export function writeMaster(draft: Draft, options: { original?: string } = {}): string {
  return writeXliff2(draft, { ...masterShape, ...options });
}
