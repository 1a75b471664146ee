import { join } from 'node:path';
import type { Spending } from '../provider/ledger.ts';
import { compareText } from '../text/compare.ts';
import { ledgerFile } from './layout.ts';
import { spendingsIn } from './legs.ts';
import type { Project } from './project.ts';

/** What a provider was sent in a month, by all runs together. Characters are billed ones. */
export type MonthUsage = Omit<Spending, 'run'> & {
  readonly runs: number;
  /** What the configuration allows in a month; left out where it sets no limit. */
  readonly budget?: number;
  /** What is left of it. */
  readonly left?: number;
};

/** What the ledger of a project holds: by month, the newest first, and run by run. */
export type Usage = { readonly months: readonly MonthUsage[]; readonly runs: readonly Spending[] };

/**
 * Reads the ledger. A project that has sent nothing yet has none.
 *
 * @throws DepecheError `invalid` or `unwritable` for a ledger that cannot be read
 */
export async function usageOf({ root, config }: Project): Promise<Usage> {
  const runs = await spendingsIn(join(root, ledgerFile));
  const budgets = new Map(Object.entries(config.budget));
  const months = Map.groupBy(runs, ({ month, provider }) => `${month} ${provider}`);
  return {
    months: Array.from(months.values(), (lines) =>
      monthOf(lines, (provider) => budgets.get(provider)?.charactersPerMonth),
    )
      .flat()
      .sort((a, b) => compareText(b.month, a.month) || compareText(a.provider, b.provider)),
    runs,
  };
}

function monthOf(
  lines: readonly Spending[],
  budgetOf: (provider: string) => number | undefined,
): MonthUsage[] {
  const [first] = lines;
  if (!first) return [];
  const { month, provider } = first;
  const sum = (count: 'requests' | 'characters' | 'answered') =>
    lines.reduce((total, line) => total + line[count], 0);
  const characters = sum('characters');
  const budget = budgetOf(provider);
  return [
    {
      month,
      provider,
      runs: lines.length,
      requests: sum('requests'),
      characters,
      answered: sum('answered'),
      ...(budget !== undefined && { budget, left: Math.max(0, budget - characters) }),
    },
  ];
}
