import { foldSentences } from '../model/covers.ts';
import { allUnits, type Draft, type Kept, mapUnits, type Sent, type Target } from '../model/draft.ts';
import { wordingOf } from '../text/wording.ts';
import { removedId } from '../xliff/identifiers.ts';
import { wordingHash } from '../xliff/segment-record.ts';
import { rankOf } from '../xliff/states.ts';
import { sentAs } from './claim.ts';
import type { ReturnedSegment } from './returned.ts';

/** Where a segment of a file has its place: in the story, or among what has left it. */
export type Place = Kept & {
  readonly in: 'story' | 'removed';
  /** Its source with those of all that its target covers. */
  readonly joinedSource: string;
};

/** By the ids that segments have in a file. */
export function placesIn(draft: Draft): Map<string, Place> {
  const places = new Map<string, Place>();
  const units = allUnits(draft).map(({ segment, target }) => ({
    id: segment.id,
    source: segment.text,
    target,
  }));
  const joined = new Map(foldSentences(units).map(({ id, source }) => [id, source]));
  for (const unit of units) {
    places.set(unit.id, { ...unit, joinedSource: joined.get(unit.id) ?? unit.source, in: 'story' });
  }
  const taken = new Set(places.keys());
  for (const kept of draft.removed) {
    places.set(removedId(kept.id, taken), { ...kept, joinedSource: kept.source, in: 'removed' });
  }
  return places;
}

/** A sentence that went out and left the story with nobody's work on it. */
export function gone(theirs: ReturnedSegment, sent: Sent | undefined): Place | undefined {
  if (!sent || sent.sourceHash !== wordingHash(theirs.source)) return undefined;
  const { id, source } = theirs;
  return { id, source, joinedSource: source, target: { state: 'pending' }, in: 'removed' };
}

/**
 * The sentence of the story that has the words of one which left it: work goes on with a sentence that says the same, and is then not
 * among what was removed any more.
 *
 * @returns its id; undefined where none has these words, taken as far
 */
export function heirOf({ source, target }: Kept, places: ReadonlyMap<string, Place>): string | undefined {
  if (!('by' in target)) return undefined;
  for (const place of places.values()) {
    const { target: ours } = place;
    if (place.in === 'removed' || wordingOf(place.joinedSource) !== wordingOf(source)) continue;
    if (!('by' in ours) || ours.text !== target.text) continue;
    if (rankOf(sentAs(ours.state)) >= rankOf(sentAs(target.state))) return place.id;
  }
  return undefined;
}

/** The draft with other targets in some of its places; the very draft where there are none. */
export function withTargets(
  draft: Draft,
  places: ReadonlyMap<string, Place>,
  targets: ReadonlyMap<string, { readonly place: Place; readonly target: Target }>,
): Draft {
  if (targets.size === 0) return draft;
  const changed = mapUnits(draft, (unit) => {
    const found = targets.get(unit.segment.id);
    return found?.place.in === 'story' ? { ...unit, target: found.target } : unit;
  });
  if (![...targets.values()].some(({ place }) => place.in === 'removed')) return changed;
  const removed = new Map<string, Place>();
  for (const [id, place] of places) if (place.in === 'removed') removed.set(id, place);
  for (const [id, { place, target }] of targets) {
    if (place.in === 'removed') removed.set(id, { ...place, target });
  }
  return {
    ...changed,
    removed: Array.from(
      removed.values(),
      ({ id, source, target, accepted }): Kept => ({ id, source, target, ...(accepted && { accepted }) }),
    ),
  };
}
