import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/model/draft.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { enforceTerms } from '../../src/termbase/enforce.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { byPerson, draftOf } from './house.ts';

const terms = createTermbase(
  readTermsCsv(`concept,type,lang,term,status,match,forms,note
moscow,place,fr,Moscou,preferred,exact,,
moscow,place,ru,Москва,preferred,forms,,
moscow,place,de,Moskau,preferred,forms,,
moscow,place,de,Moskwa,forbidden,forms,gen=Moskwas,
tbilisi,place,fr,Tbilissi,preferred,exact,,
tbilisi,place,ru,Тбилиси,preferred,forms,,
paris,place,fr,Paris,preferred,exact,,
paris,place,ru,Париж,preferred,forms,,
orlov,person,fr,Igor Orlov,preferred,forms,family=Orlov,
orlov,person,ru,Игорь Орлов,preferred,forms,family=Орлов,
`),
  { generate: true },
);
const source = 'Moscou, Tbilissi, Paris, Igor Orlov';

function enforced(locale: string, text: string, person = false) {
  const draft = draftOf(locale, [[source, person ? byPerson(text) : text]]);
  const [unit] = enforceTerms(draft, terms).units;
  const issues = unit?.issues.filter(({ check }) => check === 'term-case') ?? [];
  return { text: unit && textOf(unit.target), issues };
}

describe('a name behind a preposition', () => {
  it.each([
    ['ru', 'Он приехал из Москва.', 'Он приехал из Москвы.'],
    ['ru', 'Перед Москва стоят.', 'Перед Москвой стоят.'],
    ['ru', 'Он едет к Игорь Орлов.', 'Он едет к Игорю Орлову.'],
    ['ru', 'Он был у Орлову.', 'Он был у Орлова.'],
    ['ru', 'Говорят о Парижем.', 'Говорят о Париже.'],
    ['de', 'Er fuhr nach Moskaus.', 'Er fuhr nach Moskau.'],
    ['de', 'Er fuhr nach Moskwas, dann heim.', 'Er fuhr nach Moskau, dann heim.'],
  ])('in %s gets its only case: %s → %s', (locale, text, right) => {
    expect(enforced(locale, text)).toEqual({ text: right, issues: [] });
  });

  it('is told where it could be two cases, and in the words of people', () => {
    expect(enforced('ru', 'Он едет в Москвой.')).toMatchObject({
      text: 'Он едет в Москвой.',
      issues: [{ severity: 'warning', target: { start: 10, end: 17 } }],
    });
    const own = enforced('ru', 'Он приехал из Москва.', true);
    expect(own).toMatchObject({ text: 'Он приехал из Москва.' });
    expect(own.issues[0]?.message).toContain('write “Москвы”');
  });

  it.each([
    ['ru', 'Он едет в Москву.'],
    ['ru', 'Он живёт в Москве.'],
    ['ru', 'Он едет в Париж.'],
    ['ru', 'Он живёт в Тбилиси, из Тбилиси.'],
    ['ru', 'Из-за Москвы спорят.'],
    ['ru', 'Он едет с «Москва» в руках.'],
    ['ru', 'Москва и Париж.'],
    ['de', 'Nach Moskaus Angaben ist alles gut.'],
    ['de', 'Mit Moskaus neuem Plan beginnt es.'],
    ['de', 'Er kommt aus Moskau.'],
    ['de', 'Die Zukunft Moskaus.'],
  ])('in %s is left alone where it may be right: %s', (locale, text) => {
    expect(enforced(locale, text)).toEqual({ text, issues: [] });
  });
});
