import { allUnits, coveredBy, type Draft, isFilled, mapUnits, type Target } from '../model/draft.ts';

/**
 * The draft without work that only came back to where it was: of two files that contradict each other, both preferred, the words of the
 * second stay. When both come home again, each would be one more step in the history of the same words.
 *
 * @param before the draft as it was before any of the files
 * @param after the draft after all of them
 */
export function withoutDetours(before: Draft, after: Draft): Draft {
  if (before === after) return before;
  const were = new Map(allUnits(before).map(({ segment, target }) => [segment.id, target]));
  return mapUnits(after, (unit) => {
    const was = were.get(unit.segment.id);
    return was && isBack(was, unit.target) ? { ...unit, target: was } : unit;
  });
}

function isBack(was: Target, now: Target): boolean {
  if (!isFilled(was) || !isFilled(now) || !('by' in was) || !('by' in now)) return false;
  return (
    was.text === now.text &&
    was.state === now.state &&
    was.by === now.by &&
    coveredBy(was).join() === coveredBy(now).join() &&
    now.provenance.steps.at(-1)?.did === 'edited'
  );
}
