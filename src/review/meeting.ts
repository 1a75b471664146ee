import { coveredBy, type Profile, type Sent, type Target, textOf } from '../model/draft.ts';
import { wordingOf } from '../text/wording.ts';
import { wordingHash } from '../xliff/segment-record.ts';
import type { XliffState } from '../xliff/states.ts';
import { withoutCodes, withoutIndentation } from './inline-text.ts';
import type { ReturnedSegment } from './returned.ts';

/** One segment in three ways: as it was sent, as the master has it, as it came back. */
export type Meeting = {
  /** Its source, and that of all it covers, where it covers any. */
  readonly source: string;
  readonly joinedSource: string;
  readonly ours: Target;
  /** The other segments that the returned source joins with it. */
  readonly joined: readonly { readonly ours: Target; readonly sent: Sent | undefined }[];
  /** Whether it went out as a part of the segment that covers it, which nobody has changed here since. */
  readonly wasJoined: boolean;
  /** None where no export is remembered that it could come from. */
  readonly sent?: Sent | undefined;
  readonly profile?: Profile | undefined;
  /** The states it may have gone out in: one, but where the file has lost the id of its export. */
  readonly states: ReadonlySet<XliffState>;
  /** Whether it is sure that this went out. */
  readonly isNamed: boolean;
  /** Whether the file went out from another branch, which nobody has joined. */
  readonly isFromElsewhere: boolean;
  readonly theirs: ReturnedSegment;
};

/** Whether a returned source is that of today, the one that went out, or neither. Tools may drop codes and change blanks. */
export function sourceOf({
  source,
  joinedSource,
  ours,
  sent,
  isNamed,
  theirs,
}: Pick<Meeting, 'source' | 'joinedSource' | 'ours' | 'sent' | 'isNamed' | 'theirs'>):
  | 'today'
  | 'earlier'
  | 'foreign' {
  const same = sameSource(theirs.source);
  if (theirs.covers || same(source) || same(joinedSource)) return 'today';
  if (sent?.sourceHash === wordingHash(theirs.source)) return 'earlier';
  if (ours.state !== 'stale' || !same(ours.previousSource)) return 'foreign';
  // A tool that joins sentences may make anew the source that stale words were for; it did not go out so.
  const wentOut = !isNamed || !sent || sent.sourceHash === wordingHash(ours.previousSource);
  return wentOut ? 'earlier' : 'foreign';
}

function sameSource(theirs: string): (ours: string) => boolean {
  const wording = (source: string): string => wordingOf(withoutCodes(source));
  return (ours) => ours === theirs || wording(ours) === wording(theirs);
}

/** What the words that came back render besides their own segment. */
export function coversOf({ source, ours, theirs }: Meeting): readonly string[] {
  return theirs.covers ?? (sameSource(theirs.source)(source) ? [] : coveredBy(ours));
}

/** Words are compared as they are, but for what re-indenting, lost codes and another normal form of Unicode do to them. */
export function sameWords(text: string, other: string | undefined): boolean {
  return text === other || (other !== undefined && comparable(text) === comparable(other));
}

function comparable(text: string): string {
  return withoutIndentation(withoutCodes(text)).normalize('NFC');
}

/** Whether a tool did no more to words that were sent than to make blanks that do not break, thin ones and runs of them a plain one. */
export function hasPlainBlanksOnly(text: string, sent: string | undefined): boolean {
  if (sent === undefined || sameWords(text, sent)) return false;
  return comparable(text) === comparable(sent).replace(/\s+/gu, ' ').trim();
}

/** Without a memory of what went out, what the master has now stands for it. */
export function asSent(ours: Target): Sent {
  const text = textOf(ours);
  return { sourceHash: '', state: ours.state, ...(text !== undefined && { text }) };
}

export function differing(theirs: string | undefined, target: Target): { ours?: string; theirs?: string } {
  const ours = textOf(target);
  return { ...(ours !== undefined && { ours }), ...(theirs !== undefined && { theirs }) };
}
