import { isRemarkable, type Outcome, outcomes, type SegmentReport } from '../review/outcome.ts';
import { styled } from './terminal.ts';

/** What became of the segments of a draft, for people: the sums, then each that something is to be said of. */
export function reviewText(title: string, segments: readonly SegmentReport[]): string {
  const sums = outcomes.flatMap((outcome) => {
    const count = segments.filter((segment) => segment.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome}`];
  });
  const lines = segments.filter(isRemarkable).map(segmentText);
  return `${title}: ${sums.join(', ')}\n${lines.join('')}`;
}

function segmentText({ segment, outcome, why, ours, theirs }: SegmentReport): string {
  const line = `  ${segment}  ${styled(colours[outcome], outcome)}: ${why}\n`;
  if (outcome === 'unknown' || ours === theirs) return line;
  return `${line}${quoted('here', ours)}${quoted('there', theirs)}`;
}

function quoted(where: string, words: string | undefined): string {
  return words === undefined ? '' : `      ${where.padEnd(5)}  ${words}\n`;
}

const colours = {
  taken: 'green',
  accepted: 'green',
  unchanged: 'dim',
  marked: 'yellow',
  conflicting: 'red',
  refused: 'red',
  unknown: 'yellow',
} as const satisfies Record<Outcome, string>;
