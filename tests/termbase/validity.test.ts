import { describe, expect, it } from 'vitest';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { writeTermsCsv } from '../../src/termbase/csv-write.ts';
import { enforceTerms } from '../../src/termbase/enforce.ts';
import { createTermbase, preferredIn, termbaseFor } from '../../src/termbase/termbase.ts';
import { dispatchOf, drafted, draftOf } from '../bundle/stories.ts';

const csv = `concept,type,lang,term,status,match,forms,note,valid_from,valid_until,translate,speaks
astana,place,fr,Astana,preferred,forms,,,,2019-03-22,,
astana,place,fr,Noursoultan,preferred,forms,,,2019-03-23,2022-09-16,,
astana,place,en,Astana,preferred,forms,,,,2019-03-22,,
astana,place,en,Nur-Sultan,preferred,forms,,,2019-03-23,2022-09-16,,
lemans,event,fr,24 Heures du Mans,preferred,exact,,,,,no,
roy,person,fr,Anne Roy,preferred,forms,family=Roy,,,,,en|ru
`;
const house = createTermbase(readTermsCsv(csv));
const astana = house.concepts.get('astana');

function repaired(date: string, source: string, target: string): string {
  const dispatch = dispatchOf([source], {
    dateline: { text: 'x', span: { start: 0, end: 0 }, place: 'x', date, agency: '' },
  });
  const draft = draftOf(dispatch, 'en', () => drafted(target));
  const [unit] = enforceTerms(draft, termbaseFor(dispatch, house)).units;
  return unit && 'text' in unit.target ? unit.target.text : '';
}

describe('a term that is right for a time', () => {
  it.each([
    ['2018-05-01', 'Astana', 'Nur-Sultan', 'Astana'],
    ['2020-05-01', 'Noursoultan', 'Astana', 'Nur-Sultan'],
    ['2020-05-01', 'Noursoultan', 'Nur-Sultan', 'Nur-Sultan'],
    ['--05-01', 'Astana', 'Astana', 'Astana'],
  ])('on %s %s, said as %s, becomes %s', (date, source, said, right) => {
    expect(repaired(date, `La visite à ${source}.`, `The visit to ${said}.`)).toBe(`The visit to ${right}.`);
  });

  it('is the last one where no day is known', () => {
    expect(astana && preferredIn(astana, 'en')?.text).toBe('Nur-Sultan');
  });

  it('shares no time with another preferred one', () => {
    const both = csv.replace(
      '2019-03-23,2022-09-16,,\nastana,place,en,Astana',
      '2019-01-01,2022-09-16,,\nastana,place,en,Astana',
    );
    expect(() => readTermsCsv(both, 'g.csv')).toThrow(
      expect.objectContaining({ place: { file: 'g.csv', line: 3, column: 29 } }),
    );
  });

  it.each([
    ['2019-02-30', 'write a day'],
    ['2018-01-01,2017-01-01', 'before it begins'],
  ])('says no %s', (days, message) => {
    const wrong = `concept,type,lang,term,status,match,forms,note,valid_from,valid_until\na,place,fr,A,preferred,exact,,,${days.includes(',') ? days : `${days},`}\n`;
    expect(() => readTermsCsv(wrong)).toThrow(message);
  });
});

describe('a name that is not translated', () => {
  it('is said in every language as in the source', () => {
    expect(repaired('2020-05-01', 'Les 24 Heures du Mans.', 'The 24 Heures du Mans.')).toBe(
      'The 24 Heures du Mans.',
    );
    const concept = house.concepts.get('lemans');
    expect(concept && preferredIn(concept, 'ru')?.text).toBe('24 Heures du Mans');
  });
});

it('the facts of concepts and terms come back byte for byte, and a glossary without any is as it was', () => {
  expect(writeTermsCsv(readTermsCsv(csv))).toBe(csv);
  expect(house.concepts.get('roy')?.speaks).toEqual(['en', 'ru']);
  const plain =
    'concept,type,lang,term,status,match,forms,note\na,place,de,Moskau,preferred,forms,gen?=Moskaus,\n';
  expect(writeTermsCsv(readTermsCsv(plain))).toBe(plain);
  expect(readTermsCsv(plain)[0]?.terms[0]?.forms).toEqual([
    { label: 'gen', text: 'Moskaus', generated: true },
  ]);
});
