import type { Check } from '../check/check.ts';
import { runChecks } from '../check/run-checks.ts';
import type { Draft } from '../model/draft.ts';
import type { Locale } from '../model/locale.ts';
import { carry } from '../revise/carry.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import type { Termbase } from '../termbase/termbase.ts';
import type { Project } from './project.ts';
import { openMaster, openStory, type Story } from './story.ts';

/** What it takes to read drafts without translating anything. */
export type Reading = {
  readonly segmenter: Segmenter;
  readonly termbase: Termbase;
  readonly checks: readonly Check[];
};

/**
 * The drafts of a story as they stand on disk, joined with the copy of today and checked anew; nothing is recalled, asked or repaired.
 * Locales without a master give a draft in which everything is pending.
 *
 * @throws DepecheError `unreadable` or `invalid`, with the file
 */
export async function openDrafts(
  project: Project,
  story: Story,
  locales: readonly Locale[],
  { segmenter, termbase, checks }: Reading,
): Promise<Draft[]> {
  const { dispatch } = await openStory(project, story, segmenter);
  return Promise.all(
    locales.map(async (locale) => {
      const draft = carry(dispatch, locale, await openMaster(project, story, locale));
      return runChecks(draft, { termbase, checks });
    }),
  );
}
