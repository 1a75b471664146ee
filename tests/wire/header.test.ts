import { describe, expect, it } from 'vitest';
import { linesAsParagraphs } from '../../src/wire/lines-as-paragraphs.ts';
import { readPlainText } from '../../src/wire/plain-text.ts';
import { decoded, textsOf } from './reading.ts';

const body = 'Le port de Brest a rouvert mardi.';
const dateline = 'Brest, 3 mai 2021 (DEP) -';

describe('carrier and note', () => {
  it('stand on one line, indented or not', () => {
    const raw = `  date 2021-05 ATTENTION - ajoute réaction du maire ///\n\n${dateline} ${body}`;
    const { header } = readPlainText(decoded(raw));
    expect(header.carrier).toBe('date 2021-05');
    expect(header.note).toMatchObject({ text: 'ATTENTION - ajoute réaction du maire ///', update: 'adds' });
    expect(raw.slice(header.note?.span.start, header.note?.span.end)).toBe(header.note?.text);
  });

  it.each([
    ['ATTENTION - ajoute bilan ///', 'adds'],
    ['ATTENTION - CORRIGE titre ///', 'corrects'],
    ['ATTENTION - rectifie le nom du maire au 2e paragraphe ///', 'corrects'],
    ['RECTIFICATIF', 'corrects'],
    ['ATTENTION - annule et remplace la version de 9h00 ///', 'replaces'],
    ['ANNULE ET REMPLACE', 'replaces'],
    ['(Actualise avec déclarations)', 'replaces'],
    ['ATTENTION - reprend en tête ///', 'replaces'],
    ['ATTENTION - remplace, corrige la date ///', 'replaces'],
    ['ATTENTION - ajoute que le port remplace une gare ///', 'adds'],
    ['ATTENTION - version longue ///', undefined],
  ])('%s: %s', (note, update) => {
    const copy = readPlainText(decoded(`date 2021-05\n${note}\n${dateline} ${body}`));
    expect(copy.header.note?.text).toBe(note);
    expect(copy.header.note?.update).toBe(update);
    expect(copy.header.carrier).toBe('date 2021-05');
    expect(textsOf(copy)).toEqual([body]);
  });

  it('a note may go on over some lines to its mark', () => {
    const copy = readPlainText(
      decoded(`ATTENTION - ajoute réaction\n\ndu maire de Brest ///\n\n${dateline} ${body}`),
    );
    expect(copy.header.note?.text).toBe('ATTENTION - ajoute réaction du maire de Brest ///');
    expect(textsOf(copy)).toEqual([body]);
  });

  it('what stands behind the mark of a note is no part of it', () => {
    const copy = readPlainText(
      decoded(`date 2021-05 /// ATTENTION - ajoute bilan //// Brest rouvre\n${dateline} ${body}`),
    );
    expect(copy.header).toMatchObject({
      carrier: 'date 2021-05 ///',
      note: { text: 'ATTENTION - ajoute bilan ////' },
      headline: 'Brest rouvre',
    });
  });

  it.each([
    ['ANNULATION, ne pas utiliser ///', 'canceled'],
    ['ATTENTION - EMBARGO jusqu’à 18h00 ///', 'withheld'],
    ['ATTENTION - ajoute un concert annulé sous embargo ///', 'usable'],
  ])('%s: %s', (note, status) => {
    expect(readPlainText(decoded(`${note}\n${dateline} ${body}`)).header.status).toBe(status);
  });

  it.each(['Finistère-ports-transports', 'URGENT', '2e LEAD', 'fra0123 4 eco 0231', 'Brest-ports URGENT'])(
    'keywords and codes are no headline: %s',
    (slug) => {
      const { header } = readPlainText(decoded(`${slug}\n${dateline} ${body}`));
      expect(header).toEqual({ carrier: slug, status: 'usable' });
    },
  );
});

describe('headline and byline', () => {
  it('stand above the dateline', () => {
    const raw = `date 2021-05\nPorts-Finistère\nAprès la tempête, Brest rouvre son port\nPar Anne-Lise KERVELLA et Jean d’Orgeval\n\n${dateline} ${body}`;
    const copy = readPlainText(decoded(raw));
    expect(copy.header).toEqual({
      carrier: 'date 2021-05 Ports-Finistère',
      headline: 'Après la tempête, Brest rouvre son port',
      byline: 'Par Anne-Lise KERVELLA et Jean d’Orgeval',
      status: 'usable',
    });
    expect(copy.blocks.map(({ kind }) => kind)).toEqual(['headline', 'body']);
    expect(textsOf(copy)).toEqual(['Après la tempête, Brest rouvre son port', body]);
  });

  it('a byline alone shows where the header ends', () => {
    const copy = readPlainText(decoded(`Brest rouvre son port\nPar Anne Kervella\n\n${body}`));
    expect(copy.header).toMatchObject({ headline: 'Brest rouvre son port', byline: 'Par Anne Kervella' });
    expect(textsOf(copy)).toEqual(['Brest rouvre son port', body]);
  });

  it('what ends a sentence above the dateline stays text', () => {
    const copy = readPlainText(decoded(`Ce texte est un résumé.\n\n${dateline} ${body}`));
    expect(copy.header.headline).toBeUndefined();
    expect(copy.blocks.map(({ kind }) => kind)).toEqual(['body', 'body']);
  });
});

it('copy without header and dateline is body', () => {
  const copy = readPlainText(decoded(`${body} Par chance, nul blessé.\nParis regarde ailleurs.`));
  expect(copy.header).toEqual({ status: 'usable' });
  expect(copy.dateline).toBeUndefined();
  expect(copy.blocks.every(({ kind }) => kind === 'body')).toBe(true);
});

describe('dateline', () => {
  const read = (line: string) => readPlainText(decoded(`date 2021-05\n${line}`)).dateline;

  it.each([
    ['Moscou, 21 oct 2020 (AFP) -', 'Moscou', '2020-10-21', 'AFP'],
    ['Moscou, 21 oct. 2020 (AFP) –', 'Moscou', '2020-10-21', 'AFP'],
    ['MOSCOU, 21 OCT 2020 (AFP) —', 'MOSCOU', '2020-10-21', 'AFP'],
    ['Paris/Bruxelles, 1er janv 2021 (AFP) -', 'Paris/Bruxelles', '2021-01-01', 'AFP'],
    [
      'Saint-Denis (Seine-Saint-Denis), 9 févr 2021 (DEP) -',
      'Saint-Denis (Seine-Saint-Denis)',
      '2021-02-09',
      'DEP',
    ],
    ["Villeneuve-d'Ascq, 29 fév 2020 (Reuters) -", "Villeneuve-d'Ascq", '2020-02-29', 'Reuters'],
    ['New York (Nations unies), 30 août (AFP) -', 'New York (Nations unies)', '--08-30', 'AFP'],
    ['Washington, DC, jeudi 8 aout 2019 (ATS/AFP) -', 'Washington, DC', '2019-08-08', 'ATS/AFP'],
    ['Rome, 3 décembre 2020 (ANSA) -', 'Rome', '2020-12-03', 'ANSA'],
    ['La Haye, le 2 juill. 2021 (AFP) -', 'La Haye', '2021-07-02', 'AFP'],
    ['al-Arich (Egypte), 9 aoû 2021 (AFP) -', 'al-Arich (Egypte)', '2021-08-09', 'AFP'],
    ['îles Féroé, 1er sept (AFP) -', 'îles Féroé', '--09-01', 'AFP'],
    ['Athènes, 14 avr 2021\u00a0(AFP)\u00a0-', 'Athènes', '2021-04-14', 'AFP'],
  ])('%s', (text, place, date, agency) => {
    expect(read(`${text} ${body}`)).toMatchObject({ text, place, date, agency });
  });

  it('knows every month, in full and short', () => {
    const months =
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr mars avr mai juin juil août sept oct nov déc';
    months.split(' ').forEach((month, at) => {
      const number = String((at % 12) + 1).padStart(2, '0');
      expect(read(`Lyon, 4 ${month} 2022 (DEP) - ${body}`)?.date).toBe(`2022-${number}-04`);
    });
  });

  it('has a span from its first character to the dash', () => {
    const raw = `date 2021-05\r\n   ${dateline}   ${body}`;
    const copy = readPlainText(decoded(raw));
    expect(raw.slice(copy.dateline?.span.start, copy.dateline?.span.end)).toBe(dateline);
    expect(textsOf(copy)).toEqual([body]);
  });

  it('may be broken over two lines', () => {
    const copy = readPlainText(decoded(`Brest, 3 mai\n\n2021 (DEP) - ${body}`));
    expect(copy.dateline).toEqual({
      text: dateline,
      span: { start: 0, end: `Brest, 3 mai\n\n2021 (DEP) -`.length },
      place: 'Brest',
      date: '2021-05-03',
      agency: 'DEP',
    });
    expect(textsOf(copy)).toEqual([body]);
  });

  it('is not made longer by a headline above it', () => {
    const copy = readPlainText(decoded(`La pêche reprend à quai\n${dateline} ${body}`));
    expect(copy.dateline?.place).toBe('Brest');
    expect(copy.header.headline).toBe('La pêche reprend à quai');
  });

  it.each([
    'Brest, 32 mai 2021 (DEP) - Rien.',
    'Brest, 29 fév 2021 (DEP) - Rien.',
    'brest, 3 mai 2021 (DEP) - Rien.',
    'Brest, le 3 mai 2021, dormait (encore) - un peu.',
  ])('is none: %s', (line) => {
    expect(read(line)).toBeUndefined();
  });
});

it('linesAsParagraphs looks for nothing', () => {
  const copy = linesAsParagraphs(decoded(`date 2021-05\n\n  ${dateline} ${body}  \r`));
  expect(copy.header).toEqual({ status: 'usable' });
  expect(copy.dateline).toBeUndefined();
  expect(textsOf(copy)).toEqual(['date 2021-05', `${dateline} ${body}`]);
});
