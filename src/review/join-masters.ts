import { departed, settleCovers } from '../model/covers.ts';
import {
  coveredBy,
  type Export,
  isPersons,
  type Kept,
  type Master,
  type Target,
  textOf,
} from '../model/draft.ts';
import { DepecheError } from '../model/errors.ts';
import { rankOf } from '../xliff/states.ts';
import { sentAs } from './claim.ts';
import { withAccepted, withoutAccepted } from './join-accepted.ts';
import { joinOrders } from './join-orders.ts';
import type { SegmentReport } from './outcome.ts';

/** Two branches of a master in one. */
export type Joined = {
  readonly master: Master;
  /** Segments that people have given other words on both branches, and paragraphs another order: the master has ours. */
  readonly conflicts: readonly SegmentReport[];
};

/**
 * Joins two branches of a master, segment by segment. What one branch alone has changed is taken; a person's words go before a
 * machine's; of the same words the state that is further counts, and the findings that either branch has accepted. Sentences stand as in
 * the later version.
 *
 * @param base what both come from; none where they have nothing in common
 * @throws DepecheError `invalid` where they are not masters of one dispatch in one language
 */
export function joinMasters(base: Master | undefined, ours: Master, theirs: Master): Joined {
  for (const other of [base ?? ours, theirs]) checkSame(ours, other);
  const { master, conflicts } = joinTargets(
    base && withoutAccepted(base),
    withoutAccepted(ours),
    withoutAccepted(theirs),
  );
  const [before, here, there] = [byId(base), byId(ours), byId(theirs)];
  const accept = (kept: Kept): Kept => {
    const { id } = kept;
    return withAccepted(kept, { base: before.get(id), ours: here.get(id), theirs: there.get(id) });
  };
  return {
    master: { ...master, units: master.units.map(accept), removed: master.removed.map(accept) },
    conflicts,
  };
}

function joinTargets(base: Master | undefined, ours: Master, theirs: Master): Joined {
  const layout = theirs.version > ours.version ? theirs : ours;
  const known = { base: byId(base), ours: byId(ours), theirs: byId(theirs) };
  const today = new Map(layout.units.map(({ id, source }) => [id, source]));
  const conflicts: SegmentReport[] = [];
  const joined = new Map<string, Kept>();
  for (const ids of groupsIn([...(base ? [base] : []), ours, theirs])) {
    const one = ids.length === 1 ? joinOne(ids, known, today) : joinGroup(ids, known);
    conflicts.push(...one.conflicts);
    for (const kept of one.kept) joined.set(kept.id, kept);
  }
  const units = settleCovers(layout.units.map((unit) => joined.get(unit.id) ?? unit));
  const live = new Set(units.map(({ id }) => id));
  const gone = departed([...joined.values()], live);
  const removed = distinct([...gone, ...shadowed(ours), ...shadowed(theirs)]);
  const exports = exportsOf(ours, theirs);
  const { order, conflicts: orders } = joinOrders(base, ours, theirs);
  const { exports: _exports, order: _order, canceled: _canceled, ...rest } = layout;
  const changedHere = ours.canceled !== base?.canceled;
  const canceled = (changedHere ? ours : theirs).canceled;
  const master = {
    ...rest,
    ...(canceled && { canceled }),
    units,
    removed,
    ...(exports.length > 0 && { exports }),
    ...(order.size > 0 && { order }),
  };
  return { master, conflicts: [...conflicts, ...orders] };
}

type Known = Readonly<Record<'base' | 'ours' | 'theirs', ReadonlyMap<string, Kept>>>;
type JoinedPart = { readonly kept: readonly Kept[]; readonly conflicts: readonly SegmentReport[] };

/** The ids of all segments, those that a target covers on any branch together with it. */
function groupsIn(masters: readonly Master[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const { id, target } of masters.flatMap(({ removed, units }) => [...units, ...removed])) {
    const ids = [id, ...coveredBy(target)];
    const together = [...new Set(ids.flatMap((each) => groups.get(each) ?? [each]))];
    for (const each of together) groups.set(each, together);
  }
  return [...new Set(groups.values())];
}

function joinOne(ids: readonly string[], known: Known, today: ReadonlyMap<string, string>): JoinedPart {
  const [id = ''] = ids;
  const here = known.ours.get(id);
  const there = known.theirs.get(id);
  const one = here && there ? join(known.base.get(id), here, there, today.get(id)) : (here ?? there);
  const conflicts = one === 'conflict' ? [conflictOf(id, here, there)] : [];
  const kept = one === 'conflict' ? here : one;
  return { kept: kept ? [kept] : [], conflicts };
}

/** Sentences that one branch has joined are taken from one branch, all of them: half of each would say something twice or not at all. */
function joinGroup(ids: readonly string[], { base, ours, theirs }: Known): JoinedPart {
  const at = (of: ReadonlyMap<string, Kept>) => ids.flatMap((id) => of.get(id) ?? []);
  const [before, here, there] = [at(base), at(ours), at(theirs)];
  const isSameGroup = (one: readonly Kept[], other: readonly Kept[]) =>
    JSON.stringify(one) === JSON.stringify(other);
  if (isSameGroup(here, there) || isSameGroup(there, before)) return { kept: here, conflicts: [] };
  const isWork = (group: readonly Kept[]) => group.some(({ target }) => isPersons(target));
  if (isSameGroup(here, before) || !isWork(here)) return { kept: there, conflicts: [] };
  if (!isWork(there)) return { kept: here, conflicts: [] };
  const conflicts = ids.flatMap((id) => {
    const [mine, other] = [ours.get(id), theirs.get(id)];
    return mine && other && isSame(mine, other) ? [] : [conflictOf(id, mine, other)];
  });
  return { kept: here, conflicts };
}

function checkSame(ours: Master, other: Master): void {
  if (ours.id === other.id && ours.source === other.source && ours.target === other.target) return;
  const names = [ours, other].map(({ id, source, target }) => `${id}, ${source} to ${target}`);
  throw new DepecheError('invalid', `these are two masters, and no branches of one: ${names.join('; ')}`);
}

/** What stands in the story goes before what has left it under the same id. */
function byId(master: Master | undefined): Map<string, Kept> {
  return new Map([...(master?.removed ?? []), ...(master?.units ?? [])].map((kept) => [kept.id, kept]));
}

/** What has left the story and shares its id with something else: a story can lose a dateline and have another. */
function shadowed(master: Master): Kept[] {
  const known = byId(master);
  return master.removed.filter((kept) => known.get(kept.id) !== kept);
}

function distinct(kept: readonly Kept[]): Kept[] {
  return [...new Map(kept.map((one) => [JSON.stringify(one), one])).values()];
}

/** @param today the source the sentence has in the later version */
function join(
  base: Kept | undefined,
  ours: Kept,
  theirs: Kept,
  today: string | undefined,
): Kept | 'conflict' {
  if (isSame(ours, theirs) || isSame(theirs, base)) return ours;
  if (isSame(ours, base)) return theirs;
  const persons = { ours: isPersons(ours.target), theirs: isPersons(theirs.target) };
  if (persons.ours !== persons.theirs) return persons.ours ? ours : theirs;
  if (!persons.ours) return ours;
  const words = {
    base: base && textOf(base.target),
    ours: textOf(ours.target),
    theirs: textOf(theirs.target),
  };
  if (words.ours === words.theirs && ours.source !== theirs.source) {
    // Who approved the words for today's source has said more than who did for an earlier one.
    const fresh = [ours, theirs].find(({ source, target }) => source === today && target.state !== 'stale');
    if (fresh) return fresh;
  }
  if (words.ours === words.theirs) return progress(theirs.target) > progress(ours.target) ? theirs : ours;
  if (words.theirs === words.base && !isFurther(theirs, base)) return ours;
  if (words.ours === words.base && !isFurther(ours, base)) return theirs;
  return 'conflict';
}

/** Whether a person has taken the same words further. */
function isFurther(kept: Kept, base: Kept | undefined): boolean {
  if (base === undefined) return false;
  return progress(kept.target) > progress(base.target) || levelOf(kept.target) > levelOf(base.target);
}

/** How far a person took the words, whether or not their source has changed since. */
function levelOf(target: Target): number {
  return target.state === 'stale' ? rankOf(target.was) : progress(target);
}

function progress(target: Target): number {
  return rankOf(sentAs(target.state));
}

function isSame(one: Kept, other: Kept | undefined): boolean {
  return other !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

function conflictOf(segment: string, here: Kept | undefined, there: Kept | undefined): SegmentReport {
  const ours = here && textOf(here.target);
  const theirs = there && textOf(there.target);
  return {
    segment,
    outcome: 'conflicting',
    why: 'people have changed it on both branches: ours is kept',
    ...(ours !== undefined && { ours }),
    ...(theirs !== undefined && { theirs }),
  };
}

function exportsOf(ours: Master, theirs: Master): readonly Export[] {
  const exports = new Map<string, Export>();
  for (const made of [...(ours.exports ?? []), ...(theirs.exports ?? [])]) {
    if (!exports.has(made.id)) exports.set(made.id, made);
  }
  return [...exports.values()];
}
