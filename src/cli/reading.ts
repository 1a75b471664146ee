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
