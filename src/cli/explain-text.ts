import type { ExplainedBlock, ExplainedPlace } from '../segment/explain-copy.ts';

/** How much of the text is shown to either side of a place, in characters. */
const shown = 24;

/** Paragraphs for people: every place at which a rule would cut, whether it did, and which exception held it where it did not. */
export function explainText(blocks: readonly ExplainedBlock[]): string {
  return blocks
    .map(({ kind, text, places }, index) => {
      const nothing = places.length === 0 ? '  no rule would cut here\n' : '';
      return `${index + 1} ${kind}\n${nothing}${places.map((place) => placeText(text, place)).join('')}`;
    })
    .join('\n');
}

function placeText(text: string, { at, rule, exception }: ExplainedPlace): string {
  const before = text.slice(Math.max(0, at - shown), at).trimEnd();
  const behind = text.slice(at, at + shown).trimStart();
  const verdict = exception === undefined ? `cut   ${rule}` : `held  ${exception}, against ${rule}`;
  return `  ${verdict.padEnd(44)} ${before} ¦ ${behind}\n`;
}
