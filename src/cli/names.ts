import { resolve } from 'node:path';
import { DepecheError } from '../model/errors.ts';
import { draftsOfStories } from '../project/drafts-of-stories.ts';
import { readTextIfThere, writeFiles } from '../project/files.ts';
import { localesFolder } from '../project/layout.ts';
import { openProject } from '../project/project.ts';
import { storiesOf } from '../project/story.ts';
import { readTermsCsv } from '../termbase/csv.ts';
import { writeTermsCsv } from '../termbase/csv-write.ts';
import { mergeTerms } from '../termbase/merge.ts';
import { newNameConcepts } from '../termbase/new-name-concepts.ts';
import { type NewName, newNames } from '../termbase/new-names.ts';
import type { Termbase } from '../termbase/termbase.ts';
import { type ConceptUsage, conceptUsage } from '../termbase/usage.ts';
import { targetLocales } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { newNamesText, usageText } from './names-text.ts';
import { openReading } from './reading.ts';
import { counted, type Terminal } from './terminal.ts';

export type NamesOptions = {
  readonly concepts: readonly string[];
  readonly to?: readonly string[];
  readonly rows: boolean;
  readonly add?: string;
  readonly json?: boolean;
};

/** `depeche names`: how the names of the house are said in all drafts, and which names of the copy it does not have yet. */
export async function names(terminal: Terminal, options: NamesOptions): Promise<number> {
  const project = await openProject(terminal.cwd);
  const locales = targetLocales(options.to, project);
  const reading = await openReading(project);
  const wanted = wantedConcepts(options.concepts, reading.termbase);
  const stories = await storiesOf(project, [], localesFolder);
  const { drafts, problems } = await draftsOfStories(project, stories, locales, reading);
  const usage = conceptUsage(drafts, reading.termbase).filter(({ concept }) => wanted?.has(concept) ?? true);
  const unknown = wanted ? [] : newNames(drafts, reading.termbase);
  const { source } = project.config;
  const taken = [...reading.termbase.concepts.keys()];
  if (options.add !== undefined) {
    await addTo(terminal, options.add, unknown, { source, taken });
  } else if (options.rows) {
    terminal.out(writeTermsCsv(newNameConcepts(unknown, { source, taken, targets: locales })));
  } else terminal.out(written({ usage, unknown, problems }, options, wanted !== undefined));
  for (const problem of problems) terminal.err(`depeche: ${problem}\n`);
  return problems.length > 0 ? exitCodes.usage : exitCodes.well;
}

/** @throws DepecheError `usage` for a concept that the termbase does not have */
function wantedConcepts(ids: readonly string[], { concepts }: Termbase): ReadonlySet<string> | undefined {
  const stranger = ids.find((id) => !concepts.has(id));
  if (stranger !== undefined) {
    throw new DepecheError('usage', `there is no concept “${stranger}”; depeche terms list shows them`);
  }
  return ids.length === 0 ? undefined : new Set(ids);
}

type Findings = {
  readonly usage: readonly ConceptUsage[];
  readonly unknown: readonly NewName[];
  readonly problems: readonly string[];
};

function written({ usage, unknown, problems }: Findings, { json }: NamesOptions, inFull: boolean): string {
  if (json === true) return `${JSON.stringify({ concepts: usage, newNames: unknown, problems }, null, 2)}\n`;
  return `${usageText(usage, inFull)}${inFull ? '' : newNamesText(unknown)}`;
}

/** Merges the names into a glossary, which keeps what it has. */
async function addTo(
  terminal: Terminal,
  file: string,
  unknown: readonly NewName[],
  { source, taken }: { readonly source: string; readonly taken: readonly string[] },
): Promise<void> {
  if (!/\.csv$/iu.test(file)) {
    throw new DepecheError('usage', `--add names “${file}”: a glossary is a CSV file, such as new-names.csv`);
  }
  const path = resolve(terminal.cwd, file);
  const text = await readTextIfThere(path, file);
  const there = text === undefined ? [] : readTermsCsv(text, file);
  const known = new Set(
    there.flatMap(({ terms }) => terms.flatMap((term) => (term.lang === source ? [term.text] : []))),
  );
  const concepts = newNameConcepts(
    unknown.filter(({ name }) => !known.has(name)),
    { source, taken: [...new Set([...taken, ...there.map(({ id }) => id)])] },
  );
  const merge = mergeTerms(there, concepts);
  if (merge.added > 0) await writeFiles(new Map([[path, writeTermsCsv(merge.concepts)]]));
  terminal.out(`${counted(concepts.length, 'name')} added to ${file}\n`);
}
