import {
  allUnits,
  coveredBy,
  type Draft,
  isFilled,
  mapUnits,
  type Target,
  type Unit,
} from '../model/draft.ts';
import { DepecheError } from '../model/errors.ts';
import { proposalsOf } from '../model/proposals.ts';
import { isPseudo, markOf, withStep } from '../model/provenance.ts';
import { rankOf } from '../xliff/states.ts';
import { type Decision, type Level, quiet, type SegmentReport } from './outcome.ts';

/** Who accepts, how far, and when (ISO 8601). */
export type Acceptance = {
  readonly as: Level;
  readonly by: string;
  readonly at?: string;
  /**
   * Takes what is proposed for stale work in its place: the same words with the facts of today, else a machine's for the source of today.
   * Only segments that are named.
   */
  readonly proposed?: boolean;
};

/**
 * Takes words as they stand as far as a person says. Work that is stale or marked is accepted only where it is named: a whole story is
 * signed off by what is in order.
 *
 * @param segments the ids of those to accept; none: all
 * @throws DepecheError `usage` for an id that no segment of the draft has
 */
export function accept(
  draft: Draft,
  segments: readonly string[],
  acceptance: Acceptance,
): { draft: Draft; report: readonly SegmentReport[] } {
  const units = allUnits(draft);
  const stranger = segments.find((id) => units.every(({ segment }) => segment.id !== id));
  if (stranger !== undefined) {
    const message = `there is no segment “${stranger}” in ${draft.dispatch.id}: depeche show --json lists them`;
    throw new DepecheError('usage', message);
  }
  const named = new Set(segments);
  const chosen = named.size === 0 ? units : units.filter(({ segment }) => named.has(segment.id));
  const decisions = new Map(
    chosen.map((unit) => [unit.segment.id, decide(unit, acceptance, named.size > 0)] as const),
  );
  const report = Array.from(decisions, ([segment, { target: _, ...decision }]) => ({ segment, ...decision }));
  if (![...decisions.values()].some(({ target }) => target)) return { draft, report };
  const changed = mapUnits(draft, (unit) => {
    const target = decisions.get(unit.segment.id)?.target;
    return target ? { ...unit, target } : unit;
  });
  return { draft: changed, report };
}

function decide(unit: Unit, acceptance: Acceptance, isNamed: boolean): Decision {
  const { target } = unit;
  const { as, by, at } = acceptance;
  if (acceptance.proposed === true) return decideProposed(unit, acceptance, isNamed);
  if (target.state === 'absorbed') {
    return {
      outcome: 'unchanged',
      why: isNamed ? `${target.into} says it: accept that one` : quiet.absorbed,
    };
  }
  if (!isFilled(target) || target.text.trim() === '')
    return { outcome: 'refused', why: 'there are no words' };
  if (isPseudo(target.provenance)) return { outcome: 'refused', why: 'its words are pseudo text' };
  const mark = markOf(target.provenance);
  if (!isNamed && target.state === 'stale') {
    return { outcome: 'refused', why: 'its source has changed since: name the segment to accept it' };
  }
  if (!isNamed && mark) {
    return { outcome: 'refused', why: `marked for work by ${mark.by}: name the segment to accept it` };
  }
  if (!mark && hasReached(target, as)) return { outcome: 'unchanged', why: quiet.known };
  const when = at === undefined ? {} : { at };
  const provenance = withStep(target.provenance, { did: 'accepted', by, ...when });
  const state = hasReached(target, as) ? target.state : as;
  const covers = coveredBy(target);
  return {
    outcome: 'accepted',
    why: `accepted as it is: ${state}`,
    target: { state, text: target.text, by, ...when, provenance, ...(covers.length > 0 && { covers }) },
  };
}

function decideProposed(unit: Unit, { as, by, at }: Acceptance, isNamed: boolean): Decision {
  const { target, segment } = unit;
  if (!isNamed)
    return { outcome: 'refused', why: 'what is proposed is accepted segment by segment: name it' };
  const match =
    target.state === 'stale' ? proposalsOf(unit).find(({ from }) => from === `#${segment.id}`) : undefined;
  if (!match) return { outcome: 'refused', why: 'nothing is proposed in its place' };
  const when = at === undefined ? {} : { at };
  const provenance = withStep(match.provenance, { did: 'accepted', by, ...when });
  const covers = coveredBy(target);
  return {
    outcome: 'accepted',
    why: `what was proposed is accepted: ${as}`,
    target: { state: as, text: match.target, by, ...when, provenance, ...(covers.length > 0 && { covers }) },
  };
}

function hasReached(target: Target, level: Level): target is Extract<Target, { readonly state: Level }> {
  return (
    (target.state === 'translated' || target.state === 'reviewed' || target.state === 'final') &&
    rankOf(target.state) >= rankOf(level)
  );
}
