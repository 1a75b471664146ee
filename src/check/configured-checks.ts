import { DepecheError } from '../model/errors.ts';
import type { Issue, Severity } from '../model/issue.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { type Check, type CheckContext, type DraftCheck, families, type UnitCheck } from './check.ts';
import { checks } from './checks.ts';

/** How grave a project takes what a check finds; `off`: it is not looked for. */
export type Setting = Severity | 'off';

/** One setting for all targets, or one for each locale or language that is named. */
export type Settings = Setting | Readonly<Record<Locale, Setting>>;

/**
 * The checks of the house as a project wants them.
 *
 * @param wanted by the id of a check or the name of a family; what is said of a check goes before what is said of its family, and a
 * locale before its language. What is not named stays as it is
 * @throws DepecheError `config` for what is neither a check nor a family
 */
export function configuredChecks(wanted: ReadonlyMap<string, Settings>): readonly Check[] {
  const ids = checks.map((check) => check.id);
  const known = new Set<string>([...ids, ...families]);
  for (const name of wanted.keys()) {
    if (known.has(name)) continue;
    const near = nearest(name, [...known]);
    throw new DepecheError(
      'config',
      near === undefined
        ? `checks: there is no check or family “${name}”; the families are ${families.join(', ')}, the checks ${ids.join(', ')}`
        : `checks: there is no check or family “${name}”; did you mean “${near}”?`,
    );
  }
  return checks.flatMap((check) => {
    const own = [wanted.get(check.id), wanted.get(check.family)].filter((settings) => settings !== undefined);
    if (own.length === 0) return [check];
    const settingFor = (locale: Locale): Setting | undefined =>
      own.map((settings) => settingIn(settings, locale)).find((setting) => setting !== undefined);
    const [first] = own;
    return first === 'off' ? [] : [withSetting(check, settingFor)];
  });
}

function settingIn(settings: Settings, locale: Locale): Setting | undefined {
  if (typeof settings === 'string') return settings;
  return Object.hasOwn(settings, locale) ? settings[locale] : settings[languageOf(locale)];
}

function withSetting(check: Check, settingFor: (locale: Locale) => Setting | undefined): Check {
  const changed = (issues: readonly Issue[], { target }: CheckContext): Issue[] => {
    const severity = settingFor(target);
    return severity === undefined || severity === 'off'
      ? [...issues]
      : issues.map((issue) => ({ ...issue, severity }));
  };
  const isOff = ({ target }: CheckContext) => settingFor(target) === 'off';
  switch (check.over) {
    case 'unit': {
      const run: UnitCheck['run'] = (unit, context) =>
        isOff(context) ? [] : changed(check.run(unit, context), context);
      return { ...check, run };
    }
    case 'draft': {
      const run: DraftCheck['run'] = (units, context) => {
        const found = isOff(context) ? [] : [...check.run(units, context)];
        return new Map(found.map(([unit, issues]) => [unit, changed(issues, context)]));
      };
      return { ...check, run };
    }
    default:
      return check satisfies never;
  }
}

/** The name that takes the fewest changes of letters, if it takes few. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const most = Math.max(2, Math.floor(name.length / 3));
  const ranked = names
    .map((each) => ({ each, away: name.length > 60 ? Number.POSITIVE_INFINITY : distance(name, each) }))
    .sort((left, right) => left.away - right.away);
  return ranked[0] && ranked[0].away <= most ? ranked[0].each : undefined;
}

/** Letters to put in, take out or change (Levenshtein 1966). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let at = 1; at <= to.length; at += 1) {
      const change = (row[at - 1] ?? 0) + (letter === to[at - 1] ? 0 : 1);
      next.push(Math.min(change, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
