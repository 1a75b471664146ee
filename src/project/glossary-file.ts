import { resolve } from 'node:path';
import type { Concept } from '../termbase/concept.ts';
import { type Glossary, readGlossary } from '../termbase/csv.ts';
import { readTextIfThere, writeFiles } from './files.ts';
import type { Project } from './project.ts';

/**
 * The glossary of a project; an empty one where there is no file.
 *
 * @throws DepecheError `invalid` or `unreadable`, with the place
 */
export async function openGlossary({ root, config }: Project): Promise<Glossary> {
  const text = await readTextIfThere(resolve(root, config.glossary), config.glossary);
  return text === undefined ? { concepts: [], lineOf: () => undefined } : readGlossary(text, config.glossary);
}

/** Writes the glossary of a project, in the order of the concepts. */
export async function saveGlossary({ root, config }: Project, concepts: readonly Concept[]): Promise<void> {
  const { writeTermsCsv } = await import('../termbase/csv-write.ts');
  await writeFiles(new Map([[resolve(root, config.glossary), writeTermsCsv(concepts)]]));
}
