import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Copy } from '../../src/model/copy.ts';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { type CutBlock, type EarlierCut, segmentCopy } from '../../src/segment/segment-copy.ts';
import type { Segmenter } from '../../src/segment/segmenter.ts';

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
const line = fc
  .array(word, { minLength: 1, maxLength: 8 })
  .chain((words) => fc.constantFrom(' ', '  ').map((blank) => words.join(blank)));
const block = fc
  .array(line, { minLength: 1, maxLength: 5 })
  .map((lines) => ({ kind: 'body' as const, lines }));

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

describe('copy that was cut before', () => {
  const idle: Segmenter = {
    ...segmenter,
    cut: () => {
      throw new Error('no rule is to be asked');
    },
  };
  const recorded = (cut: readonly CutBlock[]): EarlierCut[] =>
    cut.map(({ kind, sentences }) => ({ kind, segments: sentences.map(({ text }) => ({ text })) }));
  const withoutRules = (cut: readonly CutBlock[]) =>
    cut.map(({ kind, sentences }) => ({
      kind,
      sentences: sentences.map(({ spans, text }) => ({ spans, text })),
    }));

  it('is cut where it was, and no rule is asked, as long as it says the same', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const copy = copyOf(blocks);
        const cut = segmentCopy(copy, segmenter);
        expect(segmentCopy(copy, idle, recorded(cut))).toEqual(withoutRules(cut));
      }),
    );
  });

  it('is cut by the rules of today as a whole where anything is said otherwise', () => {
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 4 }),
        fc.nat(3),
        fc.constantFrom('Eh bien.', '', 'Le'),
        (blocks, at, words) => {
          const place = at % blocks.length;
          const changed = blocks.map((old, index) =>
            index === place ? { ...old, lines: [...old.lines, words] } : old,
          );
          const cut = segmentCopy(copyOf(blocks), segmenter);
          const copy = copyOf(words === '' ? changed.toSpliced(place, 1) : changed);
          expect(segmentCopy(copy, segmenter, recorded(cut))).toEqual(segmentCopy(copy, segmenter));
        },
      ),
    );
  });
});
