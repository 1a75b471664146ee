import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { attributeOf, childrenOf, textIn, type XmlElement } from '../xml/node.ts';
import type { Form, TermMatching, TermStatus } from './concept.ts';
import { isDay, isTermText, parseForms, termMatchings, termStatuses } from './notation.ts';
import type { OpenTerm } from './settle-status.ts';
import { parseOwnNote, statusOf } from './tbx-notation.ts';

/** A piece of information about a concept or a term. */
export type Category = { readonly type: string; readonly element: XmlElement };

const metaElements = ['admin', 'descrip', 'termNote'];
const groups = ['adminGrp', 'descripGrp', 'termNoteGrp', 'termGrp'];

/**
 * What is said of a concept or a term: `<descrip type="definition">` in style DCA, `<basic:definition>` in style DCT; a `<note>` is of
 * type `note`. Groups are looked into.
 */
export function categoriesOf(parent: XmlElement): Category[] {
  return childrenOf(parent).flatMap((element): Category[] => {
    if (groups.includes(element.local)) return categoriesOf(element);
    if (!metaElements.includes(element.local)) return [{ type: element.local, element }];
    const type = attributeOf(element, 'type') ?? '';
    return [{ type, element }];
  });
}

/** A text that a pretty printer may have wrapped, on one line. */
export function singleLine(text: string): string {
  return text
    .replace(/[ \t]*[\r\n][ \t\r\n]*/gu, ' ')
    .replace(/^[ \t]+|[ \t]+$/gu, '')
    .normalize('NFC');
}

/**
 * Reads `<termSec>`, `<tig>` or `<ntig>`.
 *
 * @returns undefined where its term has no letter in it
 */
export function readTermSection(section: XmlElement, lang: Locale): OpenTerm | undefined {
  const categories = categoriesOf(section);
  const written = categories.find(({ type }) => type === 'term');
  if (!written) throw refusal(section, `a <${section.name}> has no <term>`);
  const text = singleLine(textIn(written.element));
  if (!isTermText(text)) return undefined;
  const { notes, validFrom, validUntil, ...own } = notesOf(categories);
  const origin = categories.find(({ type }) => type === 'source');
  const source = origin ? singleLine(textIn(origin.element)) : '';
  const rating = categories.find(({ type }) => type === 'administrativeStatus');
  const rated = rating && ratingOf(rating.element);
  // A rating that somebody has raised since counts for more than our note beside it.
  const status = own.forbidden && (rated ?? 'deprecated') === 'deprecated' ? 'forbidden' : rated;
  return {
    lang,
    text,
    ...(status !== undefined && { status }),
    match: own.match,
    forms: own.match === 'exact' ? [] : own.forms,
    ...(notes.length > 0 && { note: notes.join('; ') }),
    ...(source !== '' && { source }),
    ...(validFrom !== undefined && { validFrom }),
    ...(validUntil !== undefined && { validUntil }),
  };
}

function ratingOf(element: XmlElement): TermStatus {
  const written = textIn(element).trim();
  const status = statusOf(written);
  if (status === undefined) throw refusal(element, `the status “${written}” of a term is not known`);
  return status;
}

type Notes = {
  notes: string[];
  forbidden: boolean;
  match: TermMatching;
  forms: readonly Form[];
  validFrom?: string;
  validUntil?: string;
};

/** The notes on a term: those of people, and what ours carry. */
function notesOf(categories: readonly Category[]): Notes {
  const read: Notes = { notes: [], forbidden: false, match: 'forms', forms: [] };
  for (const { type, element } of categories) {
    if (type !== 'note') continue;
    const text = textIn(element).trim().normalize('NFC');
    const own = parseOwnNote(text);
    if (own === undefined && text !== '') read.notes.push(text);
    if (own !== undefined) readOwnNote(read, element, own.field, own.value);
  }
  return read;
}

function readOwnNote(read: Notes, element: XmlElement, field: string, value: string): void {
  const line = singleLine(value);
  switch (field) {
    case 'note':
      read.notes.push(value);
      return;
    case 'status':
      read.forbidden = oneOf(element, line, termStatuses) === 'forbidden';
      return;
    case 'match':
      read.match = oneOf(element, line, termMatchings);
      return;
    case 'forms': {
      const reading = parseForms(line);
      if ('wrong' in reading) throw refusal(element, `the form “${reading.wrong}” is not label=text`);
      read.forms = reading.forms;
      return;
    }
    case 'valid-from':
      read.validFrom = dayIn(element, line);
      return;
    case 'valid-until':
      read.validUntil = dayIn(element, line);
      return;
    default:
      throw refusal(element, `a note of ours tells of “${field}”, which is not known`);
  }
}

function dayIn(element: XmlElement, written: string): string {
  if (isDay(written)) return written;
  throw refusal(element, `a note of ours says “${written}”: a day such as 2019-04-30 was expected`);
}

function oneOf<Value extends string>(element: XmlElement, written: string, values: readonly Value[]): Value {
  const known = values.find((value) => value === written);
  if (known === undefined) {
    throw refusal(element, `a note of ours says “${written}”: one of ${values.join(', ')} was expected`);
  }
  return known;
}

function refusal({ line, column }: XmlElement, what: string): DepecheError {
  return new DepecheError('invalid', what, { place: { line, column } });
}
