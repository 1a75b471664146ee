import type { CheckedDraft, PlacedFinding } from '../check/output/checked-draft.ts';
import { writeJunit } from '../check/output/junit.ts';
import { rulesOf } from '../check/output/rules.ts';
import { writeSarif } from '../check/output/sarif.ts';
import { isOpen, type Severity } from '../model/issue.ts';
import { type CheckedProject, checkDrafts } from '../project/checked-drafts.ts';
import type { Reading } from '../project/drafts.ts';
import { openProject } from '../project/project.ts';
import { openWorkshop } from '../project/workshop.ts';
import { targetLocales } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { packageVersion } from './package-version.ts';
import { storiesNamed } from './reading.ts';
import { counted, styled, type Terminal } from './terminal.ts';

const checkFormats = ['text', 'json', 'sarif', 'junit'] as const;

export type CheckCommandOptions = {
  readonly ids: readonly string[];
  readonly to?: readonly string[];
  readonly format: (typeof checkFormats)[number];
  readonly strict: boolean;
  readonly json?: boolean;
};

/** `depeche check`: every issue of the drafts, as they stand on disk. What people have accepted is listed and does not count. */
export async function check(terminal: Terminal, options: CheckCommandOptions): Promise<number> {
  const project = await openProject(terminal.cwd);
  const locales = targetLocales(options.to, project);
  using workshop = await openWorkshop(project);
  const reading = { segmenter: workshop.segmenter, ...workshop.tools };
  const stories = await storiesNamed(project, options.ids);
  const checked = await checkDrafts(project, stories, locales, reading);
  terminal.out(written(checked, reading, options));
  for (const problem of checked.problems) terminal.err(`depeche: ${problem}\n`);
  if (checked.problems.length > 0) return exitCodes.usage;
  const open = openFindings(checked.drafts);
  return countOf(open, 'error') > 0 || (options.strict && countOf(open, 'warning') > 0)
    ? exitCodes.unfinished
    : exitCodes.well;
}

function written(
  { drafts, problems }: CheckedProject,
  { checks }: Reading,
  { format: wanted, strict, json }: CheckCommandOptions,
): string {
  const format = json === true ? 'json' : wanted;
  switch (format) {
    case 'text':
      return textOf(drafts);
    case 'json': {
      const findings = drafts.flatMap((draft) => draft.findings);
      return `${JSON.stringify({ findings, problems }, null, 2)}\n`;
    }
    case 'sarif':
      return writeSarif(drafts, { version: packageVersion(), rules: rulesOf(checks), problems });
    case 'junit':
      return writeJunit(drafts, { strict, problems });
    default:
      return format satisfies never;
  }
}

function openFindings(drafts: readonly CheckedDraft[]): readonly PlacedFinding[] {
  return drafts.flatMap(({ findings }) => findings.filter(isOpen));
}

function countOf(findings: readonly PlacedFinding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

const colours = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

function textOf(drafts: readonly CheckedDraft[]): string {
  const open = openFindings(drafts);
  const lines = open.map(
    ({ id, locale, segment, severity, check: name, message }) =>
      `${id} ${locale} ${segment}: ${styled(colours[severity], severity)} ${name}: ${message}\n`,
  );
  const accepted = drafts.reduce((sum, { findings }) => sum + findings.length, 0) - open.length;
  const counts = [
    counted(countOf(open, 'error'), 'error'),
    counted(countOf(open, 'warning'), 'warning'),
    counted(countOf(open, 'info'), 'note'),
    ...(accepted === 0 ? [] : [`${accepted} accepted`]),
  ];
  return `${lines.join('')}${counts.join(', ')}\n`;
}
