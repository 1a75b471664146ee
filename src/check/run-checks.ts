import { type Draft, mapUnits } from '../model/draft.ts';
import type { Termbase } from '../termbase/termbase.ts';
import { markAccepted } from './accepted-findings.ts';
import type { Check, CheckContext } from './check.ts';
import { checks as allChecks } from './checks.ts';

/**
 * Finds the issues of every unit anew, the dateline included. Issues that are no check's of this room (`dateline-place`)
 * stay, before the others.
 *
 * @param checks the ones to run, all where none are given; issues of those left out are taken away
 */
export function runChecks(
  draft: Draft,
  { termbase, checks = allChecks }: { readonly termbase: Termbase; readonly checks?: readonly Check[] },
): Draft {
  const context: CheckContext = { source: draft.dispatch.locale, target: draft.locale, termbase };
  const ours = new Set([...allChecks, ...checks].map((check) => check.id));
  const checked = mapUnits(draft, (unit) => ({
    ...unit,
    issues: [
      ...unit.issues.filter((issue) => !ours.has(issue.check)),
      ...checks.flatMap((check) => check.run(unit, context)),
    ],
  }));
  return markAccepted(checked);
}
