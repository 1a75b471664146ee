import { machineName } from '../model/machine-share.ts';
import type { DraftSummary } from '../project/draft-summary.ts';
import { table } from './terminal.ts';

/** Which machines wrote how many sentences of drafts first, and in which languages; nothing where none did. */
export function machinesText(drafts: readonly Pick<DraftSummary, 'locale' | 'machines'>[]): string {
  const shares = drafts.flatMap(({ locale, machines }) =>
    machines.map((machine) => ({ locale, name: machineName(machine), segments: machine.segments })),
  );
  if (shares.length === 0) return '';
  const rows = Array.from(
    Map.groupBy(shares, ({ name }) => name),
    ([name, of]) => [
      name,
      of.reduce((sum, { segments }) => sum + segments, 0),
      [...new Set(of.map(({ locale }) => locale))].join(','),
    ],
  );
  return `First written by machine\n${table(rows)}`;
}
