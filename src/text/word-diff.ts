import { tokenize } from './tokens.ts';
import { wordingOf } from './wording.ts';

/** A stretch of two texts: what both say, what only the earlier one says, or what only the later one does. Blanks are kept. */
export type DiffPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** Texts that differ in more words than this are told as replaced between what they begin and end with: nobody reads such a list. */
const mostEdits = 400;

/**
 * What became of a text, word by word: the fewest words removed and added, by Myers' O(ND) algorithm (Algorithmica 1, 1986). Typings of one
 * word (curved or straight apostrophes) are the same. What is removed and added in one place stands together, removed first, and marks or
 * blanks alone do not part two changes.
 *
 * @returns parts in order: without the added ones they are the earlier text, but for typing, and without the removed ones the later
 */
export function wordDiff(earlier: string, later: string): readonly DiffPart[] {
  const [left, right] = [piecesOf(earlier), piecesOf(later)];
  const [a, b] = [left.map(({ key }) => key), right.map(({ key }) => key)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let tail = 0;
  while (tail < a.length - start && tail < b.length - start && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const [endA, endB] = [a.length - tail, b.length - tail];
  const edits = editsOf(a.slice(start, endA), b.slice(start, endB));
  const kinds: DiffPart['kind'][] = [
    ...Array.from({ length: start }, () => 'same' as const),
    ...edits,
    ...Array.from({ length: tail }, () => 'same' as const),
  ];
  return gathered(kinds, left, right);
}

/** A token and the blanks behind it, so that the pieces together are the text. */
type Piece = { readonly key: string; readonly text: string; readonly isMark: boolean };

function piecesOf(text: string): Piece[] {
  const tokens = tokenize(text);
  if (tokens.length === 0 && text !== '') return [{ key: '', text, isMark: true }];
  return tokens.map((token, at) => ({
    key: wordingOf(token.text),
    text: text.slice(at === 0 ? 0 : token.start, tokens[at + 1]?.start ?? text.length),
    isMark: token.kind === 'mark',
  }));
}

/** The shortest script that makes one list of the other. */
function editsOf(a: readonly string[], b: readonly string[]): DiffPart['kind'][] {
  const replaced = () => [...a.map(() => 'removed' as const), ...b.map(() => 'added' as const)];
  const most = Math.min(a.length + b.length, mostEdits);
  const furthest = new Map([[1, 0]]);
  const trace: ReadonlyMap<number, number>[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(new Map(furthest));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = comesDown(furthest, diagonal, edits)
        ? (furthest.get(diagonal + 1) ?? 0)
        : (furthest.get(diagonal - 1) ?? 0) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      furthest.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return walkBack(trace, a.length, b.length);
    }
  }
  return replaced();
}

/** Whether the best way to a diagonal adds a word rather than removes one. */
function comesDown(furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1);
}

function walkBack(
  trace: readonly ReadonlyMap<number, number>[],
  width: number,
  height: number,
): DiffPart['kind'][] {
  const kinds: DiffPart['kind'][] = [];
  let [x, y] = [width, height];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const furthest = trace[edits] ?? new Map();
    const down = comesDown(furthest, x - y, edits);
    const before = down ? x - y + 1 : x - y - 1;
    const fromX = edits === 0 ? 0 : (furthest.get(before) ?? 0);
    const fromY = edits === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY) {
      kinds.push('same');
      x -= 1;
      y -= 1;
    }
    if (edits > 0) kinds.push(down ? 'added' : 'removed');
    [x, y] = [fromX, fromY];
  }
  return kinds.reverse();
}

function gathered(
  kinds: readonly DiffPart['kind'][],
  left: readonly Piece[],
  right: readonly Piece[],
): DiffPart[] {
  const parts: DiffPart[] = [];
  const removed: string[] = [];
  const added: string[] = [];
  const flush = (): void => {
    if (removed.length > 0) parts.push({ kind: 'removed', text: removed.join('') });
    if (added.length > 0) parts.push({ kind: 'added', text: added.join('') });
    removed.length = 0;
    added.length = 0;
  };
  const same: Piece[] = [];
  let [x, y] = [0, 0];
  /** Words that stayed part two changes; marks between them do not, and count as changed with them. */
  const keep = (endsHere: boolean): void => {
    const isBetween = removed.length + added.length > 0 && !endsHere && same.every(({ isMark }) => isMark);
    if (isBetween) {
      removed.push(...same.map(({ text }) => text));
      added.push(...same.map(({ text }) => text));
    } else if (same.length > 0) {
      flush();
      parts.push({ kind: 'same', text: same.map(({ text }) => text).join('') });
    }
    same.length = 0;
  };
  for (const kind of kinds) {
    if (kind === 'same') {
      const piece = right[y];
      if (piece) same.push(piece);
      x += 1;
      y += 1;
      continue;
    }
    keep(false);
    if (kind === 'removed') removed.push(left[x++]?.text ?? '');
    else added.push(right[y++]?.text ?? '');
  }
  keep(true);
  flush();
  return parts;
}

/** A change in one line of plain text, in the manner of wdiff: `Il y a [-12-] {+17+} morts`. */
export function diffText(parts: readonly DiffPart[]): string {
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  return parts
    .map(({ kind, text }) => {
      const [open, close] = marks[kind];
      const [, blank = '', words = '', behind = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
      return words === '' ? text : blank + open + words + close + behind;
    })
    .join('')
    .replace(/-\](?=\{\+)/gu, '-] ')
    .trim();
}
