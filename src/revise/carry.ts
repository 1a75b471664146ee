import { type Dispatch, datelineId, type Segment, segmentsOf } from '../model/dispatch.ts';
import { type Draft, isPersons, type Kept, type Master, type Target, type Unit } from '../model/draft.ts';
import type { Locale } from '../model/locale.ts';
import { wordingOf } from '../text/wording.ts';

/**
 * Joins the store of record with the dispatch of today: every segment gets the target its id had before.
 *
 * Where the source has changed, a person's work becomes `stale` and keeps the words it was made for; a machine's is dropped and the
 * unit is pending again. People's work whose sentence left the story is kept as removed, and comes back when the sentence does.
 */
export function carry(dispatch: Dispatch, locale: Locale, master: Master | undefined): Draft {
  const kept = new Map(master?.units.map((unit) => [unit.id, unit]));
  const removed = [...(master?.removed ?? [])];
  const present = new Set([datelineId, ...segmentsOf(dispatch).map((segment) => segment.id)]);
  for (const unit of master?.units ?? []) {
    const gone = !present.has(unit.id) || (unit.id === datelineId && !dispatch.dateline);
    if (gone && isPersons(unit.target)) removed.push(unit);
  }
  const unitOf = (segment: Segment): Unit => ({
    segment,
    target: carried(segment.text, kept.get(segment.id) ?? takeReturning(removed, segment.text)),
    matches: [],
    terms: [],
    issues: [],
  });
  const units = segmentsOf(dispatch).map(unitOf);
  const { dateline } = dispatch;
  return {
    dispatch,
    locale,
    ...(dateline && { dateline: unitOf({ id: datelineId, spans: [dateline.span], text: dateline.text }) }),
    units,
    removed,
  };
}

/** Whether two sources say the same; a desk that only changes apostrophes or blanks has not changed the sentence. */
function sameWords(left: string, right: string): boolean {
  return left === right || wordingOf(left) === wordingOf(right);
}

/** Takes the first removed unit whose source says the same out of the list. */
function takeReturning(removed: Kept[], source: string): Kept | undefined {
  const at = removed.findIndex((unit) => sameWords(unit.source, source));
  return at < 0 ? undefined : removed.splice(at, 1)[0];
}

/** The target a unit had, in the light of the source it has now. */
function carried(source: string, kept: Kept | undefined): Target {
  if (!kept) return { state: 'pending' };
  const { target } = kept;
  switch (target.state) {
    case 'pending':
    case 'failed':
      return { state: 'pending' };
    case 'recalled':
    case 'drafted':
      return sameWords(kept.source, source) ? target : { state: 'pending' };
    case 'translated':
    case 'reviewed':
    case 'final': {
      if (sameWords(kept.source, source)) return target;
      const { state, ...work } = target;
      return { ...work, state: 'stale', was: state, previousSource: kept.source };
    }
    case 'stale': {
      if (!sameWords(target.previousSource, source)) return target;
      const { was, previousSource: _, ...work } = target;
      return { ...work, state: was };
    }
    default:
      return target satisfies never;
  }
}
