import { resolve } from 'node:path';
import { readBytes, readTextIfThere, writeFiles } from '../project/files.ts';
import { openProject, type Project } from '../project/project.ts';
import type { Concept } from '../termbase/concept.ts';
import { readTermsCsv, writeTermsCsv } from '../termbase/csv.ts';
import { mergeTerms } from '../termbase/merge.ts';
import { withoutAccents } from '../text/fold.ts';
import { decode, maxBytes } from '../wire/decode.ts';
import { exitCodes } from './exit-codes.ts';
import { type Terminal, table } from './terminal.ts';

type Json = { readonly json?: boolean };

/** `depeche terms import`: adds what the glossary of the project lacks; where the two disagree the project keeps its own. */
export async function termsImport(
  terminal: Terminal,
  { files, json }: Json & { files: readonly string[] },
): Promise<number> {
  const project = await openProject(terminal.cwd);
  let concepts: readonly Concept[] = await glossaryOf(project);
  let added = 0;
  const conflicts: ReturnType<typeof mergeTerms>['conflicts'][number][] = [];
  for (const file of files) {
    const { raw } = decode(await readBytes(resolve(terminal.cwd, file), maxBytes));
    const merge = mergeTerms(concepts, readTermsCsv(raw, file));
    concepts = merge.concepts;
    added += merge.added;
    conflicts.push(...merge.conflicts);
  }
  const { glossary } = project.config;
  if (added > 0) await writeFiles(new Map([[resolve(project.root, glossary), writeTermsCsv(concepts)]]));
  if (json === true) terminal.out(`${JSON.stringify({ glossary, added, conflicts }, null, 2)}\n`);
  else {
    terminal.out(`${added} terms added to ${glossary}\n`);
    for (const { concept, lang, term, why } of conflicts)
      terminal.out(`left as it was: ${concept} ${lang} “${term}”: ${why}\n`);
  }
  return conflicts.length === 0 ? exitCodes.well : exitCodes.unfinished;
}

/** `depeche terms export`: the glossary, in the order and spelling that the project writes. */
export async function termsExport(terminal: Terminal, { out }: { out?: string }): Promise<number> {
  const text = writeTermsCsv(await glossaryOf(await openProject(terminal.cwd)));
  if (out === undefined) terminal.out(text);
  else await writeFiles(new Map([[resolve(terminal.cwd, out), text]]));
  return exitCodes.well;
}

/** `depeche terms list`: the concepts, and what each is called. */
export async function termsList(
  terminal: Terminal,
  { words, json }: Json & { words: readonly string[] },
): Promise<number> {
  const project = await openProject(terminal.cwd);
  const wanted = words.map((word) => withoutAccents(word).toLowerCase());
  const concepts = (await glossaryOf(project)).filter((concept) => {
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

async function glossaryOf({ root, config }: Project): Promise<Concept[]> {
  const text = await readTextIfThere(resolve(root, config.glossary));
  return text === undefined ? [] : readTermsCsv(text, config.glossary);
}
