import { globSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { errorCodeOf } from './files.ts';

/**
 * The paths in a folder that a glob pattern matches, relative to the folder, in no order.
 *
 * Patterns of plain names and single stars (`locales/memory/*.tmx`) are followed through the folders: Node takes longer to load its
 * globs than a run takes to find the files of a project.
 */
export function pathsLike(root: string, pattern: string): string[] {
  const steps = pattern.split('/');
  if (sep !== '/' || !steps.every((step) => plain.test(step) && step !== '.' && step !== '..'))
    return globSync(pattern, { cwd: root });
  let found = [''];
  for (const [index, step] of steps.entries()) {
    const last = index === steps.length - 1;
    found = found.flatMap((folder) =>
      namesLike(join(root, folder), step, last).map((name) => join(folder, name)),
    );
  }
  return found;
}

const plain = /^[\p{L}\p{N}_.-]*\*?[\p{L}\p{N}_.-]*$/u;

/** The names in a folder that one step of a pattern matches; a star stands for no name that is hidden. */
function namesLike(folder: string, step: string, last: boolean): string[] {
  const [before = '', behind] = step.split('*');
  return entriesOf(folder).flatMap((entry) => {
    if (behind === undefined) return entry.name === step ? [step] : [];
    // A glob follows a link that a pattern names, and none that a star stands for
    if (!last && !entry.isDirectory()) return [];
    const { name } = entry;
    const fits =
      name.length >= before.length + behind.length && name.startsWith(before) && name.endsWith(behind);
    return fits && !(before === '' && name.startsWith('.')) ? [name] : [];
  });
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
