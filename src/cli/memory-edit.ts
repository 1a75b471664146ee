import type { MemoryEntry } from '../memory/entry.ts';
import { entryId } from '../memory/entry-id.ts';
import type { VariantEdit } from '../memory/tmx-edit.ts';
import { DepecheError } from '../model/errors.ts';
import { parseLocale } from '../model/locale.ts';
import { editMemory } from '../project/edit-memory.ts';
import { openProject } from '../project/project.ts';
import { wordingOf } from '../text/wording.ts';
import { exitCodes } from './exit-codes.ts';
import { counted, type Terminal } from './terminal.ts';

/** Which entries: those with an id that `memory search` shows, or all with this source and this target. */
export type MemoryChoice = {
  readonly ids: readonly string[];
  readonly source?: string;
  readonly target?: string;
  readonly to?: string;
  readonly json?: boolean;
};

/** `depeche memory delete`: translations that are not to come back. */
export function memoryDelete(terminal: Terminal, choice: MemoryChoice): Promise<number> {
  return editAndTell(terminal, choice, { kind: 'delete' }, 'deleted');
}

/** `depeche memory correct`: other words for a translation, by a person. */
export async function memoryCorrect(
  terminal: Terminal,
  { text, by, ...choice }: MemoryChoice & { readonly text: string; readonly by: string },
): Promise<number> {
  if (by.trim() === '') throw new DepecheError('usage', '--by gives no name');
  if (text.trim() === '')
    throw new DepecheError('usage', '--text gives no words: memory delete takes an entry out');
  const at = new Date().toISOString().replace(/\.\d+Z$/u, 'Z');
  return await editAndTell(terminal, choice, { kind: 'correct', text, by: by.trim(), at }, 'corrected');
}

async function editAndTell(
  terminal: Terminal,
  choice: MemoryChoice,
  edit: VariantEdit,
  done: string,
): Promise<number> {
  const chosen = chooser(choice);
  const { edited, inMasters } = await editMemory(await openProject(terminal.cwd), chosen, edit);
  if (edited.length + inMasters.length === 0) {
    throw new DepecheError(
      'usage',
      'the memory has no such entry: depeche memory search shows the ids of those it has',
    );
  }
  const files = [...new Set(edited.map((entry) => entry.from))].sort();
  const masters = [...new Set(inMasters.map((entry) => entry.from))].sort();
  if (choice.json === true) {
    terminal.out(
      `${JSON.stringify({ [done]: edited.map(withId), inMasters: inMasters.map(withId) }, null, 2)}\n`,
    );
  } else if (edited.length > 0) {
    terminal.out(`${counted(edited.length, 'translation')} ${done} in ${files.join(', ')}\n`);
  }
  for (const master of masters) {
    terminal.err(
      `depeche: ${master} is a draft: what is reviewed in it is in the memory. Correct it there: export it, or edit it by hand, and import it\n`,
    );
  }
  return inMasters.length > 0 ? exitCodes.unfinished : exitCodes.well;
}

function chooser({ ids, source, target, to }: MemoryChoice): (entry: MemoryEntry) => boolean {
  const wanted = new Set(ids);
  if (source === undefined && target === undefined && wanted.size > 0)
    return (entry) => wanted.has(entryId(entry));
  if (source === undefined || target === undefined || wanted.size > 0) {
    throw new DepecheError('usage', 'name entries by their ids, or one by --source and --target together');
  }
  const locale = to === undefined ? undefined : parseLocale(to);
  if (to !== undefined && locale === undefined) throw new DepecheError('usage', `“${to}” is no language tag`);
  const [sourceText, targetText] = [wordingOf(source), wordingOf(target)];
  return (entry) =>
    (locale === undefined || entry.target === locale) &&
    wordingOf(entry.sourceText) === sourceText &&
    wordingOf(entry.targetText) === targetText;
}

function withId(entry: MemoryEntry) {
  return { id: entryId(entry), ...entry };
}
