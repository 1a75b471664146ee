import { resolve } from 'node:path';
import { wireOutputs } from '../bundle/wire/wire-outputs.ts';
import { DepecheError, describeError } from '../model/errors.ts';
import { openProject } from '../project/project.ts';
import { type Wired, type WireState, wireProject } from '../project/wire-project.ts';
import { houseSegmenter } from '../segment/house-rules.ts';
import { targetLocales } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { storiesNamed } from './reading.ts';
import { counted, type Terminal } from './terminal.ts';

export type WireOptions = {
  readonly ids: readonly string[];
  readonly to?: readonly string[];
  /** The name of a format in `wire-outputs.ts`. */
  readonly as: string;
  readonly out: string;
  readonly json?: boolean;
};

/** `depeche wire`: what is published, as items for the systems of others. */
export async function wire(terminal: Terminal, { ids, to, as, out, json }: WireOptions): Promise<number> {
  const output = wireOutputs.find(({ name }) => name === as);
  if (!output) {
    const names = wireOutputs.map(({ name }) => name).join(', ');
    throw new DepecheError('usage', `“${as}” is no format that goes out on a wire; there are ${names}`);
  }
  if (out.trim() === '') throw new DepecheError('usage', '--out names no folder');
  const project = await openProject(terminal.cwd);
  const { source } = project.config;
  const outcome = await wireProject(
    project,
    {
      stories: await storiesNamed(project, ids),
      locales: [...(to === undefined ? [source] : []), ...targetLocales(to, project)],
      output,
      out: resolve(terminal.cwd, out),
    },
    houseSegmenter(source),
  );
  const problems = outcome.problems.map(describeError);
  terminal.out(
    json === true
      ? `${JSON.stringify({ items: outcome.items, problems, written: outcome.written }, null, 2)}\n`
      : wireText(outcome.items, outcome.written),
  );
  for (const problem of problems) terminal.err(`depeche: ${problem}\n`);
  const codes = outcome.problems.map(({ code }) => exitCodes.of(code));
  const isUnfinished = outcome.items.some(({ state }) => unfinished.has(state));
  return Math.max(exitCodes.well, ...codes, ...(isUnfinished ? [exitCodes.unfinished] : []));
}

const unfinished: ReadonlySet<WireState> = new Set(['kept', 'waiting', 'pseudo']);

const words = {
  sent: 'as it is published',
  canceled: 'taken back by the agency: its item says so',
  withheld: 'must not be used for now: its item says so',
  kept: 'an earlier version is still the one that is published: its item stays',
  held: 'held back by the agency: what was out before stays',
  waiting: 'not published yet: no item',
  pseudo: 'pseudo text: no item',
} as const satisfies Record<WireState, string>;

function wireText(items: readonly Wired[], written: readonly string[]): string {
  const lines = items.map(({ id, locale, state }) => `${id} ${locale}: ${words[state]}\n`);
  const changed = written.length === 0 ? 'No file changed' : `${counted(written.length, 'file')} written`;
  return `${lines.join('')}${changed}.\n`;
}
