import type { Target, TargetState } from '../../model/draft.ts';
import { element, type Html } from './html.ts';

/** All states, those first that need somebody. */
export const states = [
  'pending',
  'failed',
  'stale',
  'drafted',
  'recalled',
  'translated',
  'reviewed',
  'final',
  'absorbed',
] as const satisfies readonly TargetState[];

/** What a state means, for people who have not read the manual. */
export const meanings: Readonly<Record<TargetState, string>> = {
  pending: 'no translation yet',
  failed: 'the provider failed on it',
  stale: 'made by a person, and the source has changed since',
  drafted: 'written by a machine or a rule',
  recalled: 'filled from the translation memory',
  translated: 'written by a person',
  reviewed: 'given a second look by a person',
  final: 'signed off by a person',
  absorbed: 'rendered by the target of the sentence before it',
};

/** A state as a word in a colour of its own. */
export function stateLabel(state: Target['state']): Html {
  return element('span', { class: `state ${state}` }, state);
}
