import { readDispatch } from '../../src/pipeline.ts';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { paragraphsOf } from '../segment/gold.ts';
import { wrap } from './reading.ts';

/** A document of gold sentences: its paragraphs, each with its sentences. */
type Document = readonly (readonly string[])[];

/** Boundaries between sentences, those inside documents: found, of no gold, and not found; `withStop` counts those that a stop marks. */
export type Score = {
  readonly hit: number;
  readonly extra: number;
  readonly missed: number;
  readonly hitWithStop: number;
  readonly missedWithStop: number;
};

/** Gold sentences in paragraphs, and how well they are found again after the paragraphs were wrapped. */
export type WrappedGold = {
  readonly documents: number;
  /** The sentences of the paragraphs as they are. */
  readonly unwrapped: Score;
  /** What a dispatch of the wrapped lines gives, `gap` being what stands between two lines. */
  ingested(width: number, gap: string): Score;
  /** The same segmenter behind the rule that a line which ends in . ! ? ends a paragraph. */
  byStops(width: number): Score;
};

/**
 * @param gold one sentence a line and a blank line between documents
 * @param seed of the paragraphs, which have one to three sentences
 * @param tell is told of every boundary that the ingest misses or adds
 */
export function wrappedGold(
  gold: string,
  language: string,
  seed: number,
  tell: (error: string) => void = () => {},
): WrappedGold {
  const segmenter = houseSegmenter(language);
  const random = seeded(seed);
  const documents = paragraphsOf(gold).map((sentences) => inParagraphs(sentences, random));
  const cut = (paragraphs: readonly string[]): string[] =>
    paragraphs.flatMap((text) => segmenter.cut(text).map(({ start, end }) => text.slice(start, end)));
  const ingest = (raw: string): string[] => {
    const bytes = new TextEncoder().encode(raw);
    const { dispatch } = readDispatch(bytes, { id: 'gold', locale: language }, segmenter);
    const ends = dispatch.paragraphs.flatMap(({ segments }) =>
      segments.flatMap(({ spans }) => spans.at(-1)?.end ?? []),
    );
    // What a header took is in no segment, and counts with the sentence behind it.
    return [...ends, raw.length].map((end, at) => raw.slice(ends[at - 1] ?? 0, end));
  };
  const wrapped = (document: Document, width: number): string[] =>
    document.flatMap((paragraph) => wrap(paragraph.join(' '), width));
  return {
    documents: documents.length,
    unwrapped: scoreOf(documents, (document) => cut(document.map((paragraph) => paragraph.join(' ')))),
    ingested: (width, gap) =>
      scoreOf(documents, (document) => ingest(wrapped(document, width).join(gap)), tell),
    byStops: (width) => scoreOf(documents, (document) => cut(linesEndParagraphs(wrapped(document, width)))),
  };
}

/** In per cent, over all gold boundaries. */
export function fOf({ hit, extra, missed }: Score): number {
  return (200 * hit) / (2 * hit + extra + missed);
}

/** The same without those gold boundaries that no punctuation marks. */
export function tFOf({ hitWithStop, extra, missedWithStop }: Score): number {
  return (200 * hitWithStop) / (2 * hitWithStop + extra + missedWithStop);
}

function inParagraphs(sentences: readonly string[], random: () => number): Document {
  const paragraphs: string[][] = [];
  for (let at = 0; at < sentences.length; at += paragraphs.at(-1)?.length ?? 1) {
    paragraphs.push(sentences.slice(at, at + 1 + Math.floor(random() * 3)));
  }
  return paragraphs;
}

function linesEndParagraphs(lines: readonly string[]): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    paragraphs.at(-1)?.push(line);
    if (/[.!?]$/u.test(line)) paragraphs.push([]);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0).map((paragraph) => paragraph.join(' '));
}

function scoreOf(
  documents: readonly Document[],
  cut: (document: Document) => readonly string[],
  tell: (error: string) => void = () => {},
): Score {
  const score = { hit: 0, extra: 0, missed: 0, hitWithStop: 0, missedWithStop: 0 };
  for (const document of documents) {
    const sentences = document.flat();
    const wanted = endsOf(sentences);
    const found = new Set(endsOf(cut(document)));
    const text = sentences.join('').replace(/\s+/gu, '');
    const around = (end: number): string =>
      `…${text.slice(Math.max(0, end - 50), end)} ║ ${text.slice(end, end + 40)}`;
    for (const [at, end] of wanted.slice(0, -1).entries()) {
      const hasStop = /[.!?…][\s"'»”’)\]]*$/u.test(sentences[at] ?? '');
      if (found.has(end)) score.hit += 1;
      else score.missed += 1;
      if (hasStop && found.has(end)) score.hitWithStop += 1;
      if (hasStop && !found.has(end)) score.missedWithStop += 1;
      if (!found.has(end)) tell(`missed ${around(end)}`);
    }
    for (const end of found) {
      if (wanted.includes(end) || end >= text.length) continue;
      score.extra += 1;
      tell(`extra  ${around(end)}`);
    }
  }
  return score;
}

/** The end of each sentence, in characters that are no blanks. */
function endsOf(sentences: readonly string[]): number[] {
  let size = 0;
  return sentences.map((sentence) => {
    size += sentence.replace(/\s+/gu, '').length;
    return size;
  });
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
