import { resolve } from 'node:path';
import { describeError } from '../model/errors.ts';
import { readHomecomings } from '../project/import-files.ts';
import { type Imported, importProject } from '../project/import-project.ts';
import { openProject } from '../project/project.ts';
import { openWorkshop } from '../project/workshop.ts';
import type { Level, Outcome } from '../review/outcome.ts';
import { damageText, mayHaveCost } from './damage-text.ts';
import { exitCodes } from './exit-codes.ts';
import { reviewText } from './review-text.ts';
import type { Terminal } from './terminal.ts';

export type ImportOptions = {
  readonly files: readonly string[];
  readonly as?: Level;
  readonly by?: string;
  readonly prefer?: 'theirs' | 'ours';
  readonly json?: boolean;
};

/** `depeche import`: what reviewers did in their tools, merged into the masters. */
export async function importFiles(terminal: Terminal, options: ImportOptions): Promise<number> {
  const { files, as, prefer, json } = options;
  const by = options.by?.trim();
  const project = await openProject(terminal.cwd);
  const paths = files.map((name) => ({ name, path: resolve(terminal.cwd, name) }));
  const { homecomings, problems: unread } = await readHomecomings(paths);
  using workshop = await openWorkshop(project);
  const outcome = await importProject(project, workshop, homecomings, {
    at: new Date().toISOString().replace(/\.\d+Z$/u, 'Z'),
    ...(as && { as }),
    ...(by && { by }),
    ...(prefer && { prefer }),
  });
  const { imported, written } = outcome;
  const problems = [...unread, ...outcome.problems];
  const merged = new Set(imported.map(({ file }) => file));
  const told = homecomings.flatMap(({ file, damaged }) => (damaged && merged.has(file) ? [damaged] : []));
  const broken = [...new Set(told)];
  const report = { imported, damaged: broken, written, problems: problems.map(describeError) };
  const text = () => [...imported.map(importText), ...broken.map(damageText)].join('');
  terminal.out(json === true ? `${JSON.stringify(report, null, 2)}\n` : text());
  for (const problem of report.problems) terminal.err(`depeche: ${problem}\n`);
  const codes = problems.map(({ code }) => exitCodes.of(code));
  if (has(imported, ['conflicting', 'refused'])) codes.push(exitCodes.unfinished);
  if (broken.some(mayHaveCost)) codes.push(exitCodes.unfinished);
  return Math.max(exitCodes.well, ...codes);
}

function importText({ file, id, locale, segments, absent }: Imported): string {
  const missing = absent.length === 0 ? '' : `  not in the file: ${absent.join(' ')}\n`;
  return `${reviewText(`${file}: ${id} ${locale}`, segments)}${missing}`;
}

function has(imported: readonly Imported[], outcomes: readonly Outcome[]): boolean {
  return imported.some(({ segments }) => segments.some(({ outcome }) => outcomes.includes(outcome)));
}
