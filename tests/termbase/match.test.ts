import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTerms, findTermsTogether } from '../../src/termbase/match.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { house } from './house.ts';

function commonTerms(texts: readonly string[]) {
  const term = { lang: 'en', status: 'preferred', match: 'exact', forms: [] } as const;
  return createTermbase(texts.map((text) => ({ id: text, type: 'common', terms: [{ ...term, text }] })));
}

/** What was found, as `concept: words of the text`. */
function found(text: string, locale = 'fr', named: readonly string[] = []): string[] {
  return findTerms(house, text, locale, { named: new Set(named) }).map(
    ({ concept, start, end }) => `${concept.id}: ${text.slice(start, end)}`,
  );
}

describe('findTerms', () => {
  it.each([
    ['Sergueï Lavrov a quitté Genève.', ['lavrov: Sergueï Lavrov', 'geneva: Genève']],
    ['MM. Lavrov et Dupont', ['lavrov: Lavrov']],
    [
      'l’OSCE, d’Haut-Karabakh, qu’ONU et s’Moscou',
      ['osce: OSCE', 'karabakh: Haut-Karabakh', 'un: ONU', 'moscow: Moscou'],
    ],
    ["jusqu'à Moscou, puisqu'OSCE", ['moscow: Moscou', 'osce: OSCE']],
    ['le Groupe\u00a0de\u202fMinsk', ['minsk-group: Groupe\u00a0de\u202fMinsk']],
    [
      'le Haut\u2011Karabakh et le Haut\u2010Karabakh',
      ['karabakh: Haut\u2011Karabakh', 'karabakh: Haut\u2010Karabakh'],
    ],
    ['le Karabakh', ['karabakh-plain: Karabakh']],
    ['le Nagorny Karabakh', ['karabakh: Nagorny Karabakh']],
    [
      'les Etats-Unis, les ETATS-UNIS et les ÉTATS-UNIS',
      ['united-states: Etats-Unis', 'united-states: ETATS-UNIS', 'united-states: ÉTATS-UNIS'],
    ],
    ['GENEVE, LAVROV, Sergueï LAVROV', ['geneva: GENEVE', 'lavrov: LAVROV', 'lavrov: Sergueï LAVROV']],
    ['Gene\u0300ve', ['geneva: Gene\u0300ve']],
    ['le Ministre des affaires étrangères', ['foreign-minister: Ministre des affaires étrangères']],
    ['des ministres des Affaires étrangères', ['foreign-minister: ministres des Affaires étrangères']],
    ['Foire aux Lettres', ['fair: Foire aux Lettres']],
    ['l’ex-Russie, anti-ONU', ['russia: Russie', 'un: ONU']],
    [
      '« Moscou » (Moscou), Moscou/Genève…',
      ['moscow: Moscou', 'moscow: Moscou', 'moscow: Moscou', 'geneva: Genève'],
    ],
  ])('finds %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['le Bas-Karabakh', 'a name inside another compound'],
    ['un moscou, un genève', 'a name in lower case'],
    ['Onu, Osce', 'an abbreviation in lower case'],
    ['Moscouvite, Anti​Moscoux', 'a part of a word'],
    ['O’Lavrov', 'a part of another name'],
    ['Moscou-la-Neuve', 'the head of a longer name'],
    ['Geneve', 'an accent that is missing in lower case'],
    ['https://example.org/Moscou?x=Lavrov www.Moscou.example', 'a web address'],
    ['Lavrov@example.org @Lavrov', 'a mail address, a handle'],
    ['{{ Moscou }} et $t(Moscou)', 'a placeholder'],
    ['M. Aliev', 'a family name of two persons'],
  ])('does not find anything in %j: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('lets compounds begin with a name where the language builds them so', () => {
    expect(found('der Bergkarabach-Konflikt, die OSZE-Mission', 'de')).toEqual([
      'karabakh: Bergkarabach',
      'osce: OSZE',
    ]);
    expect(found('Moscow-backed, Lavrov’s', 'en')).toEqual(['moscow: Moscow', 'lavrov: Lavrov']);
  });

  it.each([
    ['der OSZE-Außenminister', 'de', ['osce: OSZE', 'foreign-minister: Außenminister']],
    ['ein US-Außenminister', 'de', ['foreign-minister: Außenminister']],
    ['ein Außenministertreffen', 'de', ['foreign-minister: Außenminister']],
    ['eine Moskaureise, die Russlandpolitik', 'de', ['moscow: Moskau', 'russia: Russland']],
  ])('sees the parts of a compound that say what it is: %s', (text, locale, expected) => {
    expect(found(text, locale)).toEqual(expected);
  });

  it.each([
    ['ein Vize-Außenminister', 'de'],
    ['Neu-Moskau, Klein-Russland', 'de'],
    ['Moskauerin, Russlanddeutsche, Genferin', 'de'],
    ['moskaureise', 'de'],
    ['Alt-Moskaureise', 'de'],
    ['shadow-truce', 'en'],
  ])('leaves a compound alone that is something else: %s', (text, locale) => {
    expect(found(text, locale)).toEqual([]);
  });

  it.each([
    ['Пётр', 'Петр', true],
    ['Пётр', 'ПЕТР', true],
    ['Петр', 'Пётр', false],
    ['Андрей', 'Андреи', false],
  ])('lets Russian copy leave the dots of ё out: %s as %s', (term, text, expected) => {
    const common = { lang: 'ru', status: 'preferred', match: 'exact', forms: [] } as const;
    const termbase = createTermbase([{ id: 'x', type: 'person', terms: [{ ...common, text: term }] }]);
    expect(findTerms(termbase, text, 'ru').length === 1).toBe(expected);
  });

  it('reads ß and SS alike in capitals only', () => {
    expect(found('AUSSENMINISTER LAWROW', 'de')).toEqual([
      'foreign-minister: AUSSENMINISTER',
      'lavrov: LAWROW',
    ]);
    expect(found('Aussenminister', 'de')).toEqual([]);
  });

  it.each([
    ['وناغورني قره باغ', ['karabakh: ناغورني قره باغ'], 'و'],
    ['بموسكو', ['moscow: موسكو'], 'ب'],
    ['ولموسكو', ['moscow: موسكو'], 'ول'],
    ['للأمم المتحدة', ['un: لأمم المتحدة'], 'ل'],
    ['وللأمم المتحدة', ['un: لأمم المتحدة'], 'ول'],
    ['فالأمم المتحدة', ['un: الأمم المتحدة'], 'ف'],
    ['الهدنة', ['truce: هدنة'], 'ال'],
    ['للهدنة', ['truce: هدنة'], 'لل'],
    ['بـموسكو', ['moscow: موسكو'], 'ب'],
    ['مُوسْكُو', ['moscow: مُوسْكُو'], ''],
    ['موســكو', ['moscow: موســكو'], ''],
  ])('sees through what Arabic writes onto a name: %s', (text, expected, proclitic) => {
    expect(found(text, 'ar')).toEqual(expected);
    expect(findTerms(house, text, 'ar')[0]?.proclitic).toBe(proclitic);
  });

  it.each(['الاموسكو', 'الامم المتحدة', 'سموسكو', 'الموسكو'])('keeps Arabic letters apart: %s', (text) => {
    expect(found(text, 'ar')).toEqual([]);
  });

  it('gives a family name to the person who is named in full', () => {
    expect(found('Ilham Aliev a parlé. M. Aliev est parti.')).toEqual([
      'ilham-aliev: Ilham Aliev',
      'ilham-aliev: Aliev',
    ]);
    expect(found('M. Aliev', 'fr', ['heydar-aliev'])).toEqual(['heydar-aliev: Aliev']);
    expect(found('Ilham Aliev, Heydar Aliev et M. Aliev')).toEqual([
      'ilham-aliev: Ilham Aliev',
      'heydar-aliev: Heydar Aliev',
    ]);
  });

  it('looks for full names in the whole dispatch', () => {
    const texts = ['M. Aliev est parti.', 'Heydar Aliev a parlé.'];
    expect(
      findTermsTogether(house, texts, 'fr').map((matches) => matches.map((match) => match.concept.id)),
    ).toEqual([['heydar-aliev'], ['heydar-aliev']]);
  });

  it('finds words left untranslated only of what is named', () => {
    const options = { leftFrom: 'fr', named: new Set(['moscow']) };
    const matches = findTerms(house, 'In Moscou and Genève', 'en', options);
    expect(matches.map(({ concept, foreign }) => [concept.id, foreign])).toEqual([['moscow', true]]);
  });

  it('falls back from a region to its language', () => {
    expect(found('Moscovo', 'pt-BR')).toEqual(['moscow: Moscovo']);
  });

  it('gives exact offsets, in order, without overlaps, whatever stands around a name', () => {
    const names = ['Nagorny Karabakh', 'Haut-Karabakh', 'Sergueï Lavrov', 'États-Unis', 'Groupe de Minsk'];
    const filler = fc.stringMatching(/^(?:[a-zé ,.\u00a0\u{1f600}»«’@-]|\u0301){0,12}$/u);
    fc.assert(
      fc.property(fc.array(fc.tuple(filler, fc.constantFrom(...names)), { maxLength: 8 }), (parts) => {
        let text = '';
        const placed: { start: number; words: string }[] = [];
        for (const [before, name] of parts) {
          text += `${before} | `;
          placed.push({ start: text.length, words: name });
          text += `${name} | `;
        }
        const matches = findTerms(house, text, 'fr');
        expect(matches.map(({ start, end }) => ({ start, words: text.slice(start, end) }))).toEqual(placed);
      }),
    );
  });

  it('always takes the longest of the leftmost', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.uniqueArray(phrase, { minLength: 1, maxLength: 6 }),
        fc.array(word, { maxLength: 20 }),
        (terms, words) => {
          const text = words.join(' ');
          const matches = findTerms(commonTerms(terms), text, 'en');
          let at = 0;
          for (const { start, end } of matches) {
            expect(terms.some((term) => ` ${text.slice(at, start)} `.includes(` ${term} `))).toBe(false);
            const longest = terms.filter((term) => `${text} `.startsWith(`${term} `, start));
            expect(end - start).toBe(Math.max(...longest.map((term) => term.length)));
            at = end;
          }
          expect(terms.some((term) => ` ${text.slice(at)} `.includes(` ${term} `))).toBe(false);
        },
      ),
    );
  });

  it.each([
    ['GENEVE', 'Genève', true],
    ['ÉTRANGERES', 'Étrangères', true],
    ['Etats-Unis', 'États-Unis', true],
    ['STRASSE', 'Straße', true],
    ['QUÉBEC', 'Quebec', false],
    ['Évian', 'Evian', false],
    ['SERGUEÏ', 'Serguéi', false],
  ])('lets capitals lack accents, and have none that the term lacks: %s for %s', (text, term, expected) => {
    expect(findTerms(commonTerms([term]), text, 'en').length === 1).toBe(expected);
  });

  it('takes linear time on a hostile line', () => {
    for (const piece of [
      'Nagorny ',
      'www.a.example/x Moscou ',
      'Groupe de ',
      '{{',
      'a@',
      "l'",
      'لل',
      '(Moscou) ',
    ]) {
      const text = piece.repeat(Math.ceil(500_000 / piece.length));
      // At a cost that grows with the square this takes minutes, and the runner gives up.
      findTerms(house, text, 'ar', { leftFrom: 'fr', named: new Set(['moscow', 'karabakh', 'minsk-group']) });
    }
  });
});
