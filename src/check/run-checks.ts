import { allUnits, type Draft, mapUnits, type Unit } from '../model/draft.ts';
import type { Issue } from '../model/issue.ts';
import type { Termbase } from '../termbase/termbase.ts';
import { markAccepted } from './accepted-findings.ts';
import type { Check, CheckContext } from './check.ts';
import { checks as allChecks } from './checks.ts';

/** What the checks need beside the drafts. */
export type CheckTools = {
  readonly termbase: Termbase;
  /** The ones to run; all where none are given. */
  readonly checks?: readonly Check[];
};

/**
 * Finds the issues of every unit anew, the dateline included. Issues that are no check's of this room (`dateline-place`)
 * stay, before the others; issues of checks that are left out are taken away.
 */
export function runChecks(draft: Draft, { termbase, checks = allChecks }: CheckTools): Draft {
  const context = contextOf(draft, termbase);
  const ours = new Set([...allChecks, ...checks].map((check) => check.id));
  const together = new Map(
    checks.flatMap((check) => (check.over === 'draft' ? [[check, check.run(allUnits(draft), context)]] : [])),
  );
  const checked = mapUnits(draft, (unit) => {
    const issues = unit.issues.filter((issue) => !ours.has(issue.check));
    for (const check of checks) {
      const found = check.over === 'unit' ? check.run(unit, context) : together.get(check)?.get(unit);
      if (found && found.length > 0) issues.push(...found);
    }
    return { ...unit, issues };
  });
  return markAccepted(checked);
}

/**
 * Finds anew what only drafts together can tell: the same sentence said otherwise in another dispatch. What a unit's own draft tells of it goes
 * before that: it is the same finding whether the draft is read alone or with others, and accepted once for both.
 *
 * @param drafts in one locale, each of them checked by {@link runChecks} before
 */
export function runChecksAcross(drafts: readonly Draft[], tools: CheckTools): Draft[] {
  const [first] = drafts;
  if (!first) return [];
  const { termbase, checks = allChecks } = tools;
  const context = contextOf(first, termbase);
  const over = checks.filter((check) => check.over === 'draft');
  const ids = new Set(over.map(({ id }) => id));
  const units = drafts.flatMap(allUnits);
  const found = new Map<Unit, Issue[]>();
  for (const check of over) {
    const alone = new Map(drafts.flatMap((draft) => [...check.run(allUnits(draft), context)]));
    for (const [unit, issues] of check.run(units, context))
      found.set(unit, [...(found.get(unit) ?? []), ...(alone.get(unit) ?? issues)]);
  }
  return drafts.map((draft) => {
    const checked = mapUnits(draft, (unit) => ({
      ...unit,
      issues: [...unit.issues.filter((issue) => !ids.has(issue.check)), ...(found.get(unit) ?? [])],
    }));
    return markAccepted(checked);
  });
}

function contextOf(draft: Draft, termbase: Termbase): CheckContext {
  return { source: draft.dispatch.locale, target: draft.locale, termbase };
}
