import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DepecheError, describeError } from '../../src/model/errors.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { writeTermsCsv } from '../../src/termbase/csv-write.ts';
import { readOmegatGlossary, writeOmegatGlossary } from '../../src/termbase/omegat-glossary.ts';
import { arbitraryConcepts } from './arbitrary-concepts.ts';
import { houseCsv } from './house.ts';

const german = { source: 'fr', target: 'de' };

describe('writeOmegatGlossary', () => {
  it('says the preferred rendering first and what must never be used in its comment', () => {
    const concepts = readTermsCsv(houseCsv).filter(({ id }) => id === 'lavrov' || id === 'karabakh');
    expect(writeOmegatGlossary(concepts, german).split('\n')).toEqual([
      'Sergueï Lavrov\tSergej Lawrow\tnever: Sergueï Lavrov; a minister',
      'Lavrov\tLawrow',
      'Sergueï Lavrov\tSergej Lavrov\ta minister',
      'Lavrov\tLavrov',
      'Nagorny Karabakh\tBergkarabach\tnever: Nagorny Karabach; the region',
      'Nagorny Karabakh\tNagorno-Karabach\tthe region',
      'Haut-Karabakh\tBergkarabach\tnever: Nagorny Karabach; the region',
      'Haut-Karabakh\tNagorno-Karabach\tthe region',
      '',
    ]);
  });

  it('has two or three cells in every line, and every line is a term', () => {
    fc.assert(
      fc.property(arbitraryConcepts, (concepts) => {
        const text = writeOmegatGlossary(concepts, { source: 'fr', target: 'pt-BR' });
        for (const line of text.split('\n').slice(0, -1)) {
          expect(line.split('\t').length).toBeGreaterThan(1);
          expect(line.split('\t').length).toBeLessThan(4);
          expect(line).not.toMatch(/^#/u);
        }
        const read = readOmegatGlossary(text, { source: 'fr', target: 'pt-BR' });
        expect(readTermsCsv(writeTermsCsv(read))).toEqual(read);
      }),
      { numRuns: 200 },
    );
  });
});

describe('readOmegatGlossary', () => {
  it('makes a concept of each source term', () => {
    const text =
      '\ufeff# terms of the desk\r\n\r\nMoscou\tMoskau\tthe capital\r\nNagorny Karabakh\tBergkarabach\tnever: Nagorny Karabach | Haut-Karabach; a region\r\nMoscou\tMoskwa\r\n';
    expect(writeTermsCsv(readOmegatGlossary(text, german))).toBe(
      [
        'concept,type,lang,term,status,match,forms,note',
        'moscou,common,fr,Moscou,preferred,forms,,the capital',
        'moscou,common,de,Moskau,preferred,forms,,',
        'moscou,common,de,Moskwa,admitted,forms,,',
        'nagorny-karabakh,common,fr,Nagorny Karabakh,preferred,forms,,a region',
        'nagorny-karabakh,common,de,Bergkarabach,preferred,forms,,',
        'nagorny-karabakh,common,de,Nagorny Karabach,forbidden,forms,,',
        'nagorny-karabakh,common,de,Haut-Karabach,forbidden,forms,,',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['a\tb\nMoscou Moskau', 'g.txt:2:14: there is no tab in the line'],
    ['…\tx', 'g.txt:1:1: the source term has no letter in it'],
    ['Moscou\t \tx', 'g.txt:1:8: the target term has no letter in it'],
  ])('refuses %j and says where', (text, expected) => {
    try {
      readOmegatGlossary(text, german, 'g.txt');
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof DepecheError)) throw error;
      expect([error.code, describeError(error)]).toEqual(['invalid', expect.stringContaining(expected)]);
    }
  });
});
