import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Copy } from '../../src/model/copy.ts';
import { encode } from '../../src/wire/encode.ts';
import { linesAsParagraphs } from '../../src/wire/lines-as-paragraphs.ts';
import { readPlainText } from '../../src/wire/plain-text.ts';
import { reflowModes } from '../../src/wire/reflow-mode.ts';
import { decoded, textsOf } from './reading.ts';

const piece = fc.constantFrom(
  ...[
    'Brest',
    'le port',
    'a rouvert.',
    'M.',
    'Puis',
    '« Oui ! »',
    '- un point',
    'Par Anne Kervella',
    'URGENT',
    '///',
  ],
  ...[
    'date 2021-05',
    'ATTENTION - ajoute',
    'ATTENTION',
    'Brest-ports-mer',
    'Brest, 3 mai 2021 (DEP) -',
    '(DEP) -',
  ],
  ...['clv-mh/bdl', 'A   B   C', '1\t2\t3', ':', '…', '\ud83d\ude00', 'é', 'NNNN', 'Brest, 3 mai'],
  ...[
    '=(PHOTO)=',
    '(PHOTO+VIDEO)',
    '1/2',
    '(à suivre)',
    '(MORE)',
    '* * *',
    '-----',
    'Brest - Nantes 3-1',
    'a) un',
    'b) deux',
  ],
  ...['a rouvert. bur-abc/def', 'a rouvert ///', 'Brest 38 12 4'],
);
const blank = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\r\n\r\n',
  '\t',
  '\u00a0',
  '   ',
);
const odd = fc.constantFrom(
  '\u0001',
  '\u0002',
  '\u0003',
  '\u001e',
  '\u0085',
  '\u2028',
  '\f',
  '\ufeff',
  '\u007f',
  '\uffff',
);
const wire = fc
  .array(
    fc.oneof({ weight: 8, arbitrary: fc.tuple(piece, blank).map((pair) => pair.join('')) }, blank, odd),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''));
const anything = fc.oneof(wire, fc.string({ unit: 'binary', maxLength: 80 }));

/** All spans of the raw text that something was made of, in reading order. */
function spansOf(copy: Copy) {
  const { header, dateline, blocks } = copy;
  return [
    ...(header.note ? [header.note.span] : []),
    ...(dateline ? [dateline.span] : []),
    ...blocks.flatMap((block) => block.spans),
  ].sort((a, b) => a.start - b.start);
}

const bare = (text: string): string => text.replace(/[\s\p{Cc}\ufffe\uffff]/gu, '');

describe('on any text', () => {
  it('spans are ordered, disjoint and not empty, and neither they nor the gaps lose a byte', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        for (const copy of [
          ...reflowModes.map((reflow) => readPlainText(decoded(raw), { reflow })),
          linesAsParagraphs(decoded(raw)),
        ]) {
          const written: Uint8Array[] = [];
          let at = 0;
          for (const { start, end } of spansOf(copy)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            written.push(
              encode(raw.slice(at, start), 'utf-8', false),
              encode(raw.slice(start, end), 'utf-8', false),
            );
            at = end;
          }
          written.push(encode(raw.slice(at), 'utf-8', false));
          expect(Buffer.concat(written).equals(Buffer.from(raw))).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('what lies outside all spans is blank, or the carrier and the byline', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        const copy = readPlainText(decoded(raw));
        let at = 0;
        let outside = '';
        for (const { start, end } of spansOf(copy)) {
          outside += raw.slice(at, start);
          at = end;
        }
        outside += raw.slice(at);
        const named = bare(`${copy.header.carrier ?? ''}${copy.header.byline ?? ''}`);
        expect([...bare(outside)].sort().join('')).toBe([...named].sort().join(''));
      }),
      { numRuns: 1500 },
    );
  });

  it('blocks of body text are read in the order of the copy, with no control character in them', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        const copy = readPlainText(decoded(raw));
        const starts = copy.blocks.flatMap(({ spans }) => spans.map(({ start }) => start));
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        expect(textsOf(copy).join('')).not.toMatch(/[^\P{Cc}\t]|[\ufffe\uffff]/u);
        expect(copy.blocks.every(({ spans }) => spans.length > 0)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('linear time', () => {
  it.each([
    ['a line of 1 MB', 'Le port de Brest a rouvert. '.repeat(37_500)],
    ['a word of 1 MB', 'a'.repeat(1_000_000)],
    ['20,000 blanks inside a line', `Le port.${' '.repeat(20_000)}A rouvert${' '.repeat(20_000)}mardi.`],
    ['20,000 blanks and marks', `Le port${'. '.repeat(20_000)}${'.'.repeat(20_000)} A rouvert.`],
    ['200,000 blank lines', `Un.${'\n'.repeat(200_000)}Deux.`],
    ['50,000 lines', 'Le port de Brest a rouvert.\n'.repeat(50_000)],
    ['50,000 items', '- le port de Brest\n'.repeat(50_000)],
    ['50,000 results', 'Brest - Nantes 3-1\n'.repeat(50_000)],
    ['50,000 page marks', '1/2\n'.repeat(50_000)],
    ['blanks before a mark', `${' /'.repeat(200_000)} ${'='.repeat(200_000)}\nA${' '.repeat(200_000)}///`],
    ['50,000 rows', 'Brest   3   4\n'.repeat(50_000)],
    ['a note without end', `date 2021-05 ATTENTION - ${'ajoute '.repeat(100_000)}`],
    ['capitals and commas', `A${', 3 '.repeat(200_000)}`],
    ['control characters', 'a\u0001'.repeat(200_000)],
  ])('%s', (_, raw) => {
    // At a cost that grows with the square this takes minutes, and the runner gives up.
    const copy = readPlainText(decoded(raw));
    expect(copy.blocks.length + (copy.header.note ? 1 : 0)).toBeGreaterThan(0);
  });
});
