import type { PhysicalLine } from './physical-lines.ts';

/** What a line is by its looks alone. `intertitle`: a heading between hyphens, `- Deux trêves -`. */
export type LineShape = 'text' | 'list-item' | 'intertitle' | 'table-row' | 'sign-off';

/** The looks of each line; a table has two rows or more, and only the last lines of a dispatch can sign it off. */
export function lineShapes(lines: readonly PhysicalLine[]): LineShape[] {
  const isRow = lines.map(({ text }) => looksLikeRow(text));
  const isNumbered = numberedItems(lines);
  return lines.map(({ text }, at) => {
    if (at >= lines.length - 3 && isSignOff(text)) return 'sign-off';
    if (isRow[at] && (isRow[at - 1] || isRow[at + 1])) return 'table-row';
    if (text.length <= longestIntertitle && intertitle.test(text)) return 'intertitle';
    return listMark.test(text) || isNumbered.has(at) ? 'list-item' : 'text';
  });
}

/** The lines that begin with a number which goes on from, or leads to, that of a line nearby: `1. Lyon`, `2. Nantes`. */
function numberedItems(lines: readonly PhysicalLine[]): Set<number> {
  const items = new Set<number>();
  let previous = { at: Number.NEGATIVE_INFINITY, number: 0 };
  lines.forEach(({ text }, at) => {
    const digits = itemNumber.exec(text)?.[1];
    if (digits === undefined) return;
    const number = Number(digits);
    if (number === previous.number + 1 && at - previous.at <= longestItem) items.add(previous.at).add(at);
    previous = { at, number };
  });
  return items;
}

const itemNumber = /^(\d{1,3})[.)]\s/u;

/** In lines. */
const longestItem = 4;

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

/** Columns stand apart by a tab or three blanks, or twice by two where there are figures: double blanks alone fill justified lines. */
function looksLikeRow(text: string): boolean {
  const gaps = text.match(/[^\s]\s{2,}(?=[^\s])|\t/gu) ?? [];
  return gaps.some((gap) => gap.includes('\t') || gap.length > 3) || (gaps.length > 1 && /\d/u.test(text));
}
