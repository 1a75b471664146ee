import type { DamagedFile } from '../project/import-project.ts';
import type { Damage } from '../review/damage.ts';
import { styled } from './terminal.ts';

/** As many findings of a file as people are shown; `--json` has all. */
const shown = 3;

/** Whether words or a state of somebody may not have been read as they were meant. */
export function mayHaveCost({ findings }: DamagedFile): boolean {
  return findings.some(({ affects }) => affects !== undefined);
}

/** What is broken in a file that came home, for people: a line, and the first few findings; those that may have cost something first. */
export function damageText({ file, findings }: DamagedFile): string {
  const costly = findings.filter(({ affects }) => affects !== undefined);
  const others = findings.filter(({ affects }) => affects === undefined);
  const first = [...costly, ...others].slice(0, shown);
  const left = findings.length - first.length;
  const more = left === 0 ? '' : `  and ${left} more: --json has all of them\n`;
  return `${file}: ${summary(findings.length, costly)}\n${first.map(findingText).join('')}${more}`;
}

function summary(count: number, costly: readonly Damage[]): string {
  const broken = `the tool broke the file in ${count} ${count === 1 ? 'place' : 'places'}`;
  if (costly.length === 0) return `${broken}; no words and no state of a segment are affected`;
  const segments = new Set(costly.map(({ affects }) => affects)).size;
  const look = segments === 1 ? 'look at this segment' : `look at these ${segments} segments`;
  return `${broken}; words or a state may be lost: ${look}`;
}

function findingText({ line, column, constraint, message, affects }: Damage): string {
  const place = affects === undefined ? '' : `${affects || 'a unit without an id'}  `;
  const colour = affects === undefined ? 'dim' : 'yellow';
  return `  ${line}:${column}  ${place}${styled(colour, constraint)}: ${message}\n`;
}
