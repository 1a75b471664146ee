import { openProject } from '../project/project.ts';
import { type MonthUsage, type Usage, usageOf } from '../project/usage.ts';
import type { Spending } from '../provider/ledger.ts';
import { inMillionths, moneyText } from '../provider/money.ts';
import { exitCodes } from './exit-codes.ts';
import { type Terminal, table } from './terminal.ts';

/** `depeche usage`: what each provider was sent, month by month, and what the budget has left. */
export async function usage(
  terminal: Terminal,
  options: { readonly runs: boolean; readonly json?: boolean },
): Promise<number> {
  const usage = await usageOf(await openProject(terminal.cwd));
  terminal.out(options.json === true ? `${JSON.stringify(usage, null, 2)}\n` : textOf(usage, options.runs));
  return exitCodes.well;
}

function textOf({ months, runs, currency }: Usage, byRun: boolean): string {
  if (months.length === 0) return 'No provider was sent anything that is billed.\n';
  const lines = byRun ? runs : months;
  const hasTokens = lines.some(({ input, output }) => input + output > 0);
  const hasCosts =
    lines.some(({ cost }) => cost > 0) || months.some(({ costBudget }) => costBudget !== undefined);
  const money = (sum: number | undefined) =>
    sum === undefined ? '' : moneyText(inMillionths(sum), currency);
  const counts = ['requests', 'characters', 'answered', ...(hasTokens ? ['read', 'written'] : [])];
  const countsOf = (line: Spending | MonthUsage) => [
    line.requests,
    line.characters,
    line.answered,
    ...(hasTokens ? [line.input, line.output] : []),
  ];
  if (byRun) {
    return table([
      ['run', 'provider', ...counts, ...(hasCosts ? ['cost'] : [])],
      ...runs.map((line) => [
        line.run,
        line.provider,
        ...countsOf(line),
        ...(hasCosts ? [money(line.cost)] : []),
      ]),
    ]);
  }
  const hasBudget = months.some(({ budget }) => budget !== undefined);
  const hasCostBudget = months.some(({ costBudget }) => costBudget !== undefined);
  return table([
    [
      'month',
      'provider',
      'runs',
      ...counts,
      ...(hasBudget ? ['character budget', 'characters left'] : []),
      ...(hasCosts ? ['cost'] : []),
      ...(hasCostBudget ? ['cost budget', 'cost left'] : []),
    ],
    ...months.map((line) => [
      line.month,
      line.provider,
      line.runs,
      ...countsOf(line),
      ...(hasBudget ? [line.budget ?? '', line.left ?? ''] : []),
      ...(hasCosts ? [money(line.cost)] : []),
      ...(hasCostBudget ? [money(line.costBudget), money(line.costLeft)] : []),
    ]),
  ]);
}
