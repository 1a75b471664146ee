import { resolve } from 'node:path';
import type { Profile } from '../model/draft.ts';
import { type Exported, exportProject } from '../project/export-project.ts';
import { openMemory } from '../project/memory-files.ts';
import { openProject } from '../project/project.ts';
import { targetLocales } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { openReading, storyOf } from './reading.ts';
import type { Terminal } from './terminal.ts';

export type ExportOptions = {
  readonly ids: readonly string[];
  readonly to: readonly string[];
  readonly profile: Profile;
  readonly out: string;
  readonly json?: boolean;
};

/** `depeche export`: drafts out to a CAT tool; their masters remember what went out. */
export async function exportCommand(
  terminal: Terminal,
  { ids, to, profile, out, json }: ExportOptions,
): Promise<number> {
  const project = await openProject(terminal.cwd);
  const stories = await Promise.all([...new Set(ids)].map((id) => storyOf(project, id)));
  const locales = targetLocales(to, project);
  const reading = await openReading(project);
  const memory = openMemory(project);
  try {
    const run = { stories, locales, profile, out: resolve(terminal.cwd, out) };
    const exported = await exportProject(project, run, { ...reading, memory });
    terminal.out(json === true ? `${JSON.stringify(exported, null, 2)}\n` : exported.map(lineOf).join(''));
    return exitCodes.well;
  } finally {
    memory.close();
  }
}

function lineOf({ id, locale, segments, toDo, export: made, path }: Exported): string {
  return `${id} ${locale}: ${segments} segments, ${toDo} of them to do, as ${made} in ${path}\n`;
}
