import type { Severity } from '../model/issue.ts';
import { openGlossary } from '../project/glossary-file.ts';
import { openProject } from '../project/project.ts';
import { lintTerms } from '../termbase/lint/lint.ts';
import { exitCodes } from './exit-codes.ts';
import { counted, styled, type Terminal } from './terminal.ts';

/** A finding of the lint with its line in the glossary. */
type Place = {
  readonly rule: string;
  readonly severity: Severity;
  readonly concept: string;
  readonly lang?: string;
  readonly term?: string;
  readonly line?: number;
  readonly message: string;
};

/** `depeche terms check`: what is doubtful or wrong in the glossary of the project. */
export async function termsCheck(
  terminal: Terminal,
  options: { readonly json?: boolean; readonly strict?: boolean },
): Promise<number> {
  const project = await openProject(terminal.cwd);
  const { source, targets, glossary } = project.config;
  const { concepts, lineOf } = await openGlossary(project);
  const today = new Date().toISOString().slice(0, 10);
  const firstTerms = new Map(concepts.map(({ id, terms: [first] }) => [id, first]));
  const findings = lintTerms(concepts, { source, targets, today }).map(({ term, ...finding }): Place => {
    const told = term ?? firstTerms.get(finding.concept);
    const line = told && lineOf(told);
    return { ...finding, ...(term && { term: term.text }), ...(line !== undefined && { line }) };
  });
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  if (options.json === true) terminal.out(`${JSON.stringify({ glossary, findings }, null, 2)}\n`);
  else {
    for (const finding of findings) terminal.out(lineFor(finding, glossary));
    terminal.out(
      `${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}, ${counted(count('info'), 'note')}\n`,
    );
  }
  return count('error') > 0 || (options.strict === true && count('warning') > 0)
    ? exitCodes.unfinished
    : exitCodes.well;
}

const colours = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

function lineFor({ line, concept, lang, severity, rule, message }: Place, glossary: string): string {
  const where = line === undefined ? glossary : `${glossary}:${line}`;
  const about = lang === undefined ? concept : `${concept} ${lang}`;
  return `${where}: ${about}: ${styled(colours[severity], severity)} ${rule}: ${message}\n`;
}
