import { openProject } from '../project/project.ts';
import { type Usage, usageOf } from '../project/usage.ts';
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

function textOf({ months, runs }: Usage, byRun: boolean): string {
  if (months.length === 0) return 'No provider was sent anything that is billed.\n';
  if (byRun) {
    return table([
      ['run', 'provider', 'requests', 'characters', 'answered'],
      ...runs.map((line) => [line.run, line.provider, line.requests, line.characters, line.answered]),
    ]);
  }
  return table([
    ['month', 'provider', 'runs', 'requests', 'characters', 'answered', 'budget', 'left'],
    ...months.map((line) => [
      line.month,
      line.provider,
      line.runs,
      line.requests,
      line.characters,
      line.answered,
      line.budget ?? '',
      line.left ?? '',
    ]),
  ]);
}
