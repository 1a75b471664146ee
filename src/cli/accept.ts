import { DepecheError, describeError } from '../model/errors.ts';
import { draftToAmend, writeAmended } from '../project/amend-drafts.ts';
import { openProject } from '../project/project.ts';
import { openWorkshop } from '../project/workshop.ts';
import { accept } from '../review/accept.ts';
import type { Level } from '../review/outcome.ts';
import { adaptMatches } from '../revise/adapt-matches.ts';
import { targetLocales } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { storyOf } from './reading.ts';
import { reviewText } from './review-text.ts';
import type { Terminal } from './terminal.ts';

export type AcceptOptions = {
  readonly id: string;
  readonly segments: readonly string[];
  readonly to: readonly string[];
  readonly by: string;
  readonly as: Level;
  /** Takes what is proposed for stale work. */
  readonly proposed?: boolean;
  readonly json?: boolean;
};

/** `depeche accept`: a person takes words as they stand, or what is proposed in place of stale ones. */
export async function acceptDraft(terminal: Terminal, options: AcceptOptions): Promise<number> {
  const by = options.by.trim();
  if (by === '') throw new DepecheError('usage', '--by gives no name');
  const project = await openProject(terminal.cwd);
  const locales = targetLocales(options.to, project);
  const story = await storyOf(project, options.id);
  using workshop = await openWorkshop(project);
  const at = new Date().toISOString().replace(/\.\d+Z$/u, 'Z');
  const accepted = await Promise.all(
    locales.map(async (locale) => {
      const { story: opened, draft } = await draftToAmend(project, story, locale, workshop.segmenter);
      const proposed = options.proposed === true;
      const before = proposed ? adaptMatches(draft, workshop.tools.termbase) : draft;
      return {
        locale,
        before,
        opened,
        ...accept(before, options.segments, { as: options.as, by, at, proposed }),
      };
    }),
  );
  const changed = accepted.filter(({ before, draft }) => before !== draft);
  const outcome = await writeAmended(
    project,
    workshop,
    changed.map(({ opened, draft }) => ({ story: opened, draft })),
  );
  const report = {
    accepted: accepted.map(({ locale, report: segments }) => ({ id: story.id, locale, segments })),
    written: outcome.written,
    problems: outcome.problems.map(describeError),
  };
  terminal.out(
    options.json === true
      ? `${JSON.stringify(report, null, 2)}\n`
      : report.accepted.map(({ id, locale, segments }) => reviewText(`${id} ${locale}`, segments)).join(''),
  );
  for (const problem of report.problems) terminal.err(`depeche: ${problem}\n`);
  const codes = outcome.problems.map(({ code }) => exitCodes.of(code));
  const refused = report.accepted.some(({ segments }) =>
    segments.some(({ outcome: what }) => what === 'refused'),
  );
  return Math.max(exitCodes.well, ...codes, ...(refused ? [exitCodes.unfinished] : []));
}
