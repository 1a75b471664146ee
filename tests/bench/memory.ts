import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { MemoryEntry } from '../../src/memory/entry.ts';
import { createInMemoryStore } from '../../src/memory/in-memory-store.ts';
import { distanceFrom } from '../../src/memory/levenshtein.ts';
import { mostEdits } from '../../src/memory/prefix-filter.ts';
import type { MemoryStore } from '../../src/memory/store.ts';
import { tmxPieces } from '../../src/memory/tmx-write.ts';
import { readTokens, type TokenLists } from '../../src/memory/token-order.ts';
import { writePieces } from '../../src/project/pending-file.ts';
import { openMemoryIndex } from '../../src/project/sqlite-memory.ts';
import { wordingOf } from '../../src/text/wording.ts';
import { corpus, corpusIs, hasCorpus, queriesAre, queriesTo } from './memory-corpus.ts';

const threshold = 75;
const limit = 6;
const million = 1_000_000;

/**
 * How fast the memory answers, beside a scan of everything in the same run, and what it takes to build and to keep.
 *
 * @param sizes of the memories, in segments
 * @param imports of the TMX files, in units
 */
export async function benchMemory(sizes: readonly number[], imports: readonly number[]): Promise<void> {
  if (!hasCorpus) {
    console.log('memory: ../shared/segmentation is not there, and the corpus is made from it');
    return;
  }
  console.log(`memory, threshold ${threshold}, limit ${limit}\n  ${corpusIs}\n  ${queriesAre}`);
  const folder = mkdtempSync(join(tmpdir(), 'depeche-bench-'));
  try {
    for (const size of sizes) {
      const isSmall = size <= 100_000;
      await benchSize(size, isSmall ? 2000 : 4000, isSmall ? 40 : 0, folder);
    }
    for (const size of imports) await benchImport(size, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchSize(size: number, asked: number, scanned: number, folder: string): Promise<void> {
  const entries = [...corpus(size)];
  const raw = entries.reduce(
    (sum, { sourceText, targetText }) => sum + bytes(sourceText) + bytes(targetText),
    0,
  );
  const queries = queriesTo(
    entries.map(({ sourceText }) => sourceText),
    asked,
  );
  console.log(`\n${size} segments, ${(raw / 1e6).toFixed(0)} MB of text, ${asked} queries`);

  const built = stopwatch();
  const inMemory = createInMemoryStore(entries);
  console.log(`  in memory   built in ${built()}`);
  const quick = await times(inMemory, queries);
  tell('in memory', quick);

  const path = join(folder, `${size}.sqlite`);
  const synced = stopwatch();
  const index = openMemoryIndex(path);
  index.sync([{ name: 'locales/memory/corpus.tmx', hash: '1', entries: () => entries }]);
  const share = () => `${(statSync(path).size / raw).toFixed(2)} × the text`;
  console.log(`  SQLite      built in ${synced()}; on disk ${share()} (at most 2.2)`);
  index.close();
  const opened = stopwatch();
  const again = openMemoryIndex(path);
  await times(again, queries.slice(0, 1), 0);
  console.log(`  SQLite      opened and asked once in ${opened()}`);
  const stored = await times(again, queries);
  tell('SQLite', stored);
  console.log(`  SQLite      ${(mean(stored) / mean(quick)).toFixed(1)} × in memory (at most 10)`);

  if (scanned > 0) await benchScan(entries, inMemory, queries.slice(0, scanned), mean(quick));
  await benchWords(again, share);
  again.close();
}

/** Beside the plain scan one that gives a comparison up as soon as it can; both count what is similar, and so does the store. */
async function benchScan(
  entries: readonly MemoryEntry[],
  store: MemoryStore,
  queries: readonly string[],
  average: number,
): Promise<void> {
  const wordings = [...new Set(entries.map(({ sourceText }) => wordingOf(sourceText)))];
  const lists = readTokens([...wordings, ...queries.map(wordingOf)], { numberOf: () => undefined }, 0);
  const plain = await scan(lists, wordings.length, store, queries, false);
  const hasty = await scan(lists, wordings.length, store, queries, true);
  console.log(`  scan        mean ${ms(plain)}, ${(plain / average).toFixed(0)} × in memory (at least 40)`);
  console.log(`  scan, early exit   mean ${ms(hasty)}, ${(hasty / average).toFixed(0)} × in memory`);
}

async function scan(
  lists: TokenLists,
  count: number,
  store: MemoryStore,
  queries: readonly string[],
  early: boolean,
): Promise<number> {
  const tokensAt = (at: number) => lists.tokens.subarray(lists.offsets[at], lists.offsets[at + 1]);
  const sentences = Array.from({ length: count }, (_, at) => tokensAt(at));
  let spent = 0;
  for (const [at, text] of queries.entries()) {
    const query = tokensAt(count + at);
    const start = performance.now();
    const distance = distanceFrom(query);
    let similar = 0;
    for (const sentence of sentences) {
      const longer = Math.max(query.length, sentence.length);
      const most = mostEdits(longer, threshold);
      if (distance(sentence, early ? most : longer) <= most) similar += 1;
    }
    spent += performance.now() - start;
    const found = await store.find({ source: 'fr', target: 'en', text, threshold: 50, limit: count });
    const alike = new Set(found.map((match) => wordingOf(match.source)));
    if (alike.size < similar)
      throw new Error(`${similar} sentences are similar to “${text}”, ${alike.size} found`);
  }
  return spent / queries.length;
}

async function benchWords(index: MemoryStore, share: () => string): Promise<void> {
  const first = stopwatch();
  await index.concordance({ text: 'Karabakh', limit: 50 });
  console.log(`  words       the first search, which indexes them, ${first()}; on disk then ${share()}`);
  for (const text of ['président', 'le gouvernement', 'de la', 'prononcé un jugement', 'zzz']) {
    const search = stopwatch();
    const hits = await index.concordance({ text, limit: 50 });
    console.log(`  words       “${text}”: ${hits.length} hits in ${search()}`);
  }
}

/** `depeche memory import` of a TMX file as another tool writes it, in a process of its own. */
async function benchImport(size: number, folder: string): Promise<void> {
  const root = join(folder, `import-${size}`);
  mkdirSync(root);
  writeFileSync(join(root, 'depeche.config.json'), JSON.stringify({ source: 'fr', targets: ['en'] }));
  const file = join(root, 'desk.tmx');
  const entries = function* (): Generator<MemoryEntry> {
    for (const entry of corpus(size))
      yield { ...entry, provenance: { origin: { kind: 'memory' }, steps: [] } };
  };
  await writePieces(file, tmxPieces(entries(), { source: 'fr', toolVersion: '1' }));
  const child = join(import.meta.dirname, 'memory-import.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [child, root, resolve(file)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  console.log(
    `\nimport of ${size} units, ${(statSync(file).size / 1e6).toFixed(0)} MB of TMX (at least 20000 a second)`,
  );
  console.log(`  ${stdout.trim()}`);
}

async function times(store: MemoryStore, queries: readonly string[], warmUp = 200): Promise<number[]> {
  const ask = (text: string) => store.find({ source: 'fr', target: 'en', text, threshold, limit });
  for (const text of queries.slice(0, warmUp)) await ask(text);
  const spent: number[] = [];
  for (const text of queries) {
    const start = performance.now();
    await ask(text);
    spent.push(performance.now() - start);
  }
  return spent.sort((left, right) => left - right);
}

function tell(name: string, sorted: readonly number[]): void {
  const at = (share: number) => ms(sorted[Math.floor(sorted.length * share)] ?? Number.NaN);
  console.log(
    `  ${name.padEnd(12)}mean ${ms(mean(sorted))}, median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}`,
  );
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function ms(time: number): string {
  return `${time.toFixed(time < 10 ? 3 : 0)} ms`;
}

/** Time on the wall and of the processor: on a busy machine the two differ. */
function stopwatch(): () => string {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return `${((performance.now() - start) / 1000).toFixed(2)} s (${((user + system) / 1e6).toFixed(2)} s of CPU)`;
  };
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

if (import.meta.main) {
  const asked = process.argv.slice(2).map(Number);
  await benchMemory(
    asked.length > 0 ? asked : [100_000, million],
    asked.length > 0 ? asked : [100_000, 300_000, million],
  );
}
