import { acceptedFinding, findingHash } from '../check/accepted-findings.ts';
import type { FindingAcceptance } from '../model/accepted-finding.ts';
import { foldCovers } from '../model/covers.ts';
import { allUnits, type Draft, mapUnits, type Unit } from '../model/draft.ts';
import { DepecheError } from '../model/errors.ts';
import type { Issue } from '../model/issue.ts';

/** One finding of a draft, as a person names it. */
export type NamedFinding = {
  readonly check: string;
  readonly segment: string;
  /** Which of the findings of this check in this segment, from 1; left out where there is only one. */
  readonly nth?: number;
};

/** The draft with the acceptance in it, and the finding it was given for. */
export type AcceptedDraft = { readonly draft: Draft; readonly issue: Issue };

/**
 * Accepts one finding as no fault; one that has been accepted already is accepted anew, under the name given here.
 *
 * @param draft with the issues of today
 * @throws DepecheError `usage` where nothing or more than one thing is named, and for what cannot be accepted
 */
export function acceptFinding(
  draft: Draft,
  named: NamedFinding,
  acceptance: FindingAcceptance,
): AcceptedDraft {
  const { unit, issue } = found(draft, named);
  if (issue.check === 'marked-for-work') {
    refuse('a mark for work is answered by an edit or by depeche accept, which names the segment');
  }
  const accepted = acceptedFinding(issue, unit, acceptance);
  if (!accepted) refuse(`the segment ${named.segment} has no words yet that could be accepted`);
  return { draft: withFinding(draft, { unit, issue }, [accepted]), issue };
}

/**
 * Takes back the acceptance of one finding; it counts again.
 *
 * @throws DepecheError `usage` where nothing or more than one thing is named, and where nobody has accepted it
 */
export function withdrawFinding(draft: Draft, named: NamedFinding): AcceptedDraft {
  const { unit, issue } = found(draft, named);
  if (!issue.accepted) refuse(`nobody has accepted this finding: ${issue.message}`);
  return { draft: withFinding(draft, { unit, issue }, []), issue };
}

type Found = { readonly unit: Unit; readonly issue: Issue };

function found(draft: Draft, { check, segment, nth }: NamedFinding): Found {
  const units = allUnits(foldCovers(draft));
  const unit = units.find((one) => one.segment.id === segment);
  if (!unit) {
    return refuse(`there is no segment “${segment}” in ${draft.dispatch.id}: depeche check lists them`);
  }
  const issues = unit.issues.filter((issue) => issue.check === check);
  if (issues.length === 0) {
    const others = [...new Set(unit.issues.map((issue) => issue.check))].join(', ');
    return refuse(
      `${check} finds nothing in ${segment}${others === '' ? '' : `: there are findings of ${others}`}`,
    );
  }
  const issue = issues.length === 1 && nth === undefined ? issues[0] : issues[(nth ?? 0) - 1];
  if (issue) return { unit, issue };
  const listed = issues.map(({ message }, index) => `\n  --nth ${index + 1}: ${message}`).join('');
  return refuse(`${check} finds ${issues.length} things in ${segment}; name one of them:${listed}`);
}

function withFinding(draft: Draft, { unit, issue }: Found, now: NonNullable<Unit['accepted']>): Draft {
  const hash = findingHash(issue, unit);
  return mapUnits(draft, (other) => {
    if (other.segment.id !== unit.segment.id) return other;
    const { accepted: before = [], ...rest } = other;
    const accepted = [...before.filter(({ finding }) => finding !== hash), ...now];
    return accepted.length === 0 ? rest : { ...rest, accepted };
  });
}

function refuse(message: string): never {
  throw new DepecheError('usage', message);
}
