import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { DepecheError } from '../model/errors.ts';
import { parseLocale } from '../model/locale.ts';
import type { ConceptType } from '../model/term-hit.ts';
import { foldTypography } from '../text/fold.ts';
import type { Concept, Form, Term } from './concept.ts';
import { placeOfField } from './csv-place.ts';
import {
  conceptTypes,
  formatForms,
  isConceptId,
  isTermText,
  parseForms,
  termMatchings,
  termStatuses,
} from './notation.ts';

const columns = ['concept', 'type', 'lang', 'term', 'status', 'match', 'forms', 'note'] as const;
type Column = (typeof columns)[number];

/**
 * Reads a glossary: RFC 4180, a term a row, columns `concept,type,lang,term,status,match,forms,note` in this order.
 *
 * `forms` is `label=text|label=text`. The note in the first row of a concept is the concept's, a later one its term's. Rows of a concept
 * need not stand together. A byte order mark, CRLF and blank lines are tolerated; texts come out in NFC.
 *
 * @throws DepecheError `invalid` with file, line and column at the first thing that does not hold
 */
export function readTermsCsv(text: string, file?: string): Concept[] {
  const body = text.replace(/^\ufeff/u, '');
  const [header, ...records] = recordsOf(body, file);
  const rowOf = (fields: readonly string[], record: number): Row => ({
    value: (column) => (fields[columns.indexOf(column)] ?? '').trim().normalize('NFC'),
    refuse(column, message) {
      const place = placeOfField(body, record, columns.indexOf(column));
      throw new DepecheError('invalid', message, {
        place: { ...(file !== undefined && { file }), ...place },
      });
    },
  });
  if (header?.join() !== columns.join()) {
    rowOf([], 0).refuse('concept', `the first line must be the header “${columns.join()}”`);
  }

  const concepts = new Map<string, { id: string; type: ConceptType; note?: string; terms: Term[] }>();
  const taken = new Set<string>();
  for (const [index, fields] of records.entries()) {
    const row = rowOf(fields, index + 1);
    if (fields.length !== columns.length) {
      const column = columns[fields.length] ?? 'note';
      const count = `the row has ${fields.length} fields where ${columns.length} are needed`;
      row.refuse(column, `${count}: quote what contains a comma`);
    }
    const { id, type } = readHead(row);
    const known = concepts.get(id);
    const concept = known ?? { id, type, terms: [] };
    if (concept.type !== type) {
      row.refuse(
        'type',
        `“${id}” is a ${concept.type} in an earlier row and a ${type} here: make them agree`,
      );
    }
    const term = readTerm(row);
    takeOnce(row, taken, id, term);
    const note = row.value('note');
    if (!known) concepts.set(id, concept);
    if (!known && note !== '') concept.note = note;
    concept.terms.push({ ...term, ...(known && note !== '' && { note }) });
  }
  return [...concepts.values()];
}

/** A row of the file, which knows its place when something in it is wrong. */
type Row = {
  readonly value: (column: Column) => string;
  readonly refuse: (column: Column, message: string) => never;
};

function readHead(row: Row): Pick<Concept, 'id' | 'type'> {
  const id = row.value('concept');
  if (!isConceptId(id)) {
    row.refuse('concept', `concept is “${id}”: write up to 100 of a-z, 0-9 and -, a letter or digit first`);
  }
  return { id, type: oneOf(row, 'type', conceptTypes) };
}

function readTerm(row: Row): Term {
  const tag = row.value('lang');
  const lang =
    parseLocale(tag) ?? row.refuse('lang', `lang is “${tag}”: write a BCP 47 tag such as fr or pt-BR`);
  const text = row.value('term');
  if (!isTermText(text)) {
    row.refuse('term', 'the term has no letter in it: write one, or remove the row');
  }
  const status = oneOf(row, 'status', termStatuses);
  const match = oneOf(row, 'match', termMatchings);
  const forms = readForms(row);
  if (match === 'exact' && forms.length > 0) {
    row.refuse('forms', 'forms are listed but match is exact: write forms under match, or leave them out');
  }
  return { lang, text, status, match, forms };
}

/** Refuses a term that its concept has already, and a second preferred one. */
function takeOnce(row: Row, taken: Set<string>, id: string, { lang, text, status }: Term): void {
  const term = `${id} ${lang} ${foldTypography(text)}`;
  if (taken.has(term)) {
    row.refuse('term', `“${id}” has the term “${text}” in ${lang} already: remove one of the two rows`);
  }
  taken.add(term);
  if (status !== 'preferred') return;
  const preferred = `${id} ${lang}`;
  if (taken.has(preferred)) {
    row.refuse('status', `“${id}” prefers another term in ${lang} already: make one of the two admitted`);
  }
  taken.add(preferred);
}

function oneOf<Value extends string>(row: Row, column: Column, values: readonly Value[]): Value {
  const written = row.value(column);
  return (
    values.find((value) => value === written) ??
    row.refuse(column, `${column} is “${written}”: write one of ${values.join(', ')}`)
  );
}

/**
 * Writes a glossary as {@link readTermsCsv} reads it, concept by concept. A file that is grouped by concept comes back byte for byte.
 *
 * @throws DepecheError `invalid` where a form holds `|`, or its label `=`: the column has no way to write them
 */
export function writeTermsCsv(concepts: readonly Concept[]): string {
  const rows = concepts.flatMap((concept) =>
    concept.terms.map((term, index) => [
      concept.id,
      concept.type,
      term.lang,
      term.text,
      term.status,
      term.match,
      writeForms(concept, term.forms),
      (index === 0 ? concept.note : undefined) ?? term.note ?? '',
    ]),
  );
  return stringify([[...columns], ...rows], { record_delimiter: '\n' });
}

function recordsOf(body: string, file: string | undefined): string[][] {
  try {
    return parse(body, {
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const place = placeOfField(body, Number(error.records ?? 0), Number(error.index ?? 0));
    throw new DepecheError(
      'invalid',
      'a quote is out of place: put the whole field in "…" and write " inside it twice',
      {
        cause: error,
        place: { ...(file !== undefined && { file }), ...place },
      },
    );
  }
}

function readForms(row: Row): readonly Form[] {
  const reading = parseForms(row.value('forms'));
  if ('forms' in reading) return reading.forms;
  const example = 'gen=Moskaus|family=Lawrow';
  return row.refuse(
    'forms',
    `the form “${reading.wrong}” is not label=text: write such as ${example} (base is the term itself)`,
  );
}

function writeForms(concept: Concept, forms: readonly Form[]): string {
  const written = formatForms(forms);
  if ('text' in written) return written.text;
  throw new DepecheError(
    'invalid',
    `the form “${written.wrong}” of “${concept.id}” cannot be written in CSV: it holds | or =`,
  );
}
