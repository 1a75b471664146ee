import { DepecheError } from '../model/errors.ts';
import { parseLocale } from '../model/locale.ts';
import { foldTypography } from '../text/fold.ts';
import { type Concept, type Form, isName, type Term } from './concept.ts';
import { placeOfField } from './csv-place.ts';
import { recordsOf } from './csv-records.ts';
import {
  conceptTypes,
  isConceptId,
  isDay,
  isTermText,
  parseForms,
  parseLanguages,
  termMatchings,
  termStatuses,
} from './notation.ts';
import { sharesTime } from './validity.ts';

/** The columns that every glossary has, in this order. */
export const columns = ['concept', 'type', 'lang', 'term', 'status', 'match', 'forms', 'note'] as const;
/** These may follow, in any order; they are written only where a row needs them. */
export const further = ['source', 'valid_from', 'valid_until', 'translate', 'speaks'] as const;
export type Column = (typeof columns)[number] | (typeof further)[number];

/**
 * Reads a glossary: RFC 4180, a term a row, columns `concept,type,lang,term,status,match,forms,note` in this order.
 *
 * `forms` is `label=text|label=text`. The note in the first row of a concept is the concept's, a later one its term's. The columns
 * `source`, `valid_from`, `valid_until` (days as ISO 8601), `translate` (`no`) and `speaks` (`ru|en`) may follow; the last two are said in
 * the first row of a concept. Rows of a concept need not stand together. A byte order mark, CRLF and blank lines are tolerated; texts come out in NFC.
 *
 * @throws DepecheError `invalid` with file, line and column at the first thing that does not hold
 */
export function readTermsCsv(text: string, file?: string): Concept[] {
  return readGlossary(text, file).concepts;
}

/** A glossary that knows in which line each of its terms stands. */
export type Glossary = {
  readonly concepts: Concept[];
  /** Counts from 1; undefined for a term of another glossary. */
  lineOf(term: Term): number | undefined;
};

/** Reads a glossary as {@link readTermsCsv} does, for whoever wants to say where a term stands. */
export function readGlossary(text: string, file?: string): Glossary {
  const body = text.replace(/^\ufeff/u, '');
  const [header, ...records] = recordsOf(body, file);
  const written = header ?? [];
  const rowOf = (fields: readonly string[], record: number): Row => ({
    value: (column) => (fields[written.indexOf(column)] ?? '').trim().normalize('NFC'),
    refuse(column, message) {
      const place = placeOfField(body, record, Math.max(0, written.indexOf(column)));
      throw new DepecheError('invalid', message, {
        place: { ...(file !== undefined && { file }), ...place },
      });
    },
  });
  if (!isHeader(written)) {
    const message = `the first line must be the header “${columns.join()}”; behind it may stand ${further.join(', ')}`;
    rowOf([], 0).refuse('concept', message);
  }

  const concepts = new Map<string, Omit<Concept, 'terms'> & { readonly terms: Term[] }>();
  const taken = new Map<string, Term[]>();
  const recordsByTerm = new Map<Term, number>();
  for (const [index, fields] of records.entries()) {
    const row = rowOf(fields, index + 1);
    if (fields.length !== written.length) {
      const count = `the row has ${fields.length} fields where ${written.length} are needed`;
      row.refuse('note', `${count}: quote what contains a comma`);
    }
    const { id, type } = readHead(row);
    const known = concepts.get(id);
    const note = row.value('note');
    const concept = known ?? { id, type, ...(note !== '' && { note }), ...readConceptFacts(row), terms: [] };
    if (concept.type !== type) {
      row.refuse(
        'type',
        `“${id}” is a ${concept.type} in an earlier row and a ${type} here: make them agree`,
      );
    }
    const term = readTerm(row);
    if (term.match === 'stem' && isName(type)) {
      row.refuse('match', 'a name is never matched by its stem: write forms under match');
    }
    takeOnce(row, taken, id, term);
    if (!known) concepts.set(id, concept);
    const kept: Term = { ...term, ...(known && note !== '' && { note }) };
    concept.terms.push(kept);
    recordsByTerm.set(kept, index + 1);
  }
  return {
    concepts: [...concepts.values()],
    lineOf(term) {
      const record = recordsByTerm.get(term);
      return record === undefined ? undefined : placeOfField(body, record, 0).line;
    },
  };
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
  return { lang, text, status, match, forms, ...readTermFacts(row) };
}

function isHeader(written: readonly string[]): boolean {
  const behind = written.slice(columns.length);
  const known: readonly string[] = further;
  return (
    written.slice(0, columns.length).join() === columns.join() &&
    new Set(behind).size === behind.length &&
    behind.every((column) => known.includes(column))
  );
}

function readConceptFacts(row: Row): Pick<Concept, 'translate' | 'speaks'> {
  const translate = row.value('translate');
  if (!['', 'yes', 'no'].includes(translate))
    row.refuse('translate', `translate is “${translate}”: write no`);
  const written = row.value('speaks');
  const speaks = written === '' ? [] : parseLanguages(written);
  if (!speaks) row.refuse('speaks', `speaks is “${written}”: write language tags such as ru|en`);
  return { ...(translate === 'no' && { translate: false }), ...(speaks.length > 0 && { speaks }) };
}

function readTermFacts(row: Row): Pick<Term, 'source' | 'validFrom' | 'validUntil'> {
  const source = row.value('source');
  const day = (column: 'valid_from' | 'valid_until'): string => {
    const written = row.value(column);
    if (written === '' || isDay(written)) return written;
    return row.refuse(column, `${column} is “${written}”: write a day such as 2019-04-30`);
  };
  const [validFrom, validUntil] = [day('valid_from'), day('valid_until')];
  if (validFrom !== '' && validUntil !== '' && validFrom > validUntil) {
    row.refuse('valid_until', `the term is valid until ${validUntil}, before it begins to be`);
  }
  return {
    ...(source !== '' && { source }),
    ...(validFrom !== '' && { validFrom }),
    ...(validUntil !== '' && { validUntil }),
  };
}

/** Refuses a term that its concept has already, and a second preferred one for the same time. */
function takeOnce(row: Row, taken: Map<string, Term[]>, id: string, term: Term): void {
  const { lang, text, status } = term;
  const known = taken.get(`${id} ${lang}`) ?? [];
  if (known.some((other) => foldTypography(other.text) === foldTypography(text))) {
    row.refuse('term', `“${id}” has the term “${text}” in ${lang} already: remove one of the two rows`);
  }
  if (status === 'preferred' && known.some((other) => other.status === status && sharesTime(term, other))) {
    row.refuse('status', `“${id}” prefers another term in ${lang} already: make one of the two admitted`);
  }
  taken.set(`${id} ${lang}`, [...known, term]);
}

function oneOf<Value extends string>(row: Row, column: Column, values: readonly Value[]): Value {
  const written = row.value(column);
  return (
    values.find((value) => value === written) ??
    row.refuse(column, `${column} is “${written}”: write one of ${values.join(', ')}`)
  );
}

function readForms(row: Row): readonly Form[] {
  const reading = parseForms(row.value('forms'));
  if ('forms' in reading) return reading.forms;
  const example = 'gen=Moskaus|family=Lawrow';
  return row.refuse(
    'forms',
    `the form “${reading.wrong}” is not label=text: write such as ${example} (base and stem are taken)`,
  );
}
