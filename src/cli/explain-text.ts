import type { ExplainedBlock, ExplainedPlace } from '../segment/explain-copy.ts';
import { isWhole } from '../segment/segment-copy.ts';

/** How much of the text is shown to either side of a place, in characters. */
const shown = 24;

/** Paragraphs for people: every place at which a rule would cut, whether it did, and which exception held it where it did not. */
export function explainText(blocks: readonly ExplainedBlock[]): string {
  return blocks
    .map(({ kind, text, places }, index) => {
      return `${index + 1} ${kind}\n${places.length === 0 ? nothingText(kind) : places.map((place) => placeText(text, place)).join('')}`;
    })
    .join('\n');
}

function nothingText(kind: ExplainedBlock['kind']): string {
  return isWhole(kind) ? '  whole: no rule is asked\n' : '  no rule would cut here\n';
}

function placeText(text: string, { at, rule, exception }: ExplainedPlace): string {
  const before = text.slice(Math.max(0, at - shown), at).trimEnd();
  const behind = text.slice(at, at + shown).trimStart();
  const verdict = exception === undefined ? `cut   ${rule}` : `held  ${exception}, against ${rule}`;
  return `  ${verdict.padEnd(44)} ${before} ¦ ${behind}\n`;
}
