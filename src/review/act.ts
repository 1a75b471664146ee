import {
  coveredBy,
  type FilledTarget,
  isFilled,
  isPersons,
  type Sent,
  type Target,
  textOf,
} from '../model/draft.ts';
import { originOfProposed } from '../model/proposals.ts';
import { type Provenance, type Step, withStep } from '../model/provenance.ts';
import { unknownPerson } from '../xliff/hand-edit.ts';
import { rankOf } from '../xliff/states.ts';
import { type Claim, sentAs } from './claim.ts';
import { withoutCodes, withoutIndentation } from './inline-text.ts';
import { asSent, differing, type Meeting, sameWords } from './meeting.ts';
import { type Decision, type Level, quiet, type ReviewOptions } from './outcome.ts';
import type { ReturnedSegment } from './returned.ts';

/** What a person did to a segment, as far as a file can tell. */
export type Act = {
  readonly did: 'edited' | 'accepted';
  readonly text: string;
  readonly level: Level;
  readonly by: string;
  readonly at?: string;
  /** The source it was made for, where that is no longer ours. */
  readonly earlierSource?: string;
  /** The state it claims needs a name, and there is none. */
  readonly nameless: boolean;
  /** What else is to be told, a missing name first. */
  readonly remarks: readonly string[];
  readonly mark?: string;
  /** The segments its words render besides their own. */
  readonly covers: readonly string[];
};

export function actOf(
  theirs: ReturnedSegment,
  { changed, claim, sent, states }: { changed: boolean; claim: Claim; sent: Sent } & Pick<Meeting, 'states'>,
  { as, by, at }: ReviewOptions,
): Omit<Act, 'covers'> {
  // A state that stands as it was sent says nothing of new words; one that the tool has written does, also a lower one.
  const isNew = claim.state !== sentAs(sent.state) && !(changed && states.has(claim.state));
  const claimed = isNew && claim.state !== 'initial' ? claim.state : 'translated';
  const wanted = as !== undefined && claim.mark === undefined && rankOf(as) > rankOf(claimed) ? as : claimed;
  const person = theirs.by ?? by;
  const when = theirs.at ?? at;
  const nameless = person === undefined && wanted !== 'translated';
  return {
    did: changed ? 'edited' : 'accepted',
    text: changed ? withoutIndentation(theirs.target ?? '') : (sent.text ?? ''),
    level: nameless ? 'translated' : wanted,
    by: person ?? unknownPerson,
    ...(when !== undefined && { at: when }),
    nameless,
    remarks: [
      ...(nameless ? [`${wanted} needs a name, and there is none: import it again with --by`] : []),
      ...(claim.contradiction === undefined ? [] : [claim.contradiction]),
      ...(theirs.remark === undefined ? [] : [theirs.remark]),
    ],
    ...(claim.mark !== undefined && { mark: claim.mark }),
  };
}

export function perform(act: Act, meeting: Meeting, sent: Sent, { prefer }: ReviewOptions): Decision {
  const { ours, theirs, joined } = meeting;
  const same = sameWords(act.text, textOf(ours)) && act.covers.join() === coveredBy(ours).join();
  if (same && holds(ours, act)) {
    if (act.nameless) return { outcome: 'refused', why: act.remarks[0] ?? quiet.known };
    return { outcome: 'unchanged', why: quiet.known };
  }
  const touched =
    (!meeting.wasJoined && touchedSince(ours, sent)) || joined.some((other) => isTouched(other, theirs.id));
  if (!same && touched) {
    if (prefer === 'ours') {
      return { outcome: 'unchanged', why: 'changed here too: ours is kept', ...differing(act.text, ours) };
    }
    if (prefer === undefined) {
      const why = 'changed there and here: decide with --prefer theirs or --prefer ours';
      return { outcome: 'conflicting', why, ...differing(act.text, ours) };
    }
  }
  const reasons = [
    act.did === 'edited' ? `edited: ${act.level}` : `accepted as it is: ${act.level}`,
    ...(act.earlierSource === undefined ? [] : ['its source has changed since: stale']),
    ...(act.mark === undefined ? [] : [`still asks for work (${act.mark}): marked`]),
    ...(act.did === 'accepted' || sameCodes(theirs, sent)
      ? []
      : ['characters that XML cannot hold were lost']),
    ...act.remarks,
  ];
  return {
    outcome: same || act.did === 'accepted' ? 'accepted' : 'taken',
    why: reasons.join('; '),
    target: targetOf(same ? { ...act, text: textOf(ours) ?? act.text } : act, meeting, sent),
    ...differing(act.text, ours),
  };
}

/** Whether the master has an act already, or has gone further. */
function holds(ours: Target, { level, earlierSource }: Act): boolean {
  switch (ours.state) {
    case 'translated':
    case 'reviewed':
    case 'final':
      return earlierSource !== undefined || rankOf(ours.state) >= rankOf(level);
    case 'stale':
      return earlierSource !== undefined && rankOf(ours.was) >= rankOf(level);
    case 'pending':
    case 'failed':
    case 'recalled':
    case 'drafted':
    case 'absorbed':
      return false;
    default:
      return ours satisfies never;
  }
}

/** Whether a person has worked on a target here since it went out; a source that changed is nobody's work. */
export function touchedSince(ours: Target, sent: Sent): boolean {
  if (!isPersons(ours)) return false;
  if (!sameWords(textOf(ours) ?? '', sent.text)) return true;
  if (sent.sourceHash === '') return true;
  if (ours.state === 'stale')
    return ours.was !== (sent.state === 'stale' ? (sent.was ?? ours.was) : sent.state);
  return ours.state !== sent.state;
}

/** Whether a person has worked here on a segment that the tool joined with another. */
function isTouched({ ours, sent }: Meeting['joined'][number], into: string): boolean {
  if (ours.state === 'absorbed') return ours.into !== into;
  return touchedSince(ours, sent ?? asSent(ours));
}

function targetOf(act: Act, { ours, joined }: Meeting, sent: Sent): Target {
  const { text, by, level, earlierSource } = act;
  const when = act.at === undefined ? {} : { at: act.at };
  const covers = act.covers.length === 0 ? {} : { covers: act.covers };
  const known = [ours, ...joined.map((other) => other.ours)].filter(isFilled);
  const origin = known.find(isMachines) ?? known[0];
  const earlier = originOfProposed(ours, text) ?? origin?.provenance;
  const before = earlier ? withStep(earlier, { did: act.did, by, ...when }) : firstOf(sent, act);
  const provenance = act.mark === undefined ? before : withStep(before, { did: 'marked', by, ...when });
  if (earlierSource === undefined) return { state: level, text, by, ...when, provenance, ...covers };
  return {
    state: 'stale',
    text,
    was: level,
    previousSource: earlierSource,
    by,
    ...when,
    provenance,
    ...covers,
  };
}

/** A machine's words stay a machine's when a person joins them with others. */
function isMachines({ provenance }: FilledTarget): boolean {
  return provenance.origin.kind === 'machine';
}

/** Words that went out and have left the master since are still whose they were. */
function firstOf({ state, origin }: Sent, { did, by, at }: Act): Provenance {
  const step: Step = { did, by, ...(at !== undefined && { at }) };
  if (origin) return { origin, steps: [step] };
  // Masters of earlier versions did not keep who wrote what they sent.
  if (state === 'drafted') return { origin: { kind: 'machine', provider: 'unknown' }, steps: [step] };
  return { origin: { kind: 'human', by }, steps: [] };
}

function sameCodes(theirs: ReturnedSegment, sent: Sent): boolean {
  const codes = (text: string) => text.length - withoutCodes(text).length;
  return codes(theirs.target ?? '') >= codes(sent.text ?? '');
}
