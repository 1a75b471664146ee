import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { createSegmenter, type Segmenter } from '../../src/segment/segmenter.ts';
import { parseSrx } from '../../src/segment/srx.ts';
import { languageToolStyle, omegatStyle, rule, srxOf } from './foreign-files.ts';

const french = houseSegmenter('fr');
const segmenters: [string, Segmenter][] = [
  ['our French rules', french],
  ['our French rules, quotations kept', houseSegmenter('fr', { quotations: 'keep' })],
  ['rules in the manner of OmegaT', createSegmenter(parseSrx(omegatStyle), 'fr')],
  ['rules in the manner of LanguageTool', createSegmenter(parseSrx(languageToolStyle), 'fr')],
  ['our English rules', houseSegmenter('en')],
  ['our Arabic rules', houseSegmenter('ar')],
  ['our Russian rules', houseSegmenter('ru')],
  ['Intl.Segmenter', houseSegmenter('nl')],
];

const copy = fc
  .array(
    fc.constantFrom(
      ...[
        'M.',
        'Roy',
        'la',
        'Le',
        '12',
        '1.',
        '.',
        '!',
        '?',
        '…',
        '...',
        '«',
        '»',
        '"',
        '(',
        ')',
        '[...]',
        ',',
        '-',
        '–',
        'A.',
        'etc.',
        'à',
      ],
      ...[' ', ' ', ' ', '\u00a0', '\n', '   ', ' '.repeat(150), 'é', '\u{1F600}', '’'],
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

const rulesOf = (srx: string, text: string): (string | undefined)[] =>
  createSegmenter(parseSrx(srx), 'fr')
    .cut(text)
    .map((cut) => cut.rule);

describe.each(segmenters)('the sentences of a text, by %s', (_, segmenter) => {
  it('are in order, disjoint, trimmed, and with the blanks between them all of the text', () => {
    fc.assert(
      fc.property(copy, (text) => {
        let from = 0;
        for (const { start, end } of segmenter.cut(text)) {
          expect(text.slice(from, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(text.slice(from).trim()).toBe('');
      }),
    );
  });

  it('each name the rule that cut behind them, but for the last', () => {
    fc.assert(
      fc.property(copy, (text) => {
        const cuts = segmenter.cut(text);
        expect(cuts.slice(0, -1).every(({ rule }) => rule !== undefined)).toBe(true);
        expect(cuts.at(-1)?.rule).toBeUndefined();
      }),
    );
  });
});

describe.each(segmenters)('what a segmenter tells of a text, by %s', (_, segmenter) => {
  it('names as the places that were cut the very cuts, with their rules', () => {
    fc.assert(
      fc.property(copy, (text) => {
        const visible = (at: number): number => text.slice(0, at).replace(/\s+/gu, '').length;
        const cuts = segmenter.cut(text).slice(0, -1);
        const told = segmenter.explain(text).filter(({ exception }) => exception === undefined);
        expect(told.map(({ at, rule: id }) => [visible(at), id])).toEqual(
          cuts.map(({ end, rule: id }) => [visible(end), id]),
        );
      }),
    );
  });
});

describe('where no cut was made', () => {
  const held = (text: string, segmenter = french) =>
    segmenter
      .explain(text)
      .flatMap(({ at, rule: id, exception }) => (exception === undefined ? [] : [[at, exception, id]]));

  it('the exception is named, and the rule that would have cut', () => {
    expect(held('Selon M. Roy, tout va bien. Rien ne va.')).toEqual([[8, 'fr-title:1', 'fr-stop:1']]);
  });

  it('quotation marks are named too', () => {
    expect(held('Il part. »')).toEqual([]);
    const german = createSegmenter(parseSrx(srxOf(rule('yes', '[.!?]', ''))), 'de');
    expect(held('„Er geht.“ Ende', german)).toEqual([[9, 'quotation-mark', 'Essai:1']]);
    const keep = houseSegmenter('fr', { quotations: 'keep' });
    expect(held('« Un. Deux », dit-il.', keep)).toEqual([[5, 'quotation-kept', 'fr-stop:1']]);
  });

  it('places lead back into a text with long blanks', () => {
    const text = `Un.${' '.repeat(5000)}Selon M. Roy.`;
    expect(french.explain(text)).toEqual([
      { at: 3, rule: 'fr-stop:1' },
      { at: 5011, rule: 'fr-stop:1', exception: 'fr-title:1' },
    ]);
  });
});

describe('the first rule that matches at a place decides', () => {
  const stop = rule('yes', '\\.', '\\s');
  const title = rule('no', '\\bM\\.', '\\s');

  it('an exception before the break rule holds, one behind it does not', () => {
    expect(rulesOf(srxOf(title, stop), 'M. Roy. Fin.')).toEqual(['Essai:2', undefined]);
    expect(rulesOf(srxOf(stop, title), 'M. Roy. Fin.')).toEqual(['Essai:1', 'Essai:1', undefined]);
  });

  it('without a break rule, and at the ends of the text, nothing is cut', () => {
    expect(rulesOf(srxOf(title), 'M. Roy. Fin.')).toEqual([undefined]);
    expect(rulesOf(srxOf(rule('yes', '', '\\S')), 'a')).toEqual([undefined]);
  });

  it('finds its place beside characters of two units, also at the ends', () => {
    expect(rulesOf(srxOf(rule('yes', '', '\\S')), '\u{1F600}\u{1F600}a')).toEqual([
      'Essai:1',
      'Essai:1',
      undefined,
    ]);
    expect(rulesOf(srxOf(rule('yes', 'a', '\\x{1F600}')), 'a\u{1F600}')).toEqual(['Essai:1', undefined]);
  });

  it('a rule that wants a blank behind it or something else cuts at either', () => {
    expect(rulesOf(srxOf(rule('yes', '\\.', '\\s|X')), 'Un. Deux.X')).toEqual([
      'Essai:1',
      'Essai:1',
      undefined,
    ]);
    expect(rulesOf(srxOf(rule('yes', '\\.', '\\h*X')), 'Un.X')).toEqual(['Essai:1', undefined]);
  });

  it('two cuts in one blank are one, named by the first of them', () => {
    expect(rulesOf(srxOf(rule('yes', '\\.\\s', ''), stop), 'Un. Deux.')).toEqual(['Essai:2', undefined]);
  });

  it('no rule cuts before a mark that closes or behind one that opens, whichever way it is drawn', () => {
    const german = createSegmenter(parseSrx(srxOf(rule('yes', '[.!?][“«]?', ''))), 'de');
    const text = '„Er geht.“ »Sie bleibt.« »Na!« Ende.';
    expect(german.cut(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '„Er geht.“',
      '»Sie bleibt.«',
      '»Na!«',
      'Ende.',
    ]);
  });

  it('a rule reaches across a long blank', () => {
    const text = `Un.${' '.repeat(5000)}Deux. Trois.`;
    expect(french.cut(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Un.',
      'Deux.',
      'Trois.',
    ]);
  });

  it('nothing comes of blanks alone', () => {
    expect(french.cut('')).toEqual([]);
    expect(french.cut(' \u00a0\n ')).toEqual([]);
  });
});

describe('time grows with the length of the text', () => {
  const hostile: [string, (length: number) => string][] = [
    ['blanks', (length) => `Fin.${' '.repeat(length)}Le`],
    ['dots', (length) => `Fin${'.'.repeat(length)} Le`],
    ['dots and blanks', (length) => '. '.repeat(length / 2)],
    ['closing marks', (length) => `Fin.${' »'.repeat(length / 2)}`],
    ['straight quotation marks', (length) => `Fin.${'"'.repeat(length)} Le`],
    ['opening brackets', (length) => `Fin. ${'( '.repeat(length / 2)}`],
    ['initials', (length) => 'A. '.repeat(length / 3)],
    ['quotations', (length) => '« A. » '.repeat(length / 7)],
    ['one long word', (length) => 'a'.repeat(length)],
    ['long blanks', (length) => `Fin.${' '.repeat(70)}Le`.repeat(length / 76)],
  ];

  /** What grew with the square of the length would take minutes here, and the runner ends a test after seconds. */
  it.each(['ar', 'de', 'en', 'es', 'it', 'pt', 'ru'])(
    'ends soon on hostile text, by our rules for %s',
    (language) => {
      const segmenter = houseSegmenter(language);
      for (const [, make] of hostile) {
        const text = make(100_000);
        expect(segmenter.cut(text).length).toBeGreaterThan(0);
      }
    },
  );

  it.each(hostile)('%s', (_, make) => {
    // At a cost that grows with the square this takes minutes, and the runner gives up.
    const text = make(400_000);
    for (const segmenter of [french, houseSegmenter('fr', { quotations: 'keep' })]) {
      expect(segmenter.cut(text).every(({ end }) => end <= text.length)).toBe(true);
    }
  });
});
