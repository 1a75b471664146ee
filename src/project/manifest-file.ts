import { resolve } from 'node:path';
import { emptyManifest, type Manifest } from '../bundle/manifest.ts';
import { readManifest } from '../bundle/read-manifest.ts';
import { readTextIfThere } from './files.ts';
import { manifestFile } from './layout.ts';
import type { Project } from './project.ts';
import type { Story } from './story.ts';

/**
 * The manifest in a folder with the layout of `locales/`; an empty one where there is none yet.
 *
 * @throws DepecheError `unreadable` or `invalid`, with the file
 */
export async function openManifest(project: Project, folder: string): Promise<Manifest> {
  const file = manifestFile(folder);
  const text = await readTextIfThere(resolve(project.root, file), file);
  return text === undefined ? emptyManifest : readManifest(text, file);
}

/** The ids of published stories whose dispatch is none of `stories`: its file was deleted, renamed, or came from elsewhere. */
export function publishedWithoutSource({ dispatches }: Manifest, stories: readonly Story[]): string[] {
  const known = new Set(stories.map((story) => story.id));
  return Object.entries(dispatches)
    .filter(([id, entry]) => !known.has(id) && 'locales' in entry)
    .map(([id]) => id);
}
