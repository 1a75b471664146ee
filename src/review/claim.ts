import type { TargetState } from '../model/draft.ts';
import { rankOf, type XliffState } from '../xliff/states.ts';
import type { Standing } from './returned.ts';

/** What a file says of a segment, its contradictions resolved. */
export type Claim = {
  /** How far it is. A file that says nothing leaves it where it was. */
  readonly state: XliffState;
  /** The words that ask for work, where there are any. */
  readonly mark?: string;
  /** What contradicts itself, for the report. */
  readonly contradiction?: string;
};

/** How a state of ours goes out. */
export function sentAs(state: TargetState): XliffState {
  switch (state) {
    case 'translated':
    case 'reviewed':
    case 'final':
      return state;
    case 'absorbed':
      return 'translated';
    case 'pending':
    case 'failed':
    case 'recalled':
    case 'drafted':
    case 'stale':
      return 'initial';
    default:
      return state satisfies never;
  }
}

/**
 * The less approved of two states that contradict each other counts. `approved` beside `translated` is no contradiction where it is new:
 * a person has approved it.
 *
 * @param sent how it went out
 */
export function claimOf({ state, approved, mark }: Standing, sent: XliffState): Claim {
  if (mark !== undefined) {
    const says = approved === true ? 'approved' : state !== 'initial' ? state : undefined;
    const contradiction = says && `it says ${says} and ${mark} at once: the less approved counts`;
    return { state: 'initial', mark, ...(contradiction && { contradiction }) };
  }
  if (approved === true) {
    if (state === undefined) return { state: rankOf(sent) >= rankOf('reviewed') ? sent : 'reviewed' };
    if (state === 'translated' && rankOf(sent) < rankOf('reviewed')) return { state: 'reviewed' };
    return { state };
  }
  if (approved === false && rankOf(state ?? sent) >= rankOf('reviewed')) {
    const contradiction = `it says ${state ?? sent} and not approved at once: the less approved counts`;
    return { state: 'translated', contradiction };
  }
  return { state: state ?? sent };
}

/** The state that an approval is compared with: the furthest it may have gone out in. All else is compared with the first. */
export function furthestOf(
  states: readonly [XliffState, ...XliffState[]],
  { approved }: Standing,
): XliffState {
  if (approved !== true) return states[0];
  return states.reduce((furthest, state) => (rankOf(state) > rankOf(furthest) ? state : furthest));
}
