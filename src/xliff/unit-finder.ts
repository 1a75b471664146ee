import type { Segment } from '../model/dispatch.ts';
import type { Draft, Unit } from '../model/draft.ts';
import { DepecheError } from '../model/errors.ts';

/**
 * Finds the units of a draft by the segments of its dispatch.
 *
 * @throws DepecheError `invalid`, when asked for a segment that the draft has no unit for
 */
export function unitFinder({ dispatch, units }: Draft): (segment: Segment) => Unit {
  const byId = new Map(units.map((unit) => [unit.segment.id, unit]));
  return ({ id }) => byId.get(id) ?? missing(dispatch.id, id);
}

function missing(dispatch: string, segment: string): never {
  throw new DepecheError(
    'invalid',
    `the draft of ${dispatch} has no unit for its segment ${segment}: make the draft from the dispatch anew`,
  );
}
