import { join } from 'node:path';
import type { Account, Spending } from '../provider/ledger.ts';
import { inCurrency, inMillionths } from '../provider/money.ts';
import type { Budget } from '../provider/purse.ts';
import { compareText } from '../text/compare.ts';
import { ledgerFile } from './layout.ts';
import { spendingsIn } from './legs.ts';
import type { Project } from './project.ts';

/** What a provider was sent in a month, by all runs together. Characters are billed ones, costs in the currency of the configuration. */
export type MonthUsage = Omit<Spending, 'run'> & {
  readonly runs: number;
  /** The characters that the configuration allows in a month; left out where it sets no limit. */
  readonly budget?: number;
  /** What is left of it. */
  readonly left?: number;
  /** The same of money. */
  readonly costBudget?: number;
  readonly costLeft?: number;
};

/** What the ledger of a project holds: by month, the newest first, and run by run. */
export type Usage = {
  readonly currency?: string;
  readonly months: readonly MonthUsage[];
  /** Costs in the currency, too. */
  readonly runs: readonly Spending[];
};

/**
 * Reads the ledger. A project that has sent nothing yet has none.
 *
 * @throws DepecheError `invalid` or `unwritable` for a ledger that cannot be read
 */
export async function usageOf({ root, config }: Project): Promise<Usage> {
  const lines = await spendingsIn(join(root, ledgerFile));
  const budgets = new Map<string, Budget>(Object.entries(config.budget));
  const months = Map.groupBy(lines, ({ month, provider }) => `${month} ${provider}`);
  return {
    ...(config.currency !== undefined && { currency: config.currency }),
    months: Array.from(months.values(), (ofMonth) => monthOf(ofMonth, budgets))
      .flat()
      .sort((a, b) => compareText(b.month, a.month) || compareText(a.provider, b.provider)),
    runs: lines.map((line) => ({ ...line, ...inMoney(line) })),
  };
}

function monthOf(lines: readonly Spending[], budgets: ReadonlyMap<string, Budget>): MonthUsage[] {
  const [first] = lines;
  if (!first) return [];
  const { month, provider } = first;
  const sum = (count: Exclude<keyof Spending, keyof Account>) =>
    lines.reduce((total, line) => total + line[count], 0);
  const characters = sum('characters');
  const cost = sum('cost');
  const { charactersPerMonth: budget, costPerMonth: costBudget } = budgets.get(provider) ?? {};
  return [
    {
      month,
      provider,
      runs: lines.length,
      requests: sum('requests'),
      characters,
      answered: sum('answered'),
      input: sum('input'),
      output: sum('output'),
      ...inMoney({ cost, paid: sum('paid') }),
      ...(budget !== undefined && { budget, left: Math.max(0, budget - characters) }),
      ...(costBudget !== undefined && {
        costBudget,
        costLeft: inCurrency(Math.max(0, inMillionths(costBudget) - cost)),
      }),
    },
  ];
}

function inMoney({ cost, paid }: Pick<Spending, 'cost' | 'paid'>): Pick<Spending, 'cost' | 'paid'> {
  return { cost: inCurrency(cost), paid: inCurrency(paid) };
}
