import { isByline } from './header-line.ts';
import type { PhysicalLine } from './physical-lines.ts';

/** What a line is by its looks alone. `intertitle`: a heading between hyphens, `- Deux trêves -`; `rule`: a line of dashes or the like. */
export type LineShape = 'text' | 'list-item' | 'intertitle' | 'table-row' | 'sign-off' | 'rule';

/** The looks of each line; a table has two rows or more, and only the last lines of a dispatch can sign it off. */
export function lineShapes(lines: readonly PhysicalLine[]): LineShape[] {
  const isRow = rows(lines);
  const isNumbered = numberedItems(lines);
  return lines.map(({ text }, at) => {
    if (at >= lines.length - 3 && isSignOff(text)) return 'sign-off';
    if ((at < 2 || at >= lines.length - 4) && isByline(text)) return 'sign-off';
    if (isRow[at]) return 'table-row';
    if (ruleLine.test(text)) return 'rule';
    if (text.length <= longestIntertitle && intertitle.test(text)) return 'intertitle';
    return listMark.test(text) || isNumbered.has(at) ? 'list-item' : 'text';
  });
}

/** The lines that begin with a number which goes on from, or leads to, that of a line nearby: `1. Lyon`, `2. Nantes`. */
function numberedItems(lines: readonly PhysicalLine[]): Set<number> {
  const items = new Set<number>();
  let previous = { at: Number.NEGATIVE_INFINITY, number: 0 };
  lines.forEach(({ text }, at) => {
    const [mark, digits, letter] = itemNumber.exec(text) ?? [];
    if (mark === undefined) return;
    const number = digits === undefined ? lettersFrom + (letter?.charCodeAt(0) ?? 0) : Number(digits);
    if (number === previous.number + 1 && at - previous.at <= longestItem) items.add(previous.at).add(at);
    previous = { at, number };
  });
  return items;
}

/** `1.`, `1)`, `a)`. */
const itemNumber = /^(?:(\d{1,3})[.)]|([a-z])\))\s/u;

/** Letters are counted apart from figures. */
const lettersFrom = 10_000;

/** In lines. */
const longestItem = 4;

const ruleLine = /^([-=_*~#+.])\1{4,}$/u;

const listMark = /^[-–—•*·▪]\s/u;
const intertitle = /^([-–—])\s.*[^.!?…\s]\s\1$/u;
const longestIntertitle = 80;

/** Whether a line says who wrote, edited and sent a dispatch, or that it ends. */
export function isSignOff(text: string): boolean {
  return signOff.test(text);
}

/** `clv-mh/bdl`: who wrote, edited and sent it; or the end of a message, in the manner of the wires. */
const signOff =
  /^(?:\p{Ll}{2,5}(?:-\p{Ll}{2,5}){0,5}(?:\/\p{Ll}{1,5}(?:-\p{Ll}{2,5}){0,3}){1,5}|NNNN|-30-)$/u;

/** Rows of tables: two or more with columns, or three or more that end with figures or a score alike. */
function rows(lines: readonly PhysicalLine[]): boolean[] {
  const hasColumns = lines.map(({ text }) => looksLikeRow(text));
  const found = hasColumns.map(
    (is, at) => is && (hasColumns[at - 1] === true || hasColumns[at + 1] === true),
  );
  for (const result of [figuresAtEnd, scoreAtEnd]) {
    let first = 0;
    lines.forEach(({ text }, at) => {
      const isResult = text.length <= longestResult && /[\d)st]$/u.test(text) && result.test(text);
      if (!isResult) first = at + 1;
      const length = at - first + 1;
      if (length >= fewestResults) found.fill(true, length === fewestResults ? first : at, at + 1);
    });
  }
  return found;
}

/** `1. Brest 38 19 12 2 5`: a name, and three figures or more. */
const figuresAtEnd = /^[^!?…]*\p{L}[^!?…]*(?:\s[-+]?\d[\d.,:']*){3,}(?:\s(?:pts?|points?))?$/u;

/** `Brest - Nantes 3-1 (1-0)`, `Lille bat Metz 2 à 0`. */
const scoreAtEnd = /^(?:[-*•]\s)?\p{Lu}[^!?…]*\s\d{1,3}\s?(?:[-–:/]|à)\s?\d{1,3}(?:\s\([^()]{1,40}\))?$/u;

/** In UTF-16 units: wrapped lines are mostly longer. */
const longestResult = 60;

const fewestResults = 3;

/** Columns stand apart by a tab or three blanks, or twice by two where there are figures: double blanks alone fill justified lines. */
function looksLikeRow(text: string): boolean {
  const gaps = text.match(/[^\s]\s{2,}(?=[^\s])|\t/gu) ?? [];
  return gaps.some((gap) => gap.includes('\t') || gap.length > 3) || (gaps.length > 1 && /\d/u.test(text));
}
