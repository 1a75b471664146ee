import { foldCovers } from '../model/covers.ts';
import type { Draft, Profile } from '../model/draft.ts';
import { omegatFolders, omegatProject } from './omegat/project.ts';
import { rememberExport } from './remember-export.ts';
import { fuzzyStateOf } from './states.ts';
import { writeXliff12 } from './version-1.2/write.ts';
import { masterShape } from './write-master.ts';
import { writeXliff2 } from './xliff-2.ts';

/** A draft that is to go out. */
export type ToExport = {
  readonly draft: Draft;
  /** Where the copy came from, as a path in the project; the id of the dispatch where it is not known. */
  readonly original?: string | undefined;
};

/** What goes out, and what is to be remembered of it. */
export type Outgoing = {
  /** The drafts as their masters are to keep them, and the ids of the exports, in the order they came in. */
  readonly remembered: readonly { readonly draft: Draft; readonly export: string }[];
  /** Texts by their paths: `<id>.xlf`, or those of a project folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Folders that belong to it, also where nothing is in them. */
  readonly folders: readonly string[];
};

/**
 * Drafts as they go out to a tool. The same drafts give the same bytes, and what went out before has the id it had then.
 *
 * @param drafts of different dispatches; for `omegat` all into one language
 * @throws DepecheError `usage` where they do not go together, `invalid` where one is not whole
 */
export function exportDrafts(drafts: readonly ToExport[], profile: Profile): Outgoing {
  const remembered = drafts.map(({ draft }) => {
    const { draft: remembering, export: made } = rememberExport(draft, profile);
    return { draft: remembering, export: made.id };
  });
  // A tool has no word for a sentence that another one says: it gets both as one.
  const stories = remembered.map(({ draft, export: id }, place) => ({
    draft: foldCovers(draft),
    original: drafts[place]?.original,
    export: id,
  }));
  if (profile === 'omegat') return { remembered, files: omegatProject(stories), folders: omegatFolders };
  const files = new Map(
    stories.map(({ draft, ...shape }) => [`${draft.dispatch.id}.xlf`, writeXliff(draft, profile, shape)]),
  );
  return { remembered, files, folders: [] };
}

function writeXliff(
  draft: Draft,
  profile: Exclude<Profile, 'omegat'>,
  shape: { readonly export: string; readonly original: string | undefined },
): string {
  switch (profile) {
    case '2.1':
      // What has left the story is nobody's work to do.
      return writeXliff2(draft, { ...masterShape, keepsRemoved: false, ...shape });
    case '2.0':
      return writeXliff2(draft, {
        version: '2.0',
        stateOf: fuzzyStateOf,
        marksTerms: false,
        keepsRemoved: false,
        ...shape,
      });
    case '1.2':
      return writeXliff12(draft, { ...shape, targets: 'draft' });
    default:
      return profile satisfies never;
  }
}
