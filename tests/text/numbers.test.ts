import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isExpressed, readNumbers, valuesOf } from '../../src/text/numbers.ts';

const valuesIn = (text: string, locale: string) => [...valuesOf(readNumbers(text, locale))];
const first = (text: string, locale: string) => readNumbers(text, locale)[0];

/** A number below a million as Italian spells it, by its grammar and not by the table under test. */
function inItalian(number: number): string {
  const units = ['', 'uno', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove'];
  const teens =
    'dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove'.split(' ');
  const tens = [
    '',
    '',
    'venti',
    'trenta',
    'quaranta',
    'cinquanta',
    'sessanta',
    'settanta',
    'ottanta',
    'novanta',
  ];
  const joined = (left: string, right: string) =>
    /^[uo]/u.test(right) ? left.slice(0, -1) + right : left + right;
  const belowHundred = (value: number): string => {
    if (value < 10) return units[value] ?? '';
    if (value < 20) return teens[value - 10] ?? '';
    return joined(tens[Math.floor(value / 10)] ?? '', units[value % 10] ?? '');
  };
  const belowThousand = (value: number): string => {
    const hundreds = Math.floor(value / 100);
    const rest = belowHundred(value % 100);
    if (hundreds === 0) return rest;
    const head = `${hundreds === 1 ? '' : units[hundreds]}cento`;
    return rest.startsWith('o') ? joined(head, rest) : head + rest;
  };
  const thousands = Math.floor(number / 1000);
  const head = thousands === 0 ? '' : thousands === 1 ? 'mille' : `${belowThousand(thousands)}mila`;
  return (head + belowThousand(number % 1000)).replace(/(?<=.)tre$/u, 'tré');
}

describe('numbers in digits', () => {
  it.each([
    ['fr', '30.000', '30000'],
    ['en', '30.000', '30'],
    ['en', '30,000', '30000'],
    ['fr', '30,000', '30'],
    ['es-MX', '30,000', '30000'],
    ['de', '1.250.000', '1250000'],
    ['en', '1,250,000.50', '1250000.5'],
    ['fr', '30\u202f000', '30000'],
    ['fr', '12 500,5', '12500.5'],
    ['de-CH', "30'000", '30000'],
    ['ar', '٣٠٬٠٠٠', '30000'],
    ['ar', '٣٫٤', '3.4'],
    ['fr', '0,500', '0.5'],
    ['fr', '3,4', '3.4'],
    ['en', '2.3 million', '2300000'],
  ])('%s reads %s as %s', (locale, text, value) => {
    expect(first(text, locale)?.readings[0]).toEqual([value]);
  });

  it.each([
    ['fr', '14h30', '2:30'],
    ['fr', '14 H 30', '2:30'],
    ['en', '2:30 pm', '2:30'],
    ['en', '1430 GMT', '2:30'],
    ['de', '14.30 Uhr', '2:30'],
    ['ar', '14,30', '2:30'],
    ['fr', 'midi', '0:00'],
    ['fr', '21/10/2020', 'm10'],
    ['en', '2020-10-21', 'm10'],
    ['de', '21.10.', 'm10'],
    ['en', '1939-45', '1945'],
    ['fr', 'années 80', '1980'],
    ['it', 'anni ’80', '1980'],
    ['it', 'il Novecento', '20'],
    ['it', 'alle 8 di sera', '8:00'],
  ])('%s finds in %s the value %s', (locale, text, value) => {
    expect(valuesIn(text, locale)).toContain(value);
  });

  it('gives every whole number back that Intl writes, in each of the six languages', () => {
    const locales = ['fr', 'en', 'de', 'es', 'pt', 'ar-EG', 'de-CH', 'pt-BR', 'en-GB', 'es-MX'];
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.integer({ min: 0, max: 9_999_999_999 }),
        (locale, number) => {
          const text = `— ${new Intl.NumberFormat(locale).format(number)} —`;
          expect(first(text, locale)?.readings[0]).toEqual([String(number)]);
        },
      ),
    );
  });

  it('reads every number below a million that Italian spells out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999 }), (number) => {
        expect(first(`In ${inItalian(number)}.`, 'it')?.readings[0]).toEqual([String(number)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives every decimal number back', () => {
    const decimals = fc.tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(
        fc.constantFrom('fr', 'en', 'de', 'es', 'pt', 'ar-EG'),
        decimals,
        (locale, [whole, hundredths]) => {
          const number = Number((whole + hundredths / 100).toFixed(2));
          const text = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(number);
          expect(valuesIn(text, locale)).toContain(String(number));
        },
      ),
    );
  });
});

describe('numbers in words', () => {
  it.each([
    ['fr', 'vingt et un', '21'],
    ['fr', 'quatre-vingt-dix-sept', '97'],
    ['fr', 'soixante et onze', '71'],
    ['fr', 'deux cent trente-quatre', '234'],
    ['fr', 'trois millions deux cent mille', '3200000'],
    ['fr', 'deux millions et demi', '2500000'],
    ['fr', 'une vingtaine', '20'],
    ['fr', 'XVIe', '16'],
    ['fr', 'dix-septième', '17'],
    ['en', 'twenty-five', '25'],
    ['en', 'one hundred and two', '102'],
    ['en', 'fifteen hundred', '1500'],
    ['en', 'half a million', '500000'],
    ['en', 'two and a half million', '2500000'],
    ['de', 'fünfundzwanzig', '25'],
    ['de', 'dreitausend', '3000'],
    ['de', 'zwanzigsten', '20'],
    ['es', 'dos mil quinientos millones', '2500000000'],
    ['es', 'millón y medio', '1500000'],
    ['es', 'siglo XX', '20'],
    ['pt', 'duzentos e cinquenta', '250'],
    ['pt', 'dois mil milhões', '2000000000'],
    ['ar', 'خمسة وعشرون', '25'],
    ['ar', 'ثلاثين ألفا', '30000'],
    ['ar', 'مليونين ونصف', '2500000'],
    ['ar', 'والثلاثة', '3'],
    ['ar', 'القرن العشرين', '20'],
    ['ar', 'خمسة عشر', '15'],
    ['fr', 'des centaines de milliers', '100000'],
    ['fr', 'deux ans et demi', '2.5'],
    ['fr', 'trois quarts', '0.75'],
    ['en', 'two dozen', '24'],
    ['en', 'half a dozen', '6'],
    ['de', 'dreihundertzwölf', '312'],
    ['de', 'Zweiundsechzigjähriger', '62'],
    ['de', 'zweieinhalb', '2.5'],
    ['de', 'hunderttausende', '100000'],
    ['de', 'Tabellenzwölfter', '12'],
    ['es', 'decimoséptimo', '17'],
    ['ru', 'два с половиной миллиона', '2500000'],
    ['ru', 'двухсот двадцати', '220'],
    ['ru', 'восемнадцатого', '18'],
    ['ru', 'пятилетний', '5'],
    ['ru', 'двадцатипятилетнего', '25'],
    ['ru', 'полторы тысячи', '1500'],
    ['ru', 'девятью', '9'],
    ['it', 'duemilatrecentoquattro', '2304'],
    ['it', 'centotto', '108'],
    ['it', 'trentaquattrenne', '34'],
    ['it', 'ventitreesimo', '23'],
    ['it', 'cent’anni', '100'],
    ['it', '30mila', '30000'],
    ['it', 'due milioni e mezzo', '2500000'],
    ['it', 'mezzo milione', '500000'],
    ['it', 'centinaia di migliaia', '100000'],
  ])('%s reads %s as %s', (locale, text, value) => {
    expect(valuesIn(text, locale)).toContain(value);
  });

  it('does not add up words that are two numbers', () => {
    const each = (text: string, locale: string) =>
      readNumbers(text, locale).map(({ readings }) => readings[0]);
    expect(each('deux, trois', 'fr')).toEqual([['2'], ['3']]);
    expect(each('entre deux et quatre', 'fr')).toEqual([['2'], ['4']]);
    expect(each('two three', 'en')).toEqual([['2'], ['3']]);
    expect(each('two million and three million', 'en')).toEqual([['2000000'], ['3000000']]);
    expect(each('two hundred a day', 'en')[0]).toEqual(['200']);
    expect(each('sessenta e dez', 'pt')).toEqual([['60'], ['10']]);
  });

  it('are asked for only where they are nothing else', () => {
    const asked = (text: string, locale: string) =>
      readNumbers(text, locale).flatMap(({ asked, text }) => (asked ? [text] : []));
    expect(asked('sept véhicules neufs, une seconde, une quarantaine de jours', 'fr')).toEqual([
      'sept',
      'quarantaine',
    ]);
    expect(asked('En quarantaine, un tiers des Six Nations', 'fr')).toEqual(['tiers']);
    expect(asked('seven of them once in a second', 'en')).toEqual(['seven']);
    expect(asked('Acht geben auf sieben', 'de')).toEqual(['sieben']);
  });

  it('have measures, halves of the day and signs', () => {
    const read = (text: string, locale: string) => {
      const [number] = readNumbers(text, locale);
      return [number?.measure?.name, number?.half, number?.negative];
    };
    expect(read('3,4 milliards d’euros', 'fr')).toEqual(['euro', undefined, false]);
    expect(read('$1.2 billion', 'en')).toEqual(['dollar', undefined, false]);
    expect(read('25 km²', 'es')).toEqual(['km2', undefined, false]);
    expect(read('1,5 Prozentpunkte', 'de')).toEqual(['point', undefined, false]);
    expect(read('34-летний', 'ru')).toEqual(['year', undefined, false]);
    expect(read('30 m', 'en')).toEqual(['m', undefined, false]);
    expect(read('14h30', 'fr')).toEqual([undefined, 'pm', false]);
    expect(read('8 часов вечера', 'ru')).toEqual(['hour', 'pm', false]);
    expect(read('8:15', 'en')).toEqual([undefined, undefined, false]);
    expect(read('moins 5 degrés', 'fr')).toEqual(['degree', undefined, true]);
    expect(read('au moins 5 degrés', 'fr')).toEqual(['degree', undefined, false]);
    expect(read('ocho grados bajo cero', 'es')).toEqual(['degree', undefined, true]);
  });

  it('say what they are, and which digits are in names', () => {
    const kinds = (text: string) => readNumbers(text, 'fr').map(({ kind }) => kind);
    expect(kinds('deux G20, Covid-19, CO2')).toEqual(['words', 'name', 'name', 'name']);
    expect(kinds('mi-2020, -5 et 17e')).toEqual(['digits', 'digits', 'digits']);
  });
});

describe('comparing', () => {
  it('takes a reading only whole', () => {
    const [date] = readNumbers('21/10/2020', 'fr');
    expect(date && isExpressed(date, new Set(['21', 'm10', '2020']))).toBe(true);
    expect(date && isExpressed(date, new Set(['21', '2020']))).toBe(false);
  });

  it.each([
    ['3-1', '3:1', true],
    ['3-1', '1-3', true],
    ['3-1', '3 to 1', true],
    ['3-1', '3 goals, all of them in the second half, to 1', false],
    ['3 à 1', '3:1', true],
    ['1 min 15 s', '1:15', true],
    ['2h41', '2 hr 41 min', true],
    ['21-18', '21:18', true],
    ['12h00', '12:10', false],
    ['le 10 à 12h00', 'on the 10th at 12:10', false],
  ])('%s and %s: %s', (source, target, expected) => {
    const values = valuesOf(readNumbers(target, 'en'));
    expect(readNumbers(source, 'fr').every((number) => isExpressed(number, values))).toBe(expected);
  });

  it('has a span for each number, in order and disjoint', () => {
    const parts = fc.constantFrom(
      '30.000',
      '3,4 %',
      '14h30',
      'deux',
      'mille',
      'et',
      'millions',
      '21/10',
      ' ',
      '-',
      '٣',
      'G20',
      'XX',
    );
    fc.assert(
      fc.property(fc.array(parts), fc.constantFrom('fr', 'en', 'ar', 'ru'), (list, locale) => {
        const text = list.join(' ');
        let end = 0;
        for (const number of readNumbers(text, locale)) {
          expect(number.start).toBeGreaterThanOrEqual(end);
          expect(number.end).toBeGreaterThan(number.start);
          end = number.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each([
    ['moins 5 degrés', 'fr'],
    ['minus 5 Grad', 'de'],
    ['menos 5 grados', 'es'],
    ['meno 5 gradi', 'it'],
    ['минус 5 градусов', 'ru'],
    ['-5 °C', 'en'],
    ['5 degrees below zero', 'en'],
    ['5 gradi sotto zero', 'it'],
    ['5 градусов мороза', 'ru'],
  ])('reads the sign of %s', (text, locale) => {
    expect(first(text, locale)).toMatchObject({ negative: true, measure: { name: 'degree' } });
  });

  it.each([
    ['deux heures et demie', 'fr'],
    ['two hours and a half', 'en'],
    ['dos horas y media', 'es'],
    ['duas horas e meia', 'pt'],
    ['due ore e mezza', 'it'],
  ])('reads the half of %s', (text, locale) => {
    expect(first(text, locale)?.readings).toContainEqual(['2.5']);
  });

  it.each([
    ['un huitième de finale, des demi-finales et 1/16', 'fr', ['r2', 'r16']],
    [
      'the quarter-final, the last eight, the semifinals, the round of 16, the last thirty-two',
      'en',
      ['r4', 'r2', 'r8', 'r16'],
    ],
    ['Achtelfinale, Halbfinale, Viertelfinale, Sechzehntelfinale', 'de', ['r8', 'r2', 'r4', 'r16']],
    ['los cuartos de final, octavos de final, dieciseisavos', 'es', ['r4', 'r8', 'r16']],
    ['meias-finais, oitavas de final, dezesseis avos', 'pt', ['r2', 'r8', 'r16']],
    ['gli ottavi di finale', 'it', ['r8']],
    ['четвертьфинал и полуфинал', 'ru', ['r4', 'r2']],
  ])('reads the rounds of %s', (text, locale, rounds) => {
    const words = text.split(/, | et | и /u);
    const found = words.flatMap((word) => valuesIn(word, locale).filter((value) => /^r\d/u.test(value)));
    expect(found).toEqual(expect.arrayContaining(rounds));
  });

  it.each([
    ['digits', '1'],
    ['groups', '111 '],
    ['dots', '1.'],
    ['colons', '1:'],
    ['dashes', '1-'],
    ['blanks', ' '],
    ['number words', 'vingt '],
    ['scale words', 'mille '],
    ['halves', 'et demi '],
    ['capitals', 'A'],
  ])('reads %s in linear time', (_, part) => {
    // At a cost that grows with the square this takes minutes, and the runner gives up.
    readNumbers(part.repeat(Math.ceil(300_000 / part.length)), 'fr');
  });
});
