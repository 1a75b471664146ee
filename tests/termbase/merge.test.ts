import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { writeTermsCsv } from '../../src/termbase/csv-write.ts';
import { mergeTerms } from '../../src/termbase/merge.ts';
import { readTbx } from '../../src/termbase/tbx-read.ts';
import { writeTbx } from '../../src/termbase/tbx-write.ts';
import { arbitraryConcepts } from './arbitrary-concepts.ts';

const header =
  'concept,type,lang,term,status,match,forms,note,source,valid_from,valid_until,translate,speaks\n';

function merged(house: string, others: string) {
  const { concepts, added, completed, conflicts } = mergeTerms(
    readTermsCsv(header + house),
    readTermsCsv(header + others),
  );
  const [, ...rows] = writeTermsCsv(concepts).trimEnd().split('\n');
  return { rows, added, completed, conflicts: conflicts.map(({ why }) => why) };
}

const person = 'roy,person,fr,Anne Roy,preferred,forms,family=Roy';

describe('mergeTerms', () => {
  it.each([
    ['a source', `${person},,,,,,\n`, `${person},,decree 12,,,,\n`, `${person},,decree 12`],
    [
      'days',
      `${person},,,,,,\n`,
      `${person},,,2019-01-01,2024-05-05,,\n`,
      `${person},,2019-01-01,2024-05-05`,
    ],
    ['languages', `${person},,,,,,\n`, `${person},,,,,,en|ru\n`, `${person},,en|ru`],
    ['that it is not translated', `${person},,,,,,\n`, `${person},,,,,no,\n`, `${person},,no`],
    ['forms', `${person},,,,,,\n`, `${person}|gen=Roys,,,,,,\n`, `${person}|gen=Roys,`],
    ['a confirmed form', `${person}|gen?=Roys,,,,,,\n`, `${person}|gen=Roys,,,,,,\n`, `${person}|gen=Roys,`],
  ])('adds %s that the house lacks', (_, house, others, expected) => {
    const merge = merged(house, others);
    expect(merge.rows).toEqual([expected]);
    expect(merge).toMatchObject({ added: 0, conflicts: [] });
    expect(merge.completed).toBeGreaterThan(0);
  });

  it.each([
    ['a source', `${person},,decree 1,,,,\n`, `${person},,decree 12,,,,\n`, 'its source is decree 1 here'],
    [
      'a last day',
      `${person},,,,2020-01-01,,\n`,
      `${person},,,,2021-01-01,,\n`,
      'valid until 2020-01-01 here',
    ],
    [
      'days that do not fit',
      `${person},,,,2020-01-01,,\n`,
      `${person},,,2021-01-01,,,\n`,
      'before it begins',
    ],
    ['languages', `${person},,,,,,en\n`, `${person},,,,,,en|ru\n`, 'speaks en here and en, ru there'],
    [
      'a form',
      `${person}|gen=Roys,,,,,,\n`,
      `${person}|gen=Roy’s,,,,,,\n`,
      'forms there that it lacks here: gen=Roy’s',
    ],
    [
      'a status',
      `${person},,,,,,\n`,
      `${person.replace('preferred', 'forbidden')},,,,,,\n`,
      'preferred here and forbidden there',
    ],
    [
      'a translation',
      `${person},,,,,,\nroy,person,de,Änne Roy,preferred,forms,,,,,,,\n`,
      `${person},,,,,no,\n`,
      'translated here and not to be translated there',
    ],
  ])('keeps what the house says of %s', (_, house, others, why) => {
    const merge = merged(house, others);
    expect(merge.rows.join('\n')).toBe(merged(house, house).rows.join('\n'));
    expect(merge.conflicts).toEqual([expect.stringContaining(why)]);
  });

  it('adds a name of today beside the one that a last day has just ended', () => {
    const { added, completed, conflicts } = merged(
      'astana,place,fr,Noursoultan,preferred,forms,,,,,,,\n',
      'astana,place,fr,Noursoultan,preferred,forms,,,,,2022-09-16,,\nastana,place,fr,Astana,preferred,forms,,,,2022-09-17,,,\n',
    );
    expect({ added, completed, conflicts }).toEqual({ added: 1, completed: 1, conflicts: [] });
  });

  it('adds no second name that is preferred on the same days', () => {
    expect(
      merged(
        'a,place,fr,Astana,preferred,forms,,,,,,,\n',
        'a,place,fr,Akmola,preferred,forms,,,,,1998-05-05,,\n',
      ).conflicts,
    ).toEqual(['“Astana” is preferred here']);
  });

  it('of a glossary with itself, by CSV or TBX, changes nothing', () => {
    fc.assert(
      fc.property(arbitraryConcepts, (concepts) => {
        const nothing = { concepts, added: 0, completed: 0, conflicts: [] };
        expect(mergeTerms(concepts, readTermsCsv(writeTermsCsv(concepts)))).toEqual(nothing);
        expect(mergeTerms(concepts, readTbx(writeTbx(concepts, { language: 'en' })))).toEqual(nothing);
      }),
    );
  });

  it('never changes or takes away what the house has', () => {
    fc.assert(
      fc.property(arbitraryConcepts, arbitraryConcepts, (house, others) => {
        const after = new Map(mergeTerms(house, others).concepts.map((concept) => [concept.id, concept]));
        for (const concept of house) {
          const { terms, ...facts } = concept;
          expect(after.get(concept.id)).toMatchObject(facts);
          for (const [index, { forms, ...term }] of terms.entries()) {
            const kept = after.get(concept.id)?.terms[index];
            expect(kept).toMatchObject(term);
            const texts = kept?.forms.map(({ label, text }) => `${label}=${text}`);
            expect(texts).toEqual(expect.arrayContaining(forms.map(({ label, text }) => `${label}=${text}`)));
          }
        }
      }),
    );
  });
});
