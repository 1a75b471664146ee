import type { Placement } from '../align/into-draft.ts';
import { counted } from './terminal.ts';

/** A pair as `depeche align` reports it; `paired` where nothing was to be written. */
export type ReportedPair = {
  readonly outcome: Placement | 'paired';
  readonly confidence: number;
  readonly source: readonly { readonly id: string; readonly text: string }[];
  readonly target: readonly string[];
};

/** Every pair with its confidence, source above target, and a line that counts them. */
export function alignText(pairs: readonly ReportedPair[]): string {
  const shown = pairs.map(({ outcome, confidence, source, target }) =>
    [
      `${source.length}-${target.length}  ${confidence.toFixed(2)}  ${outcome}  ${source.map(({ id }) => id).join(' ')}`.trimEnd(),
      ...source.map(({ text }) => `  ${text}`),
      ...target.map((text) => `  = ${text}`),
      '',
    ].join('\n'),
  );
  const counts = new Map<string, number>();
  for (const { outcome } of pairs) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const summary = Array.from(counts, ([outcome, count]) => `${count} ${outcome}`).join(', ');
  return `${shown.join('\n')}${shown.length > 0 ? '\n' : ''}${counted(pairs.length, 'bead')}: ${summary || 'nothing'}\n`;
}
