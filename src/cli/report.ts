import { resolve } from 'node:path';
import type { Draft } from '../model/draft.ts';
import { DepecheError, describeError } from '../model/errors.ts';
import { draftSummary } from '../project/draft-summary.ts';
import { openDrafts, type Reading } from '../project/drafts.ts';
import { writeFiles } from '../project/files.ts';
import { openMemory } from '../project/memory-files.ts';
import { openProject, type Project } from '../project/project.ts';
import { withProposals } from '../review/report/proposals.ts';
import { renderReport } from '../review/report/report.ts';
import { withTerms } from '../review/report/with-terms.ts';
import { adaptMatches } from '../revise/adapt-matches.ts';
import { targetLocales } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { openReading, storiesNamed } from './reading.ts';
import type { Terminal } from './terminal.ts';

export type ReportOptions = {
  readonly ids: readonly string[];
  readonly out: string;
  readonly to?: readonly string[];
  readonly json?: boolean;
};

/**
 * `depeche report`: every draft beside its source, as it stands on disk, in one HTML file. A dispatch that cannot be read is named in
 * it, and the others are there.
 */
export async function report(terminal: Terminal, options: ReportOptions): Promise<number> {
  const file = htmlFile(terminal, options.out);
  const project = await openProject(terminal.cwd);
  const reading = await openReading(project);
  const { drafts, problems } = await draftsOf(project, options, reading);
  await writeFiles(new Map([[file, renderReport(drafts, { termbase: reading.termbase, problems })]]));
  const summaries = drafts.map(draftSummary);
  terminal.out(
    options.json === true
      ? `${JSON.stringify({ file: options.out, drafts: summaries, problems }, null, 2)}\n`
      : `${options.out}: ${drafts.length === 1 ? '1 draft' : `${drafts.length} drafts`}\n`,
  );
  for (const problem of problems) terminal.err(`depeche: ${problem}\n`);
  if (problems.length > 0) return exitCodes.usage;
  return summaries.every((draft) => draft.filled === draft.segments) ? exitCodes.well : exitCodes.unfinished;
}

/** @throws DepecheError `usage` for a name that is no HTML file's: a slip must not overwrite a master */
function htmlFile({ cwd }: Terminal, out: string): string {
  if (/\.html?$/iu.test(out)) return resolve(cwd, out);
  throw new DepecheError('usage', `--out names “${out}”: a report is an HTML file, such as report.html`);
}

async function draftsOf(
  project: Project,
  { ids, to }: ReportOptions,
  reading: Reading,
): Promise<{ drafts: Draft[]; problems: string[] }> {
  const { fuzzyThreshold } = project.config;
  const locales = targetLocales(to, project);
  const stories = await storiesNamed(project, ids);
  const memory = openMemory(project);
  const drafts: Draft[] = [];
  const problems: string[] = [];
  try {
    for (const story of stories) {
      try {
        for (const draft of await openDrafts(project, story, locales, { ...reading, memory })) {
          const proposed = await withProposals(withTerms(draft, reading.termbase), memory, {
            fuzzyThreshold,
          });
          drafts.push(adaptMatches(proposed, reading.termbase));
        }
      } catch (error) {
        if (!(error instanceof DepecheError)) throw error;
        problems.push(describeError(error));
      }
    }
  } finally {
    memory.close();
  }
  return { drafts, problems };
}
