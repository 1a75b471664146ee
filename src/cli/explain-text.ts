import type { LineBreak } from '../model/line-break.ts';
import type { ExplainedBlock, ExplainedPlace } from '../segment/explain-copy.ts';
import { isWhole } from '../segment/segment-copy.ts';

/** How much of the text is shown to either side of a place, in characters. */
const shown = 24;

/** Paragraphs for people: every place at which a rule would cut, whether it did, and which exception held it where it did not. */
export function explainText(blocks: readonly ExplainedBlock[]): string {
  return blocks
    .map(({ kind, text, places, ending }, index) => {
      const told =
        places.length === 0 ? nothingText(kind) : places.map((place) => placeText(text, place)).join('');
      return `${index + 1} ${kind}\n${told}${ending ? endingText(ending) : ''}`;
    })
    .join('\n');
}

function nothingText(kind: ExplainedBlock['kind']): string {
  return isWhole(kind) ? '  whole: no rule is asked\n' : '  no rule would cut here\n';
}

/** Why a paragraph ends, how sure that is, and what it was told from. */
function endingText({ reason, confidence, evidence }: LineBreak): string {
  const verdict = `ends  ${reason}, ${confidence === 1 ? 100 : Math.min(99, Math.round(confidence * 100))} %`;
  return `  ${verdict.padEnd(44)} ${evidenceText(reason, evidence)}${evidence.sentenceEnds === 'no' ? '; no sentence ends here' : ''}\n`;
}

function evidenceText(reason: LineBreak['reason'], evidence: LineBreak['evidence']): string {
  const { need, width, gap, usualGap, indent, usualIndent } = evidence;
  const room = width === undefined ? 'no line was wrapped' : `lines are filled up to column ${width}`;
  switch (reason) {
    case 'blank-line':
      return `blank lines below: ${gap}, inside a paragraph: ${usualGap}`;
    case 'indentation':
      return `the next line is indented by ${indent}, inside a paragraph by ${usualIndent}`;
    case 'next-word-fits':
      return `the next word would have ended in column ${need}; ${room}`;
    case 'full-line':
      return `the line is full (the next word ends in column ${need}) and ends a sentence; paragraphs of such a size are usual here`;
    case 'list-item':
      return 'an item of a list begins or ends';
    case 'table':
      return 'a table begins or ends';
    case 'sign-off':
      return 'a byline or a sign-off begins or ends';
    case 'heading':
      return `a heading; the next word would have ended in column ${need}; ${room}`;
    case 'section-mark':
      return 'a mark stands between two sections';
    case 'line':
      return 'every line is a paragraph, as it was asked for';
    default:
      return reason satisfies never;
  }
}

function placeText(text: string, { at, rule, exception }: ExplainedPlace): string {
  const before = text.slice(Math.max(0, at - shown), at).trimEnd();
  const behind = text.slice(at, at + shown).trimStart();
  const verdict = exception === undefined ? `cut   ${rule}` : `held  ${exception}, against ${rule}`;
  return `  ${verdict.padEnd(44)} ${before} ¦ ${behind}\n`;
}
