import { isFilled, type Unit } from '../../model/draft.ts';
import { type Issue, isOpen } from '../../model/issue.ts';

/** What a desk looks for in a report. A sentence may be of several kinds, or of none. */
export const kinds = {
  pending: 'Without translation',
  stale: 'Stale',
  marked: 'Marked for work',
  issues: 'With issues',
  machine: 'By machine, not reviewed',
} as const;

export type Kind = keyof typeof kinds;

/** The check id of the mark that a reviewer sets on a translation to have it worked on. */
const markedForWork = 'marked-for-work';

export function kindsOf(unit: Unit): Kind[] {
  const { target } = unit;
  const found: Kind[] = [];
  if (!isFilled(target)) found.push('pending');
  if (target.state === 'stale') found.push('stale');
  if (unit.issues.some((issue) => issue.check === markedForWork)) found.push('marked');
  if (listedIssues(unit).length > 0) found.push('issues');
  if (isFilled(target) && target.provenance.origin.kind === 'machine') {
    if (target.state !== 'reviewed' && target.state !== 'final') found.push('machine');
  }
  return found;
}

/** The open issues of a unit; of one without a translation none: its state says it. */
export function listedIssues({ target, issues }: Unit): readonly Issue[] {
  return issues.filter((issue) => isOpen(issue) && (isFilled(target) || issue.check === markedForWork));
}
