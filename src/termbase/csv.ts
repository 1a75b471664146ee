import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { DepecheError } from '../model/errors.ts';
import { parseLocale } from '../model/locale.ts';
import type { ConceptType } from '../model/term-hit.ts';
import { foldTypography } from '../text/fold.ts';
import type { Concept, Form, Term, TermMatching, TermStatus } from './concept.ts';
import { placeOfField } from './csv-place.ts';

const columns = ['concept', 'type', 'lang', 'term', 'status', 'match', 'forms', 'note'] as const;
type Column = (typeof columns)[number];

const types: readonly ConceptType[] = ['person', 'place', 'organisation', 'event', 'title', 'common'];
const statuses: readonly TermStatus[] = ['preferred', 'admitted', 'deprecated', 'forbidden'];
const matchings: readonly TermMatching[] = ['exact', 'forms'];

const conceptId = /^[a-z0-9][a-z0-9-]{0,99}$/u;
const formLabel = /^[a-z][a-z0-9-]{0,49}$/u;

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
  const refuse = (record: number, column: Column, message: string): never => {
    const place = placeOfField(body, record, columns.indexOf(column));
    throw new DepecheError('invalid', message, { place: { ...(file !== undefined && { file }), ...place } });
  };
  if (header?.join() !== columns.join()) {
    refuse(0, 'concept', `the first line must be the header “${columns.join()}”`);
  }

  const concepts = new Map<string, { id: string; type: ConceptType; note?: string; terms: Term[] }>();
  for (const [index, fields] of records.entries()) {
    const at = index + 1;
    const row = (column: Column) => (fields[columns.indexOf(column)] ?? '').trim().normalize('NFC');
    const oneOf = <Value extends string>(column: Column, values: readonly Value[]): Value =>
      values.find((value) => value === row(column)) ??
      refuse(at, column, `${column} is “${row(column)}”: write one of ${values.join(', ')}`);
    if (fields.length !== columns.length) {
      refuse(
        at,
        columns[Math.min(fields.length, columns.length - 1)] ?? 'note',
        `the row has ${fields.length} fields where ${columns.length} are needed: quote what contains a comma`,
      );
    }

    const id = row('concept');
    if (!conceptId.test(id)) {
      refuse(at, 'concept', `concept is “${id}”: write up to 100 of a-z, 0-9 and -, a letter or digit first`);
    }
    const type = oneOf('type', types);
    const known = concepts.get(id);
    const concept = known ?? { id, type, terms: [] };
    if (concept.type !== type) {
      refuse(
        at,
        'type',
        `“${id}” is a ${concept.type} in an earlier row and a ${type} here: make them agree`,
      );
    }

    const lang =
      parseLocale(row('lang')) ??
      refuse(at, 'lang', `lang is “${row('lang')}”: write a BCP 47 tag such as fr or pt-BR`);
    const status = oneOf('status', statuses);
    const match = oneOf('match', matchings);
    const forms = readForms(row('forms'), (message) => refuse(at, 'forms', message));
    if (match === 'exact' && forms.length > 0) {
      refuse(at, 'forms', 'forms are listed but match is exact: write forms under match, or leave them out');
    }
    const term = row('term');
    if (!/[\p{L}\p{N}]/u.test(term))
      refuse(at, 'term', 'the term has no letter in it: write one, or remove the row');
    const same = concept.terms.filter((other) => other.lang === lang);
    if (same.some((other) => foldTypography(other.text) === foldTypography(term))) {
      refuse(at, 'term', `“${id}” has the term “${term}” in ${lang} already: remove one of the two rows`);
    }
    const preferred = same.find((other) => other.status === 'preferred');
    if (preferred && status === 'preferred') {
      refuse(
        at,
        'status',
        `“${id}” prefers “${preferred.text}” in ${lang} already: make one of the two admitted`,
      );
    }

    const note = row('note');
    if (!known) concepts.set(id, concept);
    if (!known && note !== '') concept.note = note;
    concept.terms.push({ lang, text: term, status, match, forms, ...(known && note !== '' && { note }) });
  }
  return [...concepts.values()];
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
      term.forms.map((form) => writeForm(concept, form)).join('|'),
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

function readForms(field: string, refuse: (message: string) => never): Form[] {
  if (field === '') return [];
  return field.split('|').map((part) => {
    const equals = part.indexOf('=');
    const label = part.slice(0, Math.max(equals, 0)).trim();
    const text = part.slice(equals + 1).trim();
    if (equals < 0 || !formLabel.test(label) || label === 'base' || !/[\p{L}\p{N}]/u.test(text)) {
      refuse(
        `the form “${part}” is not label=text: write such as gen=Moskaus|family=Lawrow (base is the term itself)`,
      );
    }
    return { label, text };
  });
}

function writeForm(concept: Concept, { label, text }: Form): string {
  if (!formLabel.test(label) || text.includes('|')) {
    throw new DepecheError(
      'invalid',
      `the form “${label}=${text}” of “${concept.id}” cannot be written in CSV: it holds | or =`,
    );
  }
  return `${label}=${text}`;
}
