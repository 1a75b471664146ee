import type { AcceptedFinding } from '../model/accepted-finding.ts';
import { type Kept, type Master, textOf } from '../model/draft.ts';

/** A master without the findings that people have accepted: whether its sentences have changed is asked of their targets alone. */
export function withoutAccepted(master: Master): Master {
  const bare = ({ accepted: _, ...kept }: Kept): Kept => kept;
  return { ...master, units: master.units.map(bare), removed: master.removed.map(bare) };
}

/**
 * Gives a joined sentence the findings that people have accepted on two branches for the words it has: those of both, but for what one
 * branch has taken back.
 */
export function withAccepted(
  joined: Kept,
  sides: {
    readonly base: Kept | undefined;
    readonly ours: Kept | undefined;
    readonly theirs: Kept | undefined;
  },
): Kept {
  const acceptedIn = (side: Kept | undefined): readonly AcceptedFinding[] =>
    isOfSameWords(side, joined) ? (side.accepted ?? []) : [];
  const holds = (side: Kept | undefined, { finding }: AcceptedFinding): boolean =>
    acceptedIn(side).some((other) => other.finding === finding);
  const { base, ours, theirs } = sides;
  const all = [...acceptedIn(ours), ...acceptedIn(theirs).filter((finding) => !holds(ours, finding))];
  // A branch that has other words has no say in it.
  const isTakenBack = (finding: AcceptedFinding): boolean =>
    holds(base, finding) &&
    [ours, theirs].some((side) => isOfSameWords(side, joined) && !holds(side, finding));
  const accepted = all.filter((finding) => !isTakenBack(finding));
  return accepted.length === 0 ? joined : { ...joined, accepted };
}

function isOfSameWords(side: Kept | undefined, joined: Kept): side is Kept {
  return side !== undefined && textOf(side.target) === textOf(joined.target);
}
