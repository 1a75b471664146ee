import { describe, expect, it } from 'vitest';
import { physicalLines } from '../../src/wire/physical-lines.ts';
import { readPlainText } from '../../src/wire/plain-text.ts';
import { reflow } from '../../src/wire/reflow.ts';
import { decoded, textsOf, wrap } from './reading.ts';

const dateline = 'Brest, 3 mai 2021 (DEP) - ';
const first = 'Le port a rouvert mardi.';
const second = 'Deux cargos attendent au large.';

const read = (...body: string[]) => readPlainText(decoded(`${dateline}${body.join('\n')}`));

describe('marks of the desk', () => {
  it.each([
    '///',
    '//////',
    '***',
    '* * *',
    '=(PHOTO)=',
    '=(PHOTO ARCHIVES+VIDEO)=',
    '(PHOTOS)',
    '=(INFOGRAPHIE)=',
    '1/2',
    '(2/3)',
    'page 2',
    '- page 2 -',
    '(suite)',
    'suite et fin',
    'à suivre',
    '(A SUIVRE)',
    '(MORE)',
    'prev',
  ])('%s between two lines is kept as a carrier and is in no paragraph', (mark) => {
    const copy = read(first, mark, second);
    expect(copy.header.carrier).toBe(mark);
    expect(textsOf(copy).join(' ')).toBe(`${first} ${second}`);
  });

  it.each(['(photo)', 'PHOTO', '3/2', '12 / 45 / 3', 'La suite', 'MORE OR LESS'])('%s is copy', (text) => {
    const copy = read(first, text, second);
    expect(copy.header.carrier).toBeUndefined();
    expect(textsOf(copy).join(' ')).toContain(text);
  });

  it('stand before and behind words too', () => {
    const copy = read(`${first} =(PHOTO)=`, `=(VIDEO)= ${second} ///`);
    expect(textsOf(copy)).toEqual([first, second]);
    expect(copy.header.carrier).toBe('=(PHOTO)= =(VIDEO)= ///');
  });

  it('a sentence goes on over the mark of a page', () => {
    expect(textsOf(read('Le port de', '(à suivre)', '', '1/2', '', 'Brest a rouvert.'))).toEqual([
      'Le port de Brest a rouvert.',
    ]);
  });

  it('a paragraph ends at a mark between sections, whatever the width says', () => {
    const long = 'Les bateaux ont quitté la rade, ont dit les pompiers mardi.';
    const copy = read(long, '///', long);
    expect(textsOf(copy)).toEqual([long, long]);
    expect(copy.blocks[0]?.ending).toMatchObject({ reason: 'section-mark', confidence: 1 });
  });

  it('a rule of dashes is no part of a sentence', () => {
    expect(textsOf(read('Le port de Brest', '----------', 'a rouvert'))).toEqual([
      'Le port de Brest',
      '----------',
      'a rouvert',
    ]);
  });
});

describe('sign-offs and bylines', () => {
  it.each(['bur-abc/def', 'clv/mh', 'bur-ab-cd/ef/gh'])(
    '%s behind the last sentence is no part of it',
    (signOff) => {
      const copy = read(first, `${second} ${signOff}`);
      expect(copy.blocks.at(-1)?.kind).toBe('signoff');
      expect(textsOf(copy).slice(-2)).toEqual([second, signOff]);
    },
  );

  it.each(['Il roulait à 90 km/h', 'On paie en euros et/ou'])('%s: a unit is none', (text) => {
    expect(read(first, text).blocks.map(({ kind }) => kind)).not.toContain('signoff');
  });

  it('a byline at the end of a story stands apart', () => {
    const { blocks } = read(...wrap(`${first} ${second}`, 40), 'Par Anne Kervella');
    expect(blocks.map(({ kind }) => kind)).toEqual(['body', 'signoff']);
  });
});

describe('tables and lists', () => {
  const kinds = (raw: string): string[] => reflow(physicalLines(raw)).map(({ kind }) => kind);
  const text = wrap(`${first} ${second} ${first} ${second} ${first} ${second}`, 60).join('\n');

  it.each([
    ['scores', 'Brest - Nantes 3-1\nLille - Metz 0-2 (0-1)\nLyon - Nice 1 - 1'],
    ['scores in words', 'Brest bat Nantes 3 à 1\nMetz bat Lille 2 à 0\nLyon et Nice 1 à 1'],
    ['a ranking with figures', '1. Brest 38 19 12 7\n2. Nantes 35 19 10 5\n3. Metz 33 19 9 6'],
    ['columns', 'Brest    38   19\nNantes   35   19'],
    ['tabs', 'Brest\t38\nNantes\t35'],
  ])('%s are one table', (_, table) => {
    expect(kinds(`${text}\n${table}\n${text}`)).toEqual(['body', 'table', 'body']);
  });

  it('a score at the end of a wrapped line makes no table', () => {
    const score = 'Brest, qui jouait dimanche à domicile, a battu Nantes 3-1';
    expect(kinds(`${score}\ndans un stade plein, devant Lille, vainqueur de Metz 2-0\nchez lui.`)).toEqual([
      'body',
    ]);
  });

  it('letters that go on make a list', () => {
    expect(kinds(`Trois points sont à voir :\na) le budget\nb) le calendrier\nc) les sanctions`)).toEqual([
      'body',
      'list',
      'list',
      'list',
    ]);
  });
});

describe('a mode that is forced', () => {
  const flowed = (raw: string, mode: 'blank-line' | 'indentation' | 'line'): string[] =>
    reflow(physicalLines(raw), mode).map(({ lines }) => lines.map((line) => line.text).join(' '));

  it('ends paragraphs at its mark and nowhere else', () => {
    const raw = 'Un titre\nUne phrase.\nUne autre\n\nsans majuscule.\n   Une troisième.';
    expect(flowed(raw, 'blank-line')).toEqual([
      'Un titre Une phrase. Une autre',
      'sans majuscule. Une troisième.',
    ]);
    expect(flowed(raw, 'indentation')).toEqual([
      'Un titre Une phrase. Une autre sans majuscule.',
      'Une troisième.',
    ]);
    expect(flowed(raw, 'line')).toHaveLength(5);
  });
});

it('a break says what it was told from', () => {
  const copy = reflow(physicalLines('Le port de Brest\na rouvert.\n\nDeux cargos\nattendent.'));
  expect(copy[0]?.ending).toEqual({
    reason: 'blank-line',
    confidence: 0.99,
    evidence: { sentenceEnds: 'yes', need: 15, width: 17, gap: 1, usualGap: 0, indent: 0, usualIndent: 0 },
  });
});
