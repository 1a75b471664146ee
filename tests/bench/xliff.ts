import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copyOf, makeProject, translatedByPerson } from './xliff-project.ts';

const launcher = resolve(import.meta.dirname, '../../bin/depeche.js');
const profiles = ['2.1', '2.0', '1.2', 'omegat'] as const;
const files = profiles.filter((profile) => profile !== 'omegat');

/** Milliseconds of a command and what is left of it when the same command does next to nothing. */
type Row = { readonly name: string; readonly time: number };

/**
 * What it costs to export, import, accept and validate, as commands that a user starts: for a file of a thousand units against the same
 * commands on a file of one, and for ten and a hundred thousand a unit.
 */
export async function benchXliff(): Promise<void> {
  const [one, thousand] = [await measure(1, 9), await measure(1000, 9)];
  console.log(
    'export, import, accept and validate: a file of 1,000 units against one of a single unit, median of 9',
  );
  for (const [index, { name, time }] of thousand.entries()) {
    const start = one[index]?.time ?? Number.NaN;
    console.log(`  ${name}${ms(time)} - ${ms(start)} =${ms(time - start)}   (at most 300 ms)`);
  }
  const [tens, hundreds] = [await measure(10_000, 3), await measure(100_000, 1)];
  console.log('\nmicroseconds a unit beyond that start: 10,000 units (median of 3), 100,000 units (once)');
  for (const [index, { name, time }] of hundreds.entries()) {
    const start = one[index]?.time ?? Number.NaN;
    const ten = ((tens[index]?.time ?? Number.NaN) - start) / 10;
    const hundred = (time - start) / 100;
    const ratio = (hundred / ten).toFixed(2);
    console.log(`  ${name}${us(ten)} ${us(hundred)}   ${ratio} × as much (at most 1.5)`);
  }
}

async function measure(units: number, runs: number): Promise<Row[]> {
  const root = await makeProject(units);
  const folder = mkdtempSync(join(tmpdir(), 'depeche-bench-'));
  try {
    const rows: Row[] = profiles.map((profile) => ({
      name: `export ${profile.padEnd(9)}`,
      time: median(runs, () => {
        using copy = copyOf(root);
        return timed(copy.root, ['export', 'convoi', '--to', 'en', '--profile', profile, '--out', 'out']);
      }),
    }));
    for (const profile of files) {
      const file = join(folder, `${profile}.xlf`);
      timed(root, ['export', 'convoi', '--to', 'en', '--profile', profile, '--out', file]);
      writeFileSync(file, translatedByPerson(readFileSync(file, 'utf8')));
      const time = median(runs, () => {
        using copy = copyOf(root);
        const taken = timed(copy.root, ['import', file, '--by', 'Ada']);
        if (
          statSync(join(copy.root, 'locales/en/convoi.xlf')).mtimeMs ===
          statSync(join(root, 'locales/en/convoi.xlf')).mtimeMs
        )
          throw new Error('nothing came home');
        return taken;
      });
      rows.push({ name: `import ${profile.padEnd(9)}`, time });
    }
    timed(root, ['import', join(folder, '2.1.xlf'), '--by', 'Ada']);
    const accept = median(runs, () => {
      using copy = copyOf(root);
      return timed(copy.root, ['accept', 'convoi', '--to', 'en', '--as', 'reviewed', '--by', 'Ada']);
    });
    rows.push({ name: 'accept          ', time: accept });
    for (const profile of files) {
      const time = median(runs, () => timed(folder, ['validate', `${profile}.xlf`]));
      rows.push({ name: `validate ${profile.padEnd(7)}`, time });
    }
    return rows;
  } finally {
    for (const made of [root, folder]) rmSync(made, { recursive: true, force: true });
  }
}

/** Milliseconds from start to end of a command that must end well. */
function timed(cwd: string, args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [launcher, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return time;
}

function median(runs: number, once: () => number): number {
  if (runs > 3) once();
  const times = Array.from({ length: runs }, once).sort((left, right) => left - right);
  return times[Math.floor(runs / 2)] ?? Number.NaN;
}

function ms(time: number): string {
  return `${time.toFixed(0).padStart(6)} ms`;
}

function us(time: number): string {
  return `${(time * 1000).toFixed(0).padStart(6)} µs`;
}

if (import.meta.main) await benchXliff();
