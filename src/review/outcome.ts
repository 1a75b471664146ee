import type { Target } from '../model/draft.ts';

/**
 * What became of one segment that came home:
 *
 * - `taken`: a person's words, now in the master
 * - `accepted`: words that were there already, and a person has raised their state
 * - `unchanged`: nothing was done to it, or the master has it already
 * - `marked`: somebody asks for more work on it; the words stay
 * - `conflicting`: it was changed there and here; the master keeps what it has
 * - `refused`: it cannot be trusted, or lacks a name
 * - `unknown`: no segment of this dispatch has this id
 */
export const outcomes = [
  'taken',
  'accepted',
  'unchanged',
  'marked',
  'conflicting',
  'refused',
  'unknown',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What became of one segment, and why. */
export type SegmentReport = {
  readonly segment: string;
  readonly outcome: Outcome;
  readonly why: string;
  /** The words of both, where they differ and that matters. */
  readonly ours?: string;
  readonly theirs?: string;
};

/** Why nothing was done to a segment, where there is nothing more to say. */
export const quiet = {
  asSent: 'as it went out',
  noWords: 'no words, as it went out',
  notTranslated: 'the tool has no translation of its own',
  known: 'the master has it already',
  absorbed: 'rendered with another segment',
} as const;

/** Whether people want to read of a segment: of every one but those that nothing was done to. */
export function isRemarkable({ outcome, why }: SegmentReport): boolean {
  return outcome !== 'unchanged' || !quietReasons.has(why);
}

const quietReasons = new Set<string>(Object.values(quiet));

/** How far a person takes a text. */
export const levels = ['translated', 'reviewed', 'final'] as const;
export type Level = (typeof levels)[number];

/** How what comes home is to be taken. */
export type ReviewOptions = {
  /** At least this far; by default as the file says. */
  readonly as?: Level;
  /** Who did it, where the file does not say. */
  readonly by?: string;
  /** When, where the file does not say; ISO 8601. */
  readonly at?: string;
  /** What a conflict is decided for; by default nothing is decided. */
  readonly prefer?: 'theirs' | 'ours';
};

/** What is to become of one target. */
export type Decision = Omit<SegmentReport, 'segment'> & {
  /** Left out where the target stays. */
  readonly target?: Target;
};
