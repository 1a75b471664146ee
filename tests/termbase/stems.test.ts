import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/model/draft.ts';
import { formsOf } from '../../src/termbase/concept.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { writeTermsCsv } from '../../src/termbase/csv-write.ts';
import { enforceTerms } from '../../src/termbase/enforce.ts';
import { findTerms } from '../../src/termbase/match.ts';
import { termProblems } from '../../src/termbase/problems.ts';
import { readTbx } from '../../src/termbase/tbx-read.ts';
import { writeTbx } from '../../src/termbase/tbx-write.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { draftOf } from './house.ts';

const header = 'concept,type,lang,term,status,match,forms,note\n';

function finds(lang: string, term: string, text: string): boolean {
  const rows = `x,common,${lang},${term},preferred,stem,,\n`;
  return findTerms(createTermbase(readTermsCsv(header + rows)), text, lang).length > 0;
}

describe('a common noun that matches by its stem', () => {
  it.each([
    ['fr', 'accord de paix', 'les accords de paix'],
    ['fr', 'tribunal', 'des tribunaux'],
    ['fr', 'trêves', 'une trêve'],
    ['en', 'embassy', 'two embassies'],
    ['en', 'ceasefire', 'ceasefires'],
    ['de', 'Vertrag', 'die Verträge, den Verträgen'],
    ['de', 'Vertrag', 'des Vertrages'],
    ['de', 'Waffenruhe', 'zwei Waffenruhen'],
    ['de', 'Wahl', 'bei den Wahlen'],
    ['de', 'Haushalt', 'des Haushalts'],
    ['es', 'negociación', 'las negociaciones'],
    ['es', 'voz', 'las voces'],
    ['pt', 'cidadão', 'os cidadãos'],
    ['pt', 'eleição', 'eleições'],
    ['it', 'accordo', 'gli accordi'],
    ['ru', 'перемирие', 'о перемирии'],
    ['ru', 'выборы', 'после выборов, на выборах'],
    ['ru', 'мирный договор', 'с мирным договором, мирных договоров'],
  ])('%s: %s is found in “%s”', (lang, term, text) => {
    expect(finds(lang, term, text)).toBe(true);
  });

  it.each([
    ['fr', 'accord', 'il accordait, accordéon'],
    ['en', 'treaty', 'treat, treated'],
    ['de', 'Vertrag', 'vertraglich, Vertreter'],
    ['de', 'Wahl', 'Wähler, wählen, Wahlkampf'],
    ['de', 'Bau', 'Bauer, Bauten'],
    ['de', 'Krieg', 'Krieger'],
    ['de', 'Land', 'Länder'],
    ['es', 'puerto', 'puerta, puertas'],
    ['pt', 'porto', 'porta, portas'],
    ['ru', 'договор', 'договориться, договорной'],
    ['ru', 'мир', 'мира, миру'],
  ])('%s: %s is not found in “%s”', (lang, term, text) => {
    expect(finds(lang, term, text)).toBe(false);
  });

  const glossary = `${header}truce,common,fr,trêve,preferred,stem,,
truce,common,de,Waffenruhe,preferred,stem,,
truce,common,de,Waffenstillstand,forbidden,stem,,
`;

  it('is an accepted rendering, and a wrong one is told and not repaired', () => {
    const termbase = createTermbase(readTermsCsv(glossary));
    const problemsOf = (target: string) => {
      const [unit] = enforceTerms(draftOf('de', [['Deux trêves.', target]]), termbase).units;
      return unit
        ? [textOf(unit.target), ...termProblems(unit, termbase, 'fr', 'de').map(({ kind }) => kind)]
        : [];
    };
    expect(problemsOf('Zwei Waffenruhen.')).toEqual(['Zwei Waffenruhen.']);
    expect(problemsOf('Zwei Waffenstillstände.')).toEqual(['Zwei Waffenstillstände.', 'forbidden']);
    expect(problemsOf('Ein Waffenstillstand.')).toEqual(['Ein Waffenruhe.']);
    expect(problemsOf('Zwei Pausen.')).toEqual(['Zwei Pausen.', 'missing']);
  });

  it('keeps what it is through CSV and TBX, with none of the forms in it', () => {
    const concepts = readTermsCsv(glossary);
    expect(writeTermsCsv(concepts)).toBe(glossary);
    expect(readTbx(writeTbx(concepts, { language: 'en' }))).toEqual(concepts);
  });

  it('has a bounded number of forms however long the term', () => {
    const rows = 'x,common,ru,мирный договор новый договор старый договор,preferred,stem,,\n';
    const [concept] = createTermbase(readTermsCsv(header + rows)).concepts.values();
    expect(concept?.terms.flatMap(formsOf).length).toBeLessThan(1000);
  });
});

it('a name never matches by its stem', () => {
  const rows = 'x,place,de,Genf,preferred,stem,,\n';
  expect(() => readTermsCsv(header + rows, 'g.csv')).toThrow(
    expect.objectContaining({ code: 'invalid', place: { file: 'g.csv', line: 2, column: 27 } }),
  );
  const place = writeTbx(readTermsCsv(`${header}x,common,de,Genf,preferred,stem,,\n`), { language: 'en' });
  expect(() => readTbx(place.replace('>common<', '>place<'))).toThrow('never matched by its stem');
  expect(() => readTermsCsv(`${header}x,common,de,Fest,preferred,stem,stem=Feste,\n`)).toThrow(
    'base and stem are taken',
  );
});
