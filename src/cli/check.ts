import { allUnits } from '../model/draft.ts';
import { DepecheError, describeError } from '../model/errors.ts';
import type { Issue } from '../model/issue.ts';
import { openDrafts } from '../project/drafts.ts';
import { localesFolder } from '../project/layout.ts';
import { openProject } from '../project/project.ts';
import { storiesOf } from '../project/story.ts';
import { exitCodes } from './exit-codes.ts';
import { openReading } from './reading.ts';
import { counted, styled, type Terminal } from './terminal.ts';

export type CheckCommandOptions = {
  readonly format: 'text' | 'json';
  readonly strict: boolean;
  readonly json?: boolean;
};

/** An issue with the place it was found in. */
type Finding = Issue & { readonly id: string; readonly locale: string; readonly segment: string };

/** `depeche check`: every issue of every draft, as it stands on disk. */
export async function check(terminal: Terminal, options: CheckCommandOptions): Promise<number> {
  const project = await openProject(terminal.cwd);
  const reading = await openReading(project);
  const findings: Finding[] = [];
  const problems: string[] = [];
  for (const story of await storiesOf(project, [], localesFolder)) {
    try {
      for (const draft of await openDrafts(project, story, project.config.targets, reading)) {
        for (const { segment, issues } of allUnits(draft)) {
          findings.push(
            ...issues.map((issue) => ({ ...issue, id: story.id, locale: draft.locale, segment: segment.id })),
          );
        }
      }
    } catch (error) {
      if (!(error instanceof DepecheError)) throw error;
      problems.push(describeError(error));
    }
  }
  const count = (severity: Issue['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const json = options.json === true || options.format === 'json';
  terminal.out(json ? `${JSON.stringify({ findings, problems }, null, 2)}\n` : textOf(findings));
  if (!json) {
    terminal.out(
      `${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}, ${counted(count('info'), 'note')}\n`,
    );
  }
  for (const problem of problems) terminal.err(`depeche: ${problem}\n`);
  if (problems.length > 0) return exitCodes.usage;
  return count('error') > 0 || (options.strict && count('warning') > 0)
    ? exitCodes.unfinished
    : exitCodes.well;
}

const colours = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

function textOf(findings: readonly Finding[]): string {
  return findings
    .map(({ id, locale, segment, severity, check: name, message }) => {
      return `${id} ${locale} ${segment}: ${styled(colours[severity], severity)} ${name}: ${message}\n`;
    })
    .join('');
}
