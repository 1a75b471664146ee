import { describe, expect, it } from 'vitest';
import { scoreTerms, sumScores } from '../../src/termbase/score.ts';
import { byPerson, drafted, draftOf, house, withDateline } from './house.ts';

const draft = draftOf('en', [
  ['Lavrov et Lavrov à Moscou', 'Sergei Lavrov in Moscow'],
  ['Lavrov à Genève', 'Sergey Lavrov in Genève'],
  ['Sergueï Lavrov', byPerson('Lavrov, Lavrov, Lavrov')],
  ['Moscou', { state: 'pending' }],
  ['rien', 'nothing'],
]);

describe('scoreTerms', () => {
  it('counts mentions that are rendered', () => {
    const score = scoreTerms(draft, house);
    expect(score).toMatchObject({ mentions: 7, rendered: 4, success: 4 / 7 });
    expect(score.concepts).toEqual([
      {
        concept: 'lavrov',
        mentions: 4,
        rendered: 3,
        accepted: [
          { term: 'Sergei Lavrov', count: 4 },
          { term: 'Sergey Lavrov', count: 1 },
        ],
        wrong: 0,
      },
      { concept: 'moscow', mentions: 2, rendered: 1, accepted: [{ term: 'Moscow', count: 1 }], wrong: 0 },
      { concept: 'geneva', mentions: 1, rendered: 0, accepted: [], wrong: 1 },
    ]);
  });

  it('averages the share of the commonest rendering over the names', () => {
    expect(scoreTerms(draft, house)).toMatchObject({ consistency: (4 / 5 + 1 + 0) / 3, names: 3 });
  });

  it('leaves titles and the dateline out of consistency', () => {
    const titles = draftOf('en', [
      ['ministre des Affaires étrangères', 'foreign minister, minister of foreign affairs'],
    ]);
    expect(scoreTerms(titles, house)).toMatchObject({ consistency: 1, names: 0, success: 1 });
    const dated = withDateline(
      draftOf('ar', [['L’AFP', 'فرانس برس']]),
      { place: 'Moscou', date: '2020-10-21' },
      drafted('موسكو 21 أكتوبر 2020 (أ ف ب) -'),
    );
    expect(scoreTerms(dated, house)).toMatchObject({ consistency: 1, mentions: 3, rendered: 3 });
  });

  it('is 1 where nothing is named, and leaves out what the termbase does not render', () => {
    const score = scoreTerms(draftOf('es', [['La Russie', 'x']]), house);
    expect(score).toMatchObject({ success: 1, consistency: 1, mentions: 0, concepts: [] });
  });

  it('adds drafts up', () => {
    const right = scoreTerms(draftOf('en', [['Moscou', 'Moscow']]), house);
    const sum = sumScores([scoreTerms(draft, house), right]);
    expect(sum).toMatchObject({ mentions: 8, rendered: 5, success: 5 / 8, names: 4 });
    expect(sum.consistency).toBeCloseTo((4 / 5 + 1 + 0 + 1) / 4);
    expect(sum.concepts.find((score) => score.concept === 'moscow')).toMatchObject({
      mentions: 3,
      rendered: 2,
    });
    expect(sumScores([])).toMatchObject({ success: 1, consistency: 1, concepts: [] });
  });
});
