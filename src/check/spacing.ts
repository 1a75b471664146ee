import { defineTextCheck, type Finding, placesOf } from './check.ts';

export const doubleBlank = defineTextCheck({
  id: 'double-blank',
  family: 'spacing',
  severity: 'warning',
  describe: 'Two blanks or a tab stand between two words of the target, and the source has no such place.',
  example: {
    locale: 'en',
    source: 'Une trêve a échoué.',
    target: 'A truce  has failed.',
    note: 'two blanks behind “truce”',
  },
  find({ source, text }) {
    if (!text.includes('  ') && !blanks.test(text)) return [];
    if (blanks.test(source.trim())) return [];
    return placesOf(text, allBlanks, ({ at }) => at.start > 0 && at.end < text.length).map(
      ({ found, at }): Finding => ({
        message: found.includes('\t') ? 'a tab in the target' : `${found.length} blanks where one will do`,
        target: at,
      }),
    );
  },
});

const blanks = /[ \u00a0\u202f]{2}|\t/u;
const allBlanks = /[ \u00a0\u202f]{2,}|\t+/gu;

export const edgeBlank = defineTextCheck({
  id: 'edge-blank',
  family: 'spacing',
  severity: 'warning',
  describe: 'The target begins or ends with a blank, and the source does not.',
  example: {
    locale: 'es',
    source: 'Une trêve a échoué.',
    target: 'Una tregua fracasó. ',
    note: 'a blank behind the stop',
  },
  find({ source, text }) {
    if (text.trim() === '') return [];
    const start = text.length - text.trimStart().length;
    const end = text.trimEnd().length;
    const findings: Finding[] = [];
    if (start > 0 && source.trimStart() === source)
      findings.push({ message: 'the target begins with a blank', target: { start: 0, end: start } });
    if (end < text.length && source.trimEnd() === source)
      findings.push({ message: 'the target ends with a blank', target: { start: end, end: text.length } });
    return findings;
  },
});

export const lineBreak = defineTextCheck({
  id: 'line-break',
  family: 'spacing',
  severity: 'warning',
  describe: 'The target has more or fewer line breaks than the source.',
  example: {
    locale: 'de',
    source: 'Une trêve a échoué.',
    target: 'Ein Waffenstillstand\nist gescheitert.',
    note: 'a sentence is one line',
  },
  find({ source, text }) {
    const [wanted, there] = [countBreaks(source), countBreaks(text.trimEnd())];
    if (wanted === there) return [];
    const [place] = placesOf(text, allBreaks);
    return [
      {
        message: `the target has ${there} line breaks, the source ${wanted}`,
        ...(place && { target: place.at }),
      },
    ];
  },
});

const allBreaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;

function countBreaks(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(allBreaks)) count += 1;
  return count;
}
