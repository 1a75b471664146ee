import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { DepecheError } from '../model/errors.ts';
import { damageWatch } from '../review/damage.ts';
import { readReturned } from '../review/read-returned.ts';
import { xmlPiecesOf } from './files.ts';
import { isOmegatProject, omegatMark, readOmegatProject } from './import-omegat.ts';
import type { Homecoming } from './import-project.ts';

/** Files beyond this are no XLIFF of a person's work. */
const maxBytes = 128 * 1024 * 1024;

/**
 * Everything that came home in files, in folders of them, and in projects of OmegaT.
 *
 * @param paths as people typed them, and where they are
 * @returns what could be read, and what could not
 * @throws DepecheError `usage` for a folder with nothing in it
 */
export async function readHomecomings(
  paths: readonly { readonly name: string; readonly path: string }[],
): Promise<{ homecomings: Homecoming[]; problems: DepecheError[] }> {
  const homecomings: Homecoming[] = [];
  const problems: DepecheError[] = [];
  const attempt = async (name: string, read: () => Promise<Homecoming[]>): Promise<void> => {
    try {
      homecomings.push(...(await read()));
    } catch (error) {
      if (!(error instanceof DepecheError)) throw error;
      problems.push(error.place.file === undefined ? error.in(name) : error);
    }
  };
  for (const { name, path } of paths) {
    if (!(await isFolder(path))) await attempt(name, () => readFile(path, name));
    else if (isOmegatProject(path)) await attempt(name, () => readOmegatProject(path, name));
    else {
      for (const found of await workIn(path, name)) {
        const [inside, named] = [join(path, found), join(name, found)];
        const isProject = isOmegatProject(inside);
        await attempt(named, () => (isProject ? readOmegatProject(inside, named) : readFile(inside, named)));
      }
    }
  }
  return { homecomings, problems };
}

async function readFile(path: string, name: string): Promise<Homecoming[]> {
  const source = xmlPiecesOf(path, name, maxBytes);
  const watch = damageWatch();
  const all = readReturned(source, name, watch.handler);
  const findings = watch.damage(source);
  const damaged = findings.length === 0 ? {} : { damaged: { file: name, findings } };
  return all.map((returned) => ({ file: name, returned, ...damaged }));
}

/** What came home in a folder: files, and projects of OmegaT as a whole, whose own files say only half of what was done. */
async function workIn(folder: string, name: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  const marks = entries.filter((entry) => basename(entry) === omegatMark);
  const projects = marks.map((mark) => dirname(mark));
  const files = entries.filter(
    (entry) =>
      /\.(?:xlf|xliff)$/iu.test(entry) && !projects.some((project) => entry.startsWith(`${project}${sep}`)),
  );
  const found = [...new Set([...files, ...projects])].sort();
  if (found.length > 0) return found;
  throw new DepecheError('usage', 'there is no XLIFF in this folder', { place: { file: name } });
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
