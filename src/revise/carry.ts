import { departed, settleCovers, withFreshProposal } from '../model/covers.ts';
import { type Dispatch, datelineId, type Segment, segmentsOf } from '../model/dispatch.ts';
import {
  coveredBy,
  type Draft,
  isPersons,
  type Kept,
  type Master,
  type Target,
  type Unit,
} from '../model/draft.ts';
import { DepecheError } from '../model/errors.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { fittingOrder } from '../model/sentence-order.ts';
import { wordingOf } from '../text/wording.ts';

/**
 * Joins the store of record with the dispatch of today: every segment gets the target its id had before.
 *
 * Where the source has changed, a person's work becomes `stale` and keeps the words it was made for; a machine's is dropped and the
 * unit is pending again. People's work whose sentence left the story is kept as removed, and comes back when the sentence does.
 *
 * @throws DepecheError `invalid` where the master is that of another dispatch or of another pair of languages
 */
export function carry(dispatch: Dispatch, locale: Locale, master: Master | undefined): Draft {
  if (master) checkPair(dispatch, locale, master);
  const { dateline } = dispatch;
  const segments = segmentsOf(dispatch);
  const kept = new Map(master?.units.map((unit) => [unit.id, unit]));
  const present = new Set(segments.map((segment) => segment.id));
  if (dateline) present.add(datelineId);
  const removed = new Set([...(master?.removed ?? []), ...departed(master?.units ?? [], present)]);
  const takeReturning = returningFrom(removed);
  const keptOf = ({ id, text }: Segment): Kept => {
    const own = kept.get(id);
    const unit = own && isPersons(own.target) ? own : (takeReturning(text) ?? own);
    return {
      id,
      source: text,
      target: carried(text, unit),
      ...(unit?.accepted && { accepted: unit.accepted }),
    };
  };
  const settled = settleCovers(segments.map(keptOf), master?.units, sameWords);
  const unitOf = (segment: Segment, { target, accepted }: Kept): Unit => ({
    segment,
    target,
    matches: [],
    terms: [],
    issues: [],
    ...(accepted && { accepted }),
  });
  const units = segments.flatMap((segment, place) => {
    const own = settled[place];
    return own ? [unitOf(segment, own)] : [];
  });
  const opening = dateline && { id: datelineId, spans: [dateline.span], text: dateline.text };
  const order = fittingOrder(dispatch.paragraphs, master?.order);
  return {
    dispatch,
    locale,
    ...(opening && { dateline: unitOf(opening, keptOf(opening)) }),
    units,
    removed: [...removed],
    ...(master?.exports && { exports: master.exports }),
    ...(order && { order }),
  };
}

function checkPair(dispatch: Dispatch, locale: Locale, { id, source, target }: Master): void {
  const isOurs =
    id === dispatch.id && target === locale && languageOf(source) === languageOf(dispatch.locale);
  if (isOurs) return;
  throw new DepecheError(
    'invalid',
    `the master of ${dispatch.id} in ${locale} says that it is ${id}, from ${source} into ${target}: put the right file in its place`,
  );
}

/** Whether two sources say the same; a desk that only changes apostrophes or blanks has not changed the sentence. */
function sameWords(left: string, right: string): boolean {
  return left === right || wordingOf(left) === wordingOf(right);
}

/** Takes work out of the set for a sentence that says what it was made for, now or before it became stale; the oldest first. */
function returningFrom(removed: Set<Kept>): (source: string) => Kept | undefined {
  const waiting = new Map<string, Kept[]>();
  for (const unit of [...removed].reverse()) {
    const sources = unit.target.state === 'stale' ? [unit.source, unit.target.previousSource] : [unit.source];
    for (const words of sources.map(wordingOf)) {
      const same = waiting.get(words);
      if (same) same.push(unit);
      else waiting.set(words, [unit]);
    }
  }
  return (source) => {
    const same = waiting.size === 0 ? undefined : waiting.get(wordingOf(source));
    for (let unit = same?.pop(); unit; unit = same?.pop()) if (removed.delete(unit)) return unit;
    return undefined;
  };
}

/** The target a unit had, in the light of the source it has now. */
function carried(source: string, kept: Kept | undefined): Target {
  if (!kept) return { state: 'pending' };
  const { target } = kept;
  // The sources of all that it covers decide: see `settleCovers`.
  if (coveredBy(target).length > 0) return target;
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
      if (!sameWords(target.previousSource, source)) return withFreshProposal(target, source, sameWords);
      const { was, previousSource: _, proposed: __, ...work } = target;
      return { ...work, state: was };
    }
    case 'absorbed':
      return target;
    default:
      return target satisfies never;
  }
}
