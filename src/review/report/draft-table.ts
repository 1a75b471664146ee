import type { Paragraph } from '../../model/dispatch.ts';
import type { Draft, Unit } from '../../model/draft.ts';
import { element, type Html, lines } from './html.ts';
import { languageName } from './language-name.ts';
import { type Position, unitRow } from './unit-row.ts';

/** The sentences of a draft in reading order, a table body for each paragraph. Roles are written out: on a narrow page a table is laid out as none. */
export function draftTable(draft: Draft, labelledBy: string): Html {
  return element(
    'table',
    { role: 'table', 'aria-labelledby': labelledBy },
    lines([columnHeads(draft), ...paragraphsOf(draft)]),
  );
}

function columnHeads({ dispatch, locale }: Draft): Html {
  const heads = ['Sentence', languageName(dispatch.locale), languageName(locale), 'Notes'];
  return element(
    'thead',
    { role: 'rowgroup' },
    element(
      'tr',
      { role: 'row' },
      heads.map((head) => element('th', { scope: 'col', role: 'columnheader' }, head)),
    ),
  );
}

/** The dateline opens the first one that is no headline, as it does in the copy. */
function paragraphsOf(draft: Draft): Html[] {
  const { dispatch, dateline } = draft;
  const byId = new Map(draft.units.map((unit) => [unit.segment.id, unit]));
  const opening = dispatch.paragraphs.findIndex((paragraph) => paragraph.kind !== 'headline');
  let number = 0;
  const bodies = dispatch.paragraphs.map((paragraph, index) => {
    const units = paragraph.segments.flatMap((segment) => byId.get(segment.id) ?? []);
    if (paragraph.kind !== 'headline') number += 1;
    const rows = units.map((unit, nth) =>
      unitRow(unit, positionOf(paragraph, `${number}.${nth + 1}`), draft),
    );
    return tableBody(index === opening ? [...datelineRow(dateline, draft), ...rows] : rows);
  });
  return opening === -1 ? [...bodies, tableBody(datelineRow(dateline, draft))] : bodies;
}

function tableBody(rows: readonly Html[]): Html {
  return element('tbody', { role: 'rowgroup' }, lines(rows));
}

function datelineRow(dateline: Unit | undefined, draft: Draft): Html[] {
  return dateline ? [unitRow(dateline, { kind: 'dateline', label: 'Dateline' }, draft)] : [];
}

const kindNames = { headline: 'Headline', list: 'List', table: 'Table', signoff: 'Sign-off' } as const;

function positionOf({ kind }: Paragraph, number: string): Position {
  if (kind === 'body') return { kind, label: number };
  return { kind, label: kind === 'headline' ? kindNames.headline : `${kindNames[kind]} ${number}` };
}
