import { wordingOf } from '../text/wording.ts';
import { rankOf } from '../xliff/states.ts';
import { withoutCodes } from './inline-text.ts';
import type { ReturnedSegment, Standing } from './returned.ts';

/** A sentence of ours. */
export type Sentence = { readonly id: string; readonly source: string };

/**
 * Puts together what a tool has cut or joined anew. Where the sources of some returned segments are together those of some sentences of
 * ours, they become one segment under the id of the first sentence, which covers the others. Segments that are as they went out, and
 * those that fit nowhere, come back as they are. Blanks and codes count for nothing: tools drop and add both.
 *
 * @param segments in the order of the file
 * @param sentences in reading order
 * @param isOurs whether a segment has the source its id stands for
 */
export function joinSegments(
  segments: readonly ReturnedSegment[],
  sentences: readonly Sentence[],
  isOurs: (segment: ReturnedSegment) => boolean,
): readonly ReturnedSegment[] {
  const strange = new Set(segments.filter((segment) => !isOurs(segment)));
  if (strange.size === 0) return segments;
  const ours = sentences.map(({ source }) => lettersOf(source));
  const places = new Map(sentences.map(({ id }, place) => [id, place]));
  const beginnings = Map.groupBy(ours.keys(), (place) => beginningOf(ours[place] ?? ''));
  const taken = new Set(segments.flatMap((segment) => (strange.has(segment) ? [] : [segment.id])));
  const joined: ReturnedSegment[] = [];
  let expected = 0;
  let next = 0;
  while (next < segments.length) {
    const segment = segments[next];
    if (!segment) break;
    const known = places.get(segment.id);
    const alike = () => beginnings.get(beginningOf(lettersOf(segment.source))) ?? [];
    const starts = known === undefined ? [expected, ...alike().slice(0, mostStarts)] : [known];
    const run = strange.has(segment) && runFrom({ segments, strange, ours }, next, starts);
    const covered = run ? sentences.slice(run.start, run.end) : [];
    if (run && covered.every(({ id }) => !taken.has(id))) {
      for (const { id } of covered) taken.add(id);
      joined.push(asOne(segments.slice(next, run.after), covered));
      expected = run.end;
      next = run.after;
    } else {
      joined.push(segment);
      if (known !== undefined) expected = known + 1;
      next += 1;
    }
  }
  // A tool that joins two units may leave the second one behind, empty.
  const covered = new Set(joined.flatMap(({ covers = [] }) => covers));
  return joined.filter(({ id, source }) => !covered.has(id) || lettersOf(source) !== '');
}

/** Enough letters to tell sentences apart, and how many that begin alike are tried. */
const beginning = 16;
const mostStarts = 4;
/** A tool joins or cuts a few sentences at a time; a hostile file may try for ever. */
const mostParts = 16;

function beginningOf(letters: string): string {
  return letters.slice(0, beginning);
}

function lettersOf(source: string): string {
  return wordingOf(withoutCodes(source)).replace(/\s+/gu, '');
}

type Texts = {
  readonly segments: readonly ReturnedSegment[];
  /** Those that may be parts. */
  readonly strange: ReadonlySet<ReturnedSegment>;
  /** The letters of our sentences. */
  readonly ours: readonly string[];
};

/** Sentences `start` to `end` of ours are the returned segments up to `after`. */
type Run = { readonly start: number; readonly end: number; readonly after: number };

function runFrom(texts: Texts, first: number, starts: readonly number[]): Run | undefined {
  for (const start of new Set(starts)) {
    const run = runAt(texts, first, start);
    if (run) return run;
  }
  return undefined;
}

/** Takes a part more of whichever side is shorter, until both say the same. */
function runAt({ segments, strange, ours }: Texts, first: number, start: number): Run | undefined {
  let theirs = lettersOf(segments[first]?.source ?? '');
  let mine = ours[start] ?? '';
  if (theirs === '' || mine === '') return undefined;
  let after = first + 1;
  let end = start + 1;
  while (theirs !== mine) {
    if (after - first + end - start > mostParts) return undefined;
    if (mine.startsWith(theirs)) {
      const part = segments[after];
      if (!part || !strange.has(part)) return undefined;
      theirs += lettersOf(part.source);
      after += 1;
    } else if (theirs.startsWith(mine)) {
      const sentence = ours[end];
      if (sentence === undefined) return undefined;
      mine += sentence;
      end += 1;
    } else {
      return undefined;
    }
  }
  return { start, end, after };
}

function asOne(parts: readonly ReturnedSegment[], [head, ...others]: readonly Sentence[]): ReturnedSegment {
  const [first] = parts;
  if (!first || !head) throw new RangeError('a run has a part and a sentence');
  const source = [head, ...others].map((sentence) => sentence.source).join(' ');
  const words = parts.flatMap(({ target }) => (target === undefined || target.trim() === '' ? [] : [target]));
  const { covers: _covers, target: _target, ...rest } = first;
  const remarks = [
    ...(parts.length > 1 ? [`the tool had cut it into ${parts.length}`] : []),
    ...(others.length > 0 ? [`the tool had joined it with ${others.map(({ id }) => id).join(' ')}`] : []),
    ...(parts.length === 1 && others.length === 0
      ? ['the tool had changed its id: found by its source']
      : []),
  ];
  return {
    ...rest,
    id: head.id,
    source,
    ...(words.length > 0 && { target: words.join(' ') }),
    standing: leastOf(parts, words.length < parts.length && words.length > 0),
    ...(others.length > 0 && { covers: others.map(({ id }) => id) }),
    remark: remarks.join('; '),
  };
}

/** What is said of the whole is what is said of its least approved part. */
function leastOf(parts: readonly ReturnedSegment[], isPartial: boolean): Standing {
  const standings = parts.map(({ standing }) => standing);
  const states = standings.flatMap(({ state }) => state ?? []);
  const [state] = states.sort((left, right) => rankOf(left) - rankOf(right));
  const approvals = standings.flatMap(({ approved }) => approved ?? []);
  const mark = standings.find((standing) => standing.mark !== undefined)?.mark;
  return {
    ...(state !== undefined && states.length === parts.length && { state }),
    ...(approvals.length > 0 && { approved: approvals.length === parts.length && approvals.every(Boolean) }),
    ...(mark !== undefined && { mark }),
    ...(mark === undefined && isPartial && { mark: 'one part has no words' }),
  };
}
