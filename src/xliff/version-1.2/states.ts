import type { Target } from '../../model/draft.ts';

/** How a target stands in XLIFF 1.2: the attributes of its `target`, and the one of its `trans-unit`. */
export type State12 = {
  readonly state: 'needs-translation' | 'needs-adaptation' | 'translated' | 'signed-off' | 'final';
  readonly qualifier?: 'exact-match' | 'mt-suggestion';
  readonly approved: 'yes' | 'no';
};

/**
 * Our states in 1.2. What no person has accepted says `needs-…`: `needs-review-translation` or `translated` would look finished in
 * Poedit and Weblate, and so would anything that says `approved="yes"`.
 */
export function state12Of(target: Target): State12 {
  switch (target.state) {
    case 'pending':
    case 'failed':
      return { state: 'needs-translation', approved: 'no' };
    case 'recalled':
      return { state: 'needs-translation', qualifier: 'exact-match', approved: 'no' };
    case 'drafted':
      return { state: 'needs-translation', qualifier: 'mt-suggestion', approved: 'no' };
    case 'stale':
      return { state: 'needs-adaptation', approved: 'no' };
    case 'translated':
    case 'absorbed':
      return { state: 'translated', approved: 'no' };
    case 'reviewed':
      return { state: 'signed-off', approved: 'yes' };
    case 'final':
      return { state: 'final', approved: 'yes' };
    default:
      return target satisfies never;
  }
}
