import { isRemarkable, type ReviewOptions } from '../../../src/review/outcome.ts';
import type { Told } from './desk.ts';
import { type Asked, type Level, sayTheSame, type Work } from './ledger.ts';
import { ordersIn } from './orders.ts';
import { type Act, isLost, omegatPerson, type Parcel, rankOf, type SentSegment } from './parcel.ts';

/** What an import may change: what people did in the tool, and nothing else. */
export function askedBy(parcel: Parcel, options: ReviewOptions, works: readonly Work[]): Asked[] {
  const asked = [...parcel.acts].flatMap(([id, act]): Asked[] => {
    const sent = parcel.sent.get(id);
    const text = wordsOf(act, sent, parcel);
    if (text === undefined) return [];
    const other = act.joins === undefined ? undefined : parcel.sent.get(act.joins);
    return [
      ...(act.joins === undefined
        ? []
        : [
            {
              id: act.joins,
              replaces: (work: Work) => options.prefer === 'theirs' || isSame(work, other?.work),
              clears: true,
            },
          ]),
      {
        id,
        text,
        source: sent?.source,
        levels: [...claimed(act, parcel), ...(options.as ? [options.as] : [])],
        by: parcel.profile === 'omegat' ? omegatPerson : (options.by ?? 'unknown'),
        replaces: (work) =>
          sayTheSame(work.text, text) || options.prefer === 'theirs' || isSame(work, sent?.work),
      },
    ];
  });
  if (!parcel.damages.includes('makes every blank a plain one')) return asked;
  // A tool with this habit has edited nothing: it is our words that a person raises there.
  return asked.flatMap((one) => {
    const same = works.filter(
      ({ id, text }) => id === one.id && one.text !== undefined && plain(text) === plain(one.text),
    );
    const raised = same.map(({ text }): Asked => ({ ...one, text, replaces: (work) => work.text === text }));
    return [one, ...raised];
  });
}

/** What an import may take of a file that the master does not remember: what somebody has finished, there or on the way. */
export function askedFromElsewhere({ sent, acts }: Parcel, { prefer }: ReviewOptions): Asked[] {
  const replaces = (text: string) => (work: Work) => prefer === 'theirs' || sayTheSame(work.text, text);
  return [...sent].flatMap(([id, { text: went, source }]): Asked[] => {
    const { words, joins } = acts.get(id) ?? {};
    return [words, went].flatMap((text): Asked[] => [
      ...(text
        ? [
            {
              id,
              text,
              source,
              levels: ['translated', 'reviewed', 'final'] as const,
              replaces: replaces(text),
            },
          ]
        : []),
      ...(joins === undefined ? [] : [{ id: joins, clears: true, replaces: () => prefer === 'theirs' }]),
    ]);
  });
}

/** Whether people have been at the same sentences, or at the order of a paragraph, in two files. */
export function contradict(first: Parcel, second: Parcel): boolean {
  const touched = ({ acts }: Parcel) =>
    [...acts].flatMap(([id, { joins }]) => [id, ...(joins === undefined ? [] : [joins])]);
  const others = new Set(touched(second));
  const both = [first, second].map(ordersIn);
  const isOrderedTwice = [...(both[0]?.keys() ?? [])].some((id) => both[1]?.has(id));
  return isOrderedTwice || touched(first).some((id) => others.has(id));
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ');
}

/** The words that a person gave a segment or raised; none where they did neither. */
function wordsOf(act: Act, sent: SentSegment | undefined, parcel: Parcel): string | undefined {
  if (act.words !== undefined) return act.words === '' ? undefined : act.words;
  const raised =
    act.said !== undefined && claimed(act, parcel).some((level) => rankOf(level) > (sent?.rank ?? 0));
  return raised ? sent?.text : undefined;
}

/** How far the file says it is. A tool that says `approved` of everything says it of this too. */
function claimed({ said, wasApproved }: Act, { damages }: Parcel): readonly Level[] {
  const approves = wasApproved === true || damages.includes('approves what asks for work');
  return ['translated', ...(said ? [said] : []), ...(approves ? ['reviewed' as const] : [])];
}

function isSame(work: Work | undefined, other: Work | undefined): boolean {
  return work?.text === other?.text && work?.level === other?.level;
}

/** What people stand for before and after a command, and all words that they ever stood for. */
type Kept = {
  readonly before: readonly Work[];
  readonly after: readonly Work[];
  readonly everKept: ReadonlySet<string>;
  /** Sentences that somebody here has put into the words of another one. */
  readonly absorbed: ReadonlySet<string>;
};

/**
 * Every edit is in the master, or somebody is told why it is not. What was told has to be true: a conflict needs two people.
 *
 * @throws Error that says which edit was passed over
 */
export function everyEditIsToldOf(
  parcel: Parcel,
  told: Told,
  { before, after, everKept, absorbed }: Kept,
  options: ReviewOptions,
): void {
  const outcomes = new Map(told.segments.map((segment) => [segment.segment, segment]));
  for (const [id, act] of parcel.acts) {
    const sent = parcel.sent.get(id);
    const text = wordsOf(act, sent, parcel);
    if (act.words === '' || act.isRecut === true || text === undefined) continue;
    const found = outcomes.get(id);
    const isPlain = parcel.damages.includes('makes every blank a plain one');
    const isThere = after.some(
      (work) => sayTheSame(work.text, text) || (isPlain && plain(work.text) === plain(text)),
    );
    // Stale work may be whole again, and a file does not say what it was.
    const here = before.find((work) => work.id === id);
    const isTouched =
      sent?.isStale === true || absorbed.has(id) || isLost(parcel) || !isSame(here, sent?.work);
    const fail = (what: string): never => {
      throw new Error(`${what}: ${id}, ${JSON.stringify({ act, found, options, damages: parcel.damages })}`);
    };
    switch (found?.outcome) {
      case 'taken':
      case 'accepted':
        if (!isThere) fail('it is said to be in the master, and is not');
        break;
      case 'unchanged':
        if (
          isThere ||
          everKept.has(text.normalize('NFC')) ||
          isRemarkable(found) ||
          (options.prefer === 'ours' && isTouched)
        )
          break;
        // Words that nobody changed, in a state in which they have gone out since: nothing is lost with them.
        if (act.words === undefined && isLost(parcel)) break;
        fail('nobody was told of an edit');
        break;
      case 'conflicting':
        if (!isTouched) fail('nobody here has touched it, and it is told to conflict');
        if (options.prefer !== undefined) fail('the conflict was decided');
        break;
      case 'refused':
        break;
      case 'marked':
        // Where the file has lost its id, words that came home before may seem to have gone out and been lowered.
        if (act.words !== undefined && !(isThere && isLost(parcel))) fail('an edit is no mark');
        break;
      default:
        fail('nobody was told of an edit');
    }
  }
}
