import { disclosureOf } from '../../bundle/disclosure.ts';
import { allUnits, type Draft, type TargetState } from '../../model/draft.ts';
import type { TermScore } from '../../termbase/score.ts';
import { percent } from './draft-facts.ts';
import { draftAnchor } from './draft-section.ts';
import { type Content, element, type Html, lines } from './html.ts';
import { listedIssues } from './kinds.ts';
import { meanings, stateLabel, states } from './states.ts';

/** A draft with its score. */
export type Scored = { readonly draft: Draft; readonly score: TermScore };

/** The contents of the page: a line for each draft, with its sentences by state, its issues and scores, and the sums below. */
export function contents(scored: readonly Scored[], total: TermScore): Html {
  const counted = scored.map(({ draft, score }) => ({ draft, score, count: countsOf(draft) }));
  const used = states.filter((state) => counted.some(({ count }) => count.states.has(state)));
  const heads = [
    headCell('Draft'),
    ...[...used, 'errors', 'warnings', 'terms', 'names'].map((head) => headCell(head, 'number')),
    headCell('Disclosure'),
  ];
  const sum = added(counted.map(({ count }) => count));
  return element(
    'nav',
    { 'aria-labelledby': 'contents' },
    element('h2', { id: 'contents' }, 'Contents'),
    element(
      'div',
      { class: 'scroll', role: 'region', 'aria-labelledby': 'contents', tabindex: 0 },
      element(
        'table',
        { 'aria-labelledby': 'contents' },
        element('thead', {}, element('tr', {}, heads)),
        element(
          'tbody',
          {},
          lines(counted.map(({ draft, score, count }) => draftLine(draft, cellsOf(count, used, score)))),
        ),
        element(
          'tfoot',
          {},
          element('tr', {}, element('th', { scope: 'row' }, 'All'), cellsOf(sum, used, total), cell('')),
        ),
      ),
    ),
    legend(used),
  );
}

type Counts = {
  readonly states: ReadonlyMap<TargetState, number>;
  readonly errors: number;
  readonly warnings: number;
};

function countsOf(draft: Draft): Counts {
  const units = allUnits(draft);
  const issues = units.flatMap(listedIssues);
  return {
    states: new Map(
      Array.from(
        Map.groupBy(units, (unit) => unit.target.state),
        ([state, group]) => [state, group.length],
      ),
    ),
    errors: issues.filter((issue) => issue.severity === 'error').length,
    warnings: issues.filter((issue) => issue.severity === 'warning').length,
  };
}

function added(counts: readonly Counts[]): Counts {
  const sum = (of: (count: Counts) => number) => counts.reduce((total, count) => total + of(count), 0);
  return {
    states: new Map(states.map((state) => [state, sum((count) => count.states.get(state) ?? 0)])),
    errors: sum((count) => count.errors),
    warnings: sum((count) => count.warnings),
  };
}

function headCell(head: string, kind?: 'number'): Html {
  return element('th', { scope: 'col', class: kind }, head);
}

function cell(content: Content): Html {
  return element('td', {}, content);
}

function cellsOf(count: Counts, used: readonly TargetState[], score: TermScore): Content {
  return [
    ...used.map((state) => numberCell(count.states.get(state) ?? 0, state)),
    numberCell(count.errors, 'error'),
    numberCell(count.warnings, 'warning'),
    element('td', { class: 'number' }, percent(score.success)),
    element('td', { class: 'number' }, percent(score.consistency)),
  ];
}

function numberCell(count: number, kind: string): Html {
  return element('td', { class: `number ${count === 0 ? 'none' : kind}` }, String(count));
}

function draftLine(draft: Draft, cells: Content): Html {
  const anchor = draftAnchor(draft);
  const link = element(
    'a',
    { href: `#${encodeURIComponent(anchor)}` },
    `${draft.dispatch.id} `,
    element('span', { class: 'locale' }, draft.locale),
  );
  return element(
    'tr',
    { id: `contents.${anchor}` },
    element('th', { scope: 'row' }, link),
    cells,
    cell(disclosureOf(draft)),
  );
}

function legend(used: readonly TargetState[]): Html {
  const words = used.map((state) =>
    element('div', {}, element('dt', {}, stateLabel(state)), element('dd', {}, meanings[state])),
  );
  return element('dl', { class: 'legend' }, words);
}
