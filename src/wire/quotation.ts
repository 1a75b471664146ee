import type { PhysicalLine } from './physical-lines.ts';

/**
 * For each line, whether a quotation that was opened in its paragraph is still open at its end, and the next line does not open one
 * again, as a new paragraph of the same quotation does.
 *
 * @param decided a truthy value but `full` where a paragraph ends for sure behind a line: there every count of marks begins anew
 */
export function isInQuotation(lines: readonly PhysicalLine[], decided: readonly unknown[]): boolean[] {
  let depth = 0;
  let straight = false;
  return lines.map(({ text }, at) => {
    for (const [mark] of text.matchAll(/[«»“”"]/gu)) {
      if (mark === '"') straight = !straight;
      else depth = mark === '«' || mark === '“' ? depth + 1 : Math.max(0, depth - 1);
    }
    const isOpen = depth > 0 || straight;
    if (decided[at] && decided[at] !== 'full') {
      depth = 0;
      straight = false;
    }
    return isOpen && !/^[«“"]/u.test(lines[at + 1]?.text ?? '');
  });
}
