import { DepecheError, describeError } from '../model/errors.ts';
import { type DraftSummary, draftSummary } from '../project/draft-summary.ts';
import { openDrafts } from '../project/drafts.ts';
import { localesFolder } from '../project/layout.ts';
import { openProject } from '../project/project.ts';
import { storiesOf } from '../project/story.ts';
import { scoreTerms, type TermScore } from '../termbase/score.ts';
import { exitCodes } from './exit-codes.ts';
import { openReading } from './reading.ts';
import { type Terminal, table } from './terminal.ts';

const states = [
  'pending',
  'failed',
  'stale',
  'recalled',
  'drafted',
  'translated',
  'reviewed',
  'final',
] as const;

/** `depeche status`: the drafts by state, with term success and name consistency. */
export async function status(terminal: Terminal, options: { readonly json?: boolean }): Promise<number> {
  const project = await openProject(terminal.cwd);
  const reading = await openReading(project);
  const drafts: (DraftSummary & { terms: TermScore })[] = [];
  const problems: string[] = [];
  for (const story of await storiesOf(project, [], localesFolder)) {
    try {
      const opened = await openDrafts(project, story, project.config.targets, reading);
      drafts.push(
        ...opened.map((draft) => ({ ...draftSummary(draft), terms: scoreTerms(draft, reading.termbase) })),
      );
    } catch (error) {
      if (!(error instanceof DepecheError)) throw error;
      problems.push(describeError(error));
    }
  }
  terminal.out(options.json === true ? `${JSON.stringify({ drafts, problems }, null, 2)}\n` : textOf(drafts));
  for (const problem of problems) terminal.err(`depeche: ${problem}\n`);
  if (problems.length > 0) return exitCodes.usage;
  return drafts.every((draft) => draft.filled === draft.segments) ? exitCodes.well : exitCodes.unfinished;
}

function textOf(drafts: readonly (DraftSummary & { terms: TermScore })[]): string {
  if (drafts.length === 0) return 'There are no dispatches in source-texts/ yet.\n';
  const used = states.filter((state) => drafts.some((draft) => draft.states[state]));
  return table([
    ['', '', 'v', ...used, 'errors', 'warnings', 'terms', 'names'],
    ...drafts.map((draft) => [
      draft.id,
      draft.locale,
      draft.version,
      ...used.map((state) => draft.states[state] ?? 0),
      draft.issues.error,
      draft.issues.warning,
      draft.terms.success.toFixed(2),
      draft.terms.consistency.toFixed(2),
    ]),
  ]);
}
