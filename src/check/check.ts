import type { Unit } from '../model/draft.ts';
import type { Issue, Severity } from '../model/issue.ts';
import type { Locale } from '../model/locale.ts';
import type { Termbase } from '../termbase/termbase.ts';

/** What a check may know beside the unit itself. */
export type CheckContext = { readonly source: Locale; readonly target: Locale; readonly termbase: Termbase };

/** A rule over one unit. It is pure: the same unit always has the same issues, in the order of the text. */
export type Check = {
  /** Stable; configurations and reports name a check by it. */
  readonly id: string;
  readonly severity: Severity;
  /** What it finds, in one sentence for a list of checks. */
  readonly describe: string;
  run(unit: Unit, context: CheckContext): Issue[];
};

/** What a check says of one place; it takes the severity of the check unless it has one of its own. */
export type Finding = Omit<Issue, 'check' | 'severity'> & { readonly severity?: Severity };

/** A check from a function that finds: id and severity are put on every finding. */
export function defineCheck(
  definition: Omit<Check, 'run'> & { find(unit: Unit, context: CheckContext): readonly Finding[] },
): Check {
  const { find, ...about } = definition;
  return {
    ...about,
    run: (unit, context) =>
      find(unit, context).map((finding) => ({ check: about.id, severity: about.severity, ...finding })),
  };
}

/** Keeps the last answer: two checks of one family ask the same question of a unit, one after the other, and it is worked out once. */
export function shared<Answer>(
  answer: (unit: Unit, context: CheckContext) => Answer,
): (unit: Unit, context: CheckContext) => Answer {
  let last: { unit: Unit; context: CheckContext; answer: Answer } | undefined;
  return (unit, context) => {
    if (last?.unit !== unit || last.context !== context)
      last = { unit, context, answer: answer(unit, context) };
    return last.answer;
  };
}
