/**
 * Measures what hard wrapping costs: gold sentences are put into paragraphs of one to three (seeded), wrapped at every width from 60 to 80
 * columns, single- and double-spaced, with nothing that marks a paragraph, and read as a dispatch is.
 *
 * usage: npx node tests/bench/reflow.ts [--seed N] [--every] [--errors N] GOLD…
 * A gold file has one sentence a line and a blank line between documents; its name begins with its language. Beside ours: the same
 * paragraphs unwrapped, and the rule "a line that ends in . ! ? ends a paragraph" before the same segmenter. `--every` prints each width.
 * Last comes how fast wrapped copy is read, header and paragraphs.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readPlainText } from '../../src/wire/plain-text.ts';
import { wrap } from '../wire/reading.ts';
import { fOf, type Score, tFOf, wrappedGold } from '../wire/wrapped-gold.ts';

const { values, positionals: golds } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    every: { type: 'boolean', default: false },
    errors: { type: 'string', default: '0' },
  },
});
let errorsLeft = Number(values.errors);

const spacings = [
  ['single', '\n'],
  ['double', '\n\n'],
] as const;

for (const gold of golds) measure(gold);
const [first] = golds;
if (first !== undefined) for (const megabytes of [1, 10]) speed(first, megabytes);

/** In CPU time, of which other work on the machine takes less away than of the clock. */
function speed(gold: string, megabytes: number): void {
  const sentences = readFileSync(gold, 'utf8').split('\n').filter(Boolean);
  const once = `${sentences.flatMap((sentence) => wrap(sentence, 72)).join('\n')}\n`;
  const raw = once.repeat(Math.ceil((megabytes * 1e6) / once.length));
  const seconds = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    readPlainText({ raw, encoding: 'utf-8', bom: false });
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  });
  console.log(
    `reading ${megabytes} MB of wrapped copy: ${(raw.length / 1e6 / Math.min(...seconds)).toFixed(1)} MB/s of CPU`,
  );
}

function measure(gold: string): void {
  const wrapped = wrappedGold(
    readFileSync(gold, 'utf8'),
    basename(gold).slice(0, 2),
    Number(values.seed),
    (error) => {
      if (errorsLeft-- > 0) console.log(`    ${error}`);
    },
  );
  const { unwrapped } = wrapped;
  console.log(`${basename(gold)}: ${wrapped.documents} documents, unwrapped ${textOf(unwrapped)}`);
  for (const [name, gap] of spacings) {
    const scores = Array.from({ length: 21 }, (_, at) => {
      const width = 60 + at;
      const [ours, byStops] = [wrapped.ingested(width, gap), wrapped.byStops(width)];
      if (values.every)
        console.log(`  ${name} ${width}: ${textOf(ours)}; rule of the stop ${textOf(byStops)}`);
      return { width, ours, byStops };
    });
    const least = (of: (score: (typeof scores)[number]) => number): string => {
      const [worst] = scores.toSorted((a, b) => of(a) - of(b));
      return worst ? `${of(worst).toFixed(2)} (${worst.width} columns)` : '';
    };
    console.log(
      `  ${name}-spaced, the worst of 21 widths: F ${least(({ ours }) => fOf(ours))}, tF ${least(({ ours }) => tFOf(ours))}; ` +
        `less unwrapped F ${least(({ ours }) => fOf(ours) - fOf(unwrapped))}, tF ${least(({ ours }) => tFOf(ours) - tFOf(unwrapped))}; ` +
        `less the rule of the stop F ${least(({ ours, byStops }) => fOf(ours) - fOf(byStops))}, ` +
        `tF ${least(({ ours, byStops }) => tFOf(ours) - tFOf(byStops))}`,
    );
  }
}

function textOf(score: Score): string {
  return `F ${fOf(score).toFixed(2)} tF ${tFOf(score).toFixed(2)}`;
}
