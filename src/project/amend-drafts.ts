import { allUnits, type Draft, type Master } from '../model/draft.ts';
import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { carry } from '../revise/carry.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { filesOf } from './layout.ts';
import type { Project } from './project.ts';
import { type OpenStory, openMaster, openStory, type Story } from './story.ts';
import { type TranslateOutcome, translateProject } from './translate-project.ts';
import type { Workshop } from './workshop.ts';

/** A draft whose targets a person has changed, on its way to disk. */
export type Amended = { readonly story: OpenStory; readonly draft: Draft };

/**
 * A draft as its master has it, joined with the copy of today, and nothing else done to it; and its story, which has been read for that.
 *
 * @throws DepecheError `usage` where there is no master; `unreadable` or `invalid`, with the file
 */
export async function draftToAmend(
  project: Project,
  story: Story,
  locale: Locale,
  segmenter: Segmenter,
): Promise<Amended> {
  const master = await openMaster(project, story, locale);
  if (!master) {
    const file = filesOf(story.folder, project.config.source, story.id).master(locale);
    throw new DepecheError('usage', `there is no such draft: run depeche translate --to ${locale} first`, {
      place: { file },
    });
  }
  const opened = await openStory(project, story, segmenter);
  return { story: opened, draft: carry(opened.dispatch, locale, master) };
}

/**
 * Writes drafts that people changed, with all that follows from them: names and checks, bundles, the manifest. No provider is asked.
 *
 * @throws DepecheError `unwritable`
 */
export async function writeAmended(
  project: Project,
  workshop: Workshop,
  amended: readonly Amended[],
): Promise<TranslateOutcome> {
  const problems: DepecheError[] = [];
  const written: string[] = [];
  for (const locale of new Set(amended.map(({ draft }) => draft.locale))) {
    const drafts = amended.filter(({ draft }) => draft.locale === locale);
    const masters = new Map(drafts.map(({ story, draft }) => [story.id, masterOf(draft)]));
    const folders = new Set(drafts.map(({ story }) => story.folder));
    for (const folder of folders) {
      const outcome = await translateProject(project, workshop, {
        stories: drafts.map(({ story }) => story).filter((story) => story.folder === folder),
        locales: [locale],
        folder,
        masterOf: (id) => masters.get(id),
      });
      problems.push(...outcome.problems);
      written.push(...outcome.written);
    }
  }
  return { problems, written };
}

/** A draft as its store of record has it. */
export function masterOf(draft: Draft): Master {
  const { dispatch, locale, removed, exports, order } = draft;
  return {
    id: dispatch.id,
    source: dispatch.locale,
    target: locale,
    version: dispatch.version,
    ...(dispatch.header.status === 'canceled' && { canceled: true as const }),
    units: allUnits(draft).map(({ segment, target, accepted }) => ({
      id: segment.id,
      source: segment.text,
      target,
      ...(accepted && { accepted }),
    })),
    removed,
    ...(exports && { exports }),
    ...(order && { order }),
  };
}
