import { DepecheError, describeError } from '../model/errors.ts';
import { fileArrivals, storyRevisedBy } from '../project/arrivals.ts';
import { type DraftSummary, draftSummary } from '../project/draft-summary.ts';
import { localesFolder, sourceFolder } from '../project/layout.ts';
import { openProject, type Project } from '../project/project.ts';
import { providersOf, routesOf } from '../project/routes.ts';
import { type Story, storiesOf } from '../project/story.ts';
import { translateProject } from '../project/translate-project.ts';
import { openWorkshop } from '../project/workshop.ts';
import { compareText } from '../text/compare.ts';
import { fromRoot, targetLocales, withWireFormat } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { interruption } from './interruption.ts';
import { openProgress } from './progress.ts';
import { storyOf } from './reading.ts';
import type { Terminal } from './terminal.ts';
import { type TranslateReport, translateText } from './translate-text.ts';

export type TranslateOptions = {
  readonly files: readonly string[];
  readonly to?: readonly string[];
  readonly provider?: string;
  /** The name of the wire format of all dispatches of this run. */
  readonly wire?: string;
  readonly out?: string;
  /** The id of the dispatch that the one file named is a later version of. */
  readonly revises?: string;
  readonly redo: boolean;
  readonly dryRun: boolean;
  /** What the run may cost, in the currency of the configuration. */
  readonly maxCost?: number;
  readonly json?: boolean;
};

/** `depeche translate`: the main job. */
export async function translate(terminal: Terminal, options: TranslateOptions): Promise<number> {
  const project = withWireFormat(await openProject(terminal.cwd), options.wire);
  const locales = targetLocales(options.to, project);
  if (options.out?.trim() === '') throw new DepecheError('usage', '--out names no folder');
  const folder = options.out === undefined ? localesFolder : fromRoot(project, terminal.cwd, options.out);
  const files = options.files.map((file) => fromRoot(project, terminal.cwd, file));
  if (options.revises !== undefined && options.out !== undefined)
    throw new DepecheError('usage', '--revises keeps the file in source-texts/: leave --out out');
  const found =
    options.revises === undefined
      ? await storiesOf(project, files, folder)
      : [await revisedStory(project, options.revises, files)];
  const isKept = !options.dryRun && folder === localesFolder;
  const stories = isKept ? await fileArrivals(project, found) : found;
  if (stories.length === 0) terminal.err(`There are no dispatches in ${sourceFolder}/ yet.\n`);
  for (const { id, arrivals = [] } of stories) {
    for (const { file, isLate } of arrivals) {
      const told = isLate
        ? `is an older version of ${id} than what was read before: it changes nothing`
        : `is a later version of ${id}`;
      terminal.err(`depeche: ${file} ${told}\n`);
    }
  }
  const routes = routesOf(project, locales, options.provider);
  const providers = providersOf(routes);

  using interrupt = interruption(terminal);
  const progress = await openProgress(terminal, stories.length * locales.length);
  // Most runs ask nobody, and what asks is a tenth of what a run would load.
  const asks = options.dryRun || providers.length === 0 ? undefined : await import('../project/asking.ts');
  const asking = await asks?.openAsking(project, routes, terminal.environment, {
    redo: options.redo,
    stop: interrupt.stop,
    cancel: interrupt.cancel,
    maxCost: options.maxCost,
    onProgress: progress.sent,
    onNotice: (message) => terminal.err(`depeche: ${message}\n`),
  });
  const estimates =
    options.dryRun && providers.length > 0 ? await import('../project/estimating.ts') : undefined;
  const estimating = await estimates?.openEstimating(project, routes, options);
  try {
    const drafts: TranslateReport['drafts'][number][] = [];
    using workshop = await openWorkshop(project, (asking ?? estimating)?.ask);
    const outcome = await translateProject(project, workshop, {
      stories,
      locales,
      folder,
      dryRun: options.dryRun,
      stop: interrupt.stop,
      onDraft(draft, published) {
        const summary = draftSummary(draft);
        drafts.push({ ...summary, published });
        progress.draft(summary);
      },
    });
    progress.close();
    const stopped = asking?.stopped();
    const costs = asking?.costs() ?? [];
    const { currency } = project.config;
    const report: TranslateReport = {
      provider: providers.length === 0 ? 'none' : providers.join(', '),
      locales,
      drafts: drafts.sort((left, right) => compareText(left.id, right.id)),
      problems: outcome.problems.map(describeError),
      written: outcome.written,
      ...(stopped && { stopped: stopped.message }),
      ...(estimating && { estimate: estimating.total() }),
      ...(costs.length > 0 && { costs, ...(currency !== undefined && { currency }) }),
    };
    terminal.out(
      options.json === true ? `${JSON.stringify(report, null, 2)}\n` : await translateText(report),
    );
    for (const problem of report.problems) terminal.err(`depeche: ${problem}\n`);
    for (const { message } of asking?.handedOn() ?? [])
      terminal.err(`depeche: ${message} (others on its route have stepped in)\n`);
    if (stopped) terminal.err(`depeche: ${stopped.message}\n`);
    return exitCodeOf(report, outcome.problems, interrupt.stop.aborted, stopped);
  } finally {
    progress.close();
    await asking?.close();
    await estimating?.close();
  }
}

/** @throws DepecheError `usage` where it is not one file, or there is no such dispatch */
async function revisedStory(project: Project, id: string, files: readonly string[]): Promise<Story> {
  const [file, second] = files;
  if (file === undefined || second !== undefined)
    throw new DepecheError('usage', '--revises takes one file: the later version of the dispatch');
  return storyRevisedBy(project, await storyOf(project, id), file);
}

/** The highest code that applies. */
function exitCodeOf(
  { drafts }: TranslateReport,
  problems: readonly DepecheError[],
  interrupted: boolean,
  stopped: Error | undefined,
): number {
  const codes: number[] = [exitCodes.well];
  const isOpen = (draft: DraftSummary) => draft.status !== 'canceled' && draft.unfinished.length > 0;
  if (drafts.some(isOpen)) codes.push(exitCodes.unfinished);
  for (const problem of problems) codes.push(exitCodes.of(problem.code));
  if (stopped && !interrupted) codes.push(exitCodes.refused);
  if (interrupted) codes.push(exitCodes.interrupted);
  return Math.max(...codes);
}
