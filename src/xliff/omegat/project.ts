import { allUnits, type Draft } from '../../model/draft.ts';
import { DepecheError } from '../../model/errors.ts';
import { writeXliff12 } from '../version-1.2/write.ts';
import { omegatGlossary } from './glossary.ts';
import { memoriesOf, safeSources } from './memories.ts';
import { omegatSettings } from './settings.ts';
import { type OmegatEntry, omegatTmx } from './tmx.ts';

/** A dispatch that goes into a project, with the export it goes out with. */
export type OmegatStory = {
  readonly draft: Draft;
  readonly export: string;
  readonly original?: string | undefined;
};

/** OmegaT refuses a project in which one of these is missing, also where nothing is in it. */
export const omegatFolders = ['source', 'target', 'tm', 'glossary', 'dictionary', 'omegat'] as const;

/**
 * A project folder for OmegaT, its texts by their paths: a source file, memories and a glossary for each dispatch.
 *
 * @param stories at least one, all from one language into one other
 * @throws DepecheError `usage` where they are not
 */
export function omegatProject(stories: readonly OmegatStory[]): ReadonlyMap<string, string> {
  const [first] = stories;
  if (!first) throw new DepecheError('usage', 'a project of OmegaT needs a dispatch');
  const languages = { source: first.draft.dispatch.locale, target: first.draft.locale };
  const isSafe = safeSources(stories.map(({ draft }) => draft));
  const files = new Map([['omegat.project', omegatSettings(languages.source, languages.target)]]);
  for (const { draft, ...shape } of stories) {
    const { dispatch, locale } = draft;
    if (dispatch.locale !== languages.source || locale !== languages.target) {
      throw new DepecheError(
        'usage',
        'a project of OmegaT has one pair of languages: export each on its own',
      );
    }
    const units = allUnits(draft);
    const { finished, drafts, proposals } = memoriesOf(units, shape.export, isSafe);
    const put = (path: string, text: string | undefined): void => {
      if (text !== undefined) files.set(path, text);
    };
    const memory = (entries: readonly OmegatEntry[]) => omegatTmx(entries, languages);
    put(`source/${dispatch.id}.xlf`, writeXliff12(draft, { ...shape, targets: 'source' }));
    put(`tm/auto/${dispatch.id}.tmx`, memory(finished));
    put(`tm/mt/${dispatch.id}.tmx`, memory(drafts));
    put(`tm/${dispatch.id}.tmx`, memory(proposals));
    put(`glossary/${dispatch.id}.utf8`, omegatGlossary(units));
  }
  return files;
}
