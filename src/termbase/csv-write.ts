import { stringify } from 'csv-stringify/sync';
import { DepecheError } from '../model/errors.ts';
import type { Concept, Form } from './concept.ts';
import { type Column, columns, further } from './csv.ts';
import { formatForms } from './notation.ts';

/**
 * Writes a glossary as {@link readTermsCsv} reads it, concept by concept. A file that is grouped by concept comes back byte for byte.
 *
 * @throws DepecheError `invalid` where a form holds `|`, or its label `=`: the column has no way to write them
 */
export function writeTermsCsv(concepts: readonly Concept[]): string {
  const rows = concepts.flatMap((concept) =>
    concept.terms.map((term, index): Record<Column, string> => {
      const first = index === 0 ? concept : undefined;
      return {
        concept: concept.id,
        type: concept.type,
        lang: term.lang,
        term: term.text,
        status: term.status,
        match: term.match,
        forms: writeForms(concept, term.forms),
        note: first?.note ?? term.note ?? '',
        source: term.source ?? '',
        valid_from: term.validFrom ?? '',
        valid_until: term.validUntil ?? '',
        translate: first?.translate === false ? 'no' : '',
        speaks: first?.speaks?.join('|') ?? '',
      };
    }),
  );
  const needed = [...columns, ...further.filter((column) => rows.some((row) => row[column] !== ''))];
  const fields = rows.map((row) => needed.map((column) => row[column]));
  return stringify([needed, ...fields], { record_delimiter: '\n' });
}

function writeForms(concept: Concept, forms: readonly Form[]): string {
  const written = formatForms(forms);
  if ('text' in written) return written.text;
  throw new DepecheError(
    'invalid',
    `the form “${written.wrong}” of “${concept.id}” cannot be written in CSV: it holds | or =`,
  );
}
