import type { DamagedFile } from '../project/import-project.ts';
import type { Damage } from '../review/damage.ts';
import { styled } from './terminal.ts';

/** As many findings of a file as people are shown; `--json` has all. */
const shown = 3;
/** As many segments as a line names. */
const named = 10;

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
  return `${file}: ${summary(findings, costly)}\n${first.map(findingText).join('')}${more}`;
}

/** Findings after which the validator reads no further. */
const ends: ReadonlySet<Damage['constraint']> = new Set([
  'version-supported',
  'root-element',
  'nesting-limit',
]);

function summary(findings: readonly Damage[], costly: readonly Damage[]): string {
  const count = findings.length;
  if (findings.some(({ constraint }) => ends.has(constraint))) {
    return 'was read, but what the tool made of it cannot be checked to the end';
  }
  const broken = `the tool broke the file in ${count} ${count === 1 ? 'place' : 'places'}`;
  if (costly.length === 0) return `${broken}; no words and no state of a segment are affected`;
  const ids = [...new Set(costly.map(({ affects }) => nameOf(affects)))];
  const left = ids.length - named;
  const more = left > 0 ? `, and ${left} more` : '';
  return `${broken}; words or a state may be lost: look at ${ids.slice(0, named).join(', ')}${more}`;
}

function nameOf(segment: string | undefined): string {
  return segment || 'a unit without an id';
}

function findingText({ line, column, constraint, message, affects }: Damage): string {
  const place = affects === undefined ? '' : `${nameOf(affects)}  `;
  const colour = affects === undefined ? 'dim' : 'yellow';
  return `  ${line}:${column}  ${place}${styled(colour, constraint)}: ${message}\n`;
}
