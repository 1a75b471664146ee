import { isFilled, type Sent, textOf } from '../model/draft.ts';
import { isPseudo, markOf, withStep } from '../model/provenance.ts';
import { unknownPerson } from '../xliff/hand-edit.ts';
import { rankOf } from '../xliff/states.ts';
import { actOf, perform } from './act.ts';
import { type Claim, claimOf, furthestOf, sentAs } from './claim.ts';
import {
  asSent,
  coversOf,
  differing,
  hasPlainBlanksOnly,
  type Meeting,
  sameWords,
  sourceOf,
} from './meeting.ts';
import { type Decision, quiet, type ReviewOptions } from './outcome.ts';
import type { ReturnedSegment } from './returned.ts';

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
  // An approval is new where the segment never went out approved, with whichever export the file may be.
  const claim = claimOf(said.standing, furthestOf([sentAs(sent.state), ...meeting.states], said.standing));
  const text = said.target ?? '';
  const isDone = claim.mark === undefined && claim.state !== 'initial';
  if (meeting.isFromElsewhere && (!isDone || sameWords(text, sent.text))) {
    const isRaised = isDone && rankOf(claim.state) > rankOf(sentAs(sent.state));
    if (!isRaised) return elsewhere(meeting, text);
  }
  if (text.trim() === '') {
    if ((sent.text ?? '').trim() === '') return { outcome: 'unchanged', why: quiet.noWords };
    return marked(meeting, sent, 'its words were taken out', options);
  }
  const sameButForBlanks = hasPlainBlanksOnly(text, sent.text);
  const changed = !sameWords(text, sent.text) && !sameButForBlanks;
  // In a file that has lost its export, a state that the segment ever went out in is no news.
  const isOld = claim.mark === undefined && meeting.states.size > 1 && meeting.states.has(claim.state);
  if (!changed && (isOld || rankOf(claim.state) <= rankOf(sentAs(sent.state)))) {
    if (!isOld && rankOf(claim.state) < rankOf(sentAs(sent.state))) {
      return marked(meeting, sent, claim.mark ?? `lowered to ${claim.state}`, options);
    }
    const blanks = sameButForBlanks ? 'only its blanks are others, as tools make them: ours stay' : undefined;
    return { outcome: 'unchanged', why: claim.contradiction ?? blanks ?? asSentOnce(meeting, claim) };
  }
  if (!changed && isFilled(ours) && isPseudo(ours.provenance)) {
    return { outcome: 'refused', why: 'its words are pseudo text' };
  }
  const act = actOf(said, { changed, claim, sent, states: meeting.states }, options);
  return perform(
    { ...act, covers: coversOf(meeting), ...(origin === 'earlier' && { earlierSource: theirs.source }) },
    meeting,
    sent,
    options,
  );
}

/** Of a file that nobody remembers only finished work is taken: words that it calls work to do may be a machine's of the other branch. */
function elsewhere({ ours }: Meeting, text: string): Decision {
  if (text.trim() === '' || sameWords(text, textOf(ours))) return { outcome: 'unchanged', why: quiet.known };
  const why = 'the file calls it work to do, and nobody knows how it went out: its words may be a machine’s';
  return { outcome: 'refused', why, ...differing(text, ours) };
}

/** A state that went out once and is another one here: where the file has lost its export, that may be a person's act all the same. */
function asSentOnce({ states, ours }: Meeting, { state }: Claim): string {
  if (states.size < 2 || state === sentAs(ours.state)) return quiet.asSent;
  return `as it went out once; the file does not say with which export, so its being ${state} says nothing`;
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
  if (theirs.target === undefined) return undefined;
  if (theirs.hand === undefined && (theirs.target.trim() === '' || sameWords(theirs.target, theirs.source))) {
    return undefined;
  }
  const state = rankOf(sentAs(sent.state)) > 0 ? sentAs(sent.state) : 'translated';
  return { ...theirs, standing: { state } };
}

function marked({ ours, theirs }: Meeting, sent: Sent, how: string, { by, at }: ReviewOptions): Decision {
  if (!isFilled(ours)) return { outcome: 'unchanged', why: `${how}; there are no words here to mark` };
  if (!sameWords(ours.text, sent.text)) {
    return { outcome: 'unchanged', why: `${how}; the words have changed here since` };
  }
  if (rankOf(sentAs(ours.state)) < rankOf(sentAs(sent.state))) {
    return { outcome: 'unchanged', why: `${how}; it is work to do here already` };
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
