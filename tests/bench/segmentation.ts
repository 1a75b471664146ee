/**
 * Measures our segmenter against gold sentences, beside `Intl.Segmenter` and two packages, and how fast each is.
 *
 * usage: npx node tests/bench/segmentation.ts [--errors N] [GOLD…]
 * A gold file has one sentence a line and a blank line between documents; its name begins with its language. Without any, only the
 * speed is measured, on the stories of `locales`, and whether time grows with the length of the text.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sentenceSplit, suppressions } from 'cldr-segmentation';
import { split } from 'sentence-splitter';
import { houseSegmenter } from '../../src/segment/house-rules.ts';

/** Cuts a paragraph into sentences. */
type Cutter = (text: string) => readonly string[];

const { values, positionals: golds } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: 'string', default: '0' } },
});
const scorer = fileURLToPath(new URL('../../../shared/tools/score-segmentation.mjs', import.meta.url));

for (const gold of golds) scoreAll(gold, values.errors);
if (golds.length === 0) {
  const languages = ['ar', 'de', 'en', 'es', 'fr', 'it', 'pt', 'ru'];
  for (const language of languages) speedOf(language);
  for (const language of languages) growthOf(language);
}

function cuttersOf(language: string): readonly (readonly [string, Cutter])[] {
  const house = houseSegmenter(language);
  const intl = new Intl.Segmenter(language, { granularity: 'sentence' });
  return [
    ['depeche', (text) => house.cut(text).map(({ start, end }) => text.slice(start, end))],
    ['Intl.Segmenter', (text) => Array.from(intl.segment(text), ({ segment }) => segment)],
    ['cldr-segmentation', (text) => sentenceSplit(text, suppressions[language])],
    [
      'sentence-splitter',
      (text) => split(text).flatMap((node) => (node.type === 'Sentence' ? [node.raw] : [])),
    ],
  ];
}

function scoreAll(gold: string, errors: string): void {
  const paragraphs = paragraphsOf(readFileSync(gold, 'utf8'));
  console.log(`${basename(gold)}: ${paragraphs.length} paragraphs`);
  for (const [name, cut] of cuttersOf(basename(gold).slice(0, 2))) {
    const lines = score(gold, paragraphs, cut, name === 'depeche' ? errors : '0').split('\n');
    for (const error of lines.slice(0, -1)) console.log(`    ${error}`);
    console.log(`  ${name.padEnd(18)} ${lines.at(-1)}`);
  }
}

/** MB of UTF-8 a second of CPU, on paragraphs as they come over a wire, and beside the others. */
function speedOf(language: string): void {
  const wire = wireOf(language);
  const size = Buffer.byteLength(wire.join(''));
  const times = Math.ceil(500_000 / size);
  const speeds = cuttersOf(language).map(([name, cut]) => {
    /** The packages are slow: a tenth of the copy is enough of them. */
    const share = name === 'depeche' || name === 'Intl.Segmenter' ? times : Math.ceil(times / 10);
    const text = Array.from({ length: share }, () => wire).flat();
    return [name, (size * share) / 1e6 / medianSeconds(() => text.map(cut))] as const;
  });
  const own = speeds[0]?.[1] ?? 0;
  const others = speeds.slice(1).map(([name, speed]) => `${(own / speed).toFixed(2)} × ${name}`);
  console.log(`${language}: ${own.toFixed(1)} MB/s of CPU = ${others.join(', ')}`);
}

/** The stories of the demo in one language, four sentences a paragraph; for a language that has none the wire copy of the tests. */
function wireOf(language: string): string[] {
  const bundles = globSync(`locales/${language}/*.json`);
  if (bundles.length === 0) {
    return paragraphsOf(readFileSync(`tests/segment/wire.${language}.txt`, 'utf8'));
  }
  const sentences = bundles.flatMap((file) => Object.values(JSON.parse(readFileSync(file, 'utf8'))));
  return Array.from({ length: Math.ceil(sentences.length / 4) }, (_, index) =>
    sentences.slice(4 * index, 4 * index + 4).join(' '),
  );
}

/** One paragraph of 1 MB and one of 10: what a MB costs in the larger beside the smaller. */
function growthOf(language: string): void {
  const house = houseSegmenter(language);
  const wire = wireOf(language).join(' ');
  const textOf = (megabytes: number): string =>
    `${wire} `.repeat(Math.ceil((megabytes * 1e6) / Buffer.byteLength(wire)));
  const [small, large] = [1, 10].map((size) => medianSeconds(() => house.cut(textOf(size)), 2) / size);
  const ratio = ((large ?? 0) / (small ?? 1)).toFixed(2);
  const [blanks, dots] = [' ', '.'].map((filler) => {
    const text = `Fin.${filler.repeat(20_000)}Le port`;
    return (medianSeconds(() => house.cut(text), 5) * 1000).toFixed(1);
  });
  console.log(
    `${language}: a MB in one paragraph of 10 MB costs ${ratio} × one of 1 MB; 20,000 blanks ${blanks} ms, 20,000 dots ${dots} ms`,
  );
}

/** Each document of a gold file as one paragraph. */
function paragraphsOf(gold: string): string[] {
  const documents = gold
    .split(/\n{2,}/u)
    .map((document) => document.split('\n').filter((line) => line.trim() !== ''));
  return documents.filter((lines) => lines.length > 0).map((lines) => lines.join(' '));
}

function score(gold: string, paragraphs: readonly string[], cut: Cutter, errors: string): string {
  if (!existsSync(scorer)) return `not scored: ${scorer} is not here`;
  const folder = mkdtempSync(join(tmpdir(), 'depeche-segmentation-'));
  try {
    const predicted = join(folder, 'predicted.txt');
    const documents = paragraphs.map((text) =>
      cut(text)
        .map((sentence) => sentence.trim())
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

/** Seconds of CPU, of which other work on the machine takes less away than of the clock. */
function medianSeconds(work: () => unknown, runs = 7): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}
