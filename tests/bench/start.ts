import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const checkout = resolve(import.meta.dirname, '../..');
const launcher = join(checkout, 'bin/depeche.js');
const runs = 15;

/** How long the command line takes to start, and to do the default run of a fresh clone, against bare Node. */
export async function benchStart(): Promise<void> {
  // In turn: a machine that is busy for a while is busy for both.
  const pairs = Array.from({ length: runs + 1 }, () => ({
    bare: timed(checkout, ['-e', '0']),
    help: timed(checkout, [launcher, '--help']),
  })).slice(1);
  const bare = middle(pairs.map((pair) => pair.bare));
  const help = middle(pairs.map((pair) => pair.help));
  const ratio = middle(pairs.map((pair) => pair.help / pair.bare));
  const committed = median(() => inFreshProject(['locales'], (root) => timed(root, [launcher, 'translate'])));
  const empty = median(() =>
    inFreshProject(['locales/memory', 'locales/glossary.csv'], (root) =>
      timed(root, [launcher, 'translate']),
    ),
  );
  const again = median(() =>
    inFreshProject(
      ['locales'],
      (root) => timed(root, [launcher, 'translate']) && timed(root, [launcher, 'translate']),
    ),
  );
  const budget = 3 * bare + 500;
  console.log(`start, median of ${runs}`);
  console.log(`  bare node -e 0                                   ${ms(bare)}`);
  console.log(
    `  --help                                           ${ms(help)}   ${ratio.toFixed(2)} × bare (at most 1.6)`,
  );
  for (const [name, time] of [
    ['translate, no index, translations as committed   ', committed],
    ['translate, no index, nothing translated yet      ', empty],
    ['translate, index there, nothing to do            ', again],
  ] as const) {
    console.log(`  ${name}${ms(time)}   ${((time / budget) * 100).toFixed(0)} % of 3 × bare + 0.5 s`);
  }
}

/** In a project as a fresh clone has it: no `.depeche/`. */
function inFreshProject(parts: readonly string[], run: (root: string) => number): number {
  const root = mkdtempSync(join(tmpdir(), 'depeche-bench-'));
  for (const part of ['depeche.config.json', 'source-texts', ...parts])
    cpSync(join(checkout, part), join(root, part), { recursive: true });
  try {
    return run(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Milliseconds from start to end of a process that must end well. */
function timed(cwd: string, args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return time;
}

function median(measure: () => number): number {
  measure();
  return middle(Array.from({ length: runs }, measure));
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function ms(time: number): string {
  return `${time.toFixed(0).padStart(5)} ms`;
}

if (import.meta.main) await benchStart();
