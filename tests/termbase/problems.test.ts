import { describe, expect, it } from 'vitest';
import { enforceTerms } from '../../src/termbase/enforce.ts';
import { termProblems } from '../../src/termbase/problems.ts';
import { byPerson, draftOf, house } from './house.ts';

function problems(locale: string, source: string, target: string) {
  const [unit] = draftOf(locale, [[source, byPerson(target)]]).units;
  return unit ? termProblems(unit, house, 'fr', locale) : [];
}

describe('termProblems', () => {
  it.each([
    ['en', 'Lavrov à Moscou', 'Lavrov in Moscow'],
    ['en', 'Sergueï Lavrov', 'Lavrov'],
    ['de', 'Lavrov', 'Lawrows'],
    ['de', 'Nagorny Karabakh', 'der Nagorno-Karabach-Konflikt'],
    ['ar', 'à Moscou', 'بموسكو'],
    ['es', 'la Russie', 'lo que sea'],
    ['en', 'M. Aliev', 'nobody'],
  ])('finds nothing wrong for %s in %s: %s', (locale, source, target) => {
    expect(problems(locale, source, target)).toEqual([]);
  });

  it('tells what is missing', () => {
    expect(problems('en', 'Lavrov à Moscou', 'Lavrov is there')).toEqual([
      {
        kind: 'missing',
        concept: 'moscow',
        source: { start: 9, end: 15 },
        mention: 'Moscou',
        preferred: 'Moscow',
      },
    ]);
    expect(problems('en', 'Lavrov et Lavrov', 'Lavrov').map((problem) => problem.kind)).toEqual(['missing']);
  });

  it('tells what is wrong, once', () => {
    expect(problems('en', 'Nagorny Karabakh', 'in Nagorny Karabakh')).toEqual([
      {
        kind: 'forbidden',
        concept: 'karabakh',
        target: { start: 3, end: 19 },
        found: 'Nagorny Karabakh',
        leftIn: false,
        preferred: 'Nagorno-Karabakh',
      },
    ]);
    expect(problems('en', 'Genève', 'in Genève')).toMatchObject([
      { kind: 'forbidden', leftIn: true, found: 'Genève' },
    ]);
    expect(problems('en', 'Haut-Karabakh', 'Mountainous Karabakh')).toMatchObject([
      { kind: 'deprecated', leftIn: false },
    ]);
    expect(problems('pt', 'rien', 'Moscou')).toMatchObject([{ kind: 'forbidden', concept: 'moscow' }]);
  });

  it('says nothing of a unit without a target', () => {
    const [unit] = draftOf('en', [['Moscou', { state: 'pending' }]]).units;
    expect(unit && termProblems(unit, house, 'fr', 'en')).toEqual([]);
  });

  it('knows from the dispatch who is meant', () => {
    const draft = draftOf('en', [
      ['Ilham Aliev a parlé.', byPerson('Ilham Aliyev spoke.')],
      ['M. Aliev est parti.', byPerson('He left.')],
    ]);
    const [, unit] = enforceTerms(draft, house).units;
    expect(unit && termProblems(unit, house, 'fr', 'en')).toMatchObject([
      { kind: 'missing', concept: 'ilham-aliev' },
    ]);
  });
});
