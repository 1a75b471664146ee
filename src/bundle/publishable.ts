import { type Dispatch, datelineId, segmentsOf } from '../model/dispatch.ts';
import { allUnits, type Draft, type Target } from '../model/draft.ts';
import { isEmbargoed } from './embargo.ts';

/** How far people must have taken every sentence before a story goes out; `drafted` lets in what a machine or the memory wrote. */
export type MinState = 'drafted' | 'translated' | 'reviewed' | 'final';

/**
 * The ids of what keeps a draft from being published, in reading order: targets that are missing, blank, failed, stale or below
 * `minState`.
 */
export function unready(draft: Draft, minState: MinState): string[] {
  const targets = new Map(allUnits(draft).map((unit) => [unit.segment.id, unit.target]));
  return idsInOrder(draft.dispatch).filter((id) => {
    const target = targets.get(id);
    return target === undefined || !isReady(target, minState);
  });
}

/**
 * Whether a draft may go out: the whole story or nothing. A story that is withheld or canceled never may, and one under embargo only
 * when it is later than that.
 */
export function publishable(
  draft: Draft,
  { minState, now }: { readonly minState: MinState; readonly now?: string },
): boolean {
  const { dispatch } = draft;
  return (
    dispatch.header.status === 'usable' &&
    !isEmbargoed(dispatch.header, now) &&
    segmentsOf(dispatch).length > 0 &&
    unready(draft, minState).length === 0
  );
}

/** The keys of a bundle: the dateline, then every segment as it is read. */
export function idsInOrder(dispatch: Dispatch): string[] {
  const ids = segmentsOf(dispatch).map((segment) => segment.id);
  return dispatch.dateline ? [datelineId, ...ids] : ids;
}

function isReady(target: Target, minState: MinState): boolean {
  switch (target.state) {
    case 'pending':
    case 'failed':
    case 'stale':
      return false;
    // The target that covers it is judged instead.
    case 'absorbed':
      return true;
    case 'recalled':
    case 'drafted':
    case 'translated':
    case 'reviewed':
    case 'final':
      return target.text.trim() !== '' && rank[target.state] >= rank[minState];
    default:
      return target satisfies never;
  }
}

const rank = { recalled: 0, drafted: 0, translated: 1, reviewed: 2, final: 3 } as const;
