import { describe, expect, it } from 'vitest';
import { otherLanguageOf } from '../../src/provider/language-of-text.ts';

const said = new Map([
  ['fr', 'Les secours cherchent encore des survivants dans la vallée, mais la pluie ne cesse pas.'],
  ['en', 'Rescuers are still searching for survivors in the valley, but the rain has not stopped.'],
  ['de', 'Die Retter suchen noch immer nach Überlebenden in dem Tal, aber der Regen hört nicht auf.'],
  ['es', 'Los equipos siguen buscando a los supervivientes en el valle, pero la lluvia no ha cesado.'],
  ['pt', 'As equipas ainda procuram os sobreviventes no vale, mas a chuva não tem parado até agora.'],
  ['it', 'I soccorritori cercano ancora dei superstiti nella valle, ma la pioggia non è cessata.'],
  ['nl', 'De redders zoeken nog steeds naar overlevenden in de vallei, maar de regen houdt niet op.'],
  [
    'ca',
    'Els equips encara busquen supervivents a la vall, però la pluja no s’ha aturat ni la nit ni el dia.',
  ],
  ['pl', 'Ratownicy nadal szukają ocalałych w dolinie, ale deszcz nie przestaje padać od wczoraj.'],
  ['ru', 'Спасатели всё ещё ищут выживших в долине, но дождь не прекращается со вчерашнего дня.'],
]);
const listed = ['fr', 'en', 'de', 'es', 'pt', 'it'];

describe('the language of a text', () => {
  it.each([...said])('is the right one: %s', (language, text) => {
    expect(otherLanguageOf(text, language)).toBeUndefined();
  });

  it.each(listed)('is seen to be another one: %s', (language) => {
    for (const expected of said.keys()) {
      if (expected === language) continue;
      expect([expected, otherLanguageOf(said.get(language) ?? '', expected)]).toEqual([expected, language]);
    }
  });

  it('goes by the language of a locale', () => {
    expect(otherLanguageOf(said.get('en') ?? '', 'en-GB')).toBeUndefined();
    expect(otherLanguageOf(said.get('en') ?? '', 'de-AT')).toBe('en');
  });

  it.each(['', 'Real Madrid - FC Barcelone 3-1', 'La Rochelle', 'Le Monde diplomatique'])(
    'is not told of what is too short or says no words: %j',
    (text) => {
      for (const expected of said.keys()) expect(otherLanguageOf(text, expected)).toBeUndefined();
    },
  );
});
