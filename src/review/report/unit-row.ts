import type { Dispatch, Paragraph } from '../../model/dispatch.ts';
import type { Draft, Unit } from '../../model/draft.ts';
import type { Issue } from '../../model/issue.ts';
import type { TermHit } from '../../model/term-hit.ts';
import { changeTo } from '../../text/revision-words.ts';
import { changedText } from './changed-text.ts';
import { languageAttributes, type Mark, markedText } from './copy-text.ts';
import { type Content, element, type Html } from './html.ts';
import { kindsOf, listedIssues } from './kinds.ts';
import { stateLabel } from './states.ts';
import { unitNotes } from './unit-notes.ts';

/** Where in its story a sentence stands. */
export type Position = { readonly kind: Paragraph['kind'] | 'dateline'; readonly label: string };

/** One sentence: where it stands and its state, source and target side by side, and what is to be said of it. */
export function unitRow(unit: Unit, position: Position, draft: Draft): Html {
  const { dispatch, locale } = draft;
  const id = unitAnchor(dispatch, locale, unit);
  const issues = listedIssues(unit);
  return element(
    'tr',
    { id, class: position.kind, role: 'row', 'data-kinds': kindsOf(unit).join(' ') },
    element(
      'th',
      { scope: 'row', role: 'rowheader' },
      element('a', { href: `#${encodeURIComponent(id)}`, class: 'position' }, position.label),
      ' ',
      stateLabel(unit.target.state),
    ),
    element('td', { role: 'cell', class: 'source' }, sourceText(unit, issues, dispatch)),
    element('td', { role: 'cell', class: 'target' }, targetText(unit, issues, locale)),
    element('td', { role: 'cell', class: 'notes' }, unitNotes(unit, issues, draft)),
  );
}

export function unitAnchor(dispatch: Dispatch, locale: string, unit: Unit): string {
  return `${dispatch.id}.${locale}.${unit.segment.id}`;
}

function sourceText(
  { segment, target, terms }: Unit,
  issues: readonly Issue[],
  { locale, version, revision }: Dispatch,
): Content {
  const marks = [...terms.map((term) => termMark(term, term.source)), ...issueMarks(issues, 'source')];
  const text = element('p', languageAttributes(locale), markedText(segment.text, marks));
  const previous = (words: string, was: string) =>
    element('p', { class: 'previous' }, words, changedText(was, segment.text, locale));
  if (target.state === 'stale')
    return [text, previous('Changed since the translation: ', target.previousSource)];
  const change = changeTo(revision, segment.id);
  if (change && change !== 'new') return [text, previous(`Changed in version ${version}: `, change.was)];
  return change === 'new' ? [text, element('p', { class: 'previous' }, `New in version ${version}.`)] : text;
}

function targetText({ target, terms }: Unit, issues: readonly Issue[], locale: string): Content {
  switch (target.state) {
    case 'pending':
      return element('p', { class: 'missing' }, 'No translation yet.');
    case 'failed':
      return element(
        'p',
        { class: 'missing' },
        'No translation: ',
        element('bdi', {}, target.message),
        ' (',
        element('bdi', {}, target.code),
        ')',
      );
    case 'recalled':
    case 'drafted':
    case 'translated':
    case 'reviewed':
    case 'final':
    case 'stale': {
      const hits = terms.flatMap((term) => (term.target ? [termMark(term, term.target)] : []));
      const marks = [...hits, ...issueMarks(issues, 'target')];
      return element('p', languageAttributes(locale), markedText(target.text, marks));
    }
    case 'absorbed':
      return element('p', { class: 'missing' }, `Rendered with ${target.into}.`);
    default:
      return target satisfies never;
  }
}

function termMark({ type, preferred, concept }: TermHit, span: TermHit['source']): Mark {
  const house = preferred === undefined ? 'no preferred term' : `preferred: ${preferred}`;
  return { ...span, kind: 'term', title: `${type} ${concept}, ${house}` };
}

function issueMarks(issues: readonly Issue[], side: 'source' | 'target'): Mark[] {
  return issues.flatMap(({ [side]: span, severity, check, message }, index) =>
    span ? [{ ...span, kind: severity, title: `${check}: ${message}`, number: index + 1 }] : [],
  );
}
