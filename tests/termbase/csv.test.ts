import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DepecheError, describeError } from '../../src/model/errors.ts';
import type { Concept } from '../../src/termbase/concept.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { recordsOf } from '../../src/termbase/csv-records.ts';
import { writeTermsCsv } from '../../src/termbase/csv-write.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { houseCsv } from './house.ts';

const header = 'concept,type,lang,term,status,match,forms,note\n';

function refusal(text: string): string {
  try {
    readTermsCsv(text, 'terms.csv');
  } catch (error) {
    if (error instanceof DepecheError && error.code === 'invalid') return describeError(error);
    throw error;
  }
  return 'accepted';
}

describe('recordsOf', () => {
  const pieces = fc.constantFrom('a', 'b c', ' ', ',', '\n', '\r\n', '\r', '"', '""', ',"', '",', '"\n', 'é');

  it('reads what a parser of RFC 4180 reads, and refuses what it refuses', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (text) => {
        const body = text.join('');
        let expected: unknown;
        try {
          expected = parse(body, {
            relax_column_count: true,
            skip_empty_lines: true,
            record_delimiter: ['\r\n', '\n', '\r'],
          });
        } catch {
          expected = 'refused';
        }
        let found: unknown;
        try {
          found = recordsOf(body, undefined);
        } catch (error) {
          expect(error).toBeInstanceOf(DepecheError);
          found = 'refused';
        }
        expect(found).toEqual(expected);
      }),
    );
  });
});

describe('readTermsCsv', () => {
  it('reads concepts, terms and forms', () => {
    const [concept] = readTermsCsv(
      `${header}lavrov,person,de,Sergej Lawrow,preferred,forms,gen=Sergej Lawrows|family=Lawrow,"a note, quoted"\n` +
        'lavrov,person,pt-br,Serguei Lavrov,preferred,exact,,Brazil\n',
    );
    expect(concept).toEqual({
      id: 'lavrov',
      type: 'person',
      note: 'a note, quoted',
      terms: [
        {
          lang: 'de',
          text: 'Sergej Lawrow',
          status: 'preferred',
          match: 'forms',
          forms: [
            { label: 'gen', text: 'Sergej Lawrows' },
            { label: 'family', text: 'Lawrow' },
          ],
        },
        {
          lang: 'pt-BR',
          text: 'Serguei Lavrov',
          status: 'preferred',
          match: 'exact',
          forms: [],
          note: 'Brazil',
        },
      ],
    });
  });

  it('tolerates a byte order mark, CRLF, blank lines and a missing last newline', () => {
    const crlf = `\ufeff${houseCsv.replaceAll('\n', '\r\n\r\n').trimEnd()}`;
    expect(readTermsCsv(crlf)).toEqual(readTermsCsv(houseCsv));
  });

  it('gives texts back in NFC', () => {
    const decomposed = `${header}geneva,place,fr,Gene\u0300ve,preferred,exact,,\n`;
    expect(readTermsCsv(decomposed)[0]?.terms[0]?.text).toBe('Gen\u00e8ve');
  });

  it.each([
    ['', 'terms.csv:1:1: the first line must be the header'],
    ['concept,term\n', 'terms.csv:1:1: the first line must be the header'],
    [`${header}moscow,place,fr,Moscou\n`, 'terms.csv:2:23: the row has 4 fields'],
    [
      `${header}moscow,place,fr,Moscou,preferred,exact,,a note, with a comma\n`,
      'terms.csv:2:41: the row has 9 fields',
    ],
    [`${header}__proto__,place,fr,Moscou,preferred,exact,,\n`, 'terms.csv:2:1: concept is “__proto__”'],
    [`${header}../moscow,place,fr,Moscou,preferred,exact,,\n`, 'terms.csv:2:1: concept is “../moscow”'],
    [
      `${header}moscow,town,fr,Moscou,preferred,exact,,\n`,
      'terms.csv:2:8: type is “town”: write one of person',
    ],
    [`${header}moscow,place,fr_FR,Moscou,preferred,exact,,\n`, 'terms.csv:2:14: lang is “fr_FR”'],
    [`${header}moscow,place,fr,"…",preferred,exact,,\n`, 'terms.csv:2:17: the term has no letter'],
    [`${header}moscow,place,fr,Moscou,best,exact,,\n`, 'terms.csv:2:24: status is “best”'],
    [`${header}moscow,place,fr,Moscou,preferred,fuzzy,,\n`, 'terms.csv:2:34: match is “fuzzy”'],
    [
      `${header}moscow,place,de,Moskau,preferred,forms,Moskaus,\n`,
      'terms.csv:2:40: the form “Moskaus” is not',
    ],
    [
      `${header}moscow,place,de,Moskau,preferred,forms,base=Moskau,\n`,
      'terms.csv:2:40: the form “base=Moskau”',
    ],
    [`${header}moscow,place,de,Moskau,preferred,exact,gen=Moskaus,\n`, 'terms.csv:2:40: forms are listed'],
    [
      `${header}moscow,place,fr,Moscou,preferred,exact,,"two\nlines"\nmoscow,person,fr,X,admitted,exact,,\n`,
      'terms.csv:4:8: “moscow” is a place in an earlier row',
    ],
    [
      `${header}\nmoscow,place,fr,Moscou,preferred,exact,,\n\nmoscow,place,fr,Moskva,preferred,exact,,\n`,
      'terms.csv:5:24: “moscow” prefers another term in fr already',
    ],
    [
      `${header}geneva,place,fr,d’Genève,preferred,exact,,\ngeneva,place,fr,d'Genève,admitted,exact,,\n`,
      "terms.csv:3:17: “geneva” has the term “d'Genève” in fr already",
    ],
    [`${header}moscow,place,fr,"Moscou,preferred,exact,,\n`, 'terms.csv:2:17: a quote is out of place'],
    [`${header}moscow,place,fr,Mos"cou,preferred,exact,,\n`, 'terms.csv:2:17: a quote is out of place'],
    [`${header}moscow,place,fr,"Moscou" x,preferred,exact,,\n`, 'terms.csv:2:17: a quote is out of place'],
  ])('refuses %j and says where', (text, message) => {
    expect(refusal(text)).toContain(message);
  });
});

describe('writeTermsCsv', () => {
  it('gives a canonical file back byte for byte', () => {
    expect(writeTermsCsv(readTermsCsv(houseCsv))).toBe(houseCsv);
  });

  it('is read back as what was written', () => {
    const word = fc
      .stringMatching(/^[\p{L}\p{N}"',;=’ -]{0,12}[\p{L}\p{N}]$/u)
      .map((text) => text.trim().normalize('NFC'));
    const form = fc.record({ label: fc.constantFrom('gen', 'dat', 'family', 'family-gen'), text: word });
    const concept: fc.Arbitrary<Concept> = fc
      .record({
        id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/u),
        type: fc.constantFrom('person' as const, 'place' as const, 'common' as const),
        note: word,
        texts: fc.uniqueArray(fc.tuple(word, fc.array(form, { maxLength: 3 })), {
          minLength: 1,
          maxLength: 4,
          selector: ([text]) => text.replaceAll('’', "'"),
        }),
      })
      .map(({ id, type, note, texts }) => ({
        id,
        type,
        note,
        terms: texts.map(([text, forms], index) => ({
          lang: 'de',
          text,
          status: index === 0 ? ('preferred' as const) : ('admitted' as const),
          match: forms.length > 0 ? ('forms' as const) : ('exact' as const),
          forms,
        })),
      }));
    fc.assert(
      fc.property(fc.uniqueArray(concept, { selector: ({ id }) => id, maxLength: 5 }), (concepts) => {
        const text = writeTermsCsv(concepts);
        expect(readTermsCsv(text)).toEqual(concepts);
        expect(writeTermsCsv(readTermsCsv(text))).toBe(text);
      }),
    );
  });

  it('refuses a form the column cannot hold', () => {
    const term = { lang: 'de', text: 'x', status: 'preferred', match: 'forms' } as const;
    const concept: Concept = {
      id: 'x',
      type: 'place',
      terms: [{ ...term, forms: [{ label: 'gen', text: 'a|b' }] }],
    };
    expect(() => writeTermsCsv([concept])).toThrow(DepecheError);
  });
});

describe('createTermbase', () => {
  it('refuses two concepts of one id', () => {
    const concept: Concept = { id: 'x', type: 'place', terms: [] };
    expect(() => createTermbase([concept, concept])).toThrow(/two concepts have the id “x”/u);
  });

  it('takes any id as a mere string', () => {
    const concepts = ['__proto__', 'constructor', 'toString'].map(
      (id): Concept => ({ id, type: 'place', terms: [] }),
    );
    expect([...createTermbase(concepts).concepts.keys()]).toEqual(['__proto__', 'constructor', 'toString']);
  });
});
