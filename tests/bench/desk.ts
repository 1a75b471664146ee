import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { type Cost, command, ms } from './cost.ts';

const checkout = resolve(import.meta.dirname, '../..');

/** The commands that read every draft of a project and change none. */
const commands = {
  status: ['status', '--json'],
  names: ['names', '--json'],
  check: ['check', '--json'],
  report: ['report', '--out', 'report.html'],
} as const;

/**
 * What a desk waits for that looks over a whole project: the demo's dispatches, each so many times under other names, in five languages out
 * of the memory. Once with 20 dispatches and once with 200.
 */
export function benchDesk(): void {
  const [few, many] = [measure(20), measure(200)];
  console.log('CPU, time and memory over 20 and 200 dispatches in five languages, 100 and 1,000 drafts');
  for (const [name, large] of many) {
    const small = few.get(name);
    if (!small) continue;
    console.log(
      `  ${name.padEnd(7)}${row(small)} |${row(large)}, ${(large.cpu / small.cpu).toFixed(1)} × the CPU`,
    );
  }
}

function row({ cpu, time, memory }: Cost): string {
  return `${ms(cpu)}${ms(time)} ${memory.toFixed(0).padStart(5)} MB`;
}

function measure(dispatches: number): ReadonlyMap<string, Cost> {
  const root = mkdtempSync(join(tmpdir(), 'depeche-bench-'));
  try {
    makeProject(root, dispatches);
    const costs = new Map(Object.entries(commands).map(([name, args]) => [name, command(root, args)]));
    const size = statSync(join(root, 'report.html')).size / 1e6;
    console.log(`the report of ${dispatches} dispatches: ${size.toFixed(1)} MB`);
    return costs;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function makeProject(root: string, dispatches: number): void {
  for (const path of ['depeche.config.json', 'locales/glossary.csv', 'locales/memory'])
    cpSync(join(checkout, path), join(root, path), { recursive: true });
  mkdirSync(join(root, 'source-texts'));
  const sources = readdirSync(join(checkout, 'source-texts')).filter((name) => name.endsWith('.txt'));
  for (let made = 0; made < dispatches; made += 1) {
    const source = sources[made % sources.length] ?? '';
    const id = `${basename(source, '.txt')}-${Math.floor(made / sources.length)}`;
    writeFileSync(
      join(root, 'source-texts', `${id}.txt`),
      readFileSync(join(checkout, 'source-texts', source)),
    );
  }
  command(root, ['translate']);
}

if (import.meta.main) benchDesk();
