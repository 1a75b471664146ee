import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DepecheError } from '../model/errors.ts';
import { maxBytes } from '../wire/decode.ts';
import { readBytes, writeFiles } from './files.ts';
import { filesOf, idOfFile, localesFolder, sourceFolder } from './layout.ts';
import type { Project } from './project.ts';
import type { Story } from './story.ts';
import { isOlder } from './story-files.ts';

/**
 * A story with a file that a person says is a later version of it.
 *
 * @throws DepecheError `usage` for a file that is a dispatch of its own already
 */
export async function storyRevisedBy(project: Project, story: Story, file: string): Promise<Story> {
  if (idOfFile(file) === story.id && dirname(file) === sourceFolder) return story;
  const { record } = filesOf(localesFolder, project.config.source, idOfFile(file));
  if (idOfFile(file) !== story.id && existsSync(resolve(project.root, record))) {
    const message = `is a dispatch of its own, “${idOfFile(file)}”: delete ${record} and its drafts first`;
    throw new DepecheError('usage', message, { place: { file } });
  }
  const others = (story.arrivals ?? []).filter((arrival) => arrival.file !== file);
  return { ...story, arrivals: [...others, { file, isLate: await isOlder(project, story, file) }] };
}

/**
 * Copies what has arrived from elsewhere into `source-texts/`, under its own name: the next run has to find it there.
 *
 * @throws DepecheError `usage` where another file has that name
 */
export async function fileArrivals(project: Project, stories: readonly Story[]): Promise<Story[]> {
  return Promise.all(
    stories.map(async (story) => {
      if (!story.arrivals) return story;
      const arrivals = await Promise.all(
        story.arrivals.map(async (arrival) => ({
          ...arrival,
          file: await fileArrival(project, arrival.file),
        })),
      );
      return { ...story, arrivals };
    }),
  );
}

async function fileArrival({ root }: Project, file: string): Promise<string> {
  if (dirname(file) === sourceFolder) return file;
  const bytes = await readBytes(resolve(root, file), maxBytes, file);
  const filed = join(sourceFolder, basename(file));
  if (existsSync(resolve(root, filed))) {
    const there = await readBytes(resolve(root, filed), maxBytes, filed);
    if (Buffer.compare(there, bytes) !== 0)
      throw new DepecheError('usage', `cannot be kept as ${filed}, for another file is there: rename it`, {
        place: { file },
      });
    return filed;
  }
  await writeFiles(new Map([[resolve(root, filed), bytes]]));
  return filed;
}
