import { describe, expect, it } from 'vitest';
import { ownWordsFor } from '../../src/provider/hidden-term.ts';

/** The words between brackets are those of the engine. */
function found(answer: string, hidden: string) {
  const own = ownWordsFor(answer, hidden, '{{name9}}', (words) => ['del ', 'el '].includes(words));
  return own && { words: answer.slice(own.start, own.end), before: own.before };
}

describe('ownWordsFor', () => {
  it.each([
    ['El ministro ruso va.', 'El {{name9}} va.', 'ministro ruso', undefined],
    ['ministro ruso', '{{name9}}', 'ministro ruso', undefined],
    [
      'la etapa de la Vuelta de Francia, larga',
      'la etapa del {{name9}}, larga',
      'de la Vuelta de Francia',
      'del ',
    ],
    ["ha dit l'Observatori (OPS).", 'ha dit el {{name9}} (OPS).', "l'Observatori", 'el '],
    ['Dotado de 8, para «las Horas».', 'Dotado d’8, para «{{name9}}».', 'las Horas', undefined],
    ['{{name1}} y el alcalde de {{name2}}', '{{name1}} y el {{name9}} de {{name2}}', 'alcalde', undefined],
    [
      'Dijo que el ministro ruso ha ido, ayer.',
      'Dice que el {{name9}} ha ido, hoy.',
      'ministro ruso',
      undefined,
    ],
  ])('%s beside %s', (answer, hidden, words, before) => {
    expect(found(answer, hidden)).toEqual({ words, before });
  });

  it.each([
    ['El ministro va.', 'Va el {{name9}} ya.', 'the words stand in another order'],
    ['El ministro va.', 'El va.', 'the placeholder is lost'],
    ['El ministro va.', '{{name9}} el {{name9}} va.', 'it came back twice'],
    ['El va.', 'El {{name9}}va.', 'nothing stands in its place'],
    ['Uno y el libro.', 'Uno. Y el {{name9}}?', 'the sentence ends otherwise'],
    ['El ministro de {{name1}} va.', 'El {{name9}} va.', 'another name stands in its place'],
    ['El «ministro» va: ya.', 'El {{name9}}.', 'more than a term stands in its place'],
    [
      'Hoy el uno ha ido y el uno ha ido.',
      'Ayer el {{name9}} ha ido y el uno ha ido.',
      'the words beside it stand there twice',
    ],
  ])('is not sure of %s beside %s: %s', (answer, hidden) => {
    expect(found(answer, hidden)).toBeUndefined();
  });
});
