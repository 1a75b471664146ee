import { DepecheError, describeError } from '../model/errors.ts';
import { draftToAmend, writeAmended } from '../project/amend-drafts.ts';
import { draftAsItStands } from '../project/drafts.ts';
import { openProject } from '../project/project.ts';
import { openMaster } from '../project/story.ts';
import { openWorkshop } from '../project/workshop.ts';
import { acceptFinding, withdrawFinding } from '../review/accept-finding.ts';
import { targetLocales } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { storyOf } from './reading.ts';
import type { Terminal } from './terminal.ts';

export type AcceptFindingOptions = {
  readonly check: string;
  readonly id: string;
  readonly segment: string;
  readonly to: readonly string[];
  readonly by: string;
  readonly nth?: number;
  readonly withdraw: boolean;
  readonly json?: boolean;
};

/** `depeche accept-finding`: a person says that one finding of a check is no fault, or takes that back. */
export async function acceptOneFinding(terminal: Terminal, options: AcceptFindingOptions): Promise<number> {
  const by = options.by.trim();
  if (by === '') throw new DepecheError('usage', '--by gives no name');
  const project = await openProject(terminal.cwd);
  const [locale, second] = targetLocales(options.to, project);
  if (locale === undefined || second !== undefined) {
    throw new DepecheError('usage', 'a finding is accepted in one language: --to names one');
  }
  const story = await storyOf(project, options.id);
  using workshop = await openWorkshop(project);
  const { check, segment, nth } = options;
  const { story: opened, draft: before } = await draftToAmend(project, story, locale, workshop.segmenter);
  const master = await openMaster(project, story, locale);
  const stands = await draftAsItStands(before.dispatch, locale, master, workshop.tools);
  const named = { check, segment, ...(nth !== undefined && { nth }) };
  const at = new Date().toISOString().replace(/\.\d+Z$/u, 'Z');
  const { draft, issue } = options.withdraw
    ? withdrawFinding(stands, named)
    : acceptFinding(stands, named, { by, at });
  const outcome = await writeAmended(project, workshop, [{ story: opened, draft }]);
  const problems = outcome.problems.map(describeError);
  const did = options.withdraw ? 'withdrawn' : 'accepted';
  const { accepted: _, ...finding } = issue;
  const facts = {
    [did]: { ...finding, id: story.id, locale, segment },
    by,
    written: outcome.written,
    problems,
  };
  terminal.out(
    options.json === true
      ? `${JSON.stringify(facts, null, 2)}\n`
      : `${story.id} ${locale} ${segment}: ${check} ${did} by ${by}: ${issue.message}\n`,
  );
  for (const problem of problems) terminal.err(`depeche: ${problem}\n`);
  return Math.max(exitCodes.well, ...outcome.problems.map(({ code }) => exitCodes.of(code)));
}
