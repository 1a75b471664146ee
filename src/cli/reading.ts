import { DepecheError } from '../model/errors.ts';
import type { Reading } from '../project/drafts.ts';
import { checkedId, localesFolder, sourceFolder } from '../project/layout.ts';
import type { Project } from '../project/project.ts';
import { type Story, storiesOf } from '../project/story.ts';
import { openChecks, openTermbase } from '../project/workshop.ts';
import { houseSegmenter } from '../segment/house-rules.ts';

/** What the commands need that read drafts and translate nothing. */
export async function openReading(project: Project): Promise<Reading> {
  return {
    segmenter: houseSegmenter(project.config.source),
    termbase: await openTermbase(project),
    checks: openChecks(project),
  };
}

/** @throws DepecheError `usage` for an id that no dispatch in `source-texts/` has */
export async function storyOf(project: Project, id: string): Promise<Story> {
  const wanted = checkedId(id);
  const story = (await storiesOf(project, [], localesFolder)).find((candidate) => candidate.id === wanted);
  if (story) return story;
  throw new DepecheError(
    'usage',
    `there is no dispatch “${wanted}” in ${sourceFolder}/; depeche status lists them`,
  );
}

/** The dispatches of the ids that a person named, or all of `source-texts/`. @throws DepecheError `usage` for an id that none has */
export function storiesNamed(project: Project, ids: readonly string[]): Promise<readonly Story[]> {
  if (ids.length === 0) return storiesOf(project, [], localesFolder);
  return Promise.all([...new Set(ids)].map((id) => storyOf(project, id)));
}
