import { runChecksAcross } from '../check/run-checks.ts';
import { foldCovers, unfoldCovers } from '../model/covers.ts';
import type { Draft } from '../model/draft.ts';
import type { Reading } from './drafts.ts';

/** Each draft with what only the drafts of its locale together can tell: the same sentence said otherwise in another dispatch. */
export function checkedTogether(
  drafts: readonly Draft[],
  reading: Pick<Reading, 'termbase' | 'checks'>,
): ReadonlyMap<Draft, Draft> {
  const checked = new Map<Draft, Draft>();
  for (const same of Map.groupBy(drafts, ({ locale }) => locale).values()) {
    const folded = same.map(foldCovers);
    for (const [place, found] of runChecksAcross(folded, reading).entries()) {
      const draft = same[place];
      if (draft) checked.set(draft, unfoldCovers(draft, found));
    }
  }
  return checked;
}
