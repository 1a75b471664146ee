import { isFilled, isPersons, type Profile, type Sent, type Target, textOf } from '../model/draft.ts';
import { markOf, type Provenance, withStep } from '../model/provenance.ts';
import { wordingOf } from '../text/wording.ts';
import { unknownPerson } from '../xliff/hand-edit.ts';
import { textHash } from '../xliff/segment-record.ts';
import { rankOf } from '../xliff/states.ts';
import { type Claim, claimOf, sentAs } from './claim.ts';
import { withoutCodes, withoutIndentation } from './inline-text.ts';
import { type Decision, type Level, quiet, type ReviewOptions } from './outcome.ts';
import type { ReturnedSegment } from './returned.ts';

/** One segment in three ways: as it was sent, as the master has it, as it came back. */
export type Meeting = {
  readonly source: string;
  readonly ours: Target;
  /** None where no export is remembered that it could come from. */
  readonly sent?: Sent | undefined;
  readonly profile?: Profile | undefined;
  readonly theirs: ReturnedSegment;
};

/** What a person did to a segment, as far as a file can tell. */
type Act = {
  readonly did: 'edited' | 'accepted';
  readonly text: string;
  readonly level: Level;
  readonly by: string;
  readonly at?: string;
  /** The source it was made for, where that is no longer ours. */
  readonly earlierSource?: string;
  /** What else is to be told. */
  readonly remarks: readonly string[];
  readonly mark?: string;
};

/** Decides what becomes of one target. The rules are in `docs/review.md`. */
export function decide(meeting: Meeting, options: ReviewOptions): Decision {
  const { theirs, ours } = meeting;
  const origin = sourceOf(meeting);
  if (origin === 'foreign') {
    return {
      outcome: 'refused',
      why: `its source is not ours: “${theirs.source}”`,
      ...differing(theirs.target, ours),
    };
  }
  const sent = meeting.sent ?? asSent(ours);
  const said = spoken(meeting, sent);
  if (said === undefined) return { outcome: 'unchanged', why: quiet.notTranslated };
  const claim = claimOf(said.standing, sentAs(sent.state));
  const text = said.target ?? '';
  if (text.trim() === '') {
    if ((sent.text ?? '').trim() === '') return { outcome: 'unchanged', why: quiet.noWords };
    return marked(meeting, sent, 'its words were taken out', options);
  }
  const changed = !sameWords(text, sent.text);
  if (!changed && rankOf(claim.state) <= rankOf(sentAs(sent.state))) {
    if (rankOf(claim.state) < rankOf(sentAs(sent.state))) {
      return marked(meeting, sent, claim.mark ?? `lowered to ${claim.state}`, options);
    }
    return { outcome: 'unchanged', why: claim.contradiction ?? quiet.asSent };
  }
  const act = actOf(said, { changed, claim, sent }, options);
  return perform(
    { ...act, ...(origin === 'earlier' && { earlierSource: theirs.source }) },
    meeting,
    sent,
    options,
  );
}

/** Whether a returned source is that of today, the one that went out, or neither. Tools may drop codes and change blanks. */
function sourceOf({ source, ours, sent, theirs }: Meeting): 'today' | 'earlier' | 'foreign' {
  const same = (text: string) => wordingOf(withoutCodes(text)) === wordingOf(withoutCodes(theirs.source));
  if (same(source)) return 'today';
  if (sent?.sourceHash === textHash(theirs.source)) return 'earlier';
  return ours.state === 'stale' && same(ours.previousSource) ? 'earlier' : 'foreign';
}

/** Words are compared as they are, but for what re-indenting and lost codes do to them. */
function sameWords(text: string, other: string | undefined): boolean {
  return other !== undefined && comparable(text) === comparable(other);
}

function comparable(text: string): string {
  return withoutIndentation(withoutCodes(text));
}

/** Without a memory of what went out, what the master has now stands for it. */
function asSent(ours: Target): Sent {
  const text = textOf(ours);
  return { sourceHash: '', state: ours.state, ...(text !== undefined && { text }) };
}

/**
 * OmegaT knows no states, and what it has not translated is a copy of the source: there the words alone speak. Those it filled in by
 * itself are nobody's; those a person put there are a translation, also where they are the draft word for word.
 *
 * @returns undefined where it says nothing
 */
function spoken({ profile, theirs }: Meeting, sent: Sent): ReturnedSegment | undefined {
  if (theirs.hand === 'nobody') return undefined;
  if (profile !== 'omegat' && theirs.hand === undefined) return theirs;
  if (theirs.target === undefined || theirs.target.trim() === '') return undefined;
  if (theirs.hand === undefined && sameWords(theirs.target, theirs.source)) return undefined;
  const state = rankOf(sentAs(sent.state)) > 0 ? sentAs(sent.state) : 'translated';
  return { ...theirs, standing: { state } };
}

function actOf(
  theirs: ReturnedSegment,
  { changed, claim, sent }: { changed: boolean; claim: Claim; sent: Sent },
  { as, by, at }: ReviewOptions,
): Act {
  const raised = rankOf(claim.state) > rankOf(sentAs(sent.state));
  const claimed = raised && claim.state !== 'initial' ? claim.state : 'translated';
  const wanted = as !== undefined && claim.mark === undefined && rankOf(as) > rankOf(claimed) ? as : claimed;
  const person = theirs.by ?? by;
  const when = theirs.at ?? at;
  const nameless = person === undefined && wanted !== 'translated';
  return {
    did: changed ? 'edited' : 'accepted',
    text: withoutIndentation(theirs.target ?? ''),
    level: nameless ? 'translated' : wanted,
    by: person ?? unknownPerson,
    ...(when !== undefined && { at: when }),
    remarks: [
      ...(nameless ? [`${wanted} needs a name, and there is none: import it again with --by`] : []),
      ...(claim.contradiction === undefined ? [] : [claim.contradiction]),
    ],
    ...(claim.mark !== undefined && { mark: claim.mark }),
  };
}

function perform(act: Act, { ours, theirs }: Meeting, sent: Sent, { prefer }: ReviewOptions): Decision {
  const same = sameWords(act.text, textOf(ours));
  if (same && holds(ours, act)) {
    const needsName = act.remarks.find((remark) => remark.includes('--by'));
    if (needsName !== undefined) return { outcome: 'refused', why: needsName };
    return { outcome: 'unchanged', why: quiet.known };
  }
  if (!same && touchedSince(ours, sent)) {
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
    ...(sameCodes(theirs, sent) ? [] : ['characters that XML cannot hold were lost']),
    ...act.remarks,
  ];
  return {
    outcome: same || act.did === 'accepted' ? 'accepted' : 'taken',
    why: reasons.join('; '),
    target: targetOf(act, ours, sent),
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
      return false;
    default:
      return ours satisfies never;
  }
}

/** Whether a person has worked on a target here since it went out; a source that changed is nobody's work. */
function touchedSince(ours: Target, sent: Sent): boolean {
  if (!isPersons(ours)) return false;
  if (!sameWords(textOf(ours) ?? '', sent.text)) return true;
  if (sent.sourceHash === '') return true;
  return ours.state !== sent.state && ours.state !== 'stale';
}

function targetOf(act: Act, ours: Target, sent: Sent): Target {
  const { text, by, level, earlierSource } = act;
  const when = act.at === undefined ? {} : { at: act.at };
  const before = isFilled(ours)
    ? withStep(ours.provenance, { did: act.did, by, ...when })
    : firstOf(sent, by);
  const provenance = act.mark === undefined ? before : withStep(before, { did: 'marked', by, ...when });
  if (earlierSource === undefined) return { state: level, text, by, ...when, provenance };
  return { state: 'stale', text, was: level, previousSource: earlierSource, by, ...when, provenance };
}

/** A machine's words that went out and left the master since are a machine's still. */
function firstOf(sent: Sent, by: string): Provenance {
  if (sent.state !== 'drafted') return { origin: { kind: 'human', by }, steps: [] };
  return { origin: { kind: 'machine', provider: 'unknown' }, steps: [{ did: 'edited', by }] };
}

function marked({ ours, theirs }: Meeting, sent: Sent, how: string, { by, at }: ReviewOptions): Decision {
  if (!isFilled(ours)) return { outcome: 'unchanged', why: `${how}; there are no words here to mark` };
  if (!sameWords(ours.text, sent.text)) {
    return { outcome: 'unchanged', why: `${how}; the words have changed here since` };
  }
  if (markOf(ours.provenance)) return { outcome: 'unchanged', why: `${how}; it is marked already` };
  const when = theirs.at ?? at;
  const step = {
    did: 'marked',
    by: theirs.by ?? by ?? unknownPerson,
    ...(when !== undefined && { at: when }),
  } as const;
  return {
    outcome: 'marked',
    why: `${how}: the words stay, marked for work`,
    target: { ...ours, provenance: withStep(ours.provenance, step) },
  };
}

function sameCodes(theirs: ReturnedSegment, sent: Sent): boolean {
  const codes = (text: string) => text.length - withoutCodes(text).length;
  return codes(theirs.target ?? '') >= codes(sent.text ?? '');
}

function differing(theirs: string | undefined, target: Target): { ours?: string; theirs?: string } {
  const ours = textOf(target);
  return { ...(ours !== undefined && { ours }), ...(theirs !== undefined && { theirs }) };
}
