/**
 * Measures what hard wrapping costs: gold sentences are put into paragraphs of one to three (seeded), wrapped at every width from 60 to 80
 * columns, single- and double-spaced, with nothing that marks a paragraph, and read as a dispatch is.
 *
 * usage: npx node tests/bench/reflow.ts [--seed N] [--every] [--errors N] GOLD…
 * A gold file has one sentence a line and a blank line between documents; its name begins with its language. Beside ours: the same
 * paragraphs unwrapped, and the rule "a line that ends in . ! ? ends a paragraph" before the same segmenter. `--every` prints each width.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readDispatch } from '../../src/pipeline.ts';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import type { Segmenter } from '../../src/segment/segmenter.ts';
import { paragraphsOf } from '../segment/gold.ts';
import { wrap } from '../wire/reading.ts';

const { values, positionals: golds } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    every: { type: 'boolean', default: false },
    errors: { type: 'string', default: '0' },
  },
});
let errorsLeft = Number(values.errors);

/** A document of the gold: its paragraphs, each with its sentences. */
type Document = readonly (readonly string[])[];

type Count = { hit: number; extra: number; missed: number; missedWithStop: number; hitWithStop: number };

const spacings = [
  ['single', '\n'],
  ['double', '\n\n'],
] as const;

for (const gold of golds) measure(gold);

function measure(gold: string): void {
  const language = basename(gold).slice(0, 2);
  const segmenter = houseSegmenter(language);
  const random = seeded(Number(values.seed));
  const documents = paragraphsOf(readFileSync(gold, 'utf8')).map((sentences) =>
    inParagraphs(sentences, random),
  );
  const unwrapped = scoreOf(documents, (document) => sentencesOf(document.map(joined), segmenter));
  console.log(`${basename(gold)}: ${documents.length} documents, unwrapped ${text(unwrapped)}`);
  for (const [name, gap] of spacings) {
    const scores = Array.from({ length: 21 }, (_, at) => {
      const width = 60 + at;
      const linesOf = (document: Document) => document.flatMap((paragraph) => wrap(joined(paragraph), width));
      const ours = scoreOf(
        documents,
        (document) => ingested(linesOf(document).join(gap), language, segmenter),
        true,
      );
      const rule = scoreOf(documents, (document) =>
        sentencesOf(linesEndParagraphs(linesOf(document)), segmenter),
      );
      if (values.every) console.log(`  ${name} ${width}: ${text(ours)}, rule of the stop ${text(rule)}`);
      return { width, ours, rule };
    });
    const worst = scores.toSorted((a, b) => fOf(a.ours) - fOf(b.ours))[0];
    const nearest = scores.toSorted((a, b) => fOf(a.ours) - fOf(a.rule) - fOf(b.ours) + fOf(b.rule))[0];
    if (!worst || !nearest) continue;
    console.log(
      `  ${name}-spaced: lowest at ${worst.width} columns, ${text(worst.ours)}, ${(fOf(worst.ours) - fOf(unwrapped)).toFixed(2)} of unwrapped; ` +
        `rule of the stop ${text(worst.rule)}, ours at least ${(fOf(nearest.ours) - fOf(nearest.rule)).toFixed(2)} above it`,
    );
  }
}

function joined(sentences: readonly string[]): string {
  return sentences.join(' ');
}

function inParagraphs(sentences: readonly string[], random: () => number): Document {
  const paragraphs: string[][] = [];
  for (let at = 0; at < sentences.length; ) {
    const size = 1 + Math.floor(random() * 3);
    paragraphs.push(sentences.slice(at, at + size));
    at += size;
  }
  return paragraphs;
}

/** The whole ingest, as `depeche segment` does it. Blanks stand between what a header took and the rest. */
function ingested(raw: string, language: string, segmenter: Segmenter): string[] {
  const { dispatch } = readDispatch(
    new TextEncoder().encode(raw),
    { id: 'gold', locale: language },
    segmenter,
  );
  const ends = dispatch.paragraphs.flatMap(({ segments }) =>
    segments.flatMap(({ spans }) => spans.at(-1)?.end ?? []),
  );
  return ends.map((end, at) => raw.slice(ends[at - 1] ?? 0, end)).concat(raw.slice(ends.at(-1) ?? 0));
}

function sentencesOf(paragraphs: readonly string[], segmenter: Segmenter): string[] {
  return paragraphs.flatMap((text) => segmenter.cut(text).map(({ start, end }) => text.slice(start, end)));
}

function linesEndParagraphs(lines: readonly string[]): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    paragraphs.at(-1)?.push(line);
    if (/[.!?]$/u.test(line)) paragraphs.push([]);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0).map(joined);
}

function scoreOf(
  documents: readonly Document[],
  cut: (document: Document) => readonly string[],
  shows = false,
): Count {
  const count = { hit: 0, extra: 0, missed: 0, missedWithStop: 0, hitWithStop: 0 };
  for (const document of documents) {
    const sentences = document.flat();
    const wanted = endsOf(sentences);
    const found = endsOf(cut(document));
    const total = wanted.size === 0 ? 0 : Math.max(...wanted.keys());
    for (const [end, at] of wanted) {
      if (end === total) continue;
      const hasStop = /[.!?…][\s"'»”’)\]]*$/u.test(sentences[at] ?? '');
      if (found.has(end)) count.hit += 1;
      else count.missed += 1;
      if (hasStop && found.has(end)) count.hitWithStop += 1;
      if (hasStop && !found.has(end)) count.missedWithStop += 1;
      if (shows && !found.has(end) && errorsLeft-- > 0)
        console.log(`    missed …${sentences[at]?.slice(-50)} ║ ${sentences[at + 1]?.slice(0, 40)}`);
    }
    const text = sentences.join('').replace(/\s+/gu, '');
    for (const end of found.keys()) {
      if (wanted.has(end) || end >= total) continue;
      count.extra += 1;
      if (shows && errorsLeft-- > 0)
        console.log(`    extra  …${text.slice(Math.max(0, end - 50), end)} ║ ${text.slice(end, end + 40)}`);
    }
  }
  return count;
}

/** The end of each sentence in characters that are no blanks, and which one it is. */
function endsOf(sentences: readonly string[]): Map<number, number> {
  let size = 0;
  return new Map(
    sentences.map((sentence, at) => {
      size += sentence.replace(/\s+/gu, '').length;
      return [size, at];
    }),
  );
}

function fOf({ hit, extra, missed }: Count): number {
  return (200 * hit) / (2 * hit + extra + missed);
}

function text(count: Count): string {
  const { hitWithStop, extra, missedWithStop } = count;
  const tF = (200 * hitWithStop) / (2 * hitWithStop + extra + missedWithStop);
  return `F ${fOf(count).toFixed(2)} tF ${tF.toFixed(2)}`;
}

/** Mulberry32: the same numbers for the same seed, from 0 to 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
