import type { Draft } from '../model/draft.ts';
import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { refilled } from '../pipeline.ts';
import type { Damage } from '../review/damage.ts';
import { merge } from '../review/merge.ts';
import type { ReviewOptions, SegmentReport } from '../review/outcome.ts';
import type { Returned } from '../review/returned.ts';
import { draftToAmend, masterOf, writeAmended } from './amend-drafts.ts';
import { localesFolder } from './layout.ts';
import type { Project } from './project.ts';
import { type OpenStory, type Story, storiesOf } from './story.ts';
import type { Workshop } from './workshop.ts';

/** What is broken in a file that could be read all the same. */
export type DamagedFile = { readonly file: string; readonly findings: readonly Damage[] };

/** A dispatch that came home in a file. */
export type Homecoming = {
  readonly file: string;
  readonly returned: Returned;
  /** The same object for all dispatches of one file; left out where nothing is broken. */
  readonly damaged?: DamagedFile;
};

/** What came of it. */
export type Imported = {
  readonly file: string;
  readonly id: string;
  readonly locale: Locale;
  readonly segments: readonly SegmentReport[];
  /** The segments of the draft that are not in the file. */
  readonly absent: readonly string[];
};

export type ImportOutcome = {
  readonly imported: readonly Imported[];
  /** Files that are refused as a whole; nothing of them is written. */
  readonly problems: readonly DepecheError[];
  readonly written: readonly string[];
};

/**
 * Merges what came home into the masters and writes what has changed, bundles and manifest included. What changes nothing writes
 * nothing.
 *
 * @throws DepecheError `unwritable`
 */
export async function importProject(
  project: Project,
  workshop: Workshop,
  homecomings: readonly Homecoming[],
  options: ReviewOptions,
): Promise<ImportOutcome> {
  const stories = new Map(
    (await storiesOf(project, [], localesFolder)).map((story) => [story.id, story] as const),
  );
  const drafts = new Map<string, { story: OpenStory; before: Draft; draft: Draft }>();
  const imported: Imported[] = [];
  const problems: DepecheError[] = [];
  for (const { file, returned } of homecomings) {
    try {
      const { id, target: locale } = returned;
      const key = JSON.stringify([id, locale]);
      const known = drafts.get(key) ?? (await opened(project, workshop, stories.get(id), returned));
      const { draft, report, absent } = merge(known.draft, returned, options);
      drafts.set(key, { ...known, draft });
      imported.push({ file, id, locale, segments: report, absent });
    } catch (error) {
      if (!(error instanceof DepecheError) || error.code === 'unwritable') throw error;
      problems.push(error.place.file === undefined ? error.in(file) : error);
    }
  }
  const changed = [...drafts.values()].filter(({ before, draft }) => draft !== before);
  const outcome = await writeAmended(project, workshop, changed);
  return { imported, problems: [...problems, ...outcome.problems], written: outcome.written };
}

async function opened(
  project: Project,
  { segmenter, tools }: Workshop,
  story: Story | undefined,
  { id, target }: Returned,
): Promise<{ story: OpenStory; before: Draft; draft: Draft }> {
  if (!story) {
    throw new DepecheError(
      'invalid',
      `is a translation of “${id}”, and there is no such dispatch; depeche status lists them`,
    );
  }
  const amended = await draftToAmend(project, story, target, segmenter);
  const { ask: _, ...offline } = tools;
  const draft = await refilled(amended.draft, masterOf(amended.draft), offline);
  return { ...amended, draft, before: draft };
}
