import type { Place } from '../../model/errors.ts';
import type { Issue, Severity } from '../../model/issue.ts';
import type { Locale } from '../../model/locale.ts';
import { hashOf } from '../../text/hash.ts';

/** An issue with the place it was found in: a file of the project, as a path with `/`, and where the segment begins in it. */
export type PlacedFinding = Issue & {
  /** The dispatch. */
  readonly id: string;
  readonly locale: Locale;
  readonly segment: string;
} & Place;

/** What the checks say of one draft. */
export type CheckedDraft = {
  readonly id: string;
  readonly locale: Locale;
  /** Its store of record, as a path in the project. */
  readonly file: string;
  /** The ids of its segments in the order of the dispatch, the dateline first. */
  readonly segments: readonly string[];
  readonly findings: readonly PlacedFinding[];
};

/** A check as an output lists it: its own severity may be another than that of a finding. */
export type Rule = { readonly id: string; readonly severity: Severity; readonly describe: string };

/**
 * A name for each finding that stays the same in every run and wherever its lines move, in the order of the findings: the same thing said twice of
 * a segment has two. 128 bits as hexadecimal digits.
 */
export function fingerprints(findings: readonly PlacedFinding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ id, locale, segment, check, message }) => {
    const name = hashOf(id, locale, segment, check, message);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return (nth === 0 ? name : hashOf(name, String(nth))).slice(0, 32);
  });
}
