import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Dispatch } from '../model/dispatch.ts';
import type { Master } from '../model/draft.ts';
import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { readDispatch } from '../pipeline.ts';
import type { DispatchRecord } from '../revise/record.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { compareText } from '../text/compare.ts';
import { maxBytes } from '../wire/decode.ts';
import { readMaster } from '../xliff/read-master.ts';
import { errorCodeOf, readBytes, readTextIfThere } from './files.ts';
import { filesOf, idOfFile, localesFolder, sourceFolder } from './layout.ts';
import type { Project } from './project.ts';
import { readRecord } from './record-file.ts';

/** A dispatch on disk: its file, and the folder (`locales/`, or that of `--out`) its translations live in. */
export type Story = { readonly id: string; readonly file: string; readonly folder: string };

/** A story that has been read. */
export type OpenStory = Story & { readonly dispatch: Dispatch; readonly record: DispatchRecord };

/**
 * The stories of the files named, or of all files in `source-texts/`, in the order of their ids.
 *
 * @throws DepecheError `usage` where two files have one id, `unreadable` where there is nothing to read
 */
export async function storiesOf(
  project: Project,
  files: readonly string[],
  folder: string,
): Promise<Story[]> {
  const paths = files.length > 0 ? files : await allSourceTexts(project);
  const byId = new Map<string, Story>();
  for (const file of paths) {
    const id = idOfFile(file);
    const other = byId.get(id);
    if (other && other.file !== file) {
      throw new DepecheError('usage', `has the id “${id}”, and so has ${other.file}: rename one of them`, {
        place: { file },
      });
    }
    byId.set(id, { id, file, folder });
  }
  if (files.length > 0 && folder === localesFolder) await refuseDoubles(project, byId);
  return [...byId.values()].sort((left, right) => compareText(left.id, right.id));
}

/** A file from elsewhere must not pass for a later version of a dispatch in `source-texts/`. */
async function refuseDoubles(project: Project, byId: ReadonlyMap<string, Story>): Promise<void> {
  const strangers = [...byId.values()].filter(({ file }) => dirname(file) !== sourceFolder);
  if (strangers.length === 0 || !existsSync(join(project.root, sourceFolder))) return;
  for (const file of await allSourceTexts(project)) {
    const stranger = strangers.find(({ id }) => id === idOfFile(file));
    if (!stranger) continue;
    const message = `has the id “${stranger.id}”, and so has ${file}: rename it, or put its translations elsewhere with --out`;
    throw new DepecheError('usage', message, { place: { file: stranger.file } });
  }
}

async function allSourceTexts(project: Project): Promise<string[]> {
  const folder = join(project.root, sourceFolder);
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== 'README.md')
      .map((entry) => relative(project.root, join(folder, entry.name)));
  } catch (cause) {
    const reason =
      errorCodeOf(cause) === 'ENOENT' ? 'there is no such folder: run `depeche init`' : 'cannot be read';
    throw new DepecheError('unreadable', reason, { cause, place: { file: sourceFolder } });
  }
}

/** @throws DepecheError `unreadable` or `invalid`, with the file */
export async function openStory(project: Project, story: Story, segmenter: Segmenter): Promise<OpenStory> {
  const { source, wire } = project.config;
  try {
    const recordFile = filesOf(story.folder, source, story.id).record;
    const kept = await readTextIfThere(resolve(project.root, recordFile), recordFile);
    const known = {
      id: story.id,
      locale: source,
      record: kept === undefined ? undefined : readRecord(kept, recordFile),
      encoding: wire.encoding,
      format: wire.format,
      cutAsBefore: true,
    };
    const bytes = await readBytes(resolve(project.root, story.file), maxBytes, story.file);
    return { ...story, ...readDispatch(bytes, known, segmenter) };
  } catch (error) {
    throw error instanceof DepecheError && error.place.file === undefined ? error.in(story.file) : error;
  }
}

/** The master of a story in a locale, or undefined where there is none yet. @throws DepecheError `invalid`, with the place */
export async function openMaster(
  project: Project,
  story: Story,
  locale: Locale,
): Promise<Master | undefined> {
  const file = filesOf(story.folder, project.config.source, story.id).master(locale);
  const text = await readTextIfThere(resolve(project.root, file), file);
  return text === undefined ? undefined : readMaster(text, file);
}
