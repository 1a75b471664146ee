import { resolve } from 'node:path';
import type { CheckedDraft, PlacedFinding } from '../check/output/checked-draft.ts';
import { type Dispatch, datelineId } from '../model/dispatch.ts';
import { allUnits, type Draft } from '../model/draft.ts';
import { DepecheError, describeError, type Place } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { segmentPlaces } from '../xliff/segment-places.ts';
import { checkedTogether } from './checked-together.ts';
import { openDrafts, type Reading } from './drafts.ts';
import { readTextIfThere } from './files.ts';
import { filesOf } from './layout.ts';
import type { Project } from './project.ts';
import type { Story } from './story.ts';

/** What the checks say of drafts, and of which dispatches they can say nothing, in words. */
export type CheckedProject = {
  readonly drafts: readonly CheckedDraft[];
  readonly problems: readonly string[];
};

/**
 * Checks drafts as they stand on disk. Each finding has the line of its segment in the master; where that has no such segment yet, the line of the
 * sentence in the source text.
 */
export async function checkDrafts(
  project: Project,
  stories: readonly Story[],
  locales: readonly Locale[],
  reading: Reading,
): Promise<CheckedProject> {
  const opened: { readonly story: Story; readonly draft: Draft }[] = [];
  const problems: string[] = [];
  for (const story of stories) {
    try {
      const drafts = await openDrafts(project, story, locales, reading);
      opened.push(...drafts.map((draft) => ({ story, draft })));
    } catch (error) {
      if (!(error instanceof DepecheError)) throw error;
      problems.push(describeError(error));
    }
  }
  const together = checkedTogether(
    opened.map(({ draft }) => draft),
    reading,
  );
  const drafts = await Promise.all(
    opened.map(({ story, draft }) => checkedDraft(project, story, together.get(draft) ?? draft)),
  );
  return { drafts, problems };
}

async function checkedDraft(project: Project, story: Story, draft: Draft): Promise<CheckedDraft> {
  const { dispatch, locale } = draft;
  const file = slashed(filesOf(story.folder, project.config.source, story.id).master(locale));
  const units = allUnits(draft);
  const isClean = units.every(({ issues }) => issues.length === 0);
  const master = isClean ? undefined : await readTextIfThere(resolve(project.root, file), file);
  const places = master === undefined ? undefined : segmentPlaces(master);
  const placeOf = (segment: string): Place => {
    const place = places?.get(segment);
    return place ? { file, ...place } : { file: slashed(story.file), ...placeInCopy(dispatch, segment) };
  };
  const findings = units.flatMap(({ segment: { id: segment }, issues }) =>
    issues.map((issue): PlacedFinding => ({ ...issue, id: story.id, locale, segment, ...placeOf(segment) })),
  );
  return { id: story.id, locale, file, segments: units.map(({ segment }) => segment.id), findings };
}

/** Windows writes paths with `\`. */
function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

/** Where a sentence begins in the copy; nothing where it stands nowhere in it. */
function placeInCopy(dispatch: Dispatch, segment: string): Place {
  const sentence = dispatch.paragraphs.flatMap(({ segments }) => segments).find(({ id }) => id === segment);
  const span = segment === datelineId ? dispatch.dateline?.span : sentence?.spans[0];
  if (!span) return {};
  const lines = dispatch.raw.slice(0, span.start).split(/\r\n|\n|\r/u);
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}
