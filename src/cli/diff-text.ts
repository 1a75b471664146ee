import { diffText } from '../text/word-diff.ts';
import type { DiffReport, StaleWork } from './diff.ts';
import { counted, styled } from './terminal.ts';

/** A change as people read it: a line for each sentence that is not as it was, and below it what it means for each language. */
export function diffReportText(report: DiffReport): string {
  const { sentences, drafts } = report;
  const stale = new Map<string, string[]>();
  for (const { locale, stale: works } of drafts) {
    for (const work of works)
      stale.set(work.segment, [...(stale.get(work.segment) ?? []), ...linesOf(locale, work)]);
  }
  const lines = sentences.flatMap(({ segment, kind, text, diff }): string[] => {
    const below = stale.get(segment) ?? [];
    stale.delete(segment);
    // Work may be stale from an earlier version: then the sentence says the same as in the one before.
    if (kind === 'unchanged') return below.length === 0 ? [] : [`= ${segment}  ${text}`, ...below];
    return [
      styled(marks[kind].colour, `${marks[kind].sign} ${segment}  ${diff ? diffText(diff) : text}`),
      ...below,
    ];
  });
  const unchanged = sentences.filter(({ kind }) => kind === 'unchanged').length;
  return [heading(report), ...lines, `${counted(unchanged, 'sentence')} as before\n`].join('\n');
}

const marks = {
  changed: { sign: '~', colour: 'yellow' },
  new: { sign: '+', colour: 'green' },
  removed: { sign: '-', colour: 'red' },
  moved: { sign: '>', colour: 'cyan' },
} as const;

function heading({ id, version, from, update, repeated, of, note }: DiffReport): string {
  const verb = update && { 'write-through': 'replaces', correction: 'corrects', addition: 'adds to' }[update];
  const said = verb
    ? `version ${version} ${verb} version ${from}: its copy repeats ${repeated} of ${of} sentences`
    : `version ${version} beside version ${from}`;
  return `${id}, ${said}\n${note === undefined ? '' : `The note: ${note}\n`}`;
}

function linesOf(locale: string, { was, by, text, proposals }: StaleWork): string[] {
  return [
    `    ${locale}  ${was} by ${by}, for the earlier wording: ${text}`,
    ...proposals.map(({ kind, text: words, diff, slots }) => {
      const told = slots?.map((slot) => `${slot.kind} “${slot.was}” → “${slot.is}”`).join(', ');
      return told === undefined
        ? `    ${locale}  proposed (${kind}): ${words}`
        : `    ${locale}  proposed (${told}): ${diffText(diff)}`;
    }),
  ];
}
