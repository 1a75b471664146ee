import { datelinePlace } from '../../termbase/dateline.ts';
import { termMixed } from '../../termbase/enforce.ts';
import type { Rule } from './checked-draft.ts';

/** What other stages than the checks find. */
const stages: readonly Rule[] = [
  {
    id: datelinePlace,
    severity: 'warning',
    describe: 'A place of the dateline has no term in the target language and stands as in the source.',
  },
  {
    id: termMixed,
    severity: 'info',
    describe:
      'A name is said in another accepted way than elsewhere in the story, and no rule can safely unify the two.',
  },
];

/** Everything that can be found in a draft: the checks that are run, and what the stages before them find. */
export function rulesOf(checks: readonly Rule[]): readonly Rule[] {
  const own = new Set(checks.map(({ id }) => id));
  return [...checks, ...stages.filter(({ id }) => !own.has(id))];
}
