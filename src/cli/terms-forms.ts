import { DepecheError } from '../model/errors.ts';
import { languageOf } from '../model/locale.ts';
import { openGlossary, saveGlossary } from '../project/glossary-file.ts';
import { openProject } from '../project/project.ts';
import type { Concept, Term } from '../termbase/concept.ts';
import { generatedForms, withConfirmedForms, withGeneratedForms } from '../termbase/generate.ts';
import { formatForms } from '../termbase/notation.ts';
import { targetLocales } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { counted, type Terminal, table } from './terminal.ts';

export type TermsFormsOptions = {
  /** Ids of the concepts to look at; none: all of them. */
  readonly concepts: readonly string[];
  readonly to?: readonly string[];
  readonly write?: boolean;
  /** Ids of the concepts whose generated forms a person has read. */
  readonly confirm?: readonly string[];
  readonly json?: boolean;
};

/** `depeche terms forms`: the regular forms that the glossary lacks; written where that is asked for, never over a form that is listed. */
export async function termsForms(terminal: Terminal, options: TermsFormsOptions): Promise<number> {
  const project = await openProject(terminal.cwd);
  const { concepts } = await openGlossary(project);
  const languages = targetLocales(options.to, project);
  const wanted = ({ lang }: Term) =>
    languages.some((locale) => locale === lang || languageOf(locale) === lang);
  if (options.confirm) {
    if (options.write === true || options.concepts.length > 0) {
      throw new DepecheError('usage', 'name the concepts behind --confirm alone, and write first');
    }
    const chosen = chosenFrom(concepts, options.confirm);
    const confirmed = concepts.map((one) => (chosen.has(one.id) ? withConfirmedForms(one, wanted) : one));
    const count = formsIn(concepts, isUnsure) - formsIn(confirmed, isUnsure);
    if (count > 0) await saveGlossary(project, confirmed);
    tell(terminal, options, { confirmed: count }, `${counted(count, 'form')} confirmed\n`);
    return exitCodes.well;
  }
  const chosen = chosenFrom(concepts, options.concepts);
  const rows = concepts
    .filter(({ id }) => options.concepts.length === 0 || chosen.has(id))
    .flatMap((concept) => rowsOf(concept, wanted));
  if (options.write !== true || rows.length === 0) {
    const text = rows.map(({ concept, lang, term, forms }) => [concept, lang, term, writtenForms(forms)]);
    tell(terminal, options, { forms: rows }, rows.length === 0 ? 'no form to add\n' : table(text));
    return exitCodes.well;
  }
  const ids = new Set(rows.map(({ concept }) => concept));
  const written = concepts.map((one) => (ids.has(one.id) ? withGeneratedForms(one, wanted) : one));
  await saveGlossary(project, written);
  const count = formsIn(written, () => true) - formsIn(concepts, () => true);
  const text = `${counted(count, 'form')} written to ${project.config.glossary}; read them, then --confirm their concepts\n`;
  tell(terminal, options, { written: count, forms: rows }, text);
  return exitCodes.well;
}

function tell(terminal: Terminal, { json }: TermsFormsOptions, facts: object, text: string): void {
  terminal.out(json === true ? `${JSON.stringify(facts, null, 2)}\n` : text);
}

/** @throws DepecheError `usage` for an id that no concept has */
function chosenFrom(concepts: readonly Concept[], ids: readonly string[]): ReadonlySet<string> {
  const known = new Set(concepts.map(({ id }) => id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown === undefined) return new Set(ids);
  throw new DepecheError('usage', `there is no concept “${unknown}”; depeche terms list shows them`);
}

type Row = {
  readonly concept: string;
  readonly lang: string;
  readonly term: string;
  readonly forms: ReturnType<typeof generatedForms>;
};

function rowsOf(concept: Concept, wanted: (term: Term) => boolean): readonly Row[] {
  return concept.terms.filter(wanted).flatMap((term) => {
    const forms = generatedForms(concept, term);
    return forms.length === 0 ? [] : [{ concept: concept.id, lang: term.lang, term: term.text, forms }];
  });
}

function writtenForms(forms: Row['forms']): string {
  const written = formatForms(forms);
  return 'text' in written ? written.text : written.wrong;
}

function isUnsure(form: Term['forms'][number]): boolean {
  return form.generated === true;
}

function formsIn(concepts: readonly Concept[], counts: typeof isUnsure): number {
  return concepts
    .flatMap(({ terms }) => terms)
    .reduce((total, { forms }) => total + forms.filter(counts).length, 0);
}
