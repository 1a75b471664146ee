import { resolve } from 'node:path';
import { DepecheError } from '../model/errors.ts';
import { readBytes, readXmlText, writeFiles } from '../project/files.ts';
import { openGlossary, saveGlossary } from '../project/glossary-file.ts';
import { openProject, type Project } from '../project/project.ts';
import type { Concept } from '../termbase/concept.ts';
import { mergeTerms, type TermsConflict } from '../termbase/merge.ts';
import { withoutAccents } from '../text/fold.ts';
import { decode, maxBytes } from '../wire/decode.ts';
import { targetLocales } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { counted, type Terminal, table } from './terminal.ts';
import {
  readTerms,
  type TermsFormat,
  type TermsLanguages,
  termsFormatOf,
  writeTerms,
} from './terms-formats.ts';

type Json = { readonly json?: boolean };

/** How the glossary of others is written, and the target language where that needs one. */
type Interchange = { readonly format?: TermsFormat; readonly to?: readonly string[] };

/** `depeche terms import`: adds what the glossary of the project lacks; where the two disagree the project keeps its own. */
export async function termsImport(
  terminal: Terminal,
  { files, json, format, to }: Json & Interchange & { files: readonly string[] },
): Promise<number> {
  const project = await openProject(terminal.cwd);
  let concepts: readonly Concept[] = (await openGlossary(project)).concepts;
  let added = 0;
  let completed = 0;
  const conflicts: TermsConflict[] = [];
  const languages = languagesOf(project, to);
  for (const file of files) {
    const written = termsFormatOf(file, format);
    const merge = mergeTerms(
      concepts,
      readTerms(await textOf(terminal, file, written), file, written, languages),
    );
    concepts = merge.concepts;
    added += merge.added;
    completed += merge.completed;
    conflicts.push(...merge.conflicts);
  }
  const { glossary } = project.config;
  if (added + completed > 0) await saveGlossary(project, concepts);
  if (json === true) terminal.out(`${JSON.stringify({ glossary, added, completed, conflicts }, null, 2)}\n`);
  else {
    terminal.out(`${counted(added, 'term')} added to ${glossary}\n`);
    if (completed > 0) terminal.out(`${counted(completed, 'fact')} added to terms that were there\n`);
    for (const { concept, lang, term, why } of conflicts) {
      const about = term === undefined ? concept : `${concept} ${lang} “${term}”`;
      terminal.out(`left as it was: ${about}: ${why}\n`);
    }
  }
  return conflicts.length === 0 ? exitCodes.well : exitCodes.unfinished;
}

/** XML says its own encoding; tables of terms are read as a dispatch is. */
async function textOf({ cwd }: Terminal, file: string, format: TermsFormat): Promise<string> {
  const path = resolve(cwd, file);
  if (format === 'tbx') return readXmlText(path, file, maxBytes);
  try {
    return decode(await readBytes(path, maxBytes, file)).raw;
  } catch (error) {
    throw error instanceof DepecheError ? error.in(file) : error;
  }
}

/** `depeche terms export`: the glossary, in the order and spelling that the project writes. */
export async function termsExport(
  terminal: Terminal,
  { out, format, to }: Interchange & { out?: string },
): Promise<number> {
  const project = await openProject(terminal.cwd);
  const written = out === undefined ? (format ?? 'csv') : termsFormatOf(out, format);
  const text = writeTerms((await openGlossary(project)).concepts, written, languagesOf(project, to));
  if (out === undefined) terminal.out(text);
  else await writeFiles(new Map([[resolve(terminal.cwd, out), text]]));
  return exitCodes.well;
}

function languagesOf(project: Project, to: readonly string[] | undefined): TermsLanguages {
  const { source, targets } = project.config;
  const [target, ...more] =
    to === undefined ? (targets.length === 1 ? targets : []) : targetLocales(to, project);
  if (more.length > 0) throw new DepecheError('usage', 'name one language with --to');
  return { source, ...(target !== undefined && { target }) };
}

/** `depeche terms list`: the concepts, and what each is called. */
export async function termsList(
  terminal: Terminal,
  { words, json }: Json & { words: readonly string[] },
): Promise<number> {
  const project = await openProject(terminal.cwd);
  const wanted = words.map((word) => withoutAccents(word).toLowerCase());
  const concepts = (await openGlossary(project)).concepts.filter((concept) => {
    const text = withoutAccents(
      [concept.id, ...concept.terms.map((term) => term.text)].join('\n'),
    ).toLowerCase();
    return wanted.length === 0 || wanted.some((word) => text.includes(word));
  });
  if (json === true) terminal.out(`${JSON.stringify(concepts, null, 2)}\n`);
  else {
    const languages = [project.config.source, ...project.config.targets];
    terminal.out(
      table([
        ['concept', 'type', ...languages],
        ...concepts.map((concept) => [
          concept.id,
          concept.type,
          ...languages.map((language) => preferredText(concept, language)),
        ]),
      ]),
    );
  }
  return exitCodes.well;
}

function preferredText({ terms }: Concept, language: string): string {
  return terms.find((term) => term.lang === language && term.status === 'preferred')?.text ?? '—';
}
