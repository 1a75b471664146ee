import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Copy } from '../../src/model/copy.ts';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { segmentCopy } from '../../src/segment/segment-copy.ts';

const segmenter = houseSegmenter('fr');

/** Copy whose blocks are the lines given, each line ended and every block followed by an empty line. */
function copyOf(blocks: readonly { kind: Block['kind']; lines: readonly string[] }[]): Copy {
  let raw = '';
  const read = blocks.map(({ kind, lines }): Block => {
    const spans = lines.map((line) => {
      const start = raw.length;
      raw += `${line}\r\n`;
      return { start, end: start + line.length };
    });
    raw += '\r\n';
    return { kind, spans };
  });
  return { raw, encoding: 'utf-8', bom: false, header: { status: 'usable' }, blocks: read };
}

describe('copy cut into sentences', () => {
  it('joins the lines of a paragraph before it cuts them', () => {
    const copy = copyOf([
      { kind: 'body', lines: ['Selon M.', 'Roy, tout va bien. Sa voisine', 'en doute.'] },
      { kind: 'signoff', lines: ['abc/de'] },
    ]);
    expect(segmentCopy(copy, segmenter)).toEqual([
      {
        kind: 'body',
        sentences: [
          {
            text: 'Selon M. Roy, tout va bien.',
            spans: [
              { start: 0, end: 8 },
              { start: 10, end: 28 },
            ],
            rule: 'fr-stop:1',
          },
          {
            text: 'Sa voisine en doute.',
            spans: [
              { start: 29, end: 39 },
              { start: 41, end: 50 },
            ],
          },
        ],
      },
      { kind: 'signoff', sentences: [{ text: 'abc/de', spans: [{ start: 54, end: 60 }] }] },
    ]);
  });

  it('leaves a headline and the row of a table whole', () => {
    const lines = ['Un plan. Un autre.'];
    const copy = copyOf([
      { kind: 'headline', lines },
      { kind: 'table', lines },
      { kind: 'list', lines },
    ]);
    expect(segmentCopy(copy, segmenter).map(({ sentences }) => sentences.length)).toEqual([1, 1, 2]);
  });

  it('leads every sentence back to the raw text, its lines joined by one blank', () => {
    const word = fc.constantFrom(
      'M.',
      'Roy',
      'dort.',
      'Le',
      'chat',
      '«',
      '»',
      '!',
      'etc.',
      '30.000',
      'J.-B.',
      '…',
    );
    const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    const block = fc
      .array(line, { minLength: 1, maxLength: 5 })
      .map((lines) => ({ kind: 'body' as const, lines }));
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        const copy = copyOf(blocks);
        const cut = segmentCopy(copy, segmenter);
        for (const { text, spans } of cut.flatMap(({ sentences }) => sentences)) {
          expect(spans.map(({ start, end }) => copy.raw.slice(start, end)).join(' ')).toBe(text);
        }
        const visible = (texts: readonly string[]): string => texts.join('').replace(/\s/gu, '');
        expect(cut.map(({ sentences }) => visible(sentences.map(({ text }) => text)))).toEqual(
          blocks.map(({ lines }) => visible(lines)),
        );
      }),
    );
  });
});
