import { basename, extname, join, normalize, resolve } from 'node:path';
import { servesTarget } from '../memory/entry.ts';
import type { ConcordanceHit } from '../memory/store.ts';
import { readTmx, writeTmx } from '../memory/tmx.ts';
import { DepecheError } from '../model/errors.ts';
import type { Span } from '../model/span.ts';
import { configFile } from '../project/config.ts';
import { readTextIfThere, readXmlText, writeFiles } from '../project/files.ts';
import { memoryFolder } from '../project/layout.ts';
import { openMemory, tmxFiles } from '../project/memory-files.ts';
import { openProject } from '../project/project.ts';
import { targetLocales } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { packageVersion } from './package-version.ts';
import { counted, styled, type Terminal, table } from './terminal.ts';

/** A TMX file is larger than a dispatch may be: a desk's memory of years. */
const maxTmxBytes = 512 * 1024 * 1024;

type Json = { readonly json?: boolean };

/** `depeche memory import`: takes TMX files of others over, each as a file of its own in `locales/memory/`. */
export async function memoryImport(
  terminal: Terminal,
  { files, json }: Json & { files: readonly string[] },
): Promise<number> {
  const project = await openProject(terminal.cwd);
  const imported: { file: string; to: string; entries: number }[] = [];
  const outputs = new Map<string, string>();
  for (const file of files) {
    const entries = readTmx(await readXmlText(resolve(terminal.cwd, file), file, maxTmxBytes), file, {
      source: project.config.source,
    });
    const to = `${memoryFolder}/${basename(file, extname(file))}.tmx`;
    const text = writeTmx(entries, { source: project.config.source, toolVersion: packageVersion() });
    const existing = await readTextIfThere(join(project.root, to));
    if (outputs.has(join(project.root, to)) || (existing !== undefined && existing !== text)) {
      throw new DepecheError(
        'usage',
        `there is another memory of this name: rename the file, or delete ${to} first; nothing was written`,
        {
          place: { file },
        },
      );
    }
    outputs.set(join(project.root, to), text);
    imported.push({ file, to, entries: entries.length });
  }
  await writeFiles(outputs);
  openMemory(project).close();
  const used = new Set(tmxFiles(project).map(normalize));
  for (const { to } of imported) {
    if (!used.has(to))
      terminal.err(`depeche: ${to} is not used: no pattern under “memory” in ${configFile} finds it\n`);
  }
  terminal.out(
    json === true
      ? `${JSON.stringify(imported, null, 2)}\n`
      : imported
          .map(({ file, to, entries }) => `${file}: ${counted(entries, 'translation')}, now in ${to}\n`)
          .join(''),
  );
  return exitCodes.well;
}

/** `depeche memory export`: the whole memory, people's work in the masters included, as one TMX. */
export async function memoryExport(
  terminal: Terminal,
  { to, out }: { to?: readonly string[]; out?: string },
): Promise<number> {
  const project = await openProject(terminal.cwd);
  const wanted = to === undefined ? undefined : targetLocales(to, project);
  const memory = openMemory(project);
  try {
    const entries = await Array.fromAsync(memory.entries());
    const chosen = entries.filter(
      (entry) => wanted?.some((locale) => servesTarget(entry.target, locale)) ?? true,
    );
    const text = writeTmx(chosen, { source: project.config.source, toolVersion: packageVersion() });
    if (out === undefined) terminal.out(text);
    else {
      await writeFiles(new Map([[resolve(terminal.cwd, out), text]]));
      terminal.err(`${counted(chosen.length, 'translation')} written to ${out}\n`);
    }
    return exitCodes.well;
  } finally {
    memory.close();
  }
}

const mostHits = 50;

/** `depeche memory search`: the sentences that hold some words, in either language. */
export async function memorySearch(
  terminal: Terminal,
  { words, to, json }: Json & { words: readonly string[]; to?: readonly string[] },
): Promise<number> {
  const project = await openProject(terminal.cwd);
  const memory = openMemory(project);
  try {
    const targets = to === undefined ? [undefined] : targetLocales(to, project);
    const found = await Promise.all(
      targets.map((target) =>
        memory.concordance({
          text: words.join(' '),
          limit: mostHits,
          ...(target !== undefined && { target }),
        }),
      ),
    );
    const hits = found.flat();
    terminal.out(json === true ? `${JSON.stringify(hits, null, 2)}\n` : hits.map(hitText).join('\n'));
    if (found.some((one) => one.length === mostHits)) terminal.err(`Only the first ${mostHits} are shown.\n`);
    if (hits.length === 0) terminal.err(`Nothing in the memory has “${words.join(' ')}”.\n`);
    return exitCodes.well;
  } finally {
    memory.close();
  }
}

function hitText({ entry, inSource, inTarget }: ConcordanceHit): string {
  return [
    `${entry.source}  ${highlighted(entry.sourceText, inSource)}\n`,
    `${entry.target}  ${highlighted(entry.targetText, inTarget)}\n`,
    `    ${entry.from}${entry.by === undefined ? '' : `, ${entry.by}`}\n`,
  ].join('');
}

function highlighted(text: string, spans: readonly Span[]): string {
  let at = 0;
  let shown = '';
  for (const { start, end } of spans) {
    shown += text.slice(at, start) + styled('inverse', text.slice(start, end));
    at = end;
  }
  return shown + text.slice(at);
}

/** `depeche memory stats`: how many translations of each pair come from which file. */
export async function memoryStats(terminal: Terminal, { json }: Json): Promise<number> {
  const memory = openMemory(await openProject(terminal.cwd));
  try {
    const counts = await memory.stats();
    const rows = counts.map(({ from, source, target, entries }) => [from, `${source} → ${target}`, entries]);
    terminal.out(json === true ? `${JSON.stringify(counts, null, 2)}\n` : table(rows));
    if (counts.length === 0)
      terminal.err('There is nothing in the memory yet: see depeche memory import --help.\n');
    return exitCodes.well;
  } finally {
    memory.close();
  }
}
