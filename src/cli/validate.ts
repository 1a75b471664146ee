import { resolve } from 'node:path';
import { DepecheError, describeError } from '../model/errors.ts';
import { xmlPiecesOf } from '../project/files.ts';
import type { Finding } from '../xliff/validate/finding.ts';
import { validateXliff } from '../xliff/validate/validate-xliff.ts';
import { exitCodes } from './exit-codes.ts';
import { styled, type Terminal } from './terminal.ts';

export type ValidateOptions = { readonly files: readonly string[]; readonly json?: boolean };

/** Files beyond this are no XLIFF of a person's work. */
const maxBytes = 128 * 1024 * 1024;

/** `depeche validate`: what breaks the standard in XLIFF files, wherever they are; no project is needed. */
export async function validate(terminal: Terminal, { files, json }: ValidateOptions): Promise<number> {
  const findings: Finding[] = [];
  const problems: string[] = [];
  for (const file of files) {
    try {
      findings.push(...validateXliff(xmlPiecesOf(resolve(terminal.cwd, file), file, maxBytes), { file }));
    } catch (error) {
      if (!(error instanceof DepecheError)) throw error;
      problems.push(describeError(error.in(file)));
    }
  }
  if (json) terminal.out(`${JSON.stringify({ findings, problems }, null, 2)}\n`);
  else terminal.out(textOf(findings, files.length));
  for (const problem of problems) terminal.err(`depeche: ${problem}\n`);
  if (problems.length > 0) return exitCodes.usage;
  return findings.length > 0 ? exitCodes.unfinished : exitCodes.well;
}

function textOf(findings: readonly Finding[], count: number): string {
  const lines = findings.map(({ file, line, column, constraint, section, message }) => {
    return `${file}:${line}:${column}: ${styled('red', constraint)}: ${message} [${section}]\n`;
  });
  return `${lines.join('')}${count} files, ${findings.length} findings\n`;
}
