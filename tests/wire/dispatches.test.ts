import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { segmentCopy } from '../../src/segment/segment-copy.ts';
import { readPlainText } from '../../src/wire/plain-text.ts';
import { decoded, textsOf, wrap } from './reading.ts';

/** Dispatches apart by `%%`: slug, dateline, then paragraphs with a sentence a line; the rows of a table begin with a bar. */
const dispatches = readFileSync(new URL('dispatches.fr.txt', import.meta.url), 'utf8')
  .split(/^%%$/mu)
  .map((text) => {
    const [head = '', ...paragraphs] = text.trim().split(/\n{2,}/u);
    const [slug = '', dateline = ''] = head.split('\n');
    return {
      slug,
      dateline,
      paragraphs: paragraphs.map((paragraph) => paragraph.split('\n').map(withoutBar)),
      tables: paragraphs.map((paragraph) => paragraph.startsWith('|')),
    };
  });

function withoutBar(line: string): string {
  return line.replace(/^\| /u, '');
}

const widths = Array.from({ length: 13 }, (_, at) => 68 + at);

/** Where each text but the last ends, in characters that are no blanks. */
function ends(texts: readonly string[]): Set<number> {
  let size = 0;
  return new Set(texts.slice(0, -1).map((text) => (size += text.replace(/\s/gu, '').length)));
}

function compare(found: Set<number>, gold: Set<number>): { right: number; wrong: number; missed: number } {
  const right = [...found].filter((end) => gold.has(end)).length;
  return { right, wrong: found.size - right, missed: gold.size - right };
}

describe.each(dispatches)('$slug, wrapped at 68 to 80 columns', ({ slug, dateline, paragraphs, tables }) => {
  const segmenter = houseSegmenter('fr');
  const [lead = '', ...others] = paragraphs.map((sentences) => sentences.join(' '));
  const readings = widths.flatMap((width) =>
    ['\n', '\n\n'].map((gap) => {
      const lines = [`${dateline} - ${lead}`, ...others].flatMap((text, at) =>
        tables[at] ? (paragraphs[at] ?? []) : wrap(text, width),
      );
      const copy = readPlainText(decoded([slug, ...lines].join(gap)));
      const body = segmentCopy(
        { ...copy, blocks: copy.blocks.slice(copy.header.headline ? 1 : 0) },
        segmenter,
      );
      return { copy, body: body.map(({ sentences }) => sentences.map(({ text }) => text)) };
    }),
  );

  it('header and dateline are found', () => {
    for (const { copy } of readings) {
      const { carrier, note, headline } = copy.header;
      expect([carrier, note?.text, headline].filter(Boolean).join(' ')).toBe(slug);
      expect(copy.dateline?.text).toBe(`${dateline} -`);
    }
  });

  it('every sentence is cut as its author meant it', () => {
    for (const { body } of readings)
      expect(compare(ends(body.flat()), ends(paragraphs.flat()))).toMatchObject({ wrong: 0, missed: 0 });
  });

  it('at least 95 % of the paragraph ends are found, and as many of those found are right', () => {
    const counts = readings.map(({ body }) =>
      compare(ends(body.map((texts) => texts.join(' '))), ends([lead, ...others])),
    );
    const sum = (of: (count: (typeof counts)[number]) => number) =>
      counts.reduce((total, count) => total + of(count), 0);
    const right = sum((count) => count.right);
    expect(right / (right + sum((count) => count.missed))).toBeGreaterThan(0.95);
    expect(right / (right + sum((count) => count.wrong))).toBeGreaterThan(0.95);
  });
});

it('of the lines that a hand breaks once more, at most a third end a paragraph inside a sentence', () => {
  let [broken, wrong, turn] = [0, 0, 0];
  for (const { paragraphs, tables } of dispatches) {
    const text = paragraphs.filter((_, at) => !tables[at]);
    const sentenceEnds = ends([...text.flat(), '']);
    for (const width of widths) {
      const lines = text.flatMap((sentences) => wrap(sentences.join(' '), width));
      const typed = lines.flatMap((line) => {
        turn += 1;
        // Every thirty-first line, at a third to two thirds of it.
        const at = line.lastIndexOf(' ', (line.length * (1 + (turn % 3) / 2)) / 3);
        if (turn % 31 !== 0 || at < 0) return [line];
        broken += 1;
        return [line.slice(0, at), line.slice(at + 1)];
      });
      const found = ends([...textsOf(readPlainText(decoded(typed.join('\n')))), '']);
      wrong += [...found].filter((end) => !sentenceEnds.has(end)).length;
    }
  }
  expect(broken).toBeGreaterThan(40);
  expect(wrong / broken).toBeLessThan(1 / 3);
});
