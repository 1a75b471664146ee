import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
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
import { type Arrival, storiesOfFiles } from './story-files.ts';

/** A dispatch on disk: its file, and the folder (`locales/`, or that of `--out`) its translations live in. */
export type Story = {
  readonly id: string;
  readonly file: string;
  readonly folder: string;
  /** Versions that have come in under other names and are in no record yet, oldest first. */
  readonly arrivals?: readonly Arrival[];
};

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
  for (const story of await storiesOfFiles(project, [...new Set(paths)], folder)) {
    const { id, file } = story;
    const other = byId.get(id);
    if (other && other.file !== file) {
      throw new DepecheError('usage', `has the id “${id}”, and so has ${other.file}: rename one of them`, {
        place: { file },
      });
    }
    byId.set(id, story);
  }
  if (files.length > 0 && folder === localesFolder) await refuseDoubles(project, byId);
  return [...byId.values()].sort((left, right) => compareText(left.id, right.id));
}

/** A file from elsewhere must not pass for a later version of a dispatch in `source-texts/`. */
async function refuseDoubles(project: Project, byId: ReadonlyMap<string, Story>): Promise<void> {
  const strangers = [...byId.values()].filter(
    ({ file, arrivals }) => dirname(file) !== sourceFolder && !arrivals,
  );
  if (strangers.length === 0 || !existsSync(join(project.root, sourceFolder))) return;
  for (const file of await allSourceTexts(project)) {
    const stranger = strangers.find(({ id }) => id === idOfFile(file));
    if (!stranger) continue;
    const message = `has the id “${stranger.id}”, and so has ${file}: rename it, say with --revises that it is a later version of that, or put its translations elsewhere with --out`;
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

/**
 * Reads the newest version of a story: of its files, or of what has arrived for it. Copy that only adds to the story is read with the files
 * before it.
 *
 * @throws DepecheError `unreadable` or `invalid`, with the file
 */
export async function openStory(project: Project, story: Story, segmenter: Segmenter): Promise<OpenStory> {
  const { source, wire } = project.config;
  const recordFile = filesOf(story.folder, source, story.id).record;
  const kept = await readTextIfThere(resolve(project.root, recordFile), recordFile);
  const record = kept === undefined ? undefined : readRecord(kept, recordFile);
  const paths = pathsOf(project, story, record);
  const file = paths.at(-1) ?? story.file;
  try {
    const bytesOf = (path: string) => readBytes(resolve(project.root, path), maxBytes, path);
    const names = paths.map((path) => basename(path));
    const isPlain = paths.length < 2 && idOfFile(file) === story.id;
    const known = {
      id: story.id,
      locale: source,
      record,
      ...(!isPlain && { files: names }),
      encoding: wire.encoding,
      format: wire.format,
      cutAsBefore: true,
      earlier: await Promise.all(
        paths.slice(0, -1).map(async (path) => ({ file: path, bytes: await bytesOf(path) })),
      ),
      reflow: wire.reflow,
    };
    return { ...story, file, ...readDispatch(await bytesOf(file), known, segmenter) };
  } catch (error) {
    throw error instanceof DepecheError && error.place.file === undefined ? error.in(file) : error;
  }
}

/** The files of a story, the oldest version first: what its record names and is still there, and what has arrived. */
function pathsOf({ root }: Project, story: Story, record: DispatchRecord | undefined): string[] {
  const arrivals = story.arrivals ?? [];
  const isArrival = (path: string) => arrivals.some(({ file }) => basename(file) === basename(path));
  const recorded = record?.files?.map((name) => join(sourceFolder, name)) ?? [story.file];
  const there = recorded.filter((path) => !isArrival(path) && existsSync(resolve(root, path)));
  const late = arrivals.filter(({ isLate }) => isLate).map(({ file }) => file);
  const fresh = arrivals.filter(({ isLate }) => !isLate).map(({ file }) => file);
  return [...there.slice(0, -1), ...late, ...there.slice(-1), ...fresh];
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
