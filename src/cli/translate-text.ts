import type { Locale } from '../model/locale.ts';
import type { RunCost } from '../project/asking.ts';
import type { DraftSummary } from '../project/draft-summary.ts';
import type { RunEstimate } from '../project/estimating.ts';
import { machinesText } from './machines-text.ts';
import { counted, styled, table } from './terminal.ts';

/** What `translate --json` prints, and what the text for people is made of. */
export type TranslateReport = {
  /** Those of all routes, joined by commas, or `none`. */
  readonly provider: string;
  readonly locales: readonly Locale[];
  /** Ordered by id, then as the locales are. */
  readonly drafts: readonly (DraftSummary & { readonly published: boolean })[];
  /** Files that could not be read, each with what is wrong. */
  readonly problems: readonly string[];
  readonly written: readonly string[];
  /** Why the provider, or the person who ran it, ended the run before its end. */
  readonly stopped?: string;
  /** What a run would send; only with `--dry-run`. */
  readonly estimate?: RunEstimate;
  /** What the run has cost, of each provider whose price is known. */
  readonly costs?: readonly RunCost[];
  /** Of all costs: its label in the configuration. */
  readonly currency?: string;
};

/** How many rows of what is left are written out; the rest is counted. */
const listed = 20;

/** The report as a person reads it: filled segments by dispatch and locale, then what is left to do. */
export async function translateText(report: TranslateReport): Promise<string> {
  const { drafts, locales, estimate, costs, currency } = report;
  // Most runs ask nobody, and have nothing to say of money.
  const money = estimate || costs ? await import('./money-text.ts') : undefined;
  const ids = [...new Set(drafts.map((draft) => draft.id))];
  const cell = (id: string, locale: Locale): string => {
    const draft = drafts.find((candidate) => candidate.id === id && candidate.locale === locale);
    return draft ? `${draft.filled}/${draft.segments}` : '';
  };
  const rows = ids.map((id) => [id, ...locales.map((locale) => cell(id, locale))]);
  return [
    ids.length === 0 ? '' : table([['', ...locales], ...rows]),
    unfinishedText(report),
    machinesText(drafts),
    issuesText(drafts),
    (estimate && money?.estimateText(estimate)) ?? publishedText(report),
    money?.costsText(costs ?? [], currency) ?? '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** A row for each segment that is left, or for all that failed for the same reason, with the locales that lack it. */
function unfinishedText({ drafts, provider }: TranslateReport): string {
  const rows = new Map<string, { cells: readonly string[]; locales: Locale[]; words: string }>();
  for (const { id, locale, unfinished } of drafts) {
    const alike = Map.groupBy(unfinished, ({ segment, state, message }) => `${state} ${message ?? segment}`);
    for (const [one, ...more] of alike.values()) {
      if (one === undefined) continue;
      const words = one.message ?? clipped(one.source);
      const segments = more.length === 0 ? one.segment : counted(more.length + 1, 'sentence');
      const cells = [id, segments, one.state];
      const key = [...cells, one.segment, words].join('\n');
      const row = rows.get(key) ?? { cells, locales: [], words };
      row.locales.push(locale);
      rows.set(key, row);
    }
  }
  const left = drafts.flatMap(({ unfinished }) => unfinished);
  if (left.length === 0) return '';
  const shown = [...rows.values()]
    .slice(0, listed)
    .map(({ cells, locales, words }) => [...cells, locales.join(','), words]);
  const more = rows.size > listed ? `… and ${rows.size - listed} more: see --json\n` : '';
  const advice =
    provider === 'none' && left.some(({ state }) => state === 'pending')
      ? 'The memory does not know what is pending, and no provider is asked: see “provider” in depeche.config.json.\n'
      : '';
  return `${styled('yellow', `${counted(left.length, 'translation')} to do`)}\n${table(shown)}${more}${advice}`;
}

function issuesText(drafts: readonly DraftSummary[]): string {
  const errors = drafts.reduce((sum, draft) => sum + draft.issues.error, 0);
  const warnings = drafts.reduce((sum, draft) => sum + draft.issues.warning, 0);
  return errors + warnings === 0
    ? ''
    : `The checks found ${counted(errors, 'error')} and ${counted(warnings, 'warning')}: depeche check\n`;
}

function publishedText({ drafts, written }: TranslateReport): string {
  const waiting = Map.groupBy(
    drafts.filter((draft) => !draft.published),
    (draft) => draft.id,
  );
  const rows = [...waiting]
    .slice(0, listed)
    .map(([id, unready]) => [id, unready.map((draft) => draft.locale).join(','), reasonOf(unready[0])]);
  const more = waiting.size > listed ? `… and ${waiting.size - listed} more\n` : '';
  const held =
    rows.length === 0 ? '' : `Not published, or still in an older version\n${table(rows)}${more}\n`;
  return `${held}${written.length === 0 ? 'No file changed' : `${counted(written.length, 'file')} written`}.\n`;
}

function reasonOf({ status, embargo }: Partial<Pick<DraftSummary, 'status' | 'embargo'>> = {}): string {
  switch (status) {
    case undefined:
      return '';
    case 'canceled':
      return 'taken back by the agency';
    case 'withheld':
      return 'withheld by the agency';
    case 'usable':
      return embargo === undefined ? '' : `embargo until ${embargo}`;
    default:
      return status satisfies never;
  }
}

function clipped(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
