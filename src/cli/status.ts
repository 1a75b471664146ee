import { DepecheError, describeError } from '../model/errors.ts';
import { type DraftSummary, draftSummary } from '../project/draft-summary.ts';
import { openDrafts } from '../project/drafts.ts';
import { localesFolder, sourceFolder } from '../project/layout.ts';
import { openManifest, publishedWithoutSource } from '../project/manifest-file.ts';
import { openProject } from '../project/project.ts';
import { storiesOf } from '../project/story.ts';
import { openWorkshop } from '../project/workshop.ts';
import { scoreTerms, type TermScore } from '../termbase/score.ts';
import { exitCodes } from './exit-codes.ts';
import { machinesText } from './machines-text.ts';
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
  'absorbed',
] as const;

/** `depeche status`: the drafts by state, with term success and name consistency. */
export async function status(terminal: Terminal, options: { readonly json?: boolean }): Promise<number> {
  const project = await openProject(terminal.cwd);
  using workshop = await openWorkshop(project);
  const reading = { segmenter: workshop.segmenter, ...workshop.tools };
  const drafts: (DraftSummary & { terms: TermScore })[] = [];
  const problems: string[] = [];
  const stories = await storiesOf(project, [], localesFolder);
  const withoutSource = publishedWithoutSource(await openManifest(project, localesFolder), stories);
  for (const story of stories) {
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
  terminal.out(
    options.json === true
      ? `${JSON.stringify({ drafts, withoutSource, problems }, null, 2)}\n`
      : textOf(drafts, withoutSource),
  );
  for (const problem of problems) terminal.err(`depeche: ${problem}\n`);
  if (problems.length > 0) return exitCodes.usage;
  return drafts.every((draft) => draft.unfinished.length === 0) ? exitCodes.well : exitCodes.unfinished;
}

function textOf(
  drafts: readonly (DraftSummary & { terms: TermScore })[],
  withoutSource: readonly string[],
): string {
  const left =
    withoutSource.length === 0
      ? ''
      : `\nPublished, with no dispatch in ${sourceFolder}/: ${withoutSource.join(', ')}\n`;
  if (drafts.length === 0) return `There are no dispatches in ${sourceFolder}/ yet.\n${left}`;
  const used = states.filter((state) => drafts.some((draft) => draft.states[state]));
  const rows = table([
    ['dispatch', 'locale', 'version', ...used, 'errors', 'warnings', 'terms', 'names'],
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
  const machines = machinesText(drafts);
  return `${rows}${machines === '' ? '' : `\n${machines}`}${left}`;
}
