import { coveredBy, isFilled, type Target } from '../model/draft.ts';
import { originOfProposed } from '../model/proposals.ts';
import { type Provenance, withStep } from '../model/provenance.ts';
import { type SegmentRecord, textHash } from './segment-record.ts';
import { rankOf, stateOf, type XliffState } from './states.ts';

/** Who edited a master in place: a text editor writes no name into it. */
export const unknownPerson = 'unknown';

/** How a segment stands in the file now. */
export type Found = { readonly state: XliffState; readonly text: string };

/**
 * The target of a segment in the light of what people did to the master by hand since depeche wrote it:
 *
 * - words that differ from their hash are a person's: `translated`, or what the file says where its state was raised as well;
 * - a state that was raised over unchanged words is accepted as it is;
 * - a state that was lowered is taken as it is, but a person's words stay theirs, `translated` at least;
 * - words in a segment that another one covered are its own from then on
 * - words that were taken out are `pending`, unless the state still says that a person is done with them.
 *
 * Parsed words are compared, never bytes, so that line ends and entities may change.
 *
 * @returns undefined where the segment contradicts itself: a state that needs words, and no words
 */
export function afterHandEdits(found: Found, record: SegmentRecord): Target | undefined {
  const { target } = record;
  if (target.state === 'absorbed' && found.text.trim() === '') return target;
  const raised = rankOf(found.state) > rankOf(stateOf(target).state);
  const unchanged = record.targetHash === textHash(found.text);
  if (!unchanged && found.text.trim() === '') {
    if (found.state !== 'initial') return undefined;
    return isFilled(target) ? { state: 'pending' } : target;
  }
  if (!unchanged) return personsTarget(raised ? found.state : 'translated', found.text, 'edited', target);
  if (raised) return personsTarget(found.state, found.text, 'accepted', target);
  return withState(target, found.state);
}

function personsTarget(state: XliffState, text: string, did: 'edited' | 'accepted', before: Target): Target {
  const by = unknownPerson;
  const earlier = originOfProposed(before, text) ?? (isFilled(before) ? before.provenance : undefined);
  const provenance: Provenance = earlier
    ? withStep(earlier, { did, by })
    : { origin: { kind: 'human', by }, steps: [] };
  const covers = coveredBy(before);
  return {
    state: state === 'initial' ? 'translated' : state,
    text,
    by,
    provenance,
    ...(covers.length > 0 && { covers }),
  };
}

/** The state the file gives, where it is no higher than the recorded one; stale work stays stale until somebody looks at it. */
function withState(target: Target, state: XliffState): Target {
  switch (target.state) {
    case 'translated':
    case 'reviewed':
    case 'final':
      return { ...target, state: state === 'initial' ? 'translated' : state };
    case 'pending':
    case 'failed':
    case 'recalled':
    case 'drafted':
    case 'stale':
    case 'absorbed':
      return target;
    default:
      return target satisfies never;
  }
}
