import { entriesOf } from '../memory/entries-of.ts';
import type { MemoryEntry } from '../memory/entry.ts';
import type { Dispatch } from '../model/dispatch.ts';
import { isPersons, type Master } from '../model/draft.ts';
import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { carry } from '../revise/carry.ts';
import { filesOf, localesFolder } from './layout.ts';
import type { Project } from './project.ts';
import { type OpenStory, openMaster } from './story.ts';

/**
 * What the masters of stories that were revised, taken back, or given free again will give to the memory once this run has written them: a sentence that was reworded leaves
 * it, and the neighbours of others are new. The memory has to answer this run as it will the next one, which else would not find
 * everything as it is.
 *
 * @returns entries by the path of the master, for those that are behind their dispatch and hold people's work
 */
export async function workAhead(
  project: Project,
  stories: readonly OpenStory[],
  locales: readonly Locale[],
): Promise<ReadonlyMap<string, readonly MemoryEntry[]>> {
  const ahead = new Map<string, readonly MemoryEntry[]>();
  for (const story of stories) {
    if (story.folder !== localesFolder) continue;
    for (const locale of locales) {
      const entries = await entriesAhead(project, story, locale);
      if (entries) ahead.set(masterOf(project, story, locale), entries);
    }
  }
  return ahead;
}

async function entriesAhead(
  project: Project,
  story: OpenStory,
  locale: Locale,
): Promise<readonly MemoryEntry[] | undefined> {
  try {
    const master = await openMaster(project, story, locale);
    if (!master || isAbreast(master, story.dispatch) || !hasPeoplesWork(master)) return undefined;
    return entriesOf(carry(story.dispatch, locale, master), masterOf(project, story, locale));
  } catch (error) {
    // A damaged master is reported when its story is translated.
    if (error instanceof DepecheError) return undefined;
    throw error;
  }
}

function isAbreast(master: Master, { version, header }: Dispatch): boolean {
  return master.version === version && (master.canceled === true) === (header.status === 'canceled');
}

function hasPeoplesWork({ units, removed }: Master): boolean {
  return removed.length > 0 || units.some((unit) => isPersons(unit.target));
}

function masterOf({ config }: Project, { folder, id }: OpenStory, locale: Locale): string {
  return filesOf(folder, config.source, id).master(locale);
}
