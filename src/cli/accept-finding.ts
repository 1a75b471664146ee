import type { Dispatch } from '../model/dispatch.ts';
import type { Draft } from '../model/draft.ts';
import { DepecheError, describeError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { draftToAmend, writeAmended } from '../project/amend-drafts.ts';
import { checkedTogether } from '../project/checked-together.ts';
import { draftAsItStands } from '../project/drafts.ts';
import { draftsOfStories } from '../project/drafts-of-stories.ts';
import { localesFolder } from '../project/layout.ts';
import { openProject, type Project } from '../project/project.ts';
import { openMaster, type Story, storiesOf } from '../project/story.ts';
import { openWorkshop, type Workshop } from '../project/workshop.ts';
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
  const { draft: stands, problems: unread } = await draftToJudge(project, workshop, {
    story,
    locale,
    check,
    dispatch: before.dispatch,
  });
  const named = { check, segment, ...(nth !== undefined && { nth }) };
  const at = new Date().toISOString().replace(/\.\d+Z$/u, 'Z');
  const { draft, issue } = options.withdraw
    ? withdrawFinding(stands, named)
    : acceptFinding(stands, named, { by, at });
  const outcome = await writeAmended(project, workshop, [{ story: opened, draft }]);
  const problems = [...unread, ...outcome.problems.map(describeError)];
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

type Judged = {
  readonly story: Story;
  readonly locale: Locale;
  readonly check: string;
  readonly dispatch: Dispatch;
};

/**
 * The draft with the findings a person sees: those of it alone, or of all drafts of its locale together where the check compares them. Dispatches
 * that cannot be read are left out of that, and told in words.
 */
async function draftToJudge(
  project: Project,
  { segmenter, tools }: Workshop,
  { story, locale, check, dispatch }: Judged,
): Promise<{ readonly draft: Draft; readonly problems: readonly string[] }> {
  if (tools.checks.some(({ id, over }) => id === check && over === 'draft')) {
    const stories = await storiesOf(project, [], localesFolder);
    const { drafts, problems } = await draftsOfStories(project, stories, [locale], { segmenter, ...tools });
    const own = drafts.find((one) => one.dispatch.id === story.id);
    const draft = own && checkedTogether(drafts, tools).get(own);
    if (draft) return { draft, problems };
  }
  const master = await openMaster(project, story, locale);
  return { draft: await draftAsItStands(dispatch, locale, master, tools), problems: [] };
}
