import { DepecheError } from '../model/errors.ts';
import type { Severity } from '../model/issue.ts';
import type { Check } from './check.ts';
import { checks } from './checks.ts';

/**
 * The checks of the house as a project wants them.
 *
 * @param wanted another severity for a check, by its id, or `off`; a check that is not named stays as it is
 * @throws DepecheError `config` for an id that no check has
 */
export function configuredChecks(wanted: ReadonlyMap<string, Severity | 'off'>): readonly Check[] {
  const known = new Set(checks.map((check) => check.id));
  for (const id of wanted.keys()) {
    if (!known.has(id))
      throw new DepecheError(
        'config',
        `checks: there is no check “${id}”; there are ${[...known].join(', ')}`,
      );
  }
  return checks.flatMap((check) => {
    const severity = wanted.get(check.id) ?? check.severity;
    if (severity === 'off') return [];
    if (severity === check.severity) return [check];
    return [
      {
        ...check,
        severity,
        run: (unit, context) => check.run(unit, context).map((issue) => ({ ...issue, severity })),
      },
    ];
  });
}
