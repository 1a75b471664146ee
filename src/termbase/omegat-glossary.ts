import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { type Concept, formsOf, isAccepted, isFamilyForm, type Term } from './concept.ts';
import { conceptIds } from './concept-ids.ts';
import { isTermText } from './notation.ts';
import { settleStatuses } from './settle-status.ts';
import { termsIn } from './termbase.ts';

/** The languages of a glossary that knows of no more than two. */
export type GlossaryLanguages = { readonly source: Locale; readonly target: Locale };

/** What begins the comment on a term: renderings that must not be used. */
const never = 'never: ';

/**
 * Writes a glossary for OmegaT: UTF-8, a line for each rendering of a term, `source⇥target⇥comment`. The preferred rendering stands
 * first; forbidden and deprecated ones are named in its comment, as OmegaT has no place for them. Family names have lines of their own.
 */
export function writeOmegatGlossary(concepts: readonly Concept[], languages: GlossaryLanguages): string {
  const lines = concepts.flatMap((concept) => linesOf(concept, languages));
  return [...new Set(lines)].map((line) => `${line}\n`).join('');
}

function linesOf(concept: Concept, { source, target }: GlossaryLanguages): string[] {
  const inTarget = termsIn(concept, target);
  const accepted = inTarget
    .filter(isAccepted)
    .sort((left, right) => Number(right.status === 'preferred') - Number(left.status === 'preferred'));
  const wrong = inTarget.filter((term) => !isAccepted(term)).map(({ text }) => text);
  return termsIn(concept, source).flatMap((from) =>
    accepted.flatMap((to) => {
      const comment = [
        ...(wrong.length > 0 && to === accepted[0] ? [`${never}${wrong.join(' | ')}`] : []),
        ...[concept.note, to.note].filter((note) => note !== undefined),
      ].join('; ');
      return [lineOf(from.text, to.text, comment), ...familyLines(from, to)];
    }),
  );
}

function familyLines(from: Term, to: Term): string[] {
  const [source] = formsOf(from).filter(isFamilyForm);
  const [target] = formsOf(to).filter(isFamilyForm);
  return source && target ? [lineOf(source.text, target.text, '')] : [];
}

function lineOf(source: string, target: string, comment: string): string {
  const cells = [source, target, ...(comment === '' ? [] : [comment])];
  const line = cells.map((cell) => cell.replace(/[\t\r\n\u2028\u2029]+/gu, ' ')).join('\t');
  // OmegaT takes a line that begins with # for a remark.
  return line.startsWith('#') ? ` ${line}` : line;
}

/**
 * Reads a glossary of OmegaT: a concept for each source term, of type `common`, its renderings in their order, the first preferred;
 * what a comment of ours names as never to be used is forbidden. A byte order mark, blank lines and remarks (`#`) are passed over.
 *
 * @throws DepecheError `invalid`, with line and column, for a line without a tab or a term, and for texts that are no text at all
 */
export function readOmegatGlossary(text: string, languages: GlossaryLanguages, file?: string): Concept[] {
  const rows = new Map<string, Row[]>();
  for (const [index, line] of text
    .replace(/^\ufeff/u, '')
    .split(/\r\n|[\n\r]/u)
    .entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const row = readLine(line, (column, message) => {
      const place = { ...(file !== undefined && { file }), line: index + 1, column };
      throw new DepecheError('invalid', message, { place });
    });
    const known = rows.get(row.source);
    if (known) known.push(row);
    else rows.set(row.source, [row]);
  }
  const ids = conceptIds([]);
  return Array.from(rows, ([source, found]) => conceptOf(ids.take([source]), source, found, languages));
}

type Row = { readonly source: string; readonly target: string; readonly comment: string };

function readLine(line: string, refuse: (column: number, message: string) => never): Row {
  const [source = '', target, ...comments] = line.split('\t').map((cell) => cell.trim().normalize('NFC'));
  if (target === undefined)
    return refuse(line.length + 1, 'there is no tab in the line: write source, tab, target');
  if (!isTermText(source)) return refuse(1, 'the source term has no letter in it');
  if (!isTermText(target)) return refuse(line.indexOf('\t') + 2, 'the target term has no letter in it');
  return { source, target, comment: comments.join(' ').trim() };
}

function conceptOf(
  id: string,
  source: string,
  rows: readonly Row[],
  { source: from, target: to }: GlossaryLanguages,
): Concept {
  const term = (lang: Locale, text: string) => ({ lang, text, match: 'forms' as const, forms: [] });
  const comments = rows.map(({ comment }) => readComment(comment));
  const note = [...new Set(comments.map((comment) => comment.note).filter((text) => text !== ''))].join('; ');
  return {
    id,
    type: 'common',
    ...(note !== '' && { note }),
    terms: settleStatuses([
      term(from, source),
      ...rows.map((row) => term(to, row.target)),
      ...comments.flatMap(({ wrong }) =>
        wrong.map((text) => ({ ...term(to, text), status: 'forbidden' as const })),
      ),
    ]),
  };
}

function readComment(comment: string): { readonly wrong: readonly string[]; readonly note: string } {
  if (!comment.startsWith(never)) return { wrong: [], note: comment };
  const [list = '', ...notes] = comment.slice(never.length).split('; ');
  const wrong = list.split(' | ').map((text) => text.trim());
  return { wrong: wrong.filter(isTermText), note: notes.join('; ').trim() };
}
