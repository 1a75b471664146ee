import { settledDraft } from '../model/covers.ts';
import { allUnits, coveredBy, type Draft, type Sent, type Target } from '../model/draft.ts';
import { DepecheError } from '../model/errors.ts';
import { languageOf } from '../model/locale.ts';
import { wordingHash } from '../xliff/segment-record.ts';
import { rankOf } from '../xliff/states.ts';
import { touchedSince } from './act.ts';
import { claimOf, sentAs } from './claim.ts';
import { decide } from './decide.ts';
import { canonicalWords } from './inline-text.ts';
import { joinSegments } from './joined-segments.ts';
import { type Meeting, sourceOf } from './meeting.ts';
import { mergeOrders } from './merge-orders.ts';
import { type Decision, quiet, type ReviewOptions, type SegmentReport } from './outcome.ts';
import { gone, heirOf, type Place, placesIn, withTargets } from './places.ts';
import type { Returned, ReturnedSegment } from './returned.ts';
import { type FindSent, sentFinder } from './sent-finder.ts';

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
  checkExport(draft, returned, options);
  checkTwice(draft, returned);
  const find = sentFinder(draft.exports ?? [], returned);
  const places = placesIn(draft);
  const targets = new Map<string, { readonly place: Place; readonly target: Target }>();
  const mergeOne = (theirs: ReturnedSegment): SegmentReport[] => {
    const segment = theirs.id;
    const meeting = meet(theirs, places, find);
    if (!meeting) return [homeless(theirs, find(theirs).sent)];
    const { target, ...decision } = withNote(decide(meeting, options), theirs.note);
    const { place } = meeting;
    const heir = target && place.in === 'removed' && heirOf({ ...place, target }, places);
    if (heir) {
      return [
        { segment, outcome: 'unchanged', why: `${heir}, which says the same, has these words already` },
      ];
    }
    const covers = theirs.covers ?? [];
    if (target) {
      targets.set(segment, { place, target });
      for (const id of coveredBy(target)) {
        const other = places.get(id);
        if (other) targets.set(id, { place: other, target: { state: 'absorbed', into: segment } });
      }
    }
    const left = target && place.in === 'removed' ? '; its sentence has left the story, and it is kept' : '';
    const { outcome } = decision;
    const apartStill = target !== undefined && coveredBy(target).length === 0;
    return [
      { segment, ...decision, why: `${decision.why}${left}` },
      ...covers.map(
        (id): SegmentReport =>
          apartStill
            ? { segment: id, outcome: 'unchanged', why: `came back within ${segment}, and stays as it is` }
            : { segment: id, outcome, why: quiet.absorbed },
      ),
    ];
  };
  const isOurs = (theirs: ReturnedSegment): boolean => {
    const meeting = meet(theirs, places, find);
    return meeting !== undefined && sourceOf(meeting) !== 'foreign';
  };
  const sentences = draft.units.map(({ segment }) => ({ id: segment.id, source: segment.text }));
  const report = joinSegments(returned.segments, sentences, isOurs)
    .flatMap((theirs) => apart(theirs, places, find))
    .flatMap(mergeOne);
  const came = new Set(report.map(({ segment }) => segment));
  const absent = allUnits(draft).flatMap(({ segment, target }) =>
    came.has(segment.id) || target.state === 'absorbed' ? [] : [segment.id],
  );
  const merged = targets.size === 0 ? draft : settledDraft(withTargets(draft, places, targets));
  const ordered = mergeOrders(merged, returned, options);
  return { draft: ordered.draft, report: [...report, ...ordered.report], absent };
}

/** A tool's own, or one that went out, left the story, and comes back with another source: its words are shown, for nothing has them. */
function homeless({ id, source, target }: ReturnedSegment, sent: Sent | undefined): SegmentReport {
  if (!sent) return { segment: id, outcome: 'unknown', why: 'no segment of this dispatch has this id' };
  const why = `its sentence has left the story, and its source is not the one that went out: “${source}”`;
  return { segment: id, outcome: 'refused', why, ...(target !== undefined && { theirs: target }) };
}

/** A note that somebody left in a tool changes nothing, and is told. */
function withNote(decision: Decision, note: string | undefined): Decision {
  return note === undefined ? decision : { ...decision, why: `${decision.why}; a note: “${note}”` };
}

function checkPair({ dispatch, locale }: Draft, { source, target }: Returned): void {
  if (languageOf(source) === languageOf(dispatch.locale) && target === locale) return;
  const message = `is from ${source} into ${target}, and the draft of ${dispatch.id} is from ${dispatch.locale} into ${locale}`;
  throw new DepecheError('invalid', message);
}

/** Without what was sent nobody can tell an edit from a wording of the other branch, unless a person says what is to count. */
function checkExport({ exports = [] }: Draft, { export: named }: Returned, { prefer }: ReviewOptions): void {
  if (named === undefined || prefer !== undefined || exports.some(({ id }) => id === named)) return;
  const message = `went out as ${named}, which this master does not remember: join the branch it went out from first; where that is gone, --prefer ours takes what is finished in it and keeps all that people did here, and --prefer theirs puts it in place of that too`;
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

/** A returned segment with its place, what went out of it, and the segments that a tool joined with it. */
function meet(
  theirs: ReturnedSegment,
  places: ReadonlyMap<string, Place>,
  find: FindSent,
): (Meeting & { readonly place: Place }) | undefined {
  const { sent, profile, states, isNamed, isFromElsewhere } = find(theirs);
  const place = places.get(theirs.id) ?? gone(theirs, sent);
  if (!place) return undefined;
  const joined = (theirs.covers ?? []).flatMap((id) => {
    const other = places.get(id);
    return other ? [{ ours: other.target, sent: find({ ...theirs, id }).sent }] : [];
  });
  const { source, joinedSource, target: ours } = place;
  return {
    wasJoined: wentOutJoined(ours, places, find),
    source,
    joinedSource,
    ours,
    joined,
    sent: sentTogether(theirs, sent, joined),
    profile,
    states,
    isNamed,
    isFromElsewhere,
    theirs,
    place,
  };
}

function wentOutJoined(ours: Target, places: ReadonlyMap<string, Place>, find: FindSent): boolean {
  const head = ours.state === 'absorbed' ? places.get(ours.into) : undefined;
  const sent = head && find({ id: head.id }).sent;
  if (!head || sent?.sourceHash !== wordingHash(head.joinedSource)) return false;
  return !touchedSince(head.target, sent);
}

/** What went out of segments that came back as one. */
function sentTogether(
  theirs: ReturnedSegment,
  sent: Sent | undefined,
  joined: Meeting['joined'],
): Sent | undefined {
  const sourceHash = wordingHash(theirs.source);
  if (!sent || joined.length === 0 || sent.sourceHash === sourceHash) return sent;
  const all = [sent, ...joined.flatMap((other) => other.sent ?? [])];
  const [least] = all.toSorted((one, other) => rankOf(sentAs(one.state)) - rankOf(sentAs(other.state)));
  const texts = all.flatMap(({ text }) => text ?? []);
  return {
    sourceHash,
    state: least?.state ?? sent.state,
    ...(texts.length > 0 && { text: texts.join(' ') }),
  };
}

/** Segments whose sources and words a tool has only put one behind the other: nobody has joined the sentences, so they stay apart. */
function apart(
  theirs: ReturnedSegment,
  places: ReadonlyMap<string, Place>,
  find: FindSent,
): readonly ReturnedSegment[] {
  const head = places.get(theirs.id);
  if (!theirs.covers || !head || coveredBy(head.target).join() === theirs.covers.join()) return [theirs];
  const { covers, remark: _, target: joined = '', ...whole } = theirs;
  // A state that stands as the first one went out says nothing of the others.
  const first = sentAs(find(theirs).sent?.state ?? head.target.state);
  const isNews = claimOf(theirs.standing, first).state !== first;
  const rest = isNews ? whole : { ...whole, standing: {} };
  const parts = [theirs.id, ...covers].flatMap((id) => {
    const { sent } = find({ ...theirs, id });
    const source = places.get(id)?.source;
    if (source === undefined || !sent) return [];
    return [{ ...rest, id, source, ...(sent.text !== undefined && { target: sent.text }) }];
  });
  const words = parts.flatMap(({ target }) => target ?? []).join(' ');
  return parts.length > covers.length && canonicalWords(words) === canonicalWords(joined) ? parts : [theirs];
}
