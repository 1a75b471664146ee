import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cost, command, median, ms, run } from './cost.ts';
import { copyOf, makeProject, translatedByPerson } from './xliff-project.ts';

const profiles = ['2.1', '2.0', '1.2', 'omegat'] as const;
const files = profiles.filter((profile) => profile !== 'omegat');

type Row = Cost & { readonly name: string };

/**
 * What it costs to export, import, accept and validate, as commands that a user starts: a file of a thousand units against the same
 * commands on a file of one, and ten against a hundred thousand by the unit. CPU is that of all threads, the garbage collector's and the
 * compiler's among them: on an idle machine the time is less, on a busy one more.
 */
export async function benchXliff(): Promise<void> {
  const bare = median(9, () => run(tmpdir(), ['-e', '0']));
  console.log(`bare node -e 0: ${bare.time.toFixed(0)} ms, as a measure of how busy the machine is`);
  const one = await measure(1, 9);
  const thousand = await measure(1000, 9);
  console.log('\n1,000 units beyond the same command on one unit, medians of 9 (at most 300 ms)');
  for (const [index, { name, time, cpu }] of thousand.entries()) {
    const start = one[index];
    if (!start) continue;
    console.log(`  ${name} ${ms(time - start.time)}, ${ms(cpu - start.cpu)} of CPU; start ${ms(start.time)}`);
  }
  const sizes = process.argv.includes('--large') ? [10_000, 100_000] : [2_000, 20_000];
  const [small, large] = [await measure(sizes[0] ?? 0, 1), await measure(sizes[1] ?? 0, 1)];
  console.log(
    `\nCPU a unit beyond that start: ${sizes.join(' and ')} units, once each (at most 1.5 × as much)`,
  );
  for (const [index, { name, cpu, memory }] of large.entries()) {
    const start = one[index]?.cpu ?? Number.NaN;
    const few = ((small[index]?.cpu ?? Number.NaN) - start) / (sizes[0] ?? 1);
    const many = (cpu - start) / (sizes[1] ?? 1);
    console.log(`  ${name} ${us(few)} ${us(many)}  ${(many / few).toFixed(2)} ×, ${memory.toFixed(0)} MB`);
  }
}

async function measure(units: number, runs: number): Promise<Row[]> {
  const root = await makeProject(units);
  const folder = mkdtempSync(join(tmpdir(), 'depeche-bench-'));
  const inCopy = (args: readonly string[]): Cost => {
    using copy = copyOf(root);
    const cost = command(copy.root, args);
    const master = 'locales/en/convoi.xlf';
    if (statSync(join(copy.root, master)).mtimeMs === statSync(join(root, master)).mtimeMs) {
      throw new Error(`${args.join(' ')} did nothing`);
    }
    return cost;
  };
  const row = (name: string, once: () => Cost): Row => ({ name: name.padEnd(13), ...median(runs, once) });
  try {
    const exported = (profile: string, out: string) => [
      'export',
      'convoi',
      '--to',
      'en',
      '--profile',
      profile,
      '--out',
      out,
    ];
    const rows = profiles.map((profile) => row(`export ${profile}`, () => inCopy(exported(profile, 'out'))));
    for (const profile of files) {
      const file = join(folder, `${profile}.xlf`);
      command(root, exported(profile, file));
      writeFileSync(file, translatedByPerson(readFileSync(file, 'utf8')));
      rows.push(row(`import ${profile}`, () => inCopy(['import', file, '--by', 'Ada'])));
    }
    command(root, ['import', join(folder, '2.1.xlf'), '--by', 'Ada']);
    const accepting = ['accept', 'convoi', '--to', 'en', '--as', 'reviewed', '--by', 'Ada'];
    rows.push(row('accept', () => inCopy(accepting)));
    for (const profile of files) {
      rows.push(row(`validate ${profile}`, () => command(folder, ['validate', `${profile}.xlf`])));
    }
    return rows;
  } finally {
    for (const made of [root, folder]) rmSync(made, { recursive: true, force: true });
  }
}

function us(time: number): string {
  return `${(time * 1000).toFixed(0).padStart(5)} µs`;
}

if (import.meta.main) await benchXliff();
