import type { AcceptedFinding, FindingAcceptance } from '../model/accepted-finding.ts';
import { type Draft, mapUnits, textOf, type Unit } from '../model/draft.ts';
import type { Issue } from '../model/issue.ts';
import type { Span } from '../model/span.ts';
import { hashOf } from '../text/hash.ts';
import { wordingOf } from '../text/wording.ts';
import { textHash } from '../xliff/segment-record.ts';

/**
 * What tells one finding from every other in its segment: the check, what it says, where, and the wording of the source. 64 bits as
 * hexadecimal digits.
 *
 * @param unit as the checks see it: joined sentences are one (`foldCovers`)
 */
export function findingHash({ check, message, source, target }: Issue, { segment }: Unit): string {
  return hashOf(check, message, placeOf(source), placeOf(target), wordingOf(segment.text)).slice(0, 16);
}

function placeOf(span: Span | undefined): string {
  return span ? `${span.start}-${span.end}` : '';
}

/** A person's acceptance of one finding, or undefined where the unit has no words that could be accepted. */
export function acceptedFinding(
  issue: Issue,
  unit: Unit,
  acceptance: FindingAcceptance,
): AcceptedFinding | undefined {
  const text = textOf(unit.target);
  if (text === undefined || text.trim() === '') return undefined;
  return {
    check: issue.check,
    finding: findingHash(issue, unit),
    words: textHash(text),
    ...acceptance,
  };
}

/**
 * Marks the issues that people have accepted. An acceptance holds for the finding it was given for, beside the words it was given for, and
 * for nothing else.
 */
export function markAccepted(draft: Draft): Draft {
  return mapUnits(draft, (unit) => {
    const isMarked = unit.issues.some((issue) => issue.accepted);
    const accepted = acceptedNow(unit);
    if (accepted.size === 0 && !isMarked) return unit;
    const issues = unit.issues.map(({ accepted: _, ...issue }): Issue => {
      const known = accepted.get(findingHash(issue, unit));
      if (known?.check !== issue.check) return issue;
      return { ...issue, accepted: { by: known.by, ...(known.at !== undefined && { at: known.at }) } };
    });
    return { ...unit, issues };
  });
}

/** The acceptances that were given for the words the target has, by the hash of the finding; the first one counts. */
function acceptedNow({ target, accepted }: Unit): ReadonlyMap<string, AcceptedFinding> {
  const text = textOf(target);
  if (!accepted || text === undefined) return new Map();
  const words = textHash(text);
  return new Map(accepted.toReversed().flatMap((one) => (one.words === words ? [[one.finding, one]] : [])));
}
