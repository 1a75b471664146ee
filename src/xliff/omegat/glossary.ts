import type { Unit } from '../../model/draft.ts';
import { isXmlText } from '../../xml/write.ts';
import { markTerms } from '../terms.ts';

/**
 * The terms of some units as a glossary of OmegaT: a line for each, `source⇥target⇥comment`, as they stand in the copy and as the house says
 * them; undefined where there are none.
 */
export function omegatGlossary(units: readonly Unit[]): string | undefined {
  const { terms } = markTerms(units);
  const lines = terms.flatMap(({ term, translation }) =>
    translation === undefined || !isXmlText(term + translation)
      ? []
      : lineOf([term, translation, 'house term']),
  );
  return lines.length === 0 ? undefined : [...new Set(lines)].join('');
}

function lineOf(cells: readonly string[]): string {
  const line = cells.map((cell) => cell.replace(/\s+/gu, ' ').trim()).join('\t');
  // OmegaT takes a line that begins with # for a remark.
  return line.startsWith('#') ? ` ${line}\n` : `${line}\n`;
}
