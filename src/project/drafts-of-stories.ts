import type { Draft } from '../model/draft.ts';
import { DepecheError, describeError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { openDrafts, type Reading } from './drafts.ts';
import type { Project } from './project.ts';
import type { Story } from './story.ts';

/** The drafts of several stories as they stand on disk, and what could not be read, in words. */
export async function draftsOfStories(
  project: Project,
  stories: readonly Story[],
  locales: readonly Locale[],
  reading: Reading,
): Promise<{ readonly drafts: readonly Draft[]; readonly problems: readonly string[] }> {
  const drafts: Draft[] = [];
  const problems: string[] = [];
  for (const story of stories) {
    try {
      drafts.push(...(await openDrafts(project, story, locales, reading)));
    } catch (error) {
      if (!(error instanceof DepecheError)) throw error;
      problems.push(describeError(error));
    }
  }
  return { drafts, problems };
}
