import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const launcher = resolve(import.meta.dirname, '../../bin/depeche.js');
const preload = resolve(import.meta.dirname, '../proofs/usage.mjs');

/** What one run of a command took: milliseconds from start to end, milliseconds of CPU of all threads, MB of memory at most. */
export type Cost = { readonly time: number; readonly cpu: number; readonly memory: number };

/** A command of depeche that must end well. */
export function command(cwd: string, args: readonly string[]): Cost {
  return run(cwd, [launcher, ...args]);
}

/** A process of Node that must end well. */
export function run(cwd: string, args: readonly string[]): Cost {
  const usage = join(tmpdir(), `depeche-usage-${process.pid}`);
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [`--import=${preload}`, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
    env: { ...process.env, USAGE_FILE: usage },
  });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  const [memory, cpu] = readFileSync(usage, 'utf8').split(' ').map(Number);
  rmSync(usage);
  return { time, cpu: cpu ?? Number.NaN, memory: (memory ?? Number.NaN) / 1024 };
}

/** The median of so many runs, of each figure by itself; one more goes before them. */
export function median(runs: number, once: () => Cost): Cost {
  if (runs > 1) once();
  const costs = Array.from({ length: runs }, once);
  const middle = (of: (cost: Cost) => number) =>
    costs.map(of).sort((left, right) => left - right)[Math.floor(runs / 2)] ?? Number.NaN;
  return {
    time: middle(({ time }) => time),
    cpu: middle(({ cpu }) => cpu),
    memory: middle(({ memory }) => memory),
  };
}

export function ms(time: number): string {
  return `${time.toFixed(0).padStart(5)} ms`;
}
