import { resolve } from 'node:path';
import { type MemoryEntry, servesTarget } from '../memory/entry.ts';
import { entryId } from '../memory/entry-id.ts';
import type { ConcordanceHit } from '../memory/store.ts';
import { tmxPieces } from '../memory/tmx-write.ts';
import type { Span } from '../model/span.ts';
import { configFile } from '../project/config.ts';
import { importMemory } from '../project/import-memory.ts';
import { openMemory } from '../project/memory-files.ts';
import { writePieces } from '../project/pending-file.ts';
import { openProject } from '../project/project.ts';
import { describeProvenance } from '../xliff/matches.ts';
import { targetLocales } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { packageVersion } from './package-version.ts';
import { openReadingProgress, type ReadingProgress } from './reading-progress.ts';
import { counted, styled, type Terminal, table } from './terminal.ts';

type Json = { readonly json?: boolean };

/** `depeche memory import`: takes TMX files of others over, each as a file of its own in `locales/memory/`. */
export async function memoryImport(
  terminal: Terminal,
  { files, json }: Json & { files: readonly string[] },
): Promise<number> {
  const project = await openProject(terminal.cwd);
  const imported = await whileReading(terminal, ({ read }) =>
    importMemory(
      project,
      files.map((name) => ({ path: resolve(terminal.cwd, name), name })),
      packageVersion(),
      read,
    ),
  );
  for (const { to, used } of imported) {
    if (!used)
      terminal.err(`depeche: ${to} is not used: no pattern under “memory” in ${configFile} finds it\n`);
  }
  terminal.out(
    json === true
      ? `${JSON.stringify(
          imported.map(({ file, to, entries }) => ({ file, to, entries })),
          null,
          2,
        )}\n`
      : imported
          .map(({ file, to, entries }) => `${file}: ${counted(entries, 'translation')}, now in ${to}\n`)
          .join(''),
  );
  return exitCodes.well;
}

async function whileReading<Result>(
  terminal: Terminal,
  work: (progress: ReadingProgress) => Result | Promise<Result>,
): Promise<Result> {
  const progress = await openReadingProgress(terminal);
  try {
    return await work(progress);
  } finally {
    progress.close();
  }
}

/** `depeche memory export`: the whole memory, people's work in the masters included, as one TMX. */
export async function memoryExport(
  terminal: Terminal,
  { to, out }: { to?: readonly string[]; out?: string },
): Promise<number> {
  const project = await openProject(terminal.cwd);
  const wanted = to === undefined ? undefined : targetLocales(to, project);
  const memory = await whileReading(terminal, ({ read }) => openMemory(project, read));
  try {
    let count = 0;
    const chosen = function* (): Generator<MemoryEntry> {
      for (const entry of memory.entriesNow()) {
        if (!(wanted?.some((locale) => servesTarget(entry.target, locale)) ?? true)) continue;
        count += 1;
        yield entry;
      }
    };
    const pieces = tmxPieces(chosen(), { source: project.config.source, toolVersion: packageVersion() });
    if (out === undefined) for (const piece of pieces) terminal.out(piece);
    else {
      await writePieces(resolve(terminal.cwd, out), pieces);
      terminal.err(`${counted(count, 'translation')} written to ${out}\n`);
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
  const memory = await whileReading(terminal, ({ read }) => openMemory(project, read));
  try {
    await whileReading(terminal, ({ indexed }) => memory.indexWords(indexed));
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
    terminal.out(
      json === true
        ? `${JSON.stringify(
            hits.map((hit) => ({ id: entryId(hit.entry), ...hit })),
            null,
            2,
          )}\n`
        : hits.map(hitText).join('\n'),
    );
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
    `    ${entryId(entry)}, ${entry.from}: ${describeProvenance(entry.provenance)}${signed(entry)}\n`,
  ].join('');
}

function signed({ by, at }: MemoryEntry): string {
  if (by === undefined) return '';
  return `; approved by ${by}${at === undefined ? '' : `, ${at.slice(0, 10)}`}`;
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
  const project = await openProject(terminal.cwd);
  const memory = await whileReading(terminal, ({ read }) => openMemory(project, read));
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
