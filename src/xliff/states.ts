import { isFilled, type Target } from '../model/draft.ts';

/** The states of a segment in XLIFF 2, least approved first. */
export const xliffStates = ['initial', 'translated', 'reviewed', 'final'] as const;
export type XliffState = (typeof xliffStates)[number];

/** Every `subState` a master may carry. The prefix is required by the standard, and no schema misses it. */
export type SubState = `depeche:${'failed' | 'recalled' | 'drafted' | 'stale' | 'absorbed'}`;

/** How our states stand in a master: what no person has accepted is `initial`, so that every tool shows it as work to do. */
export function stateOf(target: Target): { readonly state: XliffState; readonly subState?: SubState } {
  switch (target.state) {
    case 'pending':
      return { state: 'initial' };
    case 'failed':
    case 'recalled':
    case 'drafted':
    case 'stale':
      return { state: 'initial', subState: `depeche:${target.state}` };
    case 'translated':
    case 'reviewed':
    case 'final':
      return { state: target.state };
    // A person has said it elsewhere, so no tool has to show it as work to do; its target stands empty.
    case 'absorbed':
      return { state: 'translated', subState: 'depeche:absorbed' };
    default:
      return target satisfies never;
  }
}

/** The same for XLIFF 2.0, where Poedit and others know the one mark for words that are still work to do. */
export function fuzzyStateOf(target: Target): {
  readonly state: XliffState;
  readonly subState?: 'poedit:fuzzy';
} {
  const { state } = stateOf(target);
  return state === 'initial' && isFilled(target) ? { state, subState: 'poedit:fuzzy' } : { state };
}

export function parseState(text: string): XliffState | undefined {
  return xliffStates.find((state) => state === text);
}

/** How far people have taken a state: `initial` is 0, `final` is 3. */
export function rankOf(state: XliffState): number {
  return xliffStates.indexOf(state);
}
