import {
  allUnits,
  type Draft,
  type Export,
  type Kept,
  mapUnits,
  type Profile,
  type Sent,
  type Target,
} from '../model/draft.ts';
import { DepecheError } from '../model/errors.ts';
import { languageOf } from '../model/locale.ts';
import { removedId } from '../xliff/identifiers.ts';
import { textHash } from '../xliff/segment-record.ts';
import { decide, type Meeting } from './decide.ts';
import { withoutIndentation } from './inline-text.ts';
import type { ReviewOptions, SegmentReport } from './outcome.ts';
import type { Returned, ReturnedSegment } from './returned.ts';

/** A draft after a file came home. */
export type Merged = {
  /** The very draft that went in where nothing has changed. */
  readonly draft: Draft;
  /** What became of each segment in the file, in its order. */
  readonly report: readonly SegmentReport[];
  /** The segments of the draft that are not in the file. */
  readonly absent: readonly string[];
};

/**
 * Merges what came home into a draft, segment by segment and by id: what was sent, what the master has now, what came back. Nobody's
 * work is overwritten, and merging the same file again changes nothing.
 *
 * @throws DepecheError `invalid` for another pair of languages, and where a segment comes back twice: nothing is merged then
 */
export function merge(draft: Draft, returned: Returned, options: ReviewOptions = {}): Merged {
  checkPair(draft, returned);
  checkTwice(draft, returned);
  const base = sentFinder(draft.exports ?? [], returned);
  const places = placesIn(draft);
  const live = new Map<string, Target>();
  const removed = new Map<string, Kept>();
  const report = returned.segments.map((theirs): SegmentReport => {
    const { sent, profile } = base(theirs);
    const place = places.get(theirs.id) ?? gone(theirs, sent);
    const segment = theirs.id;
    if (!place) return { segment, outcome: 'unknown', why: 'no segment of this dispatch has this id' };
    const meeting: Meeting = { source: place.source, ours: place.target, sent, profile, theirs };
    const { target, ...decision } = decide(meeting, options);
    if (!target) return { segment, ...decision };
    if (place.in === 'story') {
      live.set(segment, target);
      return { segment, ...decision };
    }
    removed.set(segment, { id: place.id, source: place.source, target });
    return { segment, ...decision, why: `${decision.why}; its sentence has left the story, and it is kept` };
  });
  const came = new Set(returned.segments.map(({ id }) => id));
  const absent = allUnits(draft).flatMap(({ segment }) => (came.has(segment.id) ? [] : [segment.id]));
  return { draft: withTargets(draft, places, live, removed), report, absent };
}

function checkPair({ dispatch, locale }: Draft, { source, target }: Returned): void {
  if (languageOf(source) === languageOf(dispatch.locale) && target === locale) return;
  const message = `is from ${source} into ${target}, and the draft of ${dispatch.id} is from ${dispatch.locale} into ${locale}`;
  throw new DepecheError('invalid', message);
}

/** Foreign units may do as they like; two answers for one segment of ours are none. */
function checkTwice(draft: Draft, { segments }: Returned): void {
  const known = new Set(allUnits(draft).map(({ segment }) => segment.id));
  const seen = new Set<string>();
  for (const { id, line } of segments) {
    if (known.has(id) && seen.has(id)) {
      throw new DepecheError('invalid', `the segment ${id} is in it twice: take one out`, {
        place: { line },
      });
    }
    seen.add(id);
  }
}

/** Where a segment of a file has its place: in the story, or among what has left it. */
type Place = Kept & { readonly in: 'story' | 'removed' };

/** By the ids that segments have in a file. */
function placesIn(draft: Draft): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { segment, target } of allUnits(draft)) {
    places.set(segment.id, { id: segment.id, source: segment.text, target, in: 'story' });
  }
  const taken = new Set(places.keys());
  for (const kept of draft.removed) places.set(removedId(kept.id, taken), { ...kept, in: 'removed' });
  return places;
}

/** A sentence that went out and left the story with nobody's work on it. */
function gone(theirs: ReturnedSegment, sent: Sent | undefined): Place | undefined {
  if (!sent || sent.sourceHash !== textHash(theirs.source)) return undefined;
  return { id: theirs.id, source: theirs.source, target: { state: 'pending' }, in: 'removed' };
}

type FindSent = (theirs: ReturnedSegment) => {
  readonly sent?: Sent | undefined;
  readonly profile?: Profile | undefined;
};

/** Finds how a segment went out: with the export the file names; where it names none, in these words, or else the last time. */
function sentFinder(exports: readonly Export[], { version, export: named }: Returned): FindSent {
  const own = exports.filter(({ id }) => id === named);
  const sameVersion = exports.filter(
    ({ profile }) => profile === version || (version === '1.2' && profile === 'omegat'),
  );
  const [candidates] = [own, sameVersion, exports].filter(({ length }) => length > 0);
  const newestFirst = [...(candidates ?? [])].reverse();
  return ({ id, target = '' }) => {
    const sending = newestFirst.filter(({ segments }) => segments.has(id));
    const inTheseWords = sending.find(
      ({ segments }) => withoutIndentation(segments.get(id)?.text ?? '') === target,
    );
    const found = inTheseWords ?? sending[0];
    return { sent: found?.segments.get(id), profile: found?.profile };
  };
}

function withTargets(
  draft: Draft,
  places: ReadonlyMap<string, Place>,
  live: ReadonlyMap<string, Target>,
  removed: ReadonlyMap<string, Kept>,
): Draft {
  if (live.size === 0 && removed.size === 0) return draft;
  const changed = mapUnits(draft, (unit) => {
    const target = live.get(unit.segment.id);
    return target ? { ...unit, target } : unit;
  });
  if (removed.size === 0) return changed;
  const kept = new Map<string, Kept>();
  for (const [id, place] of places) {
    if (place.in === 'removed') kept.set(id, { id: place.id, source: place.source, target: place.target });
  }
  for (const [id, work] of removed) kept.set(id, work);
  return { ...changed, removed: [...kept.values()] };
}
