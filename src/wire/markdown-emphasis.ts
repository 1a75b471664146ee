import type { InlinePiece } from './markdown-inline.ts';

/** A run of asterisks, underscores or tildes, of which pairs are taken away from both sides. */
type Run = {
  readonly mark: string;
  start: number;
  end: number;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
};

/**
 * The pieces of a text with the marks of emphasis dropped, and those that mark none left as text: the rules of CommonMark 0.31, 6.2. `2 * 3`
 * and `un_nom_de_fichier` keep their signs.
 */
export function emphasisMarks(text: string, pieces: readonly InlinePiece[]): InlinePiece[] {
  const runs = new Map<InlinePiece, Run>();
  const open: Run[] = [];
  const dropped: { readonly run: Run; readonly start: number; readonly end: number }[] = [];
  /** Below these places in `open` nothing answers such a closer: it was looked for already. */
  const bottoms = new Map<string, number>();
  for (const piece of pieces) {
    if (piece.kind !== 'emphasis') continue;
    const run = runOf(text, piece);
    runs.set(piece, run);
    if (run.closes) settle(run, open, bottoms, dropped);
    if (run.opens && run.start < run.end) open.push(run);
  }
  const gone = new Map<Run, { start: number; end: number }[]>();
  for (const { run, ...span } of dropped) {
    const spans = gone.get(run);
    if (spans) spans.push(span);
    else gone.set(run, [span]);
  }
  return pieces.flatMap((piece) => {
    const run = runs.get(piece);
    return run ? remains(piece, gone.get(run) ?? []) : [piece];
  });
}

function runOf(text: string, { start, end }: InlinePiece): Run {
  const before = lastCharacter(text, start);
  const after = text.slice(end, end + 2);
  const [blankBefore, blankAfter] = [/^$|\s$/u.test(before), /^$|^\s/u.test(after)];
  const [signBefore, signAfter] = [/[\p{P}\p{S}]$/u.test(before), /^[\p{P}\p{S}]/u.test(after)];
  const left = !blankAfter && (!signAfter || blankBefore || signBefore);
  const right = !blankBefore && (!signBefore || blankAfter || signAfter);
  const mark = text.charAt(start);
  return {
    mark,
    start,
    end,
    length: end - start,
    opens: mark === '_' ? left && (!right || signBefore) : left,
    closes: mark === '_' ? right && (!left || signAfter) : right,
  };
}

function lastCharacter(text: string, end: number): string {
  const isPair = text.charCodeAt(end - 1) >> 10 === 0x37;
  return text.slice(Math.max(0, end - (isPair ? 2 : 1)), end);
}

function settle(
  closer: Run,
  open: Run[],
  bottoms: Map<string, number>,
  dropped: { run: Run; start: number; end: number }[],
): void {
  const key = `${closer.mark}${closer.opens}${closer.length % 3}`;
  while (closer.start < closer.end) {
    const bottom = Math.min(bottoms.get(key) ?? 0, open.length);
    let at = open.length - 1;
    while (at >= bottom && !answers(open[at], closer)) at -= 1;
    const opener = open[at];
    if (at < bottom || !opener) {
      bottoms.set(key, open.length);
      return;
    }
    const left = Math.min(opener.end - opener.start, closer.end - closer.start);
    const taken = closer.mark === '~' ? left : Math.min(2, left);
    dropped.push({ run: opener, start: opener.end - taken, end: opener.end });
    dropped.push({ run: closer, start: closer.start, end: closer.start + taken });
    opener.end -= taken;
    closer.start += taken;
    open.length = opener.start < opener.end ? at + 1 : at;
  }
}

/** Runs that both open and close answer one another only where their lengths do not add up to three. */
function answers(opener: Run | undefined, closer: Run): boolean {
  if (!opener || opener.mark !== closer.mark) return false;
  if (closer.mark === '~') return opener.length === closer.length;
  const isDouble = opener.closes || closer.opens;
  return !(
    isDouble &&
    (opener.length + closer.length) % 3 === 0 &&
    (opener.length % 3 !== 0 || closer.length % 3 !== 0)
  );
}

/** What is left of a run: text. */
function remains(
  { start, end }: InlinePiece,
  dropped: readonly { start: number; end: number }[],
): InlinePiece[] {
  const pieces: InlinePiece[] = [];
  let at = start;
  for (const span of [...dropped].sort((one, other) => one.start - other.start)) {
    if (at < span.start) pieces.push({ kind: 'text', start: at, end: span.start });
    at = span.end;
  }
  if (at < end) pieces.push({ kind: 'text', start: at, end });
  return pieces;
}
