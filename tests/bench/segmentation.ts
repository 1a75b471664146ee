/**
 * Measures the French segmenter against gold sentences, beside Intl.Segmenter, and how fast both are.
 *
 * usage: npx node tests/bench/segmentation.ts [--errors N] GOLD…
 * A gold file has one sentence a line and a blank line between documents.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import type { Segmenter } from '../../src/segment/segmenter.ts';

const { values, positionals: golds } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: 'string', default: '0' } },
});
const scorer = fileURLToPath(new URL('../../../shared/tools/score-segmentation.mjs', import.meta.url));
if (golds.length === 0) {
  console.error('usage: segmentation.ts [--errors N] GOLD…');
  process.exit(2);
}

for (const gold of golds) {
  const paragraphs = paragraphsOf(readFileSync(gold, 'utf8'));
  const megabytes = Buffer.byteLength(paragraphs.join('')) / 1e6;
  console.log(`${basename(gold)}: ${paragraphs.length} paragraphs, ${megabytes.toFixed(2)} MB`);
  const language = basename(gold).slice(0, 2);
  const segmenters = [
    ['depeche', houseSegmenter(language), values.errors],
    ['Intl.Segmenter', intlSegmenter(language), '0'],
  ] as const;
  const speeds = segmenters.map(([name, segmenter, errors]) => {
    const speed = megabytes / medianSeconds(() => paragraphs.map((text) => segmenter.cut(text)));
    const lines = score(gold, paragraphs, segmenter, errors).split('\n');
    for (const error of lines.slice(0, -1)) console.log(`    ${error}`);
    console.log(`  ${name.padEnd(14)} ${lines.at(-1)}  ${speed.toFixed(1)} MB/s`);
    return speed;
  });
  const ratio = (speeds[0] ?? 0) / (speeds[1] ?? 1);
  console.log(`  speed: ${ratio.toFixed(2)} of that of Intl.Segmenter`);
}

/** Each document of a gold file as one paragraph, its sentences joined by a blank. */
function paragraphsOf(gold: string): string[] {
  const documents = gold
    .split(/\n{2,}/u)
    .map((document) => document.split('\n').filter((line) => line.trim() !== ''));
  return documents.filter((lines) => lines.length > 0).map((lines) => lines.join(' '));
}

function score(gold: string, paragraphs: readonly string[], segmenter: Segmenter, errors: string): string {
  if (!existsSync(scorer)) return `not scored: ${scorer} is not here`;
  const folder = mkdtempSync(join(tmpdir(), 'depeche-segmentation-'));
  try {
    const predicted = join(folder, 'predicted.txt');
    const documents = paragraphs.map((text) =>
      segmenter
        .cut(text)
        .map(({ start, end }) => text.slice(start, end))
        .join('\n'),
    );
    writeFileSync(predicted, `${documents.join('\n\n')}\n`);
    return execFileSync(process.execPath, [scorer, gold, predicted, '--errors', errors], {
      encoding: 'utf8',
    }).trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function medianSeconds(work: () => unknown, runs = 7): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}
