import { mkdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { allUnits, type Draft, isFilled, isPersons, type Profile } from '../model/draft.ts';
import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { exportDrafts } from '../xliff/export-drafts.ts';
import { writeMaster } from '../xliff/write-master.ts';
import { draftToExport, type ReadingWithMemory } from './export-draft.ts';
import { readTextIfThere, unwritable, writeFiles } from './files.ts';
import { filesOf, localesFolder } from './layout.ts';
import type { Project } from './project.ts';
import type { Story } from './story.ts';

export type ExportRun = {
  readonly stories: readonly Story[];
  readonly locales: readonly Locale[];
  readonly profile: Profile;
  /** An absolute path: of a file for one XLIFF, of a folder for a project of OmegaT or for several files. */
  readonly out: string;
};

/** One draft that went out. */
export type Exported = {
  readonly id: string;
  readonly locale: Locale;
  readonly profile: Profile;
  /** The id the master remembers it by. */
  readonly export: string;
  /** The file to open, or the folder of the project. */
  readonly path: string;
  readonly segments: number;
  /** Those that no person has finished: what every tool shows as work to do. */
  readonly toDo: number;
};

/**
 * Sends drafts out: their masters remember it first, then the files are written. Nothing that is there already is written over, unless
 * it has these very bytes: somebody may have worked in it.
 *
 * @throws DepecheError `usage` where there is nothing to send or the place is taken, with nothing written; `unwritable`
 */
export async function exportProject(
  project: Project,
  { stories, locales, profile, out }: ExportRun,
  reading: ReadingWithMemory,
): Promise<Exported[]> {
  if (!relative(resolve(project.root, localesFolder), out).startsWith('..')) {
    throw new DepecheError('usage', `${localesFolder}/ holds the masters: choose another place for --out`);
  }
  const isFile =
    profile !== 'omegat' && stories.length === 1 && locales.length === 1 && !(await isFolder(out));
  const masters = new Map<string, string>();
  const files = new Map<string, string>();
  const folders: string[] = [];
  const exported: Exported[] = [];
  for (const locale of locales) {
    const drafts = await Promise.all(
      stories.map(async (story) => ({
        draft: await draftToExport(project, story, locale, reading),
        original: story.file,
      })),
    );
    const outgoing = exportDrafts(drafts, profile);
    const folder = locales.length === 1 ? out : join(out, locale);
    for (const [path, text] of outgoing.files) files.set(isFile ? out : join(folder, path), text);
    folders.push(...outgoing.folders.map((name) => join(folder, name)));
    for (const [index, { draft, export: made }] of outgoing.remembered.entries()) {
      const story = stories[index];
      if (!story) continue;
      const master = filesOf(resolve(project.root, story.folder), project.config.source, story.id).master(
        locale,
      );
      masters.set(master, writeMaster(draft, { original: story.file }));
      const path = isFile ? out : profile === 'omegat' ? folder : join(folder, `${story.id}.xlf`);
      exported.push({ id: story.id, locale, profile, export: made, path, ...countsOf(draft) });
    }
  }
  await refuseToOverwrite(files);
  await writeFiles(masters);
  await writeFiles(files);
  await Promise.all(folders.map(makeFolder));
  return exported;
}

function countsOf(draft: Draft): { segments: number; toDo: number } {
  const units = allUnits(draft);
  const finished = units.filter(
    ({ target }) => isFilled(target) && isPersons(target) && target.state !== 'stale',
  );
  return { segments: units.length, toDo: units.length - finished.length };
}

async function refuseToOverwrite(files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    const there = await readTextIfThere(path);
    if (there === undefined || there === text) continue;
    const message =
      'is there already and says something else: bring it home first if somebody worked in it, or choose another --out; nothing was written';
    throw new DepecheError('usage', message, { place: { file: path } });
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    throw unwritable(path, cause);
  }
}
